#!/usr/bin/env python3
"""Assembles the panels from datasets/ a second time, without any of the package's code.

    python3 Tests/DatasetsTests/Reference/panels.py > Tests/DatasetsTests/Reference/panels.csv

Prints a figure of every indicator for some states and years: missing ones are left out, so that
the test also finds figures that should not be there.
"""
import csv
import math
import os

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.join(HERE, "..", "..", "..", "datasets")
POWERS = ("CHN USA SUN RUS YUG CSK DDR DEU TWN PRK CUB VEN YEM KWT CRI IND XAH XKX GBR JPN "
          "SYR BES XWG").split()
YEARS = [1816, 1820, 1850, 1870, 1900, 1913, 1918, 1919, 1938, 1945, 1949, 1950, 1960, 1975, 1988,
         1989, 1990, 1991, 1992, 1995, 2000, 2010, 2016, 2022, 2023, 2024, 2025, 2026, 2050, 2100]


def table(name):
    out = {}
    with open(os.path.join(FOLDER, name), newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            out[row["series"], row["iso3"], int(row["year"])] = float(row["value"])
    return out


wb, un, mad, penn, nmc = (
    table(n + ".csv") for n in ("world-bank", "un-wpp", "maddison", "penn", "nmc"))
bounds = {}
with open(os.path.join(FOLDER, "entities.csv"), newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        bounds[row["code"]] = (int(row["first_year"] or -9999), int(row["last_year"] or 9999))
codes = sorted(bounds)


def level(pairs):
    logs = [math.log(x) - math.log(y) for x, y in pairs if x and y and x > 0 and y > 0]
    return math.exp(math.fsum(logs) / len(logs)) if logs else None


panels = {}


def put(indicator, code, year, value, status):
    first, last = bounds[code]
    if value is not None and first <= year <= last:
        panels.setdefault(indicator, {})[code, year] = (value, status)


for series, indicator in (("pop_total", "population"), ("pop_15_64", "population.working_age")):
    for (s, code, year), value in un.items():
        if s == series and year <= 2025:
            put(indicator, code, year, value, "observed" if year <= 2023 else "projected")
with_un = {code for (s, code, _) in un if s == "pop_total"}
for code in codes:
    mine = {y: v for (s, c, y), v in mad.items() if s == "pop" and c == code and 1820 <= y <= 2025}
    if code not in with_un:
        for y, v in mine.items():
            put("population", code, y, v * 1000, "observed")
        continue
    k = level([(un.get(("pop_total", code, y)), mine.get(y)) for y in range(1950, 1960)])
    if k:
        for y, v in mine.items():
            if y < 1950:
                put("population", code, y, v * k, "spliced")
for series, indicator in (("pop_total", "population.un"), ("pop_80l", "population.un.lower80"),
                          ("pop_80u", "population.un.upper80"),
                          ("pop_95l", "population.un.lower95"),
                          ("pop_95u", "population.un.upper95")):
    for (s, code, year), value in un.items():
        if s == series and year >= 2024 and value > 0:
            put(indicator, code, year, value, "projected")

population = {k: v for k, (v, _) in panels["population"].items()}
PPP = "NY.GDP.MKTP.PP.KD"


def bank(code, year):
    product, people = wb.get((PPP, code, year)), population.get((code, year))
    return product / people if product and people else None


united_states = level([(bank("USA", y), mad.get(("gdppc", "USA", y))) for y in range(1990, 2023)])
for code in codes:
    covered = sorted(y for (s, c, y) in wb if s == PPP and c == code)
    older = {y: v for (s, c, y), v in mad.items() if s == "gdppc" and c == code and y >= 1820}
    if covered:
        common = [y for y in range(1990, 2026) if bank(code, y) and older.get(y)][:5]
        k = level([(bank(code, y), older[y]) for y in common])
    else:
        k = united_states
    for y, v in older.items():
        if k and y < (covered[0] if covered else 2026):
            put("gdp_per_capita.ppp", code, y, v * k, "spliced")
    for y in covered:
        put("gdp_per_capita.ppp", code, y, bank(code, y), "observed")
    last, growth = wb.get((PPP, code, 2024)), wb.get(("NY.GDP.MKTP.KD.ZG", code, 2025))
    if last and growth is not None and population.get((code, 2025)):
        put("gdp_per_capita.ppp", code, 2025,
            last * (1 + growth / 100) / population[code, 2025], "spliced")

heads = panels["gdp_per_capita.ppp"]


def price(code, year):
    cd = wb.get(("NY.GDP.MKTP.CD", code, year))
    if not cd or (code, year) not in population or (code, year) not in heads:
        return None
    return cd / (population[code, year] * heads[code, year][0])


for code in codes:
    for year in range(1960, 2026):
        p, unit = price(code, year), price("USA", year)
        if p and unit:
            put("price_level", code, year, p / unit, heads[code, year][1])

SHARE = "MS.MIL.XPND.GD.ZS"
for code in codes:
    share = {y: v / 100 for (s, c, y), v in wb.items() if s == SHARE and c == code}
    older = {}
    for y in range(1960, 2026):
        spent, cd = nmc.get(("milex", code, y)), wb.get(("NY.GDP.MKTP.CD", code, y))
        if spent is not None and cd:
            older[y] = spent * 1000 / cd
    for y, v in share.items():
        if v < 1:
            put("burden", code, y, v, "observed")
    if not share:
        continue
    common = [y for y in sorted(share) if share[y] > 0 and older.get(y, 0) > 0][:5]
    k = level([(share[y], older[y]) for y in common])
    for y, v in older.items():
        if k and y < min(share) and v * k < 1:
            put("burden", code, y, v * k, "spliced")

for source, names in ((nmc, {"milper": "military_personnel", "irst": "iron_steel",
                             "pec": "primary_energy", "upop": "urban_population",
                             "tpop": "population.cow", "milex": "military_spending.cow",
                             "cinc": "cinc.cow"}),
                      (penn, {"rnna": "capital", "hc": "human_capital",
                              "rtfpna": "productivity"}),
                      (wb, {"NY.GDP.MKTP.CD": "gdp.current", "PA.NUS.FCRF": "exchange_rate"})):
    for (s, code, year), value in source.items():
        if s in names:
            put(names[s], code, year, value, "observed")

print("indicator,power,year,value,status")
for indicator in sorted(panels):
    for code in sorted(POWERS):
        for year in YEARS:
            if (code, year) in panels[indicator]:
                value, status = panels[indicator][code, year]
                print(f"{indicator},{code},{year},{value!r},{status}")
