"""Effort beyond growth from 2019 to 2024, and China's growth of spending, from the table alone.

    python3 effort.py > effort.csv

A row a large spender: its place below, the first and the last burden, and the effort. Then a row a
year of China's spending: -1, the year, its growth in current yuan, and in current dollars.
"""

import csv
import math
import os

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../datasets")
POWERS = ["CHN", "DEU", "FRA", "GBR", "IND", "ISR", "JPN", "POL", "RUS", "SAU", "UKR", "USA"]

table = {}
for row in csv.DictReader(open(f"{FOLDER}/world-bank.csv")):
    table[row["series"], row["iso3"], int(row["year"])] = float(row["value"])


def burden(power, year):
    return table["MS.MIL.XPND.GD.ZS", power, year] / 100


print("place,first,last,effort")
for place, power in enumerate(POWERS):
    first, last = burden(power, 2019), burden(power, 2024)
    print(place, repr(first), repr(last), repr(math.log(last / first)), sep=",")


def growth(year, value):
    return value(year) / value(year - 1) - 1


def dollars(year):
    return burden("CHN", year) * table["NY.GDP.MKTP.CD", "CHN", year]


for year in range(2001, 2025):
    yuan = growth(year, lambda y: dollars(y) * table["PA.NUS.FCRF", "CHN", y])
    print(-1, year, repr(yuan), repr(growth(year, dollars)), sep=",")
