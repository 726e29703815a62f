"""One origin of a backtest of pooled growth in NumPy and SciPy: seconds of the clock.

The work of `primacy backtest --models pooled` on GDP: two indicators fitted by SciPy's Nelder-Mead as in
pooled_fit.py, 2,000 futures of 40 powers over 30 years, crossings of 450 pairs within four horizons, and the
quantiles and scores of every power's growth. Vectorised over futures, powers and pairs the way NumPy users
write it; on figures that are made up.
"""

import time

import numpy as np
from pooled_fit import fitted, made

POWERS, PAIRS, YEARS, FUTURES, HORIZONS = 40, 450, 30, 2000, (5, 10, 20, 30)
PROBABILITIES = [0.01, 0.025, 0.05, *(n / 10 for n in range(1, 10)), 0.25, 0.75, 0.95, 0.975, 0.99]


def drawn(random, levels, has_leader):
    """Logarithms of levels, a year, future and power."""
    correlation = np.full((POWERS, POWERS), 0.3)
    np.fill_diagonal(correlation, 1.0)
    factor = np.linalg.cholesky(correlation)
    drift = 0.01 * random.standard_normal((FUTURES, POWERS))
    slump = np.zeros((FUTURES, POWERS))
    x = np.tile(levels, (FUTURES, 1))
    paths = np.empty((YEARS, FUTURES, POWERS))
    for year in range(YEARS):
        scale = np.sqrt(3 / random.chisquare(5, (FUTURES, 1)))
        shock = 0.03 * scale * (random.standard_normal((FUTURES, POWERS)) @ factor.T)
        change = 0.0125 * (random.standard_normal((FUTURES, POWERS)) @ factor.T)
        growth = 0.02 + drift + shock
        if has_leader:
            gap = np.clip(x[:, :1] - x, -1, 3.5)
            growth += (0.005 + 0.001 * gap) * gap + 0.1 * slump
            slump = np.maximum(slump - growth, 0)
        x = x + growth
        drift = 0.85 * drift + change
        paths[year] = x
    return paths


def crps(sample, observed):
    """Of sorted samples, a column a power."""
    ranks = np.arange(1, len(sample) + 1)[:, None]
    spread = np.sum((2 * ranks - len(sample) - 1) * sample, axis=0) / len(sample) ** 2
    return np.abs(sample - observed).mean(axis=0) - spread


def origin(random, growth, levels, pairs):
    for _ in range(2):
        fitted(growth)
    paths = drawn(random, levels, True) + drawn(random, 0 * levels, False)
    scores = []
    passed = np.zeros((FUTURES, PAIRS), bool)
    for year in range(YEARS):
        passed |= paths[year][:, pairs[0]] >= paths[year][:, pairs[1]]
        if year + 1 not in HORIZONS:
            continue
        chance = (passed.sum(axis=0) + 0.5) / (FUTURES + 1)
        scores.append(np.mean(chance**2))
        sample = np.sort(paths[year] - levels, axis=0)
        scores.append(np.quantile(sample, PROBABILITIES, axis=0).mean())
        scores.append(crps(sample, 0.02 * (year + 1)).mean())
    return scores


def main():
    random = np.random.default_rng(1)
    growth = made(POWERS, 80)
    levels = -0.05 * np.arange(POWERS)
    pairs = np.array([(c, i) for i in range(POWERS) for c in range(i + 1, POWERS)][:PAIRS]).T
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        origin(random, growth, levels, pairs)
        times.append(time.perf_counter() - begin)
    print(sorted(times)[1])


main()
