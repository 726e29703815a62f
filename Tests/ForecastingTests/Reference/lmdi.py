"""Logarithmic mean Divisia decomposition of a ratio of two coalitions, by numpy.

Draws members' drivers in two years from a fixed seed and takes the change of the logarithm of the
ratio apart. Writes the drivers' levels to lmdi_levels.csv (side, member, driver, first, last) and
their effects to lmdi_effects.csv (driver, challenger, incumbent) beside this file.
"""
import csv, pathlib
import numpy as np

random = np.random.default_rng(20)
members = [3, 2]
drivers = 4

def logarithmic_mean(a, b):
    return a if a == b else (a - b) / (np.log(a) - np.log(b))

folder = pathlib.Path(__file__).parent
effects = np.zeros((2, drivers))
with open(folder / "lmdi_levels.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["side", "member", "driver", "first", "last"])
    for side in range(2):
        first = np.exp(random.normal(0, 1, (members[side], drivers)))
        last = first * np.exp(random.normal(0.1, 0.5, (members[side], drivers)))
        sums = first.prod(axis=1).sum(), last.prod(axis=1).sum()
        for member in range(members[side]):
            weight = logarithmic_mean(last[member].prod(), first[member].prod())
            weight /= logarithmic_mean(sums[1], sums[0])
            effects[side] += weight * np.log(last[member] / first[member])
            for driver in range(drivers):
                out.writerow([side, member, driver, repr(float(first[member, driver])), repr(float(last[member, driver]))])
        assert abs(effects[side].sum() - np.log(sums[1] / sums[0])) < 1e-12
with open(folder / "lmdi_effects.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["driver", "challenger", "incumbent"])
    for driver in range(drivers):
        out.writerow([driver, repr(float(effects[0, driver])), repr(float(effects[1, driver]))])
