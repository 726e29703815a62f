"""First passage of correlated random walks in NumPy: seconds a power and year.

The work of Benchmarks+Kernel.swift, vectorised over futures the way NumPy users write it.
"""

import time

import numpy as np

POWERS, YEARS, FUTURES, CHUNK = 30, 50, 131072, 4096


def main():
    correlation = np.full((POWERS, POWERS), 0.3)
    np.fill_diagonal(correlation, 1.0)
    factor = 0.03 * np.linalg.cholesky(correlation)
    drift = 0.02 + 0.001 * np.arange(POWERS)
    level = -0.05 * np.arange(POWERS)
    times = []
    for run in range(3):
        random = np.random.default_rng(run)
        begin = time.process_time()
        crossed = np.zeros(POWERS)
        for _ in range(0, FUTURES, CHUNK):
            shocks = random.standard_normal((CHUNK, YEARS, POWERS)) @ factor.T
            paths = level + np.cumsum(drift + shocks, axis=1)
            crossed += (paths >= paths[:, :, :1]).any(axis=1).sum(axis=0)
        times.append(time.process_time() - begin)
    print(sorted(times)[1] / (POWERS * YEARS * FUTURES))


main()
