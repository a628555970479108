"""Reading XLSX workbooks."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest

from mentorbank.files.sheets import Unreadable, read_sheet

from .odd_workbooks import HEADINGS, a_row, a_workbook


def saved(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells_of(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheet("x.xlsx", data).rows]


def test_titles_merged_cells_and_empty_rows_stand_above_the_headings():
    book = openpyxl.Workbook()
    book.active["B2"] = "Mentorer 2026"
    book.active.merge_cells("B2:D2")
    for column, text in (("B", "Navn"), ("C", "By"), ("D", "Fag")):
        book.active[f"{column}4"] = text
        book.active[f"{column}7"] = text.lower()
    out = io.BytesIO()
    book.save(out)

    sheet = read_sheet("x.xlsx", out.getvalue())

    assert (sheet.title, sheet.headings) == ("Mentorer 2026", ("Navn", "By", "Fag"))
    assert [(row.line, row.cells) for row in sheet.rows] == [(7, ("navn", "by", "fag"))]


def test_the_sheet_with_the_table_is_taken_and_the_others_are_named():
    table: list[list[object]] = [["Navn", "By"], ["Bo", "Varde"]]
    data = saved(("Forside", [["Velkommen"]]), ("Liste", table), ("Noter", [["ring"]]))

    sheet = read_sheet("x.xlsx", data)

    assert (sheet.notes.sheet, sheet.notes.other_sheets) == ("Liste", ("Forside", "Noter"))


def test_a_sheet_can_be_asked_for_by_name():
    new: list[list[object]] = [["Navn", "By"], ["Bo", "Varde"], ["Ib", "Ribe"]]
    data = saved(("Ny", new), ("Gammel", [["Navn", "By"], ["Ida", "Ribe"]]))

    assert read_sheet("x.xlsx", data, sheet="Gammel").rows[0].cells == ("Ida", "Ribe")
    with pytest.raises(Unreadable, match=r"no sheet named “Andre”\. It has: Ny, Gammel"):
        read_sheet("x.xlsx", data, sheet="Andre")


def test_days_are_iso_text_and_numbers_have_no_decimals_they_do_not_need():
    days = [date(2026, 2, 1), datetime(2026, 2, 1, 14, 30), time(9, 5)]
    row = [*days, 2012, 2012.0, 2.5, 4520718293, True, -3]
    data = saved(("A", [["a", "b", "c", "d", "e", "f", "g", "h", "i"], row]))

    assert cells_of(data) == [
        ("2026-02-01", "2026-02-01 14:30", "09:05", "2012", "2012", "2.5", "4520718293", "TRUE", "-3")
    ]


def test_days_counted_from_1904_are_the_same_days():
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    book.active.append(["Navn", "Dag"])
    book.active.append(["Bo", date(2026, 2, 1)])
    out = io.BytesIO()
    book.save(out)

    assert cells_of(out.getvalue()) == [("Bo", "2026-02-01")]


@pytest.mark.parametrize(
    ("pattern", "stored", "shown"),
    [
        ("0000", "150", "0150"),
        ("dd/mm\\-yyyy;@", "46054", "2026-02-01"),
        ("[$-406]d. mmmm yyyy", "46054", "2026-02-01"),
        ('0.00 "dage"', "12", "12"),
        ("yyyy", "9999999", "9999999"),
        ("General", "4.52E+9", "4520000000"),
        ("yyyy", "abc", "abc"),
        ("General", "nan", "nan"),
    ],
)
def test_number_formats_decide_what_a_number_says(pattern, stored, shown):
    code = pattern.replace('"', "&quot;")
    styles = f'<styleSheet><numFmts><numFmt numFmtId="170" formatCode="{code}"/></numFmts>'
    styles += '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    row = f'<row r="2"><c t="inlineStr"><is><t>Bo</t></is></c><c s="1"><v>{stored}</v></c></row>'

    assert cells_of(a_workbook(HEADINGS + row, styles_xml=styles)) == [("Bo", shown)]


def test_formula_cells_give_their_values_and_without_one_the_formula():
    row = '<row r="2"><c t="str"><f>A1&amp;"x"</f><v>Bo</v></c><c><f>B1+1</f></c></row>'

    assert cells_of(a_workbook(HEADINGS + row)) == [("Bo", "=B1+1")]


def test_rich_text_is_joined_and_pronunciation_left_out():
    strings = '<sst><si><r><t>As</t></r><r><t>ta_x000D_</t></r><rPh><t>nope</t></rPh></si></sst>'
    row = '<row r="2"><c t="s"><v>0</v></c><c t="e"><v>#N/A</v></c></row>'

    assert cells_of(a_workbook(HEADINGS + row, sharedStrings_xml=strings)) == [("Asta", "#N/A")]


def test_programs_that_put_a_prefix_before_every_element_are_understood():
    plain = HEADINGS + a_row(2, "Bo", "Varde")
    prefixed = plain.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")

    assert cells_of(a_workbook(prefixed)) == [("Bo", "Varde")]


def test_rows_and_cells_without_an_address_follow_each_other():
    assert cells_of(a_workbook(HEADINGS + "<row><c><v>1</v></c><c><v>2</v></c></row>")) == [("1", "2")]


def test_hidden_sheets_come_after_those_that_are_shown():
    book = openpyxl.Workbook()
    book.active.title = "Skjult"
    book.create_sheet("Vist")
    for sheet in book:
        sheet.append(["Navn", "By"])
        sheet.append([sheet.title, "Ribe"])
    book["Skjult"].sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)

    assert read_sheet("x.xlsx", out.getvalue()).notes.sheet == "Vist"
