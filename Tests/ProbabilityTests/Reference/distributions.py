"""Scores of samples, quantiles, intervals and normal distributions by properscoring and scoringrules.

Writes crps_sample.csv, crps_normal.csv, quantile_scores.csv, interval_scores.csv and vector_scores.csv.
The parts of the weighted interval score are sums over the intervals as Bracher et al. print them.
Made with properscoring 0.1, scoringrules 0.10.0, numpy 2.4.6.
"""
import numpy as np
import properscoring as ps
import scoringrules as sr
from table import write

random = np.random.default_rng(2)

rows = []
for case in range(40):
    n = 21
    x = random.normal(random.normal(), random.gamma(2), n)
    if case % 4 == 0:
        x = np.round(x)                # ties
    y = x[3] if case % 5 == 0 else random.normal(0, 3)
    rows.append((y, ps.crps_ensemble(y, x), sr.crps_ensemble(y, x, estimator="fair"), *x))
write("crps_sample.csv", ("observed", "plain", "fair", *(f"x{i}" for i in range(21))), rows)

rows = []
for _ in range(40):
    y, mu, sigma = random.normal(0, 3), random.normal(), random.gamma(2)
    rows.append((y, mu, sigma, ps.crps_gaussian(y, mu, sigma)))
rows.append((30.0, 0.0, 1.0, ps.crps_gaussian(30.0, 0.0, 1.0)))
write("crps_normal.csv", ("observed", "mean", "deviation", "crps"), rows)

levels = np.array([.01, .025, .05, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, .975, .99])
alphas = 2 * levels[:7]
rows = []
for _ in range(40):
    q = np.sort(random.normal(0, 2, len(levels)))
    y = random.normal(0, 3)
    lower, upper, median = q[:7], q[:7:-1], q[7]
    k = len(alphas) + .5
    dispersion = sum(a / 2 * (u - l) for a, l, u in zip(alphas, lower, upper)) / k
    over = (max(median - y, 0) / 2 + sum(max(l - y, 0) for l in lower)) / k
    under = (max(y - median, 0) / 2 + sum(max(y - u, 0) for u in upper)) / k
    # Without numba, scoringrules 0.10 adds the median itself, not its distance: added here.
    wis = sr.weighted_interval_score(y, median, lower, upper, alphas, w_median=0)
    wis += abs(y - median) / 2 / k
    crps = sr.crps_quantile(y, q, levels)
    rows.append((y, wis, dispersion, over, under, crps, *q))
write("quantile_scores.csv",
      ("observed", "wis", "dispersion", "over", "under", "crps", *(f"q{t}" for t in levels)), rows)

rows = []
for _ in range(40):
    low, high = np.sort(random.normal(0, 1, 2))
    y, alpha = random.normal(0, 2), random.choice([.1, .2, .5])
    rows.append((y, low, high, 1 - alpha, sr.interval_score(y, low, high, alpha)))
write("interval_scores.csv", ("observed", "lower", "upper", "coverage", "score"), rows)

rows = []
for _ in range(20):
    x, y = random.normal(0, 1, (15, 4)).cumsum(axis=1), random.normal(0, 1, 4).cumsum()
    rows.append((sr.energy_score(y, x), sr.energy_score(y, x, estimator="fair"),
                 sr.variogram_score(y, x, p=.5), *y, *x.ravel()))
write("vector_scores.csv",
      ("energy", "energy_fair", "variogram", *(f"y{i}" for i in range(4)),
       *(f"x{i}_{j}" for i in range(15) for j in range(4))), rows)
