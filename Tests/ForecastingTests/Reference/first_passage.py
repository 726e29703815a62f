"""First passage of a Gaussian random walk looked at once a year, by numerical convolution.

The density of paths that have stayed below the barrier is carried forward on a fine grid; what is
missing from it has passed. Writes first_passage.csv beside this file. Needs numpy and scipy.
"""
import csv, math, pathlib
import numpy as np
from scipy.signal import fftconvolve
from scipy.stats import norm

def passage(distance, drift, deviation, years, cells=12000):
    width = distance + 9 * deviation * math.sqrt(years) + abs(drift) * years
    edges = np.linspace(distance - width, distance, cells + 1)
    dx = edges[1] - edges[0]
    middle = (edges[:-1] + edges[1:]) / 2
    shift = np.arange(-cells + 1, cells) * dx
    kernel = norm.cdf(shift + dx / 2, drift, deviation) - norm.cdf(shift - dx / 2, drift, deviation)
    mass = norm.cdf(middle + dx / 2, drift, deviation) - norm.cdf(middle - dx / 2, drift, deviation)
    passed = [1 - mass.sum()]
    for _ in range(1, years):
        mass = fftconvolve(mass, kernel)[cells - 1:2 * cells - 1]
        passed.append(1 - mass.sum())
    return passed

rows = []
for drift in (0.0, 0.02, -0.01):
    p = passage(-math.log(0.6), drift, 0.07 * math.sqrt(2), 50)
    rows += [(drift, year, f"{p[year - 1]:.6f}") for year in (5, 10, 20, 35, 50)]
with open(pathlib.Path(__file__).with_name("first_passage.csv"), "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(("drift", "years", "probability"))
    out.writerows(rows)
