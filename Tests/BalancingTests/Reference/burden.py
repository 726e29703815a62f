"""NATO's rank correlation of product and burden by year, from the embedded tables alone.

    python3 burden.py > burden.csv

The product is in current dollars; within a year its ranks and shares are those of any prices.
"""

import csv
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../datasets")

spells = [row for row in csv.DictReader(open(f"{FOLDER}/memberships.csv")) if row["group"] == "NATO"]
product, share = {}, {}
for row in csv.DictReader(open(f"{FOLDER}/world-bank.csv")):
    if row["series"] == "NY.GDP.MKTP.CD":
        product[row["iso3"], int(row["year"])] = float(row["value"])
    if row["series"] == "MS.MIL.XPND.GD.ZS":
        share[row["iso3"], int(row["year"])] = float(row["value"]) / 100


def ranks(values):
    return [sum(o < v for o in values) + (sum(o == v for o in values) + 1) / 2 for v in values]


def pearson(x, y):
    mx, my = sum(x) / len(x), sum(y) / len(y)
    xy = sum((a - mx) * (b - my) for a, b in zip(x, y))
    return xy / (sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y)) ** 0.5


print("year,members,rank_correlation,leader_share_milex,leader_share_gdp")
for year in range(2000, 2025):
    members = [s["iso3"] for s in spells
               if int(s["first_year"]) <= year <= int(s["last_year"] or 9999)]
    known = [m for m in members if (m, year) in product and (m, year) in share]
    size = [product[m, year] for m in known]
    burden = [share[m, year] for m in known]
    spent = [a * b for a, b in zip(size, burden)]
    leader = known.index("USA")
    print(year, len(known), repr(pearson(ranks(size), ranks(burden))),
          repr(spent[leader] / sum(spent)), repr(size[leader] / sum(size)), sep=",")
