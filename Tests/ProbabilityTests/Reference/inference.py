"""Tests, tails and regressions by scipy, statsmodels and scikit-learn.

Writes student_t.csv, uniformity.csv, diebold_mariano.csv, logistic_cases.csv and logistic_fits.csv.
Made with scipy 1.17.1, statsmodels 0.15.0, scikit-learn 1.9.1, numpy 2.4.6.
"""
import numpy as np
import statsmodels.api as sm
from scipy import stats
from sklearn.linear_model import LogisticRegression
from table import write

random = np.random.default_rng(3)

write("student_t.csv", ("degrees", "t", "cumulative", "tails"),
      [(v, t, stats.t.cdf(t, v), 2 * stats.t.sf(abs(t), v))
       for v in (0.5, 1, 2, 3, 4.5, 9, 29, 100, 1000)
       for t in (-30, -3.2, -1, -1e-3, 0, 0.5, 1.96, 4, 12)])

rows = []
for n in (5, 20, 100, 1000):
    for power in (1.0, 1.1, 1.4):
        u = random.random(n) ** power
        counts = np.histogram(u, 10, (0, 1))[0]
        ks, chi = stats.kstest(u, "uniform", method="exact"), stats.chisquare(counts)
        rows.append((ks.statistic, ks.pvalue, chi.statistic, chi.pvalue, *u))
write("uniformity.csv", ("distance", "p_distance", "chi_square", "p_chi_square", "numbers"), rows)

rows = []
for n, h in ((30, 1), (30, 5), (59, 10), (12, 11), (200, 4)):
    noise = stats.norm.rvs(size=n + h - 1, random_state=random)
    d = 0.2 + np.convolve(noise, np.ones(h) / h, "valid")
    b = random.gamma(2, size=n)
    a = b + d
    # The variance of the mean of d with Bartlett's weights, as a regression on a constant.
    hac = sm.OLS(a - b, np.ones(n)).fit(
        cov_type="HAC", cov_kwds={"maxlags": h - 1, "use_correction": False})
    factor = np.sqrt((n + 1 - 2 * h + h * (h - 1) / n) / n)
    statistic = factor * hac.params[0] / hac.bse[0]
    rows.append((h, hac.params[0], hac.bse[0], statistic, 2 * stats.t.sf(abs(statistic), n - 1),
                 *a, *b))
write("diebold_mariano.csv", ("horizon", "mean", "error", "statistic", "p", "losses"), rows)

n = 300
x = np.column_stack([np.ones(n), random.normal(-0.4, 0.3, n), random.normal(1950, 30, n)])
y = (random.random(n) < 1 / (1 + np.exp(-(0.5 + 4 * x[:, 1] + 0.02 * (x[:, 2] - 1950))))).astype(float)
write("logistic_cases.csv", ("constant", "gap", "year", "event"), np.column_stack([x, y]))
plain = sm.Logit(y, x).fit(method="newton", tol=1e-14, maxiter=100, disp=False)
standard = (x[:, 1:] - [-0.4, 1950]) / [0.3, 30]
ridge = LogisticRegression(C=1 / 2.5, solver="newton-cholesky", tol=1e-14).fit(standard, y)
write("logistic_fits.csv", ("constant", "gap", "year"),
      [plain.params, plain.bse, [plain.llf, 0, 0], [ridge.intercept_[0], *ridge.coef_[0]]])
