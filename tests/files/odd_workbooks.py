"""Workbooks made by hand, part by part, the way programs (and attackers) write them."""

import io
import zipfile

SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
BOOK = f'<workbook {SPREADSHEET} {LINKS}><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def a_workbook(rows: str, **more: str | bytes) -> bytes:
    """`rows` is the inside of sheetData; `more` other parts of xl/ by name, `_` for `.`: styles_xml=..."""
    sheet = f"<worksheet {SPREADSHEET}><sheetData>{rows}</sheetData></worksheet>"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
    }
    parts |= {"xl/" + name.replace("_", "."): content for name, content in more.items()}
    return zipped(parts)


def a_row(line: int, *cells: str) -> str:
    """A row of texts written into the cells themselves."""
    inside = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)
    return f'<row r="{line}">{inside}</row>'


HEADINGS = a_row(1, "Navn", "By")
