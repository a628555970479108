"""What went out to whom, and what waits; never a sign-in code."""

from datetime import datetime

from django.db.models import QuerySet

from mentorbank.network.base.actor import Actor
from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.states import LetterState
from mentorbank.network.people.models import Person


def _readable(reader: Actor) -> QuerySet[Letter]:
    return Letter.objects.visible_to(reader).select_related("to").order_by("-written_at", "-pk")


def letters_to(person: Person, reader: Actor) -> QuerySet[Letter]:
    """What this person was written, newest first; show `letter.shown`, not its body."""
    return _readable(reader).filter(to=person)


def letters_waiting(reader: Actor) -> QuerySet[Letter]:
    """Not sent yet, those with a try behind them included."""
    return _readable(reader).filter(state__in=[LetterState.WAITING, LetterState.CLAIMED])


def letters_failed(reader: Actor) -> QuerySet[Letter]:
    """Given up after the last try: somebody must look at the address and send again."""
    return _readable(reader).filter(state=LetterState.FAILED)


def letters_due(now: datetime, limit: int = 500) -> list[int]:
    """Ids of what waits and is due, or whose worker went silent; oldest first."""
    return list(Letter.objects.due(now).order_by("next_try_at", "pk").values_list("pk", flat=True)[:limit])
