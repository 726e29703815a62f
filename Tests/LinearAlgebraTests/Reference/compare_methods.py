"""The digits that NumPy's plain methods reach on the NIST sets, for Note 01.

Run from any directory: python3 compare_methods.py > compare_methods.txt
lstsq is LAPACK's dgelsd; scaled is QR after columns were scaled by powers of two.
"""

import contextlib
import io
from pathlib import Path

import numpy as np

with contextlib.redirect_stdout(io.StringIO()):
    import check_nist


def digits(have, want):
    errors = [abs(h - w) / (abs(w) or 1) for h, w in zip(have, want)]
    return min(15 if e == 0 else min(15, max(0, -np.log10(e))) for e in errors)


def by_qr(a, y):
    q, r = np.linalg.qr(a)
    x = np.linalg.solve(r, q.T @ y)
    residual = y - a @ x
    variance = residual @ residual / (len(y) - len(x))
    return x, np.sqrt(variance * np.sum(np.linalg.inv(r) ** 2, axis=1))


def problem(fields):
    rows, y = check_nist.design(fields, rounded=True)
    a = np.array(rows, float)
    if fields["model"][0] == "polynomial":
        x = np.array([float(o[1]) for o in fields["observation"]])
        a = np.cumprod(np.column_stack([np.ones_like(x)] + [x] * (a.shape[1] - 1)), axis=1)
    return a, np.array(y, float)


print("           digits of coefficients        s.e.   rank")
print("set        normal lstsq    qr  scaled     qr  lstsq  condition  scaled")
for name in check_nist.ORDER:
    fields = check_nist.read(Path(__file__).parent / "nist" / f"{name}.txt")
    a, y = problem(fields)
    beta, error = (list(map(float, v)) for v in zip(*fields["coefficient"]))
    scale = 2.0 ** np.floor(np.log2(np.linalg.norm(a, axis=0)))
    svd, _, rank, _ = np.linalg.lstsq(a, y, rcond=None)
    qr, qr_error = by_qr(a, y)
    found = [np.linalg.solve(a.T @ a, a.T @ y), svd, qr, by_qr(a / scale, y)[0] / scale]
    text = "".join("%7.1f" % digits(x, beta) for x in found)
    text += "%7.1f %6d" % (digits(qr_error, error), rank)
    print(f"{name:10}{text}{np.linalg.cond(a):11.1e}{np.linalg.cond(a / scale):8.1e}")
