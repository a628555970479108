"""The states of a letter."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
