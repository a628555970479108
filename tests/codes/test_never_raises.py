"""No reader ever raises, whatever stands in a cell, and none takes long over it."""

import math
import time
from datetime import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentorbank.codes import danish, education, goals, headings, languages, occupations, places, values
from mentorbank.codes.reading import Reading

READERS = {
    "occupation": occupations.read,
    "education": education.read,
    "languages": languages.read,
    "danish": danish.read,
    "goals": goals.read,
    "postcode": places.read,
    "heading": headings.guess,
    "name": values.read_name,
    "email": values.read_email,
    "phone": values.read_phone,
    "date": values.read_date,
    "year": values.read_year,
    "count": values.read_whole_number,
    "places": values.read_number_of_places,
    "times": values.read_times,
    "rest": values.read_rest,
    "yes_no": values.read_yes_no,
    "wishes": values.read_wishes,
    "gender": values.read_gender,
}
CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.datetimes(), st.dates(), st.binary()
)
WORDS = [
    "læge", "PD2", "DU3", "modul", "5", "bestået", "ikke", "skal", "kvinde", "(", ")", "[", ",", ";", "/", "-",
    "og", "1-2", "2100", "1/2", "2026", "+45", "23", "@", ".", "\u202e", "\x00", "\ud800", "arabisk", "til",
    "modersmål", "km", "fra", "Lego", "dag", "aften", "december", "kun", "9999", "²", "½", "٣", "ｄｋ",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
WORST = [
    "(" * 5_000,
    "a" * 5_000,
    "1" * 5_000,
    " ," * 5_000,
    "\x00\u202e\ud800",
    "e\u0301" * 3_000,
    "ﷺ" * 1_000,
]


def checked(answer):
    readings = answer if isinstance(answer, list) else [answer]
    assert all(isinstance(reading, Reading) for reading in readings)
    assert all(0 <= reading.certainty <= 1 for reading in readings)
    return readings


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=150, deadline=None)
@given(cell=CELLS | PIECES)
@example(cell=math.inf)
@example(cell=datetime.max)
@example(cell="٢٠٢٦-٠٦-١٧")
@example(cell="²/² ²²²²")
def test_any_cell_is_read_without_an_error(name, cell):
    checked(READERS[name](cell))


@pytest.mark.parametrize("name", READERS)
def test_hostile_texts_are_read_quickly(name):
    for text in WORST:
        start = time.process_time()
        checked(READERS[name](text))
        assert time.process_time() - start < 0.5, text[:20]


@pytest.mark.parametrize("name", READERS)
def test_ten_megabytes_are_cut_before_they_are_read(name):
    text = "sygeplejerske, \u202e(" * 600_000
    READERS[name]("warm")
    start = time.process_time()
    checked(READERS[name](text))
    assert time.process_time() - start < 0.3


@settings(max_examples=300, deadline=None)
@given(text=st.text(max_size=60))
def test_every_value_is_one_that_exists(text):
    occupation, field = occupations.read(text).value, education.read(text).value
    assert occupation is None or occupations.known(occupation)
    assert field is None or field.field == "" or education.label(field.field, "da") != field.field
    assert all(reading.value is None or reading.value in goals.AREAS for reading in goals.read(text))
    assert all(
        reading.value is None or reading.value.language in languages.codes()
        for reading in languages.read(text)
    )
