"""Least squares of frontier and gaps on Maddison 2023, 1960 to 2018, by NumPy.

Run from this folder: python3 frontier.py > frontier.csv

Output per head as Maddison has it, the United States the frontier; only countries with every
year. The first row is the frontier: drift after 1973, overall drift, standard deviation around
the two eras' means. The second is of all countries: mean and standard deviation of persistence,
mean of the logarithm of the deviations and its standard deviation. Then CHN, IND, JPN, KOR, DEU:
persistence, deviation (maximum likelihood), gap in 2018.
"""

import collections
import csv
from pathlib import Path

import numpy as np

YEARS = range(1960, 2019)
data = collections.defaultdict(dict)
path = Path(__file__).parents[3] / "datasets" / "maddison.csv"
with path.open() as file:
    for row in csv.DictReader(file):
        if row["series"] == "gdppc" and row["value"]:
            data[row["iso3"]][int(row["year"])] = float(row["value"])

frontier = np.log([data["USA"][year] for year in YEARS])
growth = np.diff(frontier)
first = np.array(YEARS)[1:] <= 1973
left = growth - np.where(first, growth[first].mean(), growth[~first].mean())
scatter = np.sqrt((left**2).sum() / (len(left) - 2))

found = {}
for code, series in data.items():
    if code == "USA" or not all(year in series for year in YEARS):
        continue
    gap = frontier - np.log([series[year] for year in YEARS])
    persistence = gap[:-1] @ gap[1:] / (gap[:-1] @ gap[:-1])
    error = gap[1:] - persistence * gap[:-1]
    found[code] = persistence, np.sqrt(np.mean(error**2)), gap[-1]

persistence = np.array([value[0] for value in found.values()])
logs = np.log([value[1] for value in found.values()])
print("first,second,third,fourth")
print(f"{growth[~first].mean():.12g},{growth.mean():.12g},{scatter:.12g},{len(found)}")
print(",".join(f"{v:.12g}" for v in (
    persistence.mean(), persistence.std(ddof=1), logs.mean(), logs.std(ddof=1))))
for code in ("CHN", "IND", "JPN", "KOR", "DEU"):
    print(",".join(f"{v:.12g}" for v in found[code]) + ",0")
