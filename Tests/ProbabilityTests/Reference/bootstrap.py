"""A block bootstrap of two columns, row by row and with another generator.

Writes bootstrap_rows.csv (the cases) and bootstrap.csv (for blocks of 1, 5 and 12 years: standard
error, 5 % and 95 % quantiles of the skill over 100,000 replicates, and the episodes).
Made with numpy 2.4.6.
"""
import numpy as np
from table import write

random = np.random.default_rng(4)
rows = []
for key, first, last in ((0, 1900, 1990), (1, 1900, 1944), (2, 1950, 1971), (2, 1985, 1990)):
    shock = 0.0
    for origin in range(first, last + 1, 2):
        shock = 0.8 * shock + random.normal(0, 0.12)
        for _ in range(random.integers(1, 6)):
            b = random.gamma(2, 0.1)
            rows.append((origin, key, b * np.exp(-0.2 + shock + random.normal(0, 0.3)), b))
write("bootstrap_rows.csv", ("origin", "key", "score", "reference"), rows)

data = np.array(rows)
origin, key = data[:, 0].astype(int), data[:, 1].astype(int)

def blocks(length):
    found = []
    for k in np.unique(key):
        for start in range(origin.min() - length + 1, origin.max() + 1):
            inside = (key == k) & (origin >= start) & (origin < start + length)
            if inside.any():
                found.append(data[inside, 2:].sum(axis=0))
    return np.array(found)

def episodes(length):
    count = 0
    for k in np.unique(key):
        years = sorted(set(origin[key == k]))
        while years:
            count += 1
            years = [year for year in years if year >= years[0] + length]
    return count

out = []
for length in (1, 5, 12):
    sums = blocks(length)
    draws = round(len(sums) / length)
    skills = []
    for _ in range(100):
        s = sums[random.integers(0, len(sums), (1000, draws))].sum(axis=1)
        skills.append(1 - s[:, 0] / s[:, 1])
    skills = np.concatenate(skills)
    out.append((length, skills.std(ddof=1), *np.quantile(skills, (0.05, 0.95)), episodes(length)))
write("bootstrap.csv", ("years", "error", "lower", "upper", "episodes"), out)
