"""Applicants correct their own form."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.intake.rules import NOT_TALKED_YET
from mentorbank.network.people.actions import change_mentee, change_mentor, record
from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.network.people.rules import may_change
from mentorbank.network.people.states import MENTEE_MOVES, MenteeState

from .registering import coded

ALWAYS_OWN = {"times", "note"}
CODES = {"occupation_words": "occupation", "education_words": "education"}


@transaction.atomic
def change_application(*, participant: Mentee | Mentor, by: Actor, now: datetime, **profile: Any) -> None:
    """Correct one's own form: occupation_words and education_words until the talk, times and note always.

    Words that changed get their code anew, or none where we are not sure.
    """
    if not may_change(by, participant.person):
        raise NotAllowed(_("You can change your own application only."))
    if isinstance(participant, Mentee) and not MENTEE_MOVES[MenteeState(participant.state)]:
        raise NotNow(_("This participation has come to its end already."))
    if participant.state not in NOT_TALKED_YET and set(profile) - ALWAYS_OWN:
        raise NotNow(_("We have talked about this with you. Call us, and we change it."))
    fields = coded(dict(profile))
    for words, code in CODES.items():
        if words in profile:
            fields.setdefault(code, "")
    if isinstance(participant, Mentee):
        change_mentee(mentee=participant, **fields)
    else:
        change_mentor(mentor=participant, **fields)
    about = participant.person
    record("changed the application", by=by, about=about, thing=participant, now=now, fields=sorted(profile))
