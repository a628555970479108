"""Advice for one mentee, from the database's columns."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.matching.actions import propose_from_shortlist, save_recipe
from mentorbank.network.matching.models import Recipe
from mentorbank.network.matching.queries import recipe_of, shortlist
from mentorbank.network.partnerships.models import Proposal, Side
from mentorbank.network.partnerships.states import Answer
from mentorbank.network.people.actions import set_rest
from mentorbank.network.signals.models import Signal
from tests.builders import (
    NOW,
    TODAY,
    a_coordinator,
    a_mentee,
    a_mentor,
    a_programme,
    a_proposal,
    an_administrator,
    another_division,
    answer,
)

pytestmark = pytest.mark.django_db
MUST_WOMAN = [{"kind": "gender", "value": "woman", "strength": "must"}]
WISH_WOMAN = [{"kind": "gender", "value": "woman", "strength": "wish"}]
DENTIST = {"occupation_words": "Tandlæge"}
ARABIC = {"languages": [{"language": "ar", "spoken": "native"}]}


def advise(mentee, by=None):
    with override("en"):
        return shortlist(mentee, by or a_coordinator(), NOW)


def names(found) -> list[str]:
    return [row.mentor.person.name for row in found.rows]


def test_the_same_profession_stands_first_with_points_of_how_many_and_the_reason():
    a_mentor("Nurse", occupation_words="Sygeplejerske")
    a_mentor("Dentist", **DENTIST)
    found = advise(a_mentee(**DENTIST))

    assert names(found) == ["Dentist", "Nurse"]
    best = found.rows[0]
    profession = next(each for each in best.points if each.code == "profession")
    assert profession.points == profession.of > 0
    assert sum(each.of for each in best.points) == 10_000
    assert best.total == sum(each.points for each in best.points)
    assert any(reason.startswith("Same profession") for reason in best.speaks_for)


def test_what_is_not_known_of_a_mentor_is_listed_as_missing():
    a_mentor("Silent")
    (row,) = advise(a_mentee(**DENTIST)).rows

    assert "Occupation not known" in row.missing


def test_a_gender_must_excludes_and_says_how_many():
    a_mentor("Woman", gender="woman")
    a_mentor("Man", gender="man")
    found = advise(a_mentee(wishes=MUST_WOMAN))

    assert names(found) == ["Woman"]
    assert (found.mentors, found.possible) == (2, 1)
    assert found.excluded == [("have another gender than the wish: a woman", 1)]


def test_a_must_about_something_unknown_is_to_be_confirmed_and_excludes_nobody():
    a_mentor("Not told")
    (row,) = advise(a_mentee(wishes=MUST_WOMAN)).rows

    assert row.to_be_confirmed == ["A woman"]


def test_the_audience_of_a_programme_answers_for_its_members():
    women = a_programme("women", audience="women")
    a_mentor("Not told", programme=women)
    (row,) = advise(a_mentee(wishes=MUST_WOMAN, programme=women)).rows

    assert row.to_be_confirmed == []


def test_a_mentors_must_counts_as_much_as_a_mentees():
    a_mentor("Women only", wishes=MUST_WOMAN)
    assert names(advise(a_mentee("He", gender="man"))) == []
    assert names(advise(a_mentee("She", gender="woman"))) == ["Women only"]
    assert advise(a_mentee("Not told")).rows[0].to_be_confirmed


def test_a_soft_wish_costs_points_and_excludes_nobody():
    a_mentor("Man", gender="man")
    a_mentor("Woman", gender="woman")
    woman, man = advise(a_mentee(wishes=WISH_WOMAN)).rows

    assert woman.mentor.person.name == "Woman"
    assert woman.total - man.total == 500
    assert "Wish not met: a woman" in man.speaks_against
    assert "Wish met: a woman" in woman.speaks_for


def test_an_unwanted_employer_is_excluded_in_any_spelling():
    a_mentor("There", employer="Aarhus Kommune")
    a_mentor("Elsewhere", employer="Region Midt")
    wish = {"kind": "not_employer", "value": "Århus kommune", "strength": "must"}

    assert names(advise(a_mentee(wishes=[wish]))) == ["Elsewhere"]


def test_musts_about_language_and_municipality_come_from_codes():
    a_mentor("Arabic", **ARABIC)
    a_mentor("Danish", languages=[{"language": "da", "spoken": "native"}])
    found = advise(a_mentee(wishes=[{"kind": "language", "value": "ar", "strength": "must"}]))

    assert names(found) == ["Arabic"]
    assert found.excluded == [("do not speak Arabic", 1)]


def test_mentors_who_are_full_rest_or_said_no_are_counted_apart():
    mentee, by = a_mentee(), a_coordinator()
    a_mentor("Full", places=0)
    set_rest(mentor=a_mentor("Rests"), until=TODAY + timedelta(days=5), by=by, now=NOW)
    answer(a_proposal(mentee, a_mentor("Said no")), Side.MENTOR, Answer.NO)
    a_mentor("Free")
    found = advise(mentee)

    assert names(found) == ["Free"]
    assert dict(found.excluded) == {
        "have no free place": 1,
        "rest right now": 1,
        "were asked before, and it came to nothing": 1,
    }
    assert found.possible + sum(number for _words, number in found.excluded) == found.mentors


def test_mentors_of_other_divisions_are_a_number_only():
    another_division()
    a_mentor("There", postcode="5000")
    found = advise(a_mentee())

    assert (names(found), found.elsewhere) == ([], 1)


def test_a_bank_with_nobody_in_it_gives_an_empty_list():
    found = advise(a_mentee(wishes=MUST_WOMAN))

    assert (found.rows, found.possible, found.excluded) == ([], 0, [])


@pytest.mark.parametrize("number", [1, 15])
def test_a_shortlist_takes_the_same_number_of_queries_for_any_bank(number, django_assert_num_queries):
    mentee, by = a_mentee(wishes=MUST_WOMAN, **DENTIST), a_coordinator()
    for each in range(number):
        a_mentor(f"Mentor {each}", wishes=MUST_WOMAN, **DENTIST, **ARABIC)

    with django_assert_num_queries(11):
        [list(row.mentor.person.languages.all()) for row in shortlist(mentee, by, NOW).rows]


def test_proposing_keeps_points_reasons_and_the_recipe_version_with_the_proposal():
    mentee, mentor, by = a_mentee(**DENTIST), a_mentor(**DENTIST), a_coordinator()
    proposal = propose_from_shortlist(mentee=mentee, mentor=mentor, note="Hej", by=by, now=NOW)

    row = advise(a_mentee("Other", **DENTIST, postcode="8000"))
    assert row.rows == []  # the place is held now
    proposal.refresh_from_db()
    kept = proposal.points
    assert kept["total"] == sum(points for points, _of in kept["criteria"].values()) > 0
    assert ["profession-same", {"occupation": "2261", "hers": "2261"}] in kept["for"]
    assert (proposal.recipe_version, proposal.note) == (0, "Hej")


def test_who_breaks_a_must_cannot_be_proposed():
    mentee, mentor = a_mentee(wishes=MUST_WOMAN), a_mentor(gender="man")

    with pytest.raises(NotNow):
        propose_from_shortlist(mentee=mentee, mentor=mentor, by=a_coordinator(), now=NOW, confirmed=True)
    assert not Proposal.objects.exists()


def test_a_pair_to_be_confirmed_is_proposed_only_once_staff_confirm():
    mentee, mentor, by = a_mentee(wishes=MUST_WOMAN), a_mentor(), a_coordinator()

    with pytest.raises(NotNow) as refusal:
        propose_from_shortlist(mentee=mentee, mentor=mentor, by=by, now=NOW)
    assert refusal.value.field == "confirmed"
    assert propose_from_shortlist(mentee=mentee, mentor=mentor, by=by, now=NOW, confirmed=True).points[
        "confirmed"
    ]


def test_a_recipe_is_kept_in_versions_and_the_newest_counts():
    programme, by = a_programme(), an_administrator()
    text = "[criteria]\nprofession = 10000\n"

    first = save_recipe(programme=programme, text=text, by=by, now=NOW)
    assert save_recipe(programme=programme, text=text, by=by, now=NOW) == first
    save_recipe(programme=programme, text="[criteria]\ngoals = 10000\n", by=by, now=NOW)

    assert [row.version for row in Recipe.objects.order_by("version")] == [1, 2]
    recipe, version = recipe_of(programme)
    assert (recipe.points["goals"], version) == (10_000, 2)


def test_a_recipe_that_cannot_work_is_refused_with_its_line_and_strangers_are_refused_at_all():
    with pytest.raises(NotNow, match="line 2"):
        save_recipe(programme=a_programme(), text="[criteria]\nluck = 1\n", by=an_administrator(), now=NOW)
    with pytest.raises(NotAllowed):
        save_recipe(programme=a_programme(), text="", by=a_coordinator(), now=NOW)
    assert not Recipe.objects.exists()


def test_proposing_somebody_else_looks_after_the_no_that_came_before():
    mentee, by = a_mentee(), a_coordinator()
    answer(a_proposal(mentee, a_mentor("Said no")), Side.MENTOR, Answer.NO)
    assert Signal.objects.standing().get().kind == "proposal-declined"

    propose_from_shortlist(mentee=mentee, mentor=a_mentor("Next"), by=by, now=NOW)
    assert not Signal.objects.standing().exists()
