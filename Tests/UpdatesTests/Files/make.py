"""Makes the small files of publishers that the tests read, with figures of the embedded tables.

    python3 Tests/UpdatesTests/Files/make.py        # needs openpyxl 3.1 and xlsxwriter 3.2

The layouts are those of the publishers' own files; the figures are those of datasets/, except for
the sheets of SIPRI, whose shares are the World Bank's copies of them and whose dollars are made.
"""
import csv, io, json, pathlib, zipfile, gzip
import openpyxl, xlsxwriter

HERE = pathlib.Path(__file__).parent
DATA = HERE.parents[2] / "datasets"
STATES = {"CHN": "China", "USA": "United States of America", "GBR": "United Kingdom",
          "RUS": "Russia", "SUN": "USSR", "CIV": "Côte d'Ivoire", "KOR": "Korea, South",
          "COD": "Congo, DR", "XYN": "Yemen, North"}


def table(name):
    found = {}
    with open(DATA / f"{name}.csv") as file:
        for row in csv.DictReader(file):
            found[row["iso3"], row["series"], int(row["year"])] = row["value"]
    return found


def sipri():
    """A preamble, headings of regions, notes, both kinds of missing; strings shared."""
    shares = table("world-bank")
    years = range(1949, 2026)
    book = xlsxwriter.Workbook(HERE / "SIPRI-Milex-data-1949-2025.xlsx",
                               {"constant_memory": False})
    bold = book.add_format({"bold": True})
    front = book.add_worksheet("Front page")
    front.write(0, 0, "SIPRI Military Expenditure Database")
    front.write(3, 0, "© SIPRI 2026")
    book.add_worksheet("Regional totals").write(0, 0, "Military expenditure by region")
    book.add_worksheet("Local currency calendar years").write(0, 0, "in local currency")
    for sheet, words, kind in (
            ("Constant (2024) US$", "in constant (2024) US$ m., 1949-2025", "constant"),
            ("Current US$", "in current US$ m., presented according to calendar year", "current"),
            ("Share of GDP", "as percentage of gross domestic product", "share")):
        page = book.add_worksheet(sheet)
        page.write(0, 0, f"Military expenditure by country, {words}, © SIPRI 2026")
        page.write_rich_string(1, 0, "Figures in ", bold, "blue", " are SIPRI estimates. ",
                               "Figures in red indicate highly uncertain data.")
        page.write(2, 0, '". ." = data unavailable. "xxx" = country did not exist or was not '
                         'independent during all or part of the year in question.')
        first = 3 if kind == "constant" else 2
        page.write(5, 0, "Country")
        page.write(5, first - 1, "Notes")
        for index, year in enumerate(years):
            page.write(5, first + index, year)
        line = 6
        for region, codes in (("Africa", ()), ("sub-Saharan Africa", ("COD", "CIV")),
                              ("Americas", ()), ("North America", ("USA",)),
                              ("Asia & Oceania", ()), ("East Asia", ("CHN", "KOR")),
                              ("Europe", ()), ("Eastern Europe", ("RUS", "SUN")),
                              ("Western Europe", ("GBR",)), ("Middle East", ("XYN",))):
            page.write(line, 0, region, bold)
            line += 1
            for code in codes:
                page.write(line, 0, STATES[code])
                page.write(line, first - 1, "‖ 4")
                for index, year in enumerate(years):
                    value = cell(code, year, kind, shares)
                    page.write(line, first + index, value)
                line += 1
        page.write(line + 1, 0, "Notes: see the sheet Footnotes.")
    book.add_worksheet("Footnotes").write(0, 0, "1. Figures are for the financial year.")
    book.close()


def cell(code, year, kind, shares):
    if code == "RUS" and year < 1992 or code == "SUN" and year > 1991:
        return "xxx"
    if code == "XYN" and year > 1990:
        return "xxx"
    share = shares.get((code, "MS.MIL.XPND.GD.ZS", year))
    # A year more than the World Bank has, and figures that only SIPRI has.
    if code == "CHN" and year == 2025:
        share = 1.75
    if code == "USA" and year == 2025:
        share = 3.1
    if code == "USA" and 1949 <= year < 1960:
        share = 9.5
    if code == "SUN" and year >= 1988:
        share = 12.5
    if share is None:
        return ". ." if kind == "current" else "..."
    fraction = float(share) / 100
    if kind == "share":
        return fraction
    product = shares.get((code, "NY.GDP.MKTP.CD", year))
    if product is None:
        return "..."
    return round(float(product) * fraction / 1e6, 3)


def maddison():
    """The sheet Full data, written with openpyxl, whose texts are shared; and one other."""
    figures = table("maddison")
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Introduction"
    notes.append(["Maddison Project Database (MPD) 2023"])
    notes.append(["gdppc", "Real GDP per capita in 2011$"])
    page = book.create_sheet("Full data")
    page.append(["countrycode", "country", "region", "year", "gdppc", "pop"])
    for code in ("CHN", "GBR", "SUN", "USA"):
        for year in sorted({y for c, s, y in figures if c == code}):
            page.append([code, STATES[code], "A region", year] +
                        [number(figures.get((code, name, year))) for name in ("gdppc", "pop")])
    book.save(HERE / "mpd2023_web.xlsx")


def penn():
    figures = table("penn")
    names = ["rgdpna", "rnna", "rtfpna", "hc", "pop", "csh_i"]
    book = openpyxl.Workbook()
    book.active.title = "Info"
    book.active.append(["Penn World Table, version 10.01"])
    legend = book.create_sheet("Legend")
    legend.append(["Variable name", "Variable definition"])
    legend.append(["rgdpna", "Real GDP at constant 2017 national prices (in mil. 2017US$)"])
    page = book.create_sheet("Data")
    page.append(["countrycode", "country", "currency_unit", "year", "rgdpe"] + names)
    for code in ("CHN", "GBR", "USA"):
        for year in range(1950, 2020):
            page.append([code, STATES[code], "A currency", year, None] +
                        [number(figures.get((code, name, year))) for name in names])
    book.save(HERE / "pwt1001.xlsx")


def penn_eleven():
    """Version 11: the same growth to 2019 in prices of 2021, and four more years of two percent."""
    figures = table("penn")
    names = ["pop", "hc", "rgdpna", "rnna", "rtfpna", "csh_i"]
    prices = {"CHN": 1.21, "GBR": 1.07, "USA": 1.11}
    book = openpyxl.Workbook()
    book.active.title = "Info"
    book.active.append(["Penn World Table, version 11.0"])
    legend = book.create_sheet("Legend")
    legend.append(["Variable name", "Variable definition"])
    legend.append(["rgdpna", "Real GDP at constant 2021 national prices (in mil. 2021US$)"])
    legend.append(["rtfpna", "TFP at constant national prices (2021=1)"])
    page = book.create_sheet("Data")
    page.append(["countrycode", "country", "currency_unit", "year", "rgdpe", "rgdpo", "avh"] + names)
    for code, factor in prices.items():
        def value(name, year):
            last = number(figures.get((code, name, min(year, 2019))))
            if last is None:
                return None
            if name in ("rgdpna", "rnna"):
                return last * factor * 1.02 ** max(0, year - 2019)
            return last * 0.98 if name == "rtfpna" else last
        for year in range(1950, 2024):
            page.append([code, STATES[code], "A currency", year, None, None, None] +
                        [value(name, year) for name in names])
    book.save(HERE / "pwt110.xlsx")


def number(text):
    return None if text is None else float(text)


def capabilities():
    """The abridged table in an archive in an archive, with −9 and numbers without a zero."""
    figures = table("nmc")
    names = ["milex", "milper", "irst", "pec", "tpop", "upop", "cinc"]
    states = [("USA", 2, "USA"), ("UKG", 200, "GBR"), ("GMY", 255, "DEU"), ("GFR", 260, "DEU"),
              ("GFR", 260, "XWG"), ("RUS", 365, "RUS"), ("RUS", 365, "SUN"), ("YUG", 345, "YUG"),
              ("YUG", 345, "SRB"), ("CHN", 710, "CHN")]
    lines = []
    for short, digits, code in states:
        for year in range(1816, 2023):
            if short == "GMY" and 1954 <= year <= 1989 or short == "GFR" and code == "DEU" and \
                    not 1954 <= year <= 1989:
                continue
            row = [figures.get((code, name, year)) for name in names]
            if any(row):
                cells = [("-9" if value is None else value.removeprefix("0")
                          if value.startswith("0.") else value) for value in row]
                lines.append(",".join([short, str(digits), str(year)] + cells + ["2025"]))
    text = "stateabb,ccode,year," + ",".join(names) + ",version\r\n"
    text += "".join(line + "\r\n" for line in lines)
    inner = zipped({"NMC-70-abridged.csv": text.encode()})
    (HERE / "NMCv7.zip").write_bytes(zipped({
        "NMCv7/NMC-v7-abridged.zip": inner, "__MACOSX/NMCv7/._NMC-v7-abridged.zip": b"x",
        "NMCv7/codebook.txt": b"A codebook."}))


def zipped(files):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content,
                             zipfile.ZIP_DEFLATED)
    return memory.getvalue()


def population():
    figures = table("un-wpp")
    head = ("SortOrder,LocID,Notes,ISO3_code,ISO2_code,SDMX_code,LocTypeID,LocTypeName,ParentID,"
            "Location,VarID,Variant,Time,MidPeriod,PopMale,PopFemale,PopTotal,PopDensity\n")
    variants = {"Medium": "pop_total", "Lower 80 PI": "pop_80l", "Upper 80 PI": "pop_80u",
                "Lower 95 PI": "pop_95l", "Upper 95 PI": "pop_95u"}
    lines = ['1,900,"",,,1,1,World,0,World,2,Medium,2024,2024.5,1,1,8161972.572,62.6\n']
    for code in ("CHN", "USA"):
        for variant, series in variants.items():
            for year in range(2015, 2031):
                value = figures.get((code, series, year))
                if value is None:
                    continue
                lines.append(f'2,156,"",{code},XX,156,4,Country/Area,906,"{STATES[code]}",2,'
                             f'{variant},{year},{year}.5,,,{float(value) / 1000:.3f},1\n')
                lines.append(f'2,156,"",{code},XX,156,4,Country/Area,906,"{STATES[code]}",3,'
                             f'High,{year},{year}.5,,,1,1\n')
    (HERE / "WPP2024_TotalPopulationBySex.csv.gz").write_bytes(
        gzip.compress(("\ufeff" + head + "".join(lines)).encode(), mtime=0))
    head = ("SortOrder,LocID,Notes,ISO3_code,ISO2_code,SDMX_code,LocTypeID,LocTypeName,ParentID,"
            "Location,VarID,Variant,Time,MidPeriod,AgeGrp,AgeGrpStart,AgeGrpSpan,PopMale,"
            "PopFemale,PopTotal\n")
    lines = []
    for code in ("CHN", "USA"):
        for year in range(2020, 2024):
            value = int(figures[code, "pop_15_64", year])
            for age in range(0, 101):
                part = value // 50 + (value % 50 if age == 15 else 0)
                span = -1 if age == 100 else 1
                lines.append(f'2,156,"",{code},XX,156,4,Country/Area,906,"{STATES[code]}",2,'
                             f'Medium,{year},{year}.5,{age},{age},{span},,,{part / 1000:.3f}\n')
    (HERE / "WPP2024_PopulationBySingleAgeSex_Medium_1950-2023.csv.gz").write_bytes(
        gzip.compress((head + "".join(lines)).encode(), mtime=0))


def world_bank():
    """The download of one indicator: two lines of preamble and a wide table, in an archive."""
    figures = table("world-bank")
    name, title = "MS.MIL.XPND.GD.ZS", "Military expenditure (% of GDP)"
    years = range(1960, 2026)
    text = io.StringIO()
    text.write('\ufeff"Data Source","World Development Indicators",\n\n'
               '"Last Updated Date","2026-07-01",\n\n')
    write = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    head = ["Country Name", "Country Code", "Indicator Name", "Indicator Code"]
    write.writerow(head + [str(year) for year in years] + [""])
    for code, country in (("CHN", "China"), ("GBR", "United Kingdom"), ("USA", "United States"),
                          ("WLD", "World")):
        write.writerow([country, code, title, name] +
                       [figures.get((code, name, year), "") for year in years] + [""])
    (HERE / "API_MS.MIL.XPND.GD.ZS_DS2_en_csv_v2.zip").write_bytes(zipped({
        "Metadata_Indicator_API_MS.MIL.XPND.GD.ZS_DS2_en_csv_v2.csv": b'"INDICATOR_CODE"\n',
        "API_MS.MIL.XPND.GD.ZS_DS2_en_csv_v2.csv": text.getvalue().encode(),
        "Metadata_Country_API_MS.MIL.XPND.GD.ZS_DS2_en_csv_v2.csv": b'"Country Code"\n'}))


def monetary_fund():
    """An answer of the DataMapper; figures of October 2025 in round numbers."""
    (HERE / "NGDPD.json").write_text(json.dumps({
        "values": {"NGDPD": {
            "USA": {"2023": 27720.7, "2024": 29184.9, "2025": 30615.7, "2026": 31821.3},
            "CHN": {"2023": 18270.4, "2024": 18743.8, "2025": 19398.6, "2026": None},
            "WEOWORLD": {"2024": 110000.0}, "ADVEC": {"2024": 65000.0},
            "UVK": {"2024": 11.2}}},
        "api": {"version": "1", "output-method": "json"}}, indent=1) + "\n")
    (HERE / "indicators.json").write_text(json.dumps({
        "indicators": {"NGDPD": {
            "label": "GDP, current prices", "unit": "Billions of U.S. dollars",
            "source": "World Economic Outlook (October 2025)", "dataset": "WEO"}},
        "api": {"version": "1", "output-method": "json"}}, indent=1) + "\n")


for make in (sipri, maddison, penn, penn_eleven, capabilities, population, world_bank, monetary_fund):
    make()
