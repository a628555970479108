"""Who waits, and who is in the bank."""

from datetime import timedelta

import pytest

from mentorbank.network.matching.queries import (
    interviews_due,
    languages_in_bank,
    mentor_bank,
    professions_in_bank,
    waiting_list,
    waiting_since,
    with_proposals,
)
from mentorbank.network.partnerships.actions import end_partnership
from mentorbank.network.partnerships.models import Side
from mentorbank.network.partnerships.states import Answer, ClosureReason
from mentorbank.network.people.actions import set_rest
from tests.builders import (
    NOW,
    TODAY,
    a_coordinator,
    a_draft_partnership,
    a_mentee,
    a_mentor,
    a_network_leader,
    a_partnership,
    a_programme,
    a_proposal,
    a_volunteer,
    an_applicant,
    another_division,
    answer,
)

pytestmark = pytest.mark.django_db
BANK = {"now": NOW}


def names(found) -> list[str]:
    return [each.person.name for each in found]


def test_the_waiting_list_is_who_is_ready_and_not_matched_the_longest_wait_first():
    a_mentee("Late", ready_at=NOW - timedelta(days=1))
    a_mentee("Early", ready_at=NOW - timedelta(days=9))
    an_applicant("Not interviewed")
    a_draft_partnership(a_mentee("Matched"), a_mentor())

    assert names(waiting_list(a_coordinator(), now=NOW)) == ["Early", "Late"]


def test_who_has_an_open_proposal_stays_on_the_list_marked_proposed():
    proposal = a_proposal()
    (row,) = with_proposals(waiting_list(a_coordinator(), now=NOW))
    assert (row.proposed, row.asked) == (True, [proposal])

    answer(proposal, Side.MENTOR, Answer.NO)
    (row,) = with_proposals(waiting_list(a_coordinator(), now=NOW))
    assert (row.proposed, row.asked) == (False, [proposal])


def test_the_list_can_be_narrowed_to_a_programme_and_a_division():
    there = another_division()
    a_mentee("General")
    a_mentee("Career", programme=a_programme("career"))
    a_mentee("There", postcode="5000")
    leader = a_network_leader()

    assert names(waiting_list(leader, programme=a_programme("career"), now=NOW)) == ["Career"]
    assert names(waiting_list(leader, division=there, now=NOW)) == ["There"]
    assert names(waiting_list(a_coordinator(there), now=NOW)) == ["There"]


def test_who_waits_for_the_interview_stands_on_a_list_of_her_own():
    a_mentee("Ready")
    an_applicant("Second", now=NOW)
    an_applicant("First", now=NOW - timedelta(days=3))

    assert names(interviews_due(a_coordinator())) == ["First", "Second"]


@pytest.mark.parametrize("found_by", ["ostergaard", "Østerg", "ergaa", "li", "LISE"])
def test_a_mentor_is_found_by_any_part_of_her_name_and_by_its_beginning(found_by):
    a_mentor("Lise Østergaard")
    a_mentor("Kirsten Holm")

    found = names(mentor_bank(a_coordinator(), text=found_by, **BANK))
    assert found == (["Lise Østergaard"] if found_by != "ostergaard" else [])


def test_two_letters_find_only_the_beginning_of_a_name_part():
    a_mentor("Lise Bo")
    a_mentor("Kamille Boe")
    a_mentor("Jacobo Vind")

    assert names(mentor_bank(a_coordinator(), text="Bo", **BANK)) == ["Kamille Boe", "Lise Bo"]


@pytest.mark.parametrize("found_by", ["Tandlæge", "tandlaege", "dentist"])
def test_a_mentor_is_found_by_her_occupation_in_either_language(found_by):
    a_mentor("Kirsten Holm", occupation_words="Tandlæge")
    a_mentor("Lina Saleh", occupation_words="Sygeplejerske")

    assert names(mentor_bank(a_coordinator(), text=found_by, **BANK)) == ["Kirsten Holm"]


def test_filters_narrow_together():
    arabic = [{"language": "ar", "spoken": "native"}]
    a_mentor("Full", occupation_words="Tandlæge", languages=arabic, places=0)
    a_mentor("Free", occupation_words="Tandlæge", languages=arabic)
    a_mentor("Silent", occupation_words="Tandlæge")
    by = a_coordinator()

    assert names(mentor_bank(by, profession="2261", language="ar", free_only=True, **BANK)) == ["Free"]
    assert professions_in_bank(by) == ["2261"]
    assert languages_in_bank(by) == ["ar"]


def test_a_held_place_and_a_rest_are_not_free():
    a_proposal(a_mentee(), a_mentor("Held"))
    resting = a_mentor("Rests")
    by = a_coordinator()
    set_rest(mentor=resting, until=TODAY + timedelta(days=9), by=by, now=NOW)

    assert names(mentor_bank(by, free_only=True, **BANK)) == []
    assert [(each.free, each.room) for each in mentor_bank(by, **BANK)] == [(0, 1), (1, 1)]


def test_sorting_turns_round_and_junk_sorts_by_name():
    a_mentor("Anna", places=1)
    a_mentor("Birgit", places=3)
    by = a_coordinator()

    assert names(mentor_bank(by, sort="-free", **BANK)) == ["Birgit", "Anna"]
    assert names(mentor_bank(by, sort="free", **BANK)) == ["Anna", "Birgit"]
    assert names(mentor_bank(by, sort="person__email", **BANK)) == ["Anna", "Birgit"]


def test_volunteers_who_wait_for_screening_stand_apart_from_the_bank():
    a_volunteer("Applied")
    a_mentor("In bank")
    by = a_coordinator()

    assert names(mentor_bank(by, **BANK)) == ["In bank"]
    assert names(mentor_bank(by, state="to_screen", **BANK)) == ["Applied"]


def test_another_divisions_mentors_are_not_there():
    a_mentor("Here")
    assert names(mentor_bank(a_coordinator(another_division()), **BANK)) == []


@pytest.mark.parametrize("number", [1, 12])
def test_lists_take_the_same_number_of_queries_however_long(number, django_assert_num_queries):
    by = a_coordinator()
    for each in range(number):
        a_proposal(a_mentee(f"Mentee {each}"), a_mentor(f"Mentor {each}"))

    with django_assert_num_queries(3):  # rows, languages, proposals
        [(row.asked, list(row.person.languages.all())) for row in with_proposals(waiting_list(by, now=NOW))]
    with django_assert_num_queries(2):
        [(row.free, list(row.person.languages.all())) for row in mentor_bank(by, **BANK)]


def test_whoever_reached_the_goal_waits_no_more():
    pair, by = a_partnership(), a_coordinator()
    later = NOW + timedelta(days=60)
    end_partnership(partnership=pair, closure=ClosureReason.GOAL_REACHED, by=by, now=later)

    assert names(waiting_list(by, now=later)) == []


def test_a_pair_that_did_not_fit_puts_the_mentee_back_with_a_wait_that_begins_anew():
    pair, by = a_partnership(), a_coordinator()
    ended = NOW + timedelta(days=20)
    end_partnership(partnership=pair, closure=ClosureReason.CHEMISTRY, rematch=True, by=by, now=ended)
    longer = a_mentee("Longer", ready_at=NOW + timedelta(days=10))

    (first, second) = waiting_list(by, now=ended)
    assert (first, second) == (longer, pair.mentee)
    assert second.waiting_since == waiting_since(pair.mentee) == ended
