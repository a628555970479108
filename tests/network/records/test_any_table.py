"""Whatever stands in a table: no traceback, no row lost, no state that is none."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorbank.files.sheets import Notes, Row, Sheet, write_csv
from mentorbank.network.base.refusals import NotNow
from mentorbank.network.records.actions import import_rows
from mentorbank.network.records.models import ImportKind, Upload
from mentorbank.network.records.queries import meanings
from mentorbank.network.records.queries.columns import guess_columns
from mentorbank.network.records.queries.reading import OPEN, read_row
from mentorbank.network.records.queries.resembling import prints
from mentorbank.network.records.queries.understanding import ReadRow
from mentorbank.network.records.queries.wording import Wording
from mentorbank.network.records.states import RowState
from tests.builders import NOW, a_coordinator
from tests.network.records.lists import received, standing

TODAY = date(2026, 11, 23)
CELLS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            *("", "-", "ja", "1-2", "ikke i december", "pause til 1/3 2027", "kun kvinder; taler dansk"),
            *("31/2 2026", "2026-11-22", "45992", "9999999999", "PD2 bestået", "arabisk (modersmål), ???"),
            *(
                "Hansen, Bo",
                "a@b.dk; c@d.dk",
                "a@b..dk",
                "+45 20 12 34 56",
                "8000",
                "Odense",
                "=1+1",
                "\u202e",
            ),
        ]
    ),
)


@pytest.mark.parametrize("kind", list(ImportKind))
@settings(max_examples=150)
@given(data=st.data())
def test_any_cell_under_any_meaning_is_sure_or_asked_about(kind, data):
    known = meanings(kind)
    cells = data.draw(st.lists(CELLS, min_size=len(known), max_size=len(known)))
    columns = [{"heading": meaning, "meaning": meaning, "certainty": 1.0} for meaning in known]

    settled: dict[str, str] = {}
    for _step in range(60):
        read = ReadRow(2, read_row(cells, columns, settled, today=TODAY), {}, settled)
        if not read.doubts:
            break
        settled |= {doubt.key: doubt.choices[0].key for doubt in read.doubts}
    assert read.state in (RowState.SURE, RowState.UNREADABLE)
    assert prints(read.reading) is not None and Wording("da").summary(read) is not None


@pytest.mark.parametrize("kind", list(ImportKind))
@given(cells=st.lists(CELLS, min_size=4, max_size=4))
def test_leaving_everything_open_settles_a_row(kind, cells):
    columns = [
        {"heading": m, "meaning": m, "certainty": 1.0} for m in ("name", "email", "phone", "education")
    ]

    read = read_row(cells, columns, {}, today=TODAY)
    settled = {doubt.key: doubt.choices[-1].key for doubt in read.doubts}
    again = read_row(cells, columns, settled, today=TODAY)

    assert not again.doubts
    assert all(doubt.choices[-1].key == OPEN for doubt in read.doubts if doubt.about != "name")


@given(headings=st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=6, unique=True), cell=CELLS)
def test_any_heading_means_something_once_or_nothing(headings, cell):
    rows = tuple(Row(line, (cell,) * len(headings)) for line in range(2, 6))

    for kind in ImportKind:
        columns = guess_columns(Sheet("x", tuple(headings), rows, Notes()), kind)
        named = [column["meaning"] for column in columns if column["meaning"]]
        assert len(columns) == len(headings) and len(named) == len(set(named))


@pytest.mark.django_db
@settings(max_examples=15)
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=6))
def test_a_file_of_anything_loses_no_row_and_imports_or_refuses(rows):
    by = a_coordinator()
    data = write_csv([("Navn", "Mail", "Postnr.", "Stilling", "Bemærkninger"), *rows])
    try:
        upload = received(data, by)
    except NotNow:
        return  # no table: said in words
    number, ready = upload.rows.count(), standing(upload).get("sure", 0)
    if ready:
        assert len(import_rows(upload=upload, by=by, now=NOW)) == ready
    assert sum(standing(upload).values()) == number
    Upload.objects.all().delete()
