"""The tables are whole: every code has its parent, its names and words that lead somewhere."""

import pytest

from mentorbank.codes import education, goals, languages, occupations, places
from mentorbank.codes.folding import plain
from mentorbank.codes.tables import by_code, codes_in, table


def test_isco_08_is_complete():
    assert [len(occupations.groups(digits)) for digits in (1, 2, 3, 4)] == [10, 43, 130, 436]


def test_isced_f_2013_is_complete():
    assert [len(education.fields(digits)) for digits in (2, 3, 4)] == [11, 29, 80]


@pytest.mark.parametrize(("name", "shortest"), [("isco08", 1), ("isced_f", 2)])
def test_every_group_has_a_parent_and_a_name_in_both_languages(name, shortest):
    rows = by_code(name)
    for code, row in rows.items():
        assert row["en"] and row["da"]
        assert row["da_source"] == "ours"
        assert len(code) == shortest or code[:-1] in rows


def test_unit_groups_have_names_of_their_own():
    for lang in ("da", "en"):
        names = [occupations.label(code, lang) for code in occupations.groups(4)]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", ["occupation_words", "occupation_doubts", "occupation_heads"])
def test_every_title_leads_to_unit_groups_that_exist(name):
    for row in table(name):
        codes = codes_in(row) if "codes" in row else {row["code"]: 1.0}
        assert set(codes) <= set(occupations.groups(4))


def test_no_title_stands_under_two_unit_groups_as_sure():
    seen: dict[str, str] = {}
    for row in table("occupation_words"):
        for word in row["words"].split("|"):
            assert seen.setdefault(plain(word), row["code"]) == row["code"], word


def test_every_word_for_an_education_leads_to_a_field_and_level_that_exist():
    for row in table("education_words"):
        assert row["code"] == "" or row["code"] in by_code("isced_f")
        assert row["level"] == "" or int(row["level"]) in education.LEVELS


@pytest.mark.parametrize("name", ["goals", "languages", "language_levels", "isced_levels"])
def test_what_participants_read_is_named_in_four_languages(name):
    for row in table(name):
        assert all(row[lang].strip() for lang in ("da", "en", "nb", "ar")), row
        assert any("\u0600" <= char <= "\u06ff" for char in row["ar"]), row


def test_goals_and_levels_are_those_of_the_code():
    assert tuple(by_code("goals")) == goals.AREAS
    assert tuple(by_code("language_levels")) == languages.LEVELS
    assert {row["code"] for row in table("goal_words")} == set(goals.AREAS)


def test_every_postcode_lies_in_denmark_and_in_a_municipality():
    for place in places.places().values():
        assert len(place.postcode) == 4
        assert place.town
        assert place.municipality in places.municipalities()
        assert 54.5 <= place.lat <= 57.8
        assert 8.0 <= place.lon <= 15.21


def test_no_row_is_of_another_length_than_its_header():
    for name in ("isco08", "isced_f", "postcodes", "languages", "occupation_words", "heading_words", "goals"):
        for row in table(name):
            assert None not in row
            assert len(set(row)) == len(table(name)[0])
