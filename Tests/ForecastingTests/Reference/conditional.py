"""The exact conditional distribution of correlated random walks, by numpy.

Three powers walk with drift on the logarithmic scale; two levels are given. Writes the mean and the
standard deviation of every power's logarithm in every year to conditional.csv beside this file.
"""
import csv, pathlib
import numpy as np

start = np.log(np.array([1.0, 0.6, 0.3]))
drift = np.array([0.01, 0.03, 0.0])
deviation = np.array([0.02, 0.05, 0.04])
correlation = np.array([[1.0, 0.5, 0.0], [0.5, 1.0, -0.4], [0.0, -0.4, 1.0]])
years = range(2026, 2036)
given = {(1, 2028): np.log(0.75), (0, 2027): np.log(0.99)}

cells = [(row, year) for year in years for row in range(3)]
mean = np.array([start[r] + drift[r] * (y - 2025) for r, y in cells])
shocks = np.outer(deviation, deviation) * correlation
cov = np.array([[shocks[r, s] * (min(y, z) - 2025) for s, z in cells] for r, y in cells])
at = [cells.index(cell) for cell in given]
gain = cov[:, at] @ np.linalg.inv(cov[np.ix_(at, at)])
posterior = mean + gain @ (np.array(list(given.values())) - mean[at])
spread = np.sqrt(np.maximum(np.diag(cov - gain @ cov[at, :]), 0))

with open(pathlib.Path(__file__).with_name("conditional.csv"), "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["row", "year", "mean", "deviation"])
    for (row, year), m, s in zip(cells, posterior, spread):
        out.writerow([row, year, repr(float(m)), repr(float(s))])
