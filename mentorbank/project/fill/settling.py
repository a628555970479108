"""What was written in an invented past was also sent then: nobody gets a year's letters today."""

from datetime import datetime

from django.db.models import F
from django_tasks_db.models import DBTaskResult

from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.states import LetterState


def settle_the_past(now: datetime) -> None:
    """Mark the letters of the past as sent at their moment, and empty the queue of their posting."""
    letters = Letter.objects.filter(state=LetterState.WAITING, written_at__lt=now)
    letters.update(state=LetterState.POSTED, posted_at=F("written_at"), tries=1)
    DBTaskResult.objects.all().delete()
