"""Questions about what waits for staff."""

from django.db.models import QuerySet

from mentorbank.network.base.actor import Actor
from mentorbank.network.signals.models import Signal


def standing_signals(reader: Actor) -> QuerySet[Signal]:
    """What the reader should look at, the most urgent first."""
    seen = Signal.objects.visible_to(reader).standing().select_related("about", "owner")
    return seen.order_by("due_on", "raised_at", "pk")
