from datetime import timedelta

import pytest
import time_machine

from mentorbank.network.letters.models import Letter
from mentorbank.network.partnerships.jobs import remind_and_expire
from mentorbank.network.partnerships.models import Side
from mentorbank.network.partnerships.states import ProposalState
from mentorbank.network.signals.models import Signal
from tests.builders import NOW, a_proposal, answer

pytestmark = pytest.mark.django_db


def run_after(**span):
    with time_machine.travel(NOW + timedelta(**span), tick=False):
        remind_and_expire()


def test_a_silent_side_is_reminded_once_after_three_days():
    proposal = a_proposal()
    answer(proposal, Side.MENTEE)

    for days in (2, 3, 4, 5):
        run_after(days=days)

    reminders = Letter.objects.filter(kind="proposal-reminder")
    assert [letter.to for letter in reminders] == [proposal.mentor.person]


def test_after_seven_days_the_proposal_expires_and_the_coordinator_is_told():
    proposal = a_proposal()
    answer(proposal, Side.MENTEE)

    run_after(days=6, hours=23)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.OPEN

    run_after(days=7)
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.EXPIRED
    assert proposal.released_at is not None
    assert Signal.objects.standing().get().kind == "proposal-expired"


def test_a_side_that_answered_is_left_in_peace():
    proposal = a_proposal()
    answer(proposal, Side.MENTEE)
    answer(proposal, Side.MENTOR)

    run_after(days=8)

    assert not Letter.objects.filter(kind="proposal-reminder").exists()
    proposal.refresh_from_db()
    assert proposal.state == ProposalState.ACCEPTED
