"""The states of a mentor and of a mentee, and the moves between them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MentorState(TextChoices):
    """Stored states; a rest is `IN_BANK` with a day in `rest_until`."""

    INTERESTED = "interested", _("Interested")
    APPLIED = "applied", _("Applied")
    SCREENING = "screening", _("Screening")
    APPROVED = "approved", _("Approved")
    IN_BANK = "in_bank", _("In the bank")
    LEFT = "left", _("Left")
    DECLINED = "declined", _("Declined")


class MenteeState(TextChoices):
    """Stored states; proposed, matched and follow-up are asked of partnerships."""

    REGISTERED = "registered", _("Registered")
    INVITED = "invited", _("Invited")
    BOOKED = "booked", _("Interview booked")
    INTERVIEWED = "interviewed", _("Interviewed")
    READY = "ready", _("Ready")
    PAUSED = "paused", _("Paused")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    REFERRED_ON = "referred_on", _("Referred on")


MENTOR_MOVES: dict[MentorState, frozenset[MentorState]] = {
    MentorState.INTERESTED: frozenset({MentorState.APPLIED, MentorState.LEFT}),
    MentorState.APPLIED: frozenset(
        {MentorState.SCREENING, MentorState.APPROVED, MentorState.DECLINED, MentorState.LEFT}
    ),
    MentorState.SCREENING: frozenset({MentorState.APPROVED, MentorState.DECLINED, MentorState.LEFT}),
    MentorState.APPROVED: frozenset({MentorState.IN_BANK, MentorState.LEFT}),
    MentorState.IN_BANK: frozenset({MentorState.LEFT}),
    MentorState.LEFT: frozenset({MentorState.APPLIED}),
    MentorState.DECLINED: frozenset({MentorState.APPLIED}),
}

_GONE = frozenset({MenteeState.CLOSED, MenteeState.WITHDRAWN, MenteeState.REFERRED_ON})

MENTEE_MOVES: dict[MenteeState, frozenset[MenteeState]] = {
    MenteeState.REGISTERED: _GONE | {MenteeState.INVITED, MenteeState.BOOKED, MenteeState.INTERVIEWED},
    MenteeState.INVITED: _GONE | {MenteeState.BOOKED, MenteeState.INTERVIEWED},
    MenteeState.BOOKED: _GONE | {MenteeState.INVITED, MenteeState.INTERVIEWED},
    MenteeState.INTERVIEWED: _GONE | {MenteeState.READY, MenteeState.PAUSED},
    MenteeState.READY: _GONE | {MenteeState.PAUSED},
    MenteeState.PAUSED: _GONE | {MenteeState.READY},
    MenteeState.CLOSED: frozenset(),
    MenteeState.WITHDRAWN: frozenset(),
    MenteeState.REFERRED_ON: frozenset(),
}

#: A participation that has not come to its end.
OPEN_MENTEE_STATES = [state for state in MenteeState if MENTEE_MOVES[state]]
