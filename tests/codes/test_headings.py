import csv
import io
from pathlib import Path

import pytest

from mentorbank.codes import headings
from mentorbank.codes.headings import guess


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Nr.", "number"),
        ("E-mailadresse", "email"),
        ("Tlf.", "phone"),
        ("Zip code", "postcode"),
        ("Stillingsbetegnelse", "occupation"),
        ("Uddannet som / tidligere job", "occupation"),
        ("Ønsket job", "target_occupation"),
        ("Yrke", "occupation"),
        ("Year of arrival", "arrival"),
        ("Språk", "languages"),
        ("Danskniveau", "danish"),
        ("Samtale holdt", "interviewed_on"),
        ("Påmeldt", "registered_on"),
        ("Kapacitet", "places"),
        ("Uddanelse", "education"),
    ],
)
def test_headings_in_three_languages_are_understood(heading, meaning):
    reading = guess(heading)

    assert (reading.value, reading.sure) == (meaning, True)


def test_what_mentors_offer_is_what_mentees_want():
    assert guess("Mål", [], "mentors").value == "offers"
    assert guess("Kan hjælpe med", [], "mentees").value == "goals"


def test_values_that_contradict_the_heading_make_it_unsure():
    assert guess("Mail", ["a@example.org", "b@example.org"]).sure
    assert not guess("Mail", ["2100", "8000"]).sure


def test_values_speak_where_the_heading_says_nothing():
    assert guess("Kolonne 4", ["a@example.org", "b@example.org"]).value == "email"
    assert guess("", ["Sygeplejerske", "Kok", "Tandlæge"]).value == "occupation"


def test_an_unknown_heading_with_unknown_values_is_unreadable():
    assert guess("Xyzzy", ["foo", "bar"]).value is None


def test_every_word_of_the_table_means_something_that_exists():
    from mentorbank.codes.tables import table

    assert {row["code"] for row in table("heading_words")} == set(headings.MEANINGS)


PILOT = Path(__file__).parents[2] / "demo" / "pilot" / "mentorer.csv"


@pytest.mark.skipif(not PILOT.exists(), reason="the pilot's file is not in this copy")
def test_all_columns_of_the_pilot_are_understood():
    rows = list(csv.DictReader(io.StringIO(PILOT.read_bytes().decode("cp1252")), delimiter=";"))
    for heading in rows[0]:
        assert guess(heading, [row[heading] for row in rows], "mentors").sure, heading
