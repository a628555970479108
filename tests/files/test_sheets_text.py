"""Reading text files with separators."""

from pathlib import Path

import pytest

from mentorbank.files.sheets import Sheet, Unreadable, read_sheet

LIST = "Navn;By;Fag\nÅse Bæk;Århus;Læge\nBo Ør;Odense;\n"


def rows_of(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in sheet.rows]


def refused(data: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_sheet("liste.csv", data)
    assert str(caught.value).count("liste.csv") == 1
    return caught.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1"]
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_every_encoding_and_separator_gives_the_same_list(encoding, separator):
    sheet = read_sheet("liste.csv", LIST.replace(";", separator).encode(encoding))

    assert sheet.headings == ("Navn", "By", "Fag")
    assert rows_of(sheet) == [("Åse Bæk", "Århus", "Læge"), ("Bo Ør", "Odense", "")]
    assert sheet.notes.separator == separator


def test_letters_that_only_cp1252_has_are_read_as_cp1252():
    sheet = read_sheet("x.csv", "Navn;Note\nBo;80 € – “fint”\n".encode("cp1252"))

    assert sheet.notes.encoding == "cp1252"
    assert rows_of(sheet) == [("Bo", "80 € – “fint”")]


def test_bytes_that_cp1252_lacks_are_read_as_latin_1():
    assert read_sheet("x.csv", b"Navn;By\nBo\x81;\xc5rhus\n").notes.encoding == "latin-1"


def test_a_path_is_read_like_bytes(tmp_path: Path):
    (tmp_path / "liste.csv").write_text(LIST, encoding="utf-8")

    assert read_sheet("liste.csv", tmp_path / "liste.csv") == read_sheet("liste.csv", LIST.encode())


def test_titles_empty_lines_and_line_ends_of_every_kind_keep_the_line_numbers():
    data = 'Mentorer pr. 1/2;;\r\n\r\nNavn;By;"Bemærk\r\nning"\r\n'
    data += 'Bo;Odense;"to\r\nlinjer"\r\n;;\r\nIda;Varde;\r\n'

    sheet = read_sheet("x.csv", data.encode())

    assert sheet.title == "Mentorer pr. 1/2"
    assert sheet.headings == ("Navn", "By", "Bemærk ning")
    assert [(row.line, row.cells[2]) for row in sheet.rows] == [(5, "to\nlinjer"), (8, "")]


def test_commas_inside_cells_do_not_hide_the_semicolons():
    sheet = read_sheet("x.csv", b"Navn;Sprog\nBo;dansk, engelsk, fransk\nIda;dansk, tysk\nEva;dansk\n")

    assert sheet.notes.separator == ";"
    assert rows_of(sheet)[0] == ("Bo", "dansk, engelsk, fransk")


def test_lists_in_every_cell_do_not_outvote_the_headings():
    lines = [f"Navn {number};dansk, engelsk, fransk, tysk" for number in range(200)]

    assert read_sheet("x.csv", "\n".join(["Navn;Sprog", *lines]).encode()).notes.separator == ";"


def test_lines_of_separators_and_spaces_are_empty_lines():
    assert rows_of(read_sheet("x.csv", b"Navn;By\n ; \nBo;Varde\n;\n")) == [("Bo", "Varde")]


def test_excels_own_hint_names_the_separator_and_is_no_title():
    sheet = read_sheet("x.csv", b"sep=|\nNavn|By\nBo|Varde\n")

    assert (sheet.headings, sheet.notes.titles, sheet.rows[0].line) == (("Navn", "By"), (), 3)


def test_values_without_a_heading_are_kept_under_the_letter_of_their_column():
    sheet = read_sheet("x.csv", b"Navn;By\nBo;Varde;ring mandag\nIda;Odense\n")

    assert sheet.headings == ("Navn", "By", "(C)")
    assert sheet.notes.unnamed == ("(C)",)
    assert rows_of(sheet) == [("Bo", "Varde", "ring mandag"), ("Ida", "Odense", "")]


def test_what_was_guarded_against_formulas_comes_back_as_it_was():
    assert rows_of(read_sheet("x.csv", b"Navn;Tlf\n'=1+1;'+45 12\n")) == [("=1+1", "+45 12")]


def test_zeros_that_excel_was_made_to_keep_are_kept():
    assert rows_of(read_sheet("x.csv", b'Navn;Postnr\nOla;"=""0150"""\n')) == [("Ola", "0150")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_file_that_ends_in_the_middle_is_refused_with_its_line(encoding):
    whole = "\n".join(["Navn;By;Fag", *["Åse;Århus;Læge"] * 9, "Åse;År"])

    assert refused(whole.encode(encoding)).values["line"] == 11


def test_a_file_cut_within_a_letter_is_refused():
    whole = "\n".join(["Navn;By", *["Åse;Århus"] * 5, "Åse;Å"]).encode()

    assert refused(whole[:-1]).reason == "cut_off"
    assert refused("Navn;By\nBo;Å".encode("utf-16")[:-1]).reason == "cut_off"


def test_a_missing_line_end_alone_is_no_reason_to_refuse():
    assert len(read_sheet("x.csv", LIST.rstrip().encode()).rows) == 2


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line():
    refusal = refused(b'Navn;By\nBo;Varde\nIda;"Odense\nEva;Esbjerg\n')

    assert (refusal.reason, refusal.values["line"]) == ("quote_open", 3)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"Navn;By\n", "no_rows"),
        (b"Dette er et brev.\nDet har ingen tabel.\n", "no_table"),
        (b"Bo;bo@example.org;5000\nIda;ida@example.org;6700\n", "no_headings"),
        (b"1;2;3\n4;5;6\n", "no_headings"),
        (b"Navn;By;NAVN \nBo;Varde;Ib\n", "duplicate_headings"),
        (b"Navn;By\nBo;" + b"x" * 200_000 + b"\n", "cell_too_long"),
        (b"Navn;By\nBo;Varde" + b";" * 600 + b"x\n", "too_many_columns"),
        (bytes(range(256)) * 40, "not_text"),
    ],
)
def test_what_is_no_list_is_refused_for_the_right_reason(data, reason):
    assert refused(data).reason == reason


def test_a_duplicate_heading_is_named_with_its_columns():
    assert "“NAVN” twice (columns A and C)" in str(refused(b"Navn;By;NAVN \nBo;Varde;Ib\n"))
