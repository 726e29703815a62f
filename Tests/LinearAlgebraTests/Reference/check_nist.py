"""Solves every NIST set in exact fractions and counts the digits of the certified values.

Run from any directory: python3 check_nist.py > check_nist.txt

The decimals of a file are taken as exact, the normal equations are solved by Gauss's elimination
of fractions, and only square roots are taken in 60 digits. A typing error in any datum or
certified value shows as a set with fewer than 14 digits. The last columns repeat it with the
powers of x rounded to doubles first: what a library that is given those columns can reach.
"""

from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

getcontext().prec = 60
ORDER = ["Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley"]
ORDER += [f"Wampler{k}" for k in range(1, 6)]


def read(path):
    fields = {"coefficient": [], "observation": []}
    for line in path.read_text().splitlines():
        key, *rest = line.split()
        if key in ("coefficient", "observation"):
            fields[key].append([Fraction(x) for x in rest])
        elif key != "#":
            fields[key] = rest
    return fields


def design(fields, rounded):
    def exact(x):
        return Fraction(float(x)) if rounded else x

    rows = []
    for _, *x in fields["observation"]:
        x = [exact(v) for v in x]
        kind = fields["model"][0]
        if kind == "polynomial":
            rows.append([exact(x[0] ** k) for k in range(int(fields["model"][1]) + 1)])
        else:
            rows.append(([Fraction(1)] if kind == "linear" else []) + x)
    return rows, [exact(row[0]) for row in fields["observation"]]


def inverse(a):
    n = len(a)
    a = [row[:] + [Fraction(int(i == j)) for j in range(n)] for i, row in enumerate(a)]
    for k in range(n):
        pivot = next(i for i in range(k, n) if a[i][k] != 0)
        a[k], a[pivot] = a[pivot], a[k]
        a[k] = [v / a[k][k] for v in a[k]]
        for i in range(n):
            if i != k and a[i][k] != 0:
                a[i] = [u - a[i][k] * v for u, v in zip(a[i], a[k])]
    return [row[n:] for row in a]


def root(x):
    return (Decimal(x.numerator) / Decimal(x.denominator)).sqrt()


def fit(rows, y):
    n, p = len(rows), len(rows[0])
    gram = [[sum(r[i] * r[j] for r in rows) for j in range(p)] for i in range(p)]
    moment = [sum(r[i] * v for r, v in zip(rows, y)) for i in range(p)]
    g = inverse(gram)
    beta = [sum(a * b for a, b in zip(row, moment)) for row in g]
    rss = sum((v - sum(a * b for a, b in zip(r, beta))) ** 2 for r, v in zip(rows, y))
    constant = any(all(r[j] == rows[0][j] for r in rows) for j in range(p))
    mean = sum(y) / n if constant else 0
    variance = rss / (n - p)
    errors = [root(variance * g[i][i]) for i in range(p)]
    return beta, errors, root(variance), 1 - rss / sum((v - mean) ** 2 for v in y)


def digits(have, want):
    if not isinstance(have, Decimal):
        have = Decimal(have.numerator) / Decimal(have.denominator)
    want = Decimal(want.numerator) / Decimal(want.denominator)
    error = abs(have - want) / (abs(want) if want else 1)
    return 99.0 if error == 0 else float(-error.log10())


def worst(result, fields):
    beta, errors, sigma, r2 = result
    certified = fields["coefficient"]
    return (
        min(digits(b, c[0]) for b, c in zip(beta, certified)),
        min(digits(e, c[1]) for e, c in zip(errors, certified)),
        digits(sigma, Fraction(fields["residualStandardDeviation"][0])),
        digits(r2, Fraction(fields["rSquared"][0])),
    )


print("digits of:  exact columns                      columns rounded to doubles")
print("set         coefficient  s.e.  sigma    R2     coefficient  s.e.  sigma    R2")
for name in ORDER:
    fields = read(Path(__file__).parent / "nist" / f"{name}.txt")
    exact, rounded = (worst(fit(*design(fields, r)), fields) for r in (False, True))
    print(f"{name:10}" + "     ".join("%12.1f %6.1f %6.1f %6.1f" % d for d in (exact, rounded)))
    assert min(exact) > 13.9, f"{name} does not match its certified values"
