"""Tables out: text stays text in every program, and comes back as it went."""

import csv
import io
import warnings
from datetime import UTC, date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorbank.files.sheets import Table, read_sheet, write_csv, write_xlsx

DANGEROUS = ["=1+1", "+45 12 34", "-2", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "＝1+1", '=HYPERLINK("http://x","y")']


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula_in_csv(text):
    written = io.StringIO(write_csv([["a", "b"], [text, 1]]).decode("utf-8-sig"), newline="")

    assert list(csv.reader(written, delimiter=";"))[1] == ["'" + text, "1"]


@pytest.mark.parametrize("text", [*DANGEROUS, "#N/A", "0150", "2026-02-01"])
def test_no_text_becomes_a_formula_in_a_workbook(text):
    cell = opened(write_xlsx([Table("T", ["a"], [[text]])])).active["A2"]

    assert (cell.value.strip(), cell.data_type, cell.number_format) == (text.strip(), "s", "@")
    assert cell.quotePrefix or text[0] in "#02"


def test_csv_opens_in_danish_excel_with_its_letters():
    assert write_csv([["Navn", "By"], ["Åse", None]]) == "\ufeffNavn;By\r\nÅse;\r\n".encode()


def test_headings_are_bold_and_stay_and_columns_fit_their_text():
    sheet = opened(write_xlsx([Table("Mentorer", ["Navn", "Nr."], [["Ida Marie Østergaard", 1]])])).active

    assert [sheet["A1"].font.bold, sheet["A2"].font.bold] == [True, False]
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width == 22 > sheet.column_dimensions["B"].width


def test_days_and_numbers_stay_days_and_numbers():
    row = [date(2026, 2, 1), datetime(2026, 2, 1, 14, 30, tzinfo=UTC), 2, 2.5, None]

    cells = opened(write_xlsx([Table("T", list("abcde"), [row])])).active[2]

    assert [cell.value for cell in cells[:4]] == [datetime(2026, 2, 1), datetime(2026, 2, 1, 14, 30), 2, 2.5]
    assert write_csv([row]).decode("utf-8-sig") == "2026-02-01;2026-02-01 14:30;2;2.5;\r\n"


def test_names_of_sheets_are_made_fit_and_distinct():
    titles = ("Aarhus/Odense: nye?", "aarhus odense  nye", "", "x" * 40)
    tables = [Table(title, ["a"], [["x"]]) for title in titles]

    names = opened(write_xlsx(tables)).sheetnames

    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_what_excel_cannot_hold_does_not_stop_an_export():
    long = "y" * 40_000

    cells = opened(write_xlsx([Table("T", ["a", "b"], [["bell\x07\ud800", long]])])).active[2]

    assert cells[0].value == "bell"
    assert cells[1].value == "y" * 32_766 + "…"


def test_a_workbook_without_a_table_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="at least one table"):
        write_xlsx([])


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool)
ROWS = st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=8)


@given(ROWS)
def test_what_is_written_as_csv_is_read_back_the_same(rows):
    sheet = read_sheet("x.csv", write_csv([["Navn", "By"], *rows]))

    assert [row.cells for row in sheet.rows] == rows


@given(ROWS)
def test_what_is_written_as_a_workbook_is_read_back_the_same(rows):
    with warnings.catch_warnings(action="error"):
        sheet = read_sheet("x.xlsx", write_xlsx([Table("T", ["Navn", "By"], rows)]))

    assert [row.cells for row in sheet.rows] == rows
