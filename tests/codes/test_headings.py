import pytest

from mentorbank.codes import headings
from mentorbank.codes.headings import guess
from mentorbank.codes.tables import table


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
    assert {row["code"] for row in table("heading_words")} == set(headings.MEANINGS)


MENTORS = {
    "Nr.": ("number", ["R001", "R002"]),
    "Navn": ("name", ["Samira Bruun", "Helle Vestergaard"]),
    "Mail": ("email", ["samira.bruun1000@example.org", ""]),
    "Mobil": ("phone", ["004563265545", "+45 23 17 36 50", "3307 8785"]),
    "Postnr.": ("postcode", ["5000", "2100"]),
    "By": ("town", ["Odense C", "København Ø"]),
    "Stilling": ("occupation", ["Bioanalytiker", "Folkeskolelærer"]),
    "Arbejdsplads": ("employer", ["Coop", "Esbjerg Kommune"]),
    "Branche": ("sector", ["Sundhed", "Uddannelse"]),
    "Uddannelse": ("education", ["Bioanalyse", "Læreruddannelsen"]),
    "År i faget": ("years", ["34", "23"]),
    "Sprog": ("languages", ["dansk, engelsk", "dansk, engelsk, urdu"]),
    "Kan hjælpe med": ("offers", ["politik, uddannelse, netværk", "job"]),
    "Tidspunkt": ("times", ["fleksibel", "weekend"]),
    "Antal mentees": ("places", ["1", "1-2", ""]),
    "Bemærkninger": ("remarks", ["kun kvinder", "ikke i december"]),
    "Kursus taget": ("course", ["nej", "ja", ""]),
}
MENTEES = {
    "Tlf.": ("phone", ["7160 7123", "77730312"]),
    "Hjemland": ("country", ["Afghanistan", "Tyrkiet"]),
    "Ankomst år": ("arrival", [2012, "25/10 2026"]),
    "Uddannet som / tidligere job": ("occupation", ["Psykolog", "Læge"]),
    "Ønsket job": ("target_occupation", ["Læge", None]),
    "Dansk": ("danish", ["DU3 modul 3", "taler fint dansk", None]),
    "Mål": ("goals", ["autorisation, praktik, netværk", "bedre dansk"]),
    "Tid": ("times", ["aften", "fleksibel"]),
    "Ønsker til mentor": ("wishes", ["skal være en kvinde; samme fag", None]),
    "Tilmeldt": ("registered_on", ["2026-06-17", "26/5 2026"]),
    "Samtale holdt": ("interviewed_on", ["1/2 2026", None]),
}


@pytest.mark.parametrize(("kind", "columns"), [("mentors", MENTORS), ("mentees", MENTEES)])
def test_all_columns_of_the_pilot_are_understood(kind, columns):
    for heading, (meaning, cells) in columns.items():
        reading = guess(heading, cells, kind)
        assert (reading.value, reading.sure) == (meaning, True), heading
