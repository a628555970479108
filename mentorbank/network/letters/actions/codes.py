"""Sign-in codes: counted in the database, so that several processes and a restart change nothing."""

import hashlib
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.letters.actions.writing import write
from mentorbank.network.letters.models import CodeAsk, Letter
from mentorbank.network.letters.states import LetterKind
from mentorbank.network.people.models import Channel, Person

CODES_A_DAY = 10
TRIES = 5


def count_code_asked(*, key: str, now: datetime) -> CodeAsk:
    """Note that a code was asked for; whether anybody has that address makes no difference here."""
    key = key if key.startswith("user:") else "nobody:" + hashlib.sha256(key.encode()).hexdigest()
    for _again in range(CODES_A_DAY):
        asked = CodeAsk.objects.filter(key=key, on=now.date()).aggregate(last=Max("number"))["last"] or 0
        if asked >= CODES_A_DAY:
            break
        try:
            with transaction.atomic():
                return CodeAsk.objects.create(key=key, on=now.date(), number=asked + 1)
        except IntegrityError:
            continue  # somebody else counted the same number at this moment
    raise NotNow(_("Ten codes were sent today. Try again tomorrow, or call us."), field="address")


@transaction.atomic
def forget_codes_asked(*, before: date) -> None:
    """Drop the counts of days that are over."""
    CodeAsk.objects.filter(on__lt=before).delete()


def count_code_try(ask_id: int | None) -> bool:
    """Whether this code may be tried once more; the try is counted before it is looked at."""
    asked = CodeAsk.objects.filter(pk=ask_id or 0, tries__lt=TRIES)
    return bool(asked.update(tries=F("tries") + 1))


@transaction.atomic
def send_sign_in_code(*, to: Person, channel: Channel, address: str, code: str, now: datetime) -> Letter:
    """Write the letter with the code; it is wiped from the row once posted."""
    return write(
        LetterKind.SIGN_IN_CODE, to=to, now=now, values={"code": code}, channel=channel, address=address
    )
