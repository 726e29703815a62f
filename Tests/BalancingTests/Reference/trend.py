"""Straight lines and their predictions, by numpy and scipy.

    python3 trend.py > trend.csv

Made with numpy 2.4.6, scipy 1.17.1. A row: the year predicted, slope, prediction, its standard
error, the tails beyond 1.5, and the values of 1990 and after.
"""
import numpy as np
from scipy import stats

random = np.random.default_rng(5)
print("year,slope,value,error,tails,values")
for count, ahead in ((20, 10), (20, 10), (5, 1), (12, 30)):
    years = 1990.0 + np.arange(count)
    values = 1 + 0.03 * (years - 1990) + 0.2 * random.standard_normal(count)
    fit = stats.linregress(years, values)
    year = years[-1] + ahead
    value = fit.intercept + fit.slope * year
    residuals = values - fit.intercept - fit.slope * years
    deviation = np.sqrt(residuals @ residuals / (count - 2))
    distance = year - years.mean()
    error = deviation * np.sqrt(1 + 1 / count + distance**2 / ((years - years.mean()) ** 2).sum())
    tails = 2 * stats.t.sf(abs(1.5 - value) / error, count - 2)
    print(int(year), *(repr(float(x)) for x in (fit.slope, value, error, tails, *values)), sep=",")
