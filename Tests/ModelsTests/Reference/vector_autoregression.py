"""Posterior means of a vector autoregression, by statsmodels and by made-up observations.

Run from this folder: python3 vector_autoregression.py > vector_autoregression.csv

Growth of three powers in 40 years is made by a VAR(2) with NumPy's PCG64, seed 3, and printed
first. Then the coefficients of statsmodels' VAR(2), which a prior without weight must return:
seven rows, the constant, the first lags, the second. Then the posterior means under tightness
0.2, decay 1, own lag 0.3, constants 0.5, found with the prior as rows added to the regression and
NumPy's lstsq. Then the posterior mean of the covariance, 10 years of prior. Last the mean of the
growth 1 to 6 years ahead under the statsmodels coefficients, by statsmodels' forecast.
"""

import numpy as np
from statsmodels.tsa.api import VAR

random = np.random.default_rng(3)
A1 = np.array([[0.4, 0.2, 0.0], [0.0, 0.3, 0.1], [-0.2, 0.1, 0.5]])
A2 = np.array([[0.1, 0.0, -0.2], [0.2, -0.1, 0.0], [0.0, 0.0, 0.2]])
x = np.zeros((60, 3))
for t in range(2, 60):
    x[t] = [0.1, 0, -0.1] + A1 @ x[t - 1] + A2 @ x[t - 2] + random.standard_normal(3)
x = np.round(x[20:], 6)

fit = VAR(x).fit(2, trend="c")
past = np.array([np.r_[1, x[t - 1], x[t - 2]] for t in range(2, len(x))])
present = x[2:]
deviations = np.r_[0.5, [0.2] * 3, [0.1] * 3]
centre = np.zeros((7, 3))
centre[1:4] = 0.3 * np.eye(3)
made = np.diag(1 / deviations)
rows = np.vstack([past, made])
targets = np.vstack([present, made @ centre])
mean = np.linalg.lstsq(rows, targets, rcond=None)[0]
left = targets - rows @ mean
covariance = (left.T @ left + 10 * np.eye(3)) / (10 + len(present))

print("a,b,c")
for block in (x, fit.params, mean, covariance, fit.forecast(x[-2:], 6)):
    for row in block:
        print(",".join(f"{v:.15g}" for v in row))
