"""Hostile, broken and huge files: refused in plain words, within 2 seconds and 200 MB."""

import io
import re
import string
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from mentorbank.files.sheets import MAX_ROWS, REASONS, Unreadable, read_sheet

from .odd_workbooks import BOOK, HEADINGS, a_row, a_workbook, zipped

READ = """
import sys, time
from pathlib import Path
from mentorbank.files.sheets import Unreadable, read_sheet
try:
    answer = f"read {len(read_sheet('x', Path(sys.argv[1])).rows)}"
except Unreadable as refusal:
    answer = refusal.reason
seconds = time.process_time()
peak = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(answer, seconds, int(peak) / 1024, sep="|")
"""


def measured(tmp_path: Path, data: bytes) -> tuple[str, float, float]:
    """The answer for a file in a process of its own, with its seconds and its peak of memory in MB.

    Seconds of the processor, the start of Python included: other tests running beside it do not count.
    """
    (tmp_path / "file").write_bytes(data)
    command = [sys.executable, "-c", READ, str(tmp_path / "file")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    answer, seconds, peak = done.stdout.split("|")
    return answer, float(seconds), float(peak)


def many_rows(count: int, cells: str = "<c><v>1</v></c>" * 4) -> str:
    return a_row(1, "Titel") + a_row(2, "a", "b", "c", "d") + f"<row>{cells}</row>" * count


def a_lying_zip() -> bytes:
    """A workbook of 60 MB whose directory says that the sheet has a thousand bytes."""
    whole = a_workbook("<row/>" * 10_000_000)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    return whole.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)  # fmt: skip
MANY_NAMES = BOOK.replace("</sheets>", "".join(f'<sheet name="B{n}" r:id="r1"/>' for n in range(20_000)) + "</sheets>")
FILES = {
    "a zip bomb": (lambda: a_workbook("<row/>" * 9_000_000), "too_big_unpacked"),
    "a picture bomb inside": (lambda: a_workbook(HEADINGS, media_png=bytes(300_000_000)), "too_big_unpacked"),
    "a lying zip": (a_lying_zip, "damaged"),
    "one sheet under many names": (lambda: a_workbook(a_row(1, "x") * 10_000, workbook_xml=MANY_NAMES), "no_table"),
    "an entity bomb": (lambda: a_workbook("", sharedStrings_xml=ENTITIES + "]><x>&i;</x>"), "unsafe"),
    "elements without end": (lambda: a_workbook("<a>" * 9_000_000), "damaged"),
    "rows within rows": (lambda: a_workbook("<row>" * 5_000_000), "too_many_rows"),
    "a directory without end": (lambda: zipped({f"x{n}": "" for n in range(30_000)}), "damaged"),
    "one row too many": (lambda: a_workbook(many_rows(MAX_ROWS + 1)), "too_many_rows"),
    "half a million rows": (lambda: a_workbook(many_rows(500_000, "<c><v>1</v></c>")), "too_many_rows"),
    "a million lines": (lambda: b"a;b\n" + b"x;y\n" * 1_000_000, "too_many_rows"),
    "many long lines": (lambda: b"a;b\n" + b"x;" * 60_000 + b"\n" + b"x;yyyyyyy\n" * 1_900_000, "too_many_rows"),
    "one endless line": (lambda: b"a;b\n" + "😀".encode() * 7_000_000, "cell_too_long"),
    "one endless quotation": (lambda: b'a;b\n"' + b"x;y\n" * 5_000_000, "cell_too_long"),
    "separators only": (lambda: b"a;b\n" + (b"x;" * 400_000 + b"\n") * 30, "too_many_columns"),
    "31 MB": (lambda: b"x" * (31 << 20), "too_big"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_costs_less_than_two_seconds_and_200_mb(name, tmp_path):
    make, reason = FILES[name]

    answer, seconds, peak = measured(tmp_path, make())

    assert answer == reason
    assert seconds < 2
    assert peak < 200


@pytest.mark.parametrize("make", [
    lambda: a_workbook(many_rows(MAX_ROWS, "<c><v>1</v></c><c><v>2</v></c>")),
    lambda: b"a;b\n" + b"x;y\n" * MAX_ROWS,
])  # fmt: skip
def test_a_list_of_exactly_150_000_rows_is_read(make, tmp_path):
    assert measured(tmp_path, make())[0] == "read 150000"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
        (b"GIF89a" + bytes(100), "picture"),
        (b"RIFF1234WEBPVP8 ", "picture"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "picture"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "picture"),
        (b"%PDF-1.7 ...", "document"),
        (b"{\\rtf1 hello}", "document"),
        (b"<html><table><tr><td>Navn</td></tr></table></html>", "web_page"),
        (b"\x1f\x8b\x08\x00" + bytes(20), "archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "other_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked"),
        (zipped({"xl/workbook.bin": b"x"}), "other_workbook"),
        (zipped({"content.xml": "<x/>"}), "other_workbook"),
        (zipped({"word/document.xml": "<x/>"}), "document"),
        (zipped({"notes.txt": "hello"}), "archive"),
        (a_workbook(HEADINGS + a_row(2, "Bo", "Ribe"))[:-40], "damaged"),
        (a_workbook(HEADINGS + "<row><c t='s'><v>7</v></c></row>"), "damaged"),
        (a_workbook(HEADINGS + "<row><c"), "damaged"),
        (zipped({"xl/workbook.xml": BOOK[:-4]}), "damaged"),
        (zipped({"xl/workbook.xml": BOOK}), "no_table"),
        (a_workbook(HEADINGS + '<row><c r="XFD2"><v>1</v></c></row>'), "too_many_columns"),
        (a_workbook(a_row(1, "Navn", "navn") + a_row(2, "Bo", "Ib")), "duplicate_headings"),
    ],
)
def test_a_file_of_another_kind_is_refused_for_what_it_is(data, reason):
    with pytest.raises(Unreadable) as caught:
        read_sheet("C:\\Users\\Ida\\min liste.xlsx", data)
    assert caught.value.reason == reason
    assert str(caught.value).count("min liste.xlsx") == 1
    assert "Users" not in str(caught.value)


def test_a_workbook_cut_anywhere_is_refused_and_never_breaks():
    whole = a_workbook(HEADINGS + a_row(2, "Bo", "Ribe"))
    for length in range(len(whole) - 1, 4, -7):
        with pytest.raises(Unreadable):
            read_sheet("x.xlsx", whole[:length])


def test_every_reason_is_raised_somewhere_and_says_what_to_do():
    sources = "".join(path.read_text() for path in Path("mentorbank/files/sheets").glob("*.py"))
    raised = set(re.findall(r'Unreadable\(\s*"(\w+)"', sources))
    raised |= set(re.findall(r'Unreadable\("\w+" if .*? else "(\w+)"', sources))

    assert raised == set(REASONS)
    for text in REASONS.values():
        assert {field for _, field, _, _ in string.Formatter().parse(text) if field} >= {"file"}
        assert len(text) <= 170
