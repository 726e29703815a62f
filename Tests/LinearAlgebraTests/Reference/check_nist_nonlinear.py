"""Solves every nonlinear NIST set in 50 digits and counts the digits of the certified values.

Run from any directory: python3 check_nist_nonlinear.py > check_nist_nonlinear.txt

The decimals of a file are taken as exact. Gauss and Newton's steps start at the certified
parameters; derivatives are central differences of 1e-17 of a parameter, in 60 digits. A typing
error in any datum or certified value shows as a set with fewer than 9 digits. The last columns
are SciPy's, `least_squares(method="lm")` in doubles from the two starts, least over the
parameters: what MINPACK finds.
"""

from pathlib import Path

import mpmath as mp
import numpy as np
from scipy.optimize import least_squares

mp.mp.dps = 60


def gauss(b, x, m):
    peaks = ((b[2], b[3], b[4]), (b[5], b[6], b[7]))
    return b[0] * m.exp(-b[1] * x) + sum(h * m.exp(-((x - c) ** 2) / w**2) for h, c, w in peaks)


def enso(b, x, m):
    value = b[0]
    for cosine, sine, period in ((b[1], b[2], 12), (b[4], b[5], b[3]), (b[7], b[8], b[6])):
        angle = 2 * m.pi * x / period
        value = value + cosine * m.cos(angle) + sine * m.sin(angle)
    return value


def cubic(b, x, m):
    return (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / (1 + x * (b[4] + x * (b[5] + x * b[6])))


def atan(m):
    return m.atan if m is mp else m.arctan


MODELS = {
    "Misra1a": lambda b, x, m: b[0] * (1 - m.exp(-b[1] * x)),
    "Misra1b": lambda b, x, m: b[0] * (1 - (1 + b[1] * x / 2) ** -2),
    "Misra1c": lambda b, x, m: b[0] * (1 - 1 / m.sqrt(1 + 2 * b[1] * x)),
    "Misra1d": lambda b, x, m: b[0] * b[1] * x / (1 + b[1] * x),
    "Chwirut1": lambda b, x, m: m.exp(-b[0] * x) / (b[1] + b[2] * x),
    "Chwirut2": lambda b, x, m: m.exp(-b[0] * x) / (b[1] + b[2] * x),
    "DanWood": lambda b, x, m: b[0] * x ** b[1],
    "Lanczos1": lambda b, x, m: sum(b[k] * m.exp(-b[k + 1] * x) for k in (0, 2, 4)),
    "Lanczos2": lambda b, x, m: sum(b[k] * m.exp(-b[k + 1] * x) for k in (0, 2, 4)),
    "Lanczos3": lambda b, x, m: sum(b[k] * m.exp(-b[k + 1] * x) for k in (0, 2, 4)),
    "Gauss1": gauss,
    "Gauss2": gauss,
    "Gauss3": gauss,
    "Kirby2": lambda b, x, m: (b[0] + x * (b[1] + x * b[2])) / (1 + x * (b[3] + x * b[4])),
    "Hahn1": cubic,
    "Nelson": lambda b, x, m: b[0] - b[1] * x[0] * m.exp(-b[2] * x[1]),
    "MGH17": lambda b, x, m: b[0] + b[1] * m.exp(-x * b[3]) + b[2] * m.exp(-x * b[4]),
    "Roszman1": lambda b, x, m: b[0] - b[1] * x - atan(m)(b[2] / (x - b[3])) / m.pi,
    "ENSO": enso,
    "MGH09": lambda b, x, m: b[0] * x * (x + b[1]) / (x * (x + b[2]) + b[3]),
    "Thurber": cubic,
    "BoxBOD": lambda b, x, m: b[0] * (1 - m.exp(-b[1] * x)),
    "Rat42": lambda b, x, m: b[0] / (1 + m.exp(b[1] - b[2] * x)),
    "MGH10": lambda b, x, m: b[0] * m.exp(b[1] / (x + b[2])),
    "Eckerle4": lambda b, x, m: b[0] / b[1] * m.exp(-((x - b[2]) / b[1]) ** 2 / 2),
    "Rat43": lambda b, x, m: b[0] / (1 + m.exp(b[1] - b[2] * x)) ** (1 / b[3]),
    "Bennett5": lambda b, x, m: b[0] * (b[1] + x) ** (-1 / b[2]),
}


def read(name):
    path = Path(__file__).parent / "nist-nonlinear" / f"{name}.txt"
    fields = {"parameter": [], "observation": []}
    for line in path.read_text().splitlines():
        key, *rest = line.split()
        if key in fields:
            fields[key].append(rest)
        elif key != "#":
            fields[key] = rest[0]
    return fields


def data(fields, name, number, log):
    y = [number(row[0]) for row in fields["observation"]]
    x = [[number(v) for v in row[1:]] for row in fields["observation"]]
    return [log(v) for v in y] if name == "Nelson" else y, x if name == "Nelson" else [r[0] for r in x]


def solve(name):
    fields = read(name)
    y, x = data(fields, name, mp.mpf, mp.log)
    b = [mp.mpf(row[0]) for row in fields["parameter"]]
    model = MODELS[name]
    for _ in range(40):
        residual = mp.matrix([v - model(b, u, mp) for u, v in zip(x, y)])
        jacobian = mp.matrix(len(y), len(b))
        for j in range(len(b)):
            h = abs(b[j]) * mp.mpf(10) ** -17
            up, down = ([v + s * h * (k == j) for k, v in enumerate(b)] for s in (1, -1))
            for i, u in enumerate(x):
                jacobian[i, j] = (model(up, u, mp) - model(down, u, mp)) / (2 * h)
        gram = jacobian.T * jacobian
        step = mp.lu_solve(gram, jacobian.T * residual)
        b = [v + step[k] for k, v in enumerate(b)]
        if max(abs(step[k] / v) for k, v in enumerate(b)) < mp.mpf(10) ** -25:
            break
    squares = sum(v**2 for v in residual)
    inverse = gram ** -1
    variance = squares / (len(y) - len(b))
    return b, [mp.sqrt(variance * inverse[k, k]) for k in range(len(b))], squares


def digits(have, want):
    have, want = mp.mpf(float(have)) if isinstance(have, np.floating) else have, mp.mpf(want)
    return float(min(11, max(0, -mp.log10(max(abs(have - want) / abs(want), mp.mpf(10) ** -20)))))


def minpack(name, start):
    fields = read(name)
    y, x = data(fields, name, float, np.log)
    x = np.array(x).T
    rows = fields["parameter"]
    with np.errstate(all="ignore"):
        try:
            found = least_squares(
                lambda b: np.nan_to_num(MODELS[name](b, x, np) - y, nan=1e10, posinf=1e10),
                [float(row[2 + start]) for row in rows],
                method="lm", x_scale="jac", ftol=1e-15, xtol=1e-15, gtol=1e-15, max_nfev=20000)
        except ValueError:
            return 0.0
    return min(digits(have, row[0]) for have, row in zip(found.x, rows))


if __name__ == "__main__":
    print(f"{'set':10} {'parameters':>11} {'s.e.':>5} {'squares':>8} {'start 1':>8} {'start 2':>8}")
    for name in MODELS:
        rows = read(name)["parameter"]
        found, errors, squares = solve(name)
        parameters = min(digits(h, row[0]) for h, row in zip(found, rows))
        standard = min(digits(h, row[1]) for h, row in zip(errors, rows))
        sums = digits(squares, read(name)["residualSumOfSquares"])
        print(f"{name:10} {parameters:11.1f} {standard:5.1f} {sums:8.1f}"
              f" {minpack(name, 0):8.1f} {minpack(name, 1):8.1f}")
