"""Standard errors clustered by decade of the logistic cases, by statsmodels.

    python3 clustered.py > clustered_errors.csv

Made with statsmodels 0.15.0.
"""
import csv
import os

import numpy as np
import statsmodels.api as sm

folder = os.path.dirname(os.path.abspath(__file__))
rows = [[float(value) for value in row] for row in list(csv.reader(open(f"{folder}/logistic_cases.csv")))[1:]]
cases = np.array(rows)
groups = (cases[:, 2] // 10).astype(int)
fit = sm.Logit(cases[:, 3], cases[:, :3]).fit(
    method="newton", tol=1e-14, maxiter=100, disp=0, cov_type="cluster",
    cov_kwds={"groups": groups})
print("constant,gap,year")
print(",".join(repr(float(value)) for value in fit.bse))
