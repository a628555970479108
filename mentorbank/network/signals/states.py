"""The states of a signal."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SignalState(TextChoices):
    RAISED = "raised", _("Raised")
    OWNED = "owned", _("Taken")
    ACTED_ON = "acted_on", _("Acted on")
    RESOLVED = "resolved", _("Resolved")


MOVES: dict[SignalState, frozenset[SignalState]] = {
    SignalState.RAISED: frozenset({SignalState.OWNED, SignalState.ACTED_ON, SignalState.RESOLVED}),
    SignalState.OWNED: frozenset({SignalState.ACTED_ON, SignalState.RESOLVED}),
    SignalState.ACTED_ON: frozenset({SignalState.RESOLVED}),
    SignalState.RESOLVED: frozenset(),
}
