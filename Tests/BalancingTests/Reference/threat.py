"""The gravest threats to some states in some years, from the embedded tables alone.

    python3 threat.py > threat.csv

A row a threat: the place of the state and year below, that of the power among the codes in order,
and its level over the gravest one's. Standard weights; nothing is carried on, so that in 1938 votes,
which begin in 1946, and later nothing is left out.
"""

import csv
import math
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../datasets")
CASES = [("FRA", 1938), ("POL", 1985), ("IND", 2005)]

power, spending = {}, {}
for row in csv.DictReader(open(f"{FOLDER}/nmc.csv")):
    if row["series"] == "cinc":
        power[row["iso3"], int(row["year"])] = float(row["value"])
    if row["series"] == "milex":
        spending[row["iso3"], int(row["year"])] = float(row["value"])


def rows(name):
    return list(csv.DictReader(open(f"{FOLDER}/relations/{name}.csv")))


capitals, borders, disputes, points = rows("capitals"), rows("contiguity"), rows("disputes"), {}
for row in rows("ideal-points"):
    points[row["iso3"], int(row["year"])] = float(row["point"])
first_dispute = min(int(r["year"]) for r in disputes)
last_dispute = max(int(r["year"]) for r in disputes)


def seat(state, year):
    state = "RUS" if state == "SUN" else state
    for row in capitals:
        if row["iso3"] == state and int(row["first_year"]) <= year <= int(row["last_year"] or 9999):
            return math.radians(float(row["latitude"])), math.radians(float(row["longitude"]))


def distance(a, b, year):
    one, other = seat(a, year), seat(b, year)
    if not one or not other:
        return None
    cosine = (math.sin(one[0]) * math.sin(other[0])
              + math.cos(one[0]) * math.cos(other[0]) * math.cos(one[1] - other[1]))
    return 6371.0088 * math.acos(min(1, cosine))


def share(table, state, year):
    whole = sum(v for (_, y), v in table.items() if y == year and v > 0)
    value = table.get((state, year), 0)
    return value / whole if value > 0 else None


def level(a, b, year):
    borders_land = any({r["iso3_a"], r["iso3_b"]} == {a, b} and r["kind"] == "1"
                       and int(r["first_year"]) <= year <= int(r["last_year"]) for r in borders)
    far = 0 if borders_land else distance(a, b, year)
    now, before = share(spending, a, year), share(spending, a, year - 5)
    if far is None or now is None or before is None:
        return None
    parts = [0.5 * math.log(share(power, a, year)), -far / 3000,
             0.5 * math.log(now * now / before)]
    count = sum({r["iso3_a"], r["iso3_b"]} == {a, b} and year - 10 < int(r["year"]) <= year
                for r in disputes)
    parts.append(math.log(1 + count))
    if year >= 1946:
        if (a, year) not in points or (b, year) not in points:
            return None
        parts.append(abs(points[a, year] - points[b, year]))
    return math.exp(sum(parts))


print("case,power,level")
for place, (state, year) in enumerate(CASES):
    codes = sorted(c for (c, y), v in power.items() if y == year and v > 0 and c != state)
    levels = [(level(c, state, year), i) for i, c in enumerate(codes)]
    known = sorted((v for v in levels if v[0] is not None), reverse=True)[:8]
    for value, index in known:
        print(place, index, repr(value / known[0][0]), sep=",")
