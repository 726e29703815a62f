"""Scores of 400 probabilities by scikit-learn, statsmodels and plain numpy.

Writes binary_forecasts.csv (the cases), binary_scores.csv (the scores of all) and
binary_bins.csv (reliability in ten bins). The decomposition is worked out with pandas-free loops
over the published sums, not from the identity that the tests check.
Made with scikit-learn 1.9.1, statsmodels 0.15.0, numpy 2.4.6.
"""
import numpy as np
from sklearn.metrics import brier_score_loss, log_loss
from statsmodels.stats.proportion import proportion_confint
from table import write

random = np.random.default_rng(1)
truth = random.beta(0.7, 1.1, 400)
p = np.clip(truth + random.normal(0, 0.15, 400), 0, 1)
p[:40] = np.round(p[:40], 1)      # some on the edges of bins
p[40:44] = 0.0, 1.0, 0.0, 1.0     # some sure
o = (random.random(400) < truth).astype(float)
o[40:44] = 0, 1, 1, 0             # and of those two wrong
write("binary_forecasts.csv", ("probability", "occurred"), zip(p, o))

floor = 1 / 20000
bins = np.minimum(np.digitize(p, np.arange(11) / 10) - 1, 9)
reliability = resolution = variance = covariance = 0.0
rows = []
for k in np.unique(bins):
    f, y = p[bins == k], o[bins == k]
    reliability += len(f) * (f.mean() - y.mean()) ** 2 / len(p)
    resolution += len(f) * (y.mean() - o.mean()) ** 2 / len(p)
    variance += len(f) * np.var(f) / len(p)
    covariance += 2 * len(f) * np.cov(f, y, bias=True)[0, 1] / len(p)
    low, high = proportion_confint(y.sum(), len(y), alpha=0.1, method="wilson")
    rows.append((k, len(f), f.mean(), y.mean(), low, high))
write("binary_bins.csv", ("bin", "count", "probability", "frequency", "lower90", "upper90"), rows)
write(
    "binary_scores.csv",
    ("brier", "log", "reliability", "resolution", "uncertainty", "variance", "covariance"),
    [(brier_score_loss(o, p), log_loss(o, np.clip(p, floor, 1 - floor)), reliability, resolution,
      np.var(o), variance, covariance)])
