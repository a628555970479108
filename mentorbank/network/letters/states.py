"""What letters there are, and the states of one."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LetterKind(TextChoices):
    """Every letter that is really sent; `texts/` has each in each language."""

    WELCOME_MENTEE = "welcome-mentee", _("Welcome, to a mentee")
    WELCOME_MENTOR = "welcome-mentor", _("Welcome, to a mentor")
    KNOWN_ALREADY = "known-already", _("Signed up a second time")
    MENTEE_READY = "mentee-ready", _("The mentee is ready")
    MENTOR_IN_BANK = "mentor-in-bank", _("The mentor is in the bank")
    MENTOR_DECLINED = "mentor-declined", _("The mentor was declined")
    PROPOSAL_MENTEE = "proposal-mentee", _("A proposal, to the mentee")
    PROPOSAL_MENTOR = "proposal-mentor", _("A proposal, to the mentor")
    PROPOSAL_REMINDER = "proposal-reminder", _("Reminder of a proposal")
    PROPOSAL_ANSWER = "proposal-answer", _("Answer to a question")
    PROPOSAL_CLOSED = "proposal-closed", _("A proposal came to nothing")
    INTRODUCTION_MENTEE = "introduction-mentee", _("Introduction, to the mentee")
    INTRODUCTION_MENTOR = "introduction-mentor", _("Introduction, to the mentor")
    CONTRACT_CHANGED = "contract-changed", _("The contract was changed")
    CONTRACT_SIGNED = "contract-signed", _("The other one signed")
    PARTNERSHIP_RUNS = "partnership-runs", _("The partnership begins")
    DID_YOU_MEET = "did-you-meet", _("Did you meet?")
    STAFF_INVITATION = "staff-invitation", _("Invitation to staff")
    SIGN_IN_CODE = "sign-in-code", _("Sign-in code")


class LetterState(TextChoices):
    WAITING = "waiting", _("Waiting")
    CLAIMED = "claimed", _("Being sent")
    POSTED = "posted", _("Sent")
    FAILED = "failed", _("Could not be sent")
    DROPPED = "dropped", _("Not needed any more")


MOVES: dict[LetterState, frozenset[LetterState]] = {
    LetterState.WAITING: frozenset({LetterState.CLAIMED, LetterState.DROPPED}),
    LetterState.CLAIMED: frozenset({LetterState.POSTED, LetterState.WAITING, LetterState.FAILED}),
    LetterState.FAILED: frozenset({LetterState.WAITING, LetterState.DROPPED}),
    LetterState.POSTED: frozenset(),
    LetterState.DROPPED: frozenset(),
}
