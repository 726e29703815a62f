"""Richardson's equations of China and the United States, from the embedded tables alone.

    python3 arms_race.py > arms_race.csv

Columns: the posterior means of first and second reaction, fatigue and grievance; the probability of
stability, from 200,000 draws by Python's own generator (standard error 0.001).
"""

import csv
import os
import random

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../datasets")
REACTION, FATIGUE, SPREAD = 0.1, 0.1, 0.1

burden = {}
for row in csv.DictReader(open(f"{FOLDER}/world-bank.csv")):
    if row["series"] == "MS.MIL.XPND.GD.ZS" and row["iso3"] in ("CHN", "USA"):
        burden[row["iso3"], int(row["year"])] = float(row["value"])
years = range(1989, 2025)
china = [burden["CHN", y] for y in years]
america = [burden["USA", y] for y in years]


def solve(a, b):
    """Gauss and Jordan on a copy."""
    n = len(a)
    m = [row[:] + [right] for row, right in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r != i:
                f = m[r][i] / m[i][i]
                m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def posterior(own, other):
    n = len(own) - 1
    z = [own[i + 1] - own[i] for i in range(n)]
    x = [(other[i], -own[i], 1.0) for i in range(n)]
    gram = [[sum(r[i] * r[j] for r in x) for j in range(3)] for i in range(3)]
    right = [sum(r[i] * v for r, v in zip(x, z)) for i in range(3)]
    plain = solve(gram, right)
    rss = sum((v - sum(c * e for c, e in zip(plain, r))) ** 2 for r, v in zip(x, z))
    variance = rss / (n - 3)
    precision = [variance / REACTION**2, variance / SPREAD**2, 0.0]
    centre = [0.0, FATIGUE, 0.0]
    lam = [[gram[i][j] + (precision[i] if i == j else 0) for j in range(3)] for i in range(3)]
    full = [right[i] + precision[i] * centre[i] for i in range(3)]
    mean = solve(lam, full)
    s = (sum(v * v for v in z) + sum(p * c * c for p, c in zip(precision, centre))
         - sum(m * f for m, f in zip(mean, full)))
    inverse = [solve(lam, [1.0 if i == j else 0.0 for i in range(3)]) for j in range(3)]
    return n, mean, s, inverse


def root(a):
    lower = [[0.0] * 3 for _ in range(3)]
    for i in range(3):
        for j in range(i + 1):
            rest = a[i][j] - sum(lower[i][k] * lower[j][k] for k in range(j))
            lower[i][j] = rest**0.5 if i == j else rest / lower[j][j]
    return lower


def draw(n, mean, s, lower, source):
    deviation = (s / source.gammavariate(n / 2, 2)) ** 0.5
    e = [source.gauss(0, 1) for _ in range(3)]
    return [m + deviation * sum(r * x for r, x in zip(row, e)) for m, row in zip(mean, lower)]


one, two = posterior(china, america), posterior(america, china)
source = random.Random(7)
lowers = root(one[3]), root(two[3])
stable = 0
COUNT = 200_000
for _ in range(COUNT):
    k, a, _g = draw(*one[:3], lowers[0], source)
    l, b, _h = draw(*two[:3], lowers[1], source)
    stable += a * b > k * l and a + b > 0
print("first_reaction,first_fatigue,first_grievance,second_reaction,second_fatigue,"
      "second_grievance,stable")
print(",".join(repr(v) for v in one[1] + two[1] + [stable / COUNT]))
