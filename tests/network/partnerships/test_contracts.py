from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.models import Letter
from mentorbank.network.partnerships.actions import (
    draw_up_contract,
    end_partnership,
    sign_contract,
    withdraw_participation,
)
from mentorbank.network.partnerships.models import Side
from mentorbank.network.partnerships.queries import meeting_calendar
from mentorbank.network.partnerships.states import ClosureReason, PartnershipState
from tests.builders import (
    A_GOAL,
    NOW,
    TODAY,
    a_draft_partnership,
    a_mentee,
    a_mentor,
    a_partnership,
    a_proposal,
    as_,
    the_coordinator,
)

pytestmark = pytest.mark.django_db
FIELDS = {"starts_on": TODAY, "months": 9, "rhythm_weeks": 4, "goals": [A_GOAL], "language": "da"}


def draw(partnership, by=None, now=NOW, **changes):
    by = by or as_(partnership.mentee.person)
    return draw_up_contract(partnership=partnership, by=by, now=now, **(FIELDS | changes))


def sign(contract, side, now=NOW):
    partnership = contract.partnership
    person = partnership.mentee.person if side == Side.MENTEE else partnership.mentor.person
    return sign_contract(contract=contract, side=side, name=person.name, by=as_(person), now=now)


def test_the_partnership_runs_once_both_said_yes_and_both_signed():
    partnership = a_draft_partnership()
    contract = draw(partnership)

    sign(contract, Side.MENTEE)
    partnership.refresh_from_db()
    assert partnership.state == PartnershipState.DRAFT

    sign(contract, Side.MENTOR)
    partnership.refresh_from_db()
    assert partnership.state == PartnershipState.RUNNING
    assert Letter.objects.filter(kind="partnership-runs").count() == 2


def test_nine_months_from_the_first_of_december_end_on_the_last_of_august():
    partnership = a_draft_partnership()

    contract = draw(partnership, starts_on=datetime(2026, 12, 1, tzinfo=UTC).date())

    assert str(contract.ends_on) == "2027-08-31"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"months": 5}, "months"),
        ({"months": 13}, "months"),
        ({"starts_on": TODAY + timedelta(days=200)}, "starts_on"),
        ({"rhythm_weeks": 0}, "rhythm_weeks"),
        ({"goals": []}, "goals"),
        ({"goals": [A_GOAL | {"start": 11}]}, "goals"),
        ({"goals": [A_GOAL | {"area": "gardening"}]}, "goals"),
        ({"goals": [A_GOAL | {"target": 0}]}, "goals"),
        ({"first_meeting_at": NOW - timedelta(days=9)}, "first_meeting_at"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(changes, field):
    with pytest.raises(NotNow) as refused:
        draw(a_draft_partnership(), **changes)
    assert refused.value.field == field


def test_a_countable_goal_shows_its_count_on_the_same_scale():
    contract = draw(a_draft_partnership(), goals=[A_GOAL | {"target": 5, "start": 1}])

    goal = contract.goals.get()
    assert (goal.count, goal.target, goal.start) == (1, 5, 2)


def test_a_change_voids_the_first_name_and_tells_its_owner():
    partnership = a_draft_partnership()
    contract = draw(partnership)
    sign(contract, Side.MENTOR)

    draw(partnership, months=6, now=NOW + timedelta(minutes=5))

    assert not contract.signatures.exists()
    assert Letter.objects.get(kind="contract-changed").to == partnership.mentor.person


def test_two_phones_do_not_overwrite_each_other():
    partnership = a_draft_partnership()
    seen = draw(partnership).changed_at
    draw(partnership, by=as_(partnership.mentor.person), months=6, now=NOW + timedelta(minutes=1))

    with pytest.raises(NotNow, match="changed the contract"):
        draw(partnership, months=12, seen_at=seen, now=NOW + timedelta(minutes=2))


def test_a_contract_changed_meanwhile_is_not_signed_unseen():
    partnership = a_draft_partnership()
    shown = draw(partnership)
    draw(partnership, months=6, now=NOW + timedelta(minutes=5))

    with pytest.raises(NotNow, match="changed meanwhile"):
        sign(shown, Side.MENTOR)


def test_nobody_signs_for_the_other():
    partnership = a_draft_partnership()
    contract = draw(partnership)

    with pytest.raises(NotAllowed):
        sign_contract(
            contract=contract, side=Side.MENTOR, name="X", by=as_(partnership.mentee.person), now=NOW
        )


def test_meetings_keep_their_hour_across_the_change_to_summer_time():
    at = datetime(2026, 12, 3, 16, 0, tzinfo=UTC)  # 17:00 in Copenhagen
    partnership = a_partnership(first_meeting_at=at)

    hours = {timezone.localtime(meeting.planned_at).hour for meeting in partnership.meetings.all()}

    assert partnership.meetings.count() == 10
    assert hours == {17}


def test_the_calendar_names_the_other_by_first_name_only():
    partnership = a_partnership()

    text = meeting_calendar(partnership, Side.MENTEE, NOW).decode()

    assert "Kirsten" in text
    assert "Holm" not in text
    assert "Dokk1" in text


def test_a_shielded_pairs_calendar_says_meeting_only():
    partnership = a_partnership()
    partnership.mentee.person.shielded = True

    text = meeting_calendar(partnership, Side.MENTOR, NOW).decode()

    assert "Amal" not in text
    assert "Dokk1" not in text


def test_an_ended_partnership_gives_the_place_back():
    partnership = a_partnership()
    later = NOW + timedelta(days=40)

    end_partnership(partnership=partnership, closure=ClosureReason.MOVED, by=the_coordinator(), now=later)

    partnership.refresh_from_db()
    assert partnership.state == PartnershipState.ENDED_EARLY
    assert not partnership.meetings.filter(planned_at__gt=later, cancelled_at=None).exists()
    assert partnership.mentee.state == "closed"
    a_proposal(a_mentee("Sara Ali"), partnership.mentor)


def test_a_partnership_that_lasted_its_contract_is_completed():
    partnership = a_partnership()
    later = NOW + timedelta(days=300)

    end_partnership(partnership=partnership, closure=ClosureReason.TIME_UP, by=the_coordinator(), now=later)

    partnership.refresh_from_db()
    assert partnership.state == PartnershipState.COMPLETED


def test_whoever_wants_another_mentor_waits_again():
    partnership = a_partnership()

    end_partnership(
        partnership=partnership, closure=ClosureReason.CHEMISTRY, rematch=True, by=the_coordinator(), now=NOW
    )

    a_proposal(partnership.mentee, a_mentor("Lise Mørk"))


def test_whoever_withdraws_takes_back_what_is_open():
    proposal = a_proposal(a_mentee(), a_mentor())
    person = proposal.mentee.person

    withdraw_participation(mentee=proposal.mentee, by=as_(person), now=NOW)

    proposal.refresh_from_db()
    assert proposal.released_at == NOW
    assert proposal.mentee.state == "withdrawn"
