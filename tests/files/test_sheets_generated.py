"""Generated files: the reader gives every line that holds something, or refuses; never anything else."""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from mentorbank.files.sheets import Unreadable, read_sheet

from .odd_workbooks import a_workbook

LETTER = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=';,|"=')
CELL = st.text(LETTER, max_size=6)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(Unreadable):
        read_sheet("x", data)


@given(st.binary(max_size=200), st.sampled_from([b"PK\x03\x04", b"\xff\xfe", b"sep=;\n", b'"', b"a;b\n"]))
def test_any_bytes_after_a_telling_beginning_are_read_or_refused(data, start):
    with contextlib.suppress(Unreadable):
        read_sheet("x", start + data)


@given(st.binary(max_size=60), st.integers(0, 900))
def test_a_workbook_with_any_bytes_overwritten_is_read_or_refused(noise, place):
    texts = "<sst><si><t>x</t></si></sst>"
    whole = a_workbook('<row r="1"><c t="s"><v>0</v></c></row>', sharedStrings_xml=texts)
    with contextlib.suppress(Unreadable):
        read_sheet("x", whole[:place] + noise + whole[place + len(noise) :])


@given(st.text(alphabet='<>/ rowcvtfisn="0123456789AZ', max_size=120))
def test_a_worksheet_with_any_xml_is_read_or_refused(inside):
    with contextlib.suppress(Unreadable):
        read_sheet("x", a_workbook(inside))


@given(st.lists(st.lists(CELL, max_size=5), max_size=20))
def test_no_line_of_a_text_file_is_lost_in_silence(lines):
    text = "\n".join(["Navn;By;Fag", *[";".join(cells) for cells in lines], ""])
    filled = [cells for cells in lines if any(cell.strip() for cell in cells)]
    try:
        sheet = read_sheet("x.csv", text.encode())
    except Unreadable:
        return
    kept = [[cell for cell in row.cells if cell] for row in sheet.rows]
    assert kept == [[cell.strip() for cell in cells if cell.strip()] for cells in filled]
