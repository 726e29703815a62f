"""Makes the archives that were made to harm; each is small, whatever it unpacks to.

    python3 Tests/UpdatesTests/Files/Hostile/make.py
"""
import gzip, io, pathlib, struct, zipfile

HERE = pathlib.Path(__file__).parent


def zipped(files):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return memory.getvalue()


HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006/relationships"


def workbook(sheet, texts, title):
    return zipped({
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{LINK}"><sheets>'
                           f'<sheet name="{title}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'{HEAD}<Relationships xmlns="{PACK}"><Relationship Id="rId1" Type="{LINK}/worksheet" '
            f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
            f'Type="{LINK}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": texts, "xl/worksheets/sheet1.xml": sheet})


# Thirty million noughts, a thousand to one.
(HERE / "bomb.zip").write_bytes(zipped({"xl/workbook.xml": b"0" * 30_000_000}))
(HERE / "bomb.gz").write_bytes(gzip.compress(b"0" * 30_000_000, 9, mtime=0))

# The directory and the entry say 10 bytes where there are 1000.
lying = bytearray(zipped({"a.csv": b"x" * 1000}))
for place in range(len(lying) - 4):
    if lying[place:place + 4] == struct.pack("<I", 1000):
        lying[place:place + 4] = struct.pack("<I", 10)
(HERE / "lying.zip").write_bytes(bytes(lying))

entities = "".join(f'<!ENTITY l{n} "{"&l%d;" % (n - 1) * 10}">' for n in range(1, 10))
(HERE / "laughs.xlsx").write_bytes(workbook(
    f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData/></worksheet>',
    f'{HEAD}<!DOCTYPE sst [<!ENTITY l0 "ha">{entities}]><sst xmlns="{MAIN}">'
    "<si><t>&l9;</t></si></sst>", "A"))

(HERE / "texts.xlsx").write_bytes(workbook(
    f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>inline &amp; &lt;here&gt;</t></is></c>'
    '<c r="B1"><v>1.5</v></c><c r="C1" t="s"><v>1</v></c></row>'
    '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="n"><v>-2.5E-1</v></c>'
    '<c r="D3" t="b"><v>1</v></c></row></sheetData></worksheet>',
    f'{HEAD}<sst xmlns="{MAIN}"><si><r><rPr><b/></rPr><t xml:space="preserve">bold </t></r>'
    "<r><t>and plain</t></r></si><si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si></sst>",
    "Texts &amp; more"))
