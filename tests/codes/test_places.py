import pytest

from mentorbank.codes import places


def test_a_postcode_knows_its_town_and_municipality():
    place = places.place("2700")

    assert (place.town, place.municipality) == ("Brønshøj", "101")
    assert places.municipality_name("101") == "København"
    assert places.label("8240") == "8240 Risskov"
    assert places.place("0001") is None


def test_a_city_as_a_wish_means_its_whole_municipality():
    copenhagen = places.municipality_named("København")

    assert {"1050", "2100", "2300", "2500", "2700"} <= set(places.postcodes_in(copenhagen.code))
    assert "2000" not in places.postcodes_in(copenhagen.code)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Copenhagen", "København"),
        ("kbh", "København"),
        ("aarhus", "Aarhus"),
        ("Århus C", "Aarhus"),
        ("Odense Kommune", "Odense"),
        ("Københavns Kommune", "København"),
        ("Risskov", "Aarhus"),
        ("Vollsmose", "Odense"),
        ("Esbjreg", "Esbjerg"),
    ],
)
def test_a_municipality_is_found_by_any_name_of_it(text, name):
    assert places.municipality_named(text).name == name


def test_nowhere_is_no_municipality():
    assert places.municipality_named("") is None
    assert places.municipality_named("Atlantis") is None


@pytest.mark.parametrize(
    ("one", "other", "km", "within"),
    [("1050", "8000", 157, 6), ("2100", "2200", 2, 2), ("5000", "6700", 118, 8), ("9990", "3700", 400, 40)],
)
def test_distances_are_those_of_the_map(one, other, km, within):
    assert places.distance_km(places.place(one), places.place(other)) == pytest.approx(km, abs=within)


@pytest.mark.parametrize("written", ["2100", 2100, 2100.0, "DK-2100", "2100 København Ø", " 2100. "])
def test_a_postcode_is_read_through_noise(written):
    reading = places.read(written)

    assert (reading.value, reading.sure) == ("2100", True)


def test_a_town_is_read_as_its_postcode_if_it_has_one():
    assert places.read("Risskov").value == "8240"
    assert places.read("Risskov").sure
    assert not places.read("Odense").sure
    assert places.read("9998").value is None


@pytest.mark.parametrize(
    ("code", "postcodes"),
    [
        ("101", ["1000", "2100"]),
        ("751", ["8000", "8260"]),
        ("461", ["5000", "5240"]),
        ("561", ["6700", "6715"]),
    ],
)
def test_municipalities_hold_their_postcodes(code, postcodes):
    assert set(postcodes) <= set(places.postcodes_in(code))
