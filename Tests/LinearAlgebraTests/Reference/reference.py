"""Answers by NumPy, SciPy and statsmodels to the problems in the same file.

Run from any directory: python3 reference.py > reference.json
The inputs are random, rounded to four decimals and printed with the answers, so that a reader of
the file needs no generator. Matrices are lists of rows.
"""

import json

import numpy as np
import scipy
import scipy.linalg
import statsmodels
import statsmodels.api as sm

random = np.random.default_rng(20240607)


def draw(*shape):
    return np.round(random.normal(size=shape), 4)


def rows(a):
    return np.asarray(a).tolist()


answers = {
    "versions": {
        "numpy": np.__version__,
        "scipy": scipy.__version__,
        "statsmodels": statsmodels.__version__,
    }
}

a, b = draw(5, 5), draw(5)
sign, log_determinant = np.linalg.slogdet(a)
answers["square"] = {
    "matrix": rows(a),
    "rightSide": rows(b),
    "solution": rows(scipy.linalg.solve(a, b)),
    "inverse": rows(scipy.linalg.inv(a)),
    "determinant": sign * np.exp(log_determinant),
    "conditionInOneNorm": np.linalg.cond(a, 1),
    "moduli": sorted(np.abs(scipy.linalg.eigvals(a))),
    "realParts": sorted(scipy.linalg.eigvals(a).real),
}

a = draw(6, 4)
answers["tall"] = {"matrix": rows(a), "singularValues": rows(scipy.linalg.svdvals(a))}

s = draw(5, 5)
s = np.round(s + s.T, 4)
answers["symmetric"] = {"matrix": rows(s), "values": rows(scipy.linalg.eigvalsh(s))}

x = np.column_stack([np.ones(12), draw(12), 1000 * draw(12)])
y = draw(12)
weights = np.round(random.uniform(0.1, 4, size=12), 3)
distance = np.abs(np.subtract.outer(np.arange(12), np.arange(12)))
omega = np.round(0.6**distance, 4)
problem = {"design": rows(x), "response": rows(y), "weights": rows(weights), "omega": rows(omega)}
for name, model in {
    "ordinary": sm.OLS(y, x),
    "weighted": sm.WLS(y, x, weights=weights),
    "generalised": sm.GLS(y, x, sigma=omega),
}.items():
    fit = model.fit(method="qr")
    problem[name] = {
        "coefficients": rows(fit.params),
        "standardErrors": rows(fit.bse),
        "covariance": rows(fit.cov_params()),
        "residuals": rows(fit.resid),
        "variance": fit.scale,
        "rSquared": fit.rsquared,
    }
answers["regression"] = problem

# The last column is a combination of the others, and the columns have different lengths.
x = np.column_stack([draw(8, 2), 10 * draw(8)])
x = np.column_stack([x, 2 * x[:, 0] - x[:, 1] + 0.5 * x[:, 2]])
y = draw(8)
solution, _, rank, values = np.linalg.lstsq(x, y, rcond=1e-12)
answers["collinear"] = {
    "design": rows(x),
    "response": rows(y),
    "coefficients": rows(solution),
    "rank": int(rank),
    "singularValues": rows(values),
}

x, y = draw(3, 5), draw(3)
solution, _, rank, values = np.linalg.lstsq(x, y, rcond=None)
answers["wide"] = {
    "design": rows(x),
    "response": rows(y),
    "coefficients": rows(solution),
    "rank": int(rank),
    "singularValues": rows(values),
}

print(json.dumps(answers, indent=1))
