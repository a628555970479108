"""Each criterion by itself: what a share says, and what is silence."""

import pytest

from mentorbank.engine import Bank, Mentee, Mentor, Recipe
from mentorbank.engine.criteria import ALL, UNKNOWN
from mentorbank.engine.criteria.base import prepared

COPENHAGEN, ODENSE = (55.6761, 12.5683), (55.4038, 10.4024)


def share(name, mentee, mentor, recipe=None):
    """The share of one mentor on one criterion."""
    column = Bank.of([mentor]).columns[name]
    return int(ALL[name].shares(mentee, prepared(ALL[name], column), recipe or Recipe())[0])


@pytest.mark.parametrize(
    ("theirs", "worth"),
    [
        ("2261", 10_000),
        ("3251", 7_500),
        ("2262", 6_500),
        ("2221", 4_000),
        ("2512", 1_500),
        ("9112", 0),
        (None, UNKNOWN),
    ],
)
def test_profession_is_a_ladder_from_the_same_unit_group_down(theirs, worth):
    assert share("profession", Mentee(1, origin="2261"), Mentor(2, occupation=theirs)) == worth


def test_the_occupation_she_wants_and_the_one_she_had_count_alike():
    mentee = Mentee(1, origin="2634", target="2211")

    assert share("profession", mentee, Mentor(2, occupation="2211")) == 10_000
    assert share("profession", mentee, Mentor(2, occupation="2634")) == 10_000


def test_a_code_of_two_digits_asks_for_no_more_than_the_sub_major_group():
    assert share("profession", Mentee(1, origin="22"), Mentor(2, occupation="2261")) == 10_000


def test_goals_count_what_is_offered_of_what_is_wanted():
    mentee = Mentee(1, goals=frozenset({"study", "danish", "politics"}))

    assert share("goals", mentee, Mentor(2, offers=frozenset({"study", "danish", "internship"}))) == 6_666
    assert share("goals", mentee, Mentor(2)) == UNKNOWN


@pytest.mark.parametrize(
    ("field", "level", "worth"),
    [
        ("0913", 7, 10_000),
        ("0913", 6, 9_100),
        ("0912", 7, 7_550),
        ("0923", 3, 2_450),
        ("0913", None, 10_000),
        ("0311", 8, 3_000),
        (None, 7, UNKNOWN),
    ],
)
def test_education_is_seven_parts_field_and_three_parts_level(field, level, worth):
    assert share("education", Mentee(1, field="0913", level=7), Mentor(2, field=field, level=level)) == worth


def test_language_takes_the_best_talk_at_the_level_of_the_weaker():
    mentee = Mentee(1, languages={"ar": "native", "da": "A2"})

    assert share("language", mentee, Mentor(2, languages={"da": "native"})) == 3_500
    assert share("language", mentee, Mentor(2, languages={"da": "native", "ar": "B1"})) == 6_000
    assert share("language", mentee, Mentor(2, languages={"en": "native"})) == 0


def test_a_mentee_whose_only_language_is_new_to_her_can_still_reach_everything():
    assert share("language", Mentee(1, languages={"da": "A1"}), Mentor(2, languages={"da": None})) == 10_000


def test_nearness_falls_from_five_to_fifty_kilometres():
    near, far = Mentor(2, place=COPENHAGEN), Mentor(2, place=ODENSE)

    assert share("nearness", Mentee(1, place=COPENHAGEN), near) == 10_000
    assert share("nearness", Mentee(1, place=COPENHAGEN), far) == 0
    assert 0 < share("nearness", Mentee(1, place=(55.87, 12.57)), near) < 10_000


def test_a_mentor_gets_nothing_beyond_her_travel_radius_unless_she_meets_online():
    mentee = Mentee(1, place=(55.70, 12.60))

    assert share("nearness", mentee, Mentor(2, place=COPENHAGEN, travel_km=1)) == 0
    assert share("nearness", mentee, Mentor(2, place=COPENHAGEN, travel_km=1, online=True)) == 4_000


def test_without_places_the_division_decides():
    assert share("nearness", Mentee(1, division=3), Mentor(2, division=3)) == 10_000
    assert share("nearness", Mentee(1, division=3), Mentor(2, division=4)) == 0
    assert share("nearness", Mentee(1, division=3, place=ODENSE), Mentor(2, division=3)) == 7_500
    assert share("nearness", Mentee(1, place=ODENSE), Mentor(2, division=3)) == UNKNOWN


def test_being_flexible_never_costs():
    flexible, evening = frozenset({"day", "evening", "weekend"}), frozenset({"evening"})

    assert share("time", Mentee(1, times=flexible), Mentor(2, times=evening)) == 10_000
    assert share("time", Mentee(1, times=evening), Mentor(2, times=flexible)) == 10_000
    assert share("time", Mentee(1, times=evening), Mentor(2, times=frozenset({"day"}))) == 0


def test_more_codes_than_a_set_can_hold_are_refused_in_words():
    many = [Mentor(n, offers=frozenset({f"area {n}"})) for n in range(65)]

    with pytest.raises(ValueError, match="65 different codes"):
        prepared(ALL["goals"], Bank.of(many).columns["goals"])
