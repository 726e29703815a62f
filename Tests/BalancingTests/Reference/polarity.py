"""Concentration, leader and movement among the majors, from the embedded tables alone.

    python3 polarity.py > polarity.csv
"""

import csv
import math
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../datasets")

spells = [row for row in csv.DictReader(open(f"{FOLDER}/memberships.csv")) if row["group"] == "MAJORS"]
index = {}
for row in csv.DictReader(open(f"{FOLDER}/nmc.csv")):
    if row["series"] == "cinc":
        index[row["iso3"], int(row["year"])] = float(row["value"])


def shares(year):
    listed = min(year, 2016)
    members = [s["iso3"] for s in spells if int(s["first_year"]) <= listed <= int(s["last_year"])]
    levels = {m: index[m, year] for m in members}
    whole = math.fsum(levels.values())
    return {m: level / whole for m, level in levels.items()}


print("year,powers,concentration,herfindahl,leader_share,second_ratio,movement")
earlier = None
for year in range(1816, 2023):
    now = shares(year)
    ordered = sorted(now.values(), reverse=True)
    count = len(ordered)
    squares = math.fsum(s * s for s in ordered)
    concentration = math.sqrt((squares - 1 / count) / (1 - 1 / count))
    movement = -1.0
    if earlier and set(earlier) == set(now):
        moved = math.fsum(abs(now[m] - earlier[m]) for m in now)
        movement = moved / (2 * (1 - min(earlier.values())))
    print(year, count, *(f"{x:.15g}" for x in (
        concentration, squares, ordered[0], ordered[1] / ordered[0], movement)), sep=",")
    earlier = now
