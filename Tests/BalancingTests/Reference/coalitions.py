"""Power indices and minimal coalitions of twelve made-up powers, by trying every coalition.

    python3 coalitions.py > coalitions.csv

Columns: the level, Shapley-Shubik, Banzhaf, minimal coalitions; the quota is half of the sum.
"""

from fractions import Fraction
from itertools import combinations
from math import factorial

LEVELS = [27000, 21000, 9500, 7600, 6100, 5900, 5200, 4800, 4300, 3900, 3200, 1500]
N = len(LEVELS)
QUOTA = Fraction(sum(LEVELS), 2)


def wins(members):
    return sum(LEVELS[m] for m in members) >= QUOTA


shapley = [Fraction(0)] * N
banzhaf = [Fraction(0)] * N
minimal = [0] * N
for size in range(N + 1):
    for members in combinations(range(N), size):
        if not wins(members):
            continue
        critical = [m for m in members if not wins([o for o in members if o != m])]
        for m in critical:
            shapley[m] += Fraction(factorial(size - 1) * factorial(N - size), factorial(N))
            banzhaf[m] += Fraction(1, 2 ** (N - 1))
        if len(critical) == size:
            for m in members:
                minimal[m] += 1

print("level,shapley_shubik,banzhaf,minimal")
for level, s, b, m in zip(LEVELS, shapley, banzhaf, minimal):
    print(f"{level},{float(s)!r},{float(b)!r},{m}")
