"""Posting: claim a letter, hand it over, say how it went. At least once, never lost, one Message-ID."""

from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.actions.sending import hand_over
from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.rules import may_resend
from mentorbank.network.letters.states import LetterKind, LetterState
from mentorbank.network.people.actions import record

LEASE = timedelta(minutes=5)
#: Minutes until the next try; in all longer than a mail server may be down for a day.
BACKOFF = (1, 5, 15, 60, 120, 240, 480, 480, 480)
CODE_LIVES = timedelta(minutes=15)


def post(*, letter_id: int, worker: str, now: datetime) -> bool:
    """Post one letter if it is due and nobody else has it; whether it left."""
    letter = _claim(letter_id, worker, now)
    if letter is None:
        return False
    if letter.kind == LetterKind.SIGN_IN_CODE and letter.written_at + CODE_LIVES < now:
        return _close(letter, LetterState.DROPPED, now)
    try:
        hand_over(letter)
    except Exception as error:
        return _give_back(letter, error, now)
    return _close(letter, LetterState.POSTED, now)


def _claim(letter_id: int, worker: str, now: datetime) -> Letter | None:
    """Take the letter by one conditional update: of several workers exactly one gets it."""
    taken = Letter.objects.due(now).filter(pk=letter_id).update(
        state=LetterState.CLAIMED, worker=worker, lease_until=now + LEASE, tries=F("tries") + 1
    )
    letters = Letter.objects.select_related("to", "reply_to", "link")
    return letters.filter(pk=letter_id).first() if taken else None


def _close(letter: Letter, state: LetterState, now: datetime) -> bool:
    """Write the end down, if the letter is still ours; a sign-in code leaves no trace."""
    end: dict[str, object] = {"state": state, "posted_at": now, "lease_until": None, "error": ""}
    if letter.kind == LetterKind.SIGN_IN_CODE:
        end |= {"body": "", "address": ""}
    if state != LetterState.POSTED:
        end["posted_at"] = None
    mine = Letter.objects.filter(pk=letter.pk, state=LetterState.CLAIMED, worker=letter.worker)
    return bool(mine.update(**end)) and state == LetterState.POSTED


def _give_back(letter: Letter, error: Exception, now: datetime) -> bool:
    """Try again later, or give up where the address is refused or the last try failed."""
    ended = letter.tries > len(BACKOFF) or _is_final(error)
    end: dict[str, object] = {"error": f"{type(error).__name__}: {error}"[:200], "lease_until": None}
    if ended:
        end["state"] = LetterState.FAILED
        if letter.kind == LetterKind.SIGN_IN_CODE:
            end |= {"body": "", "address": ""}
    else:
        end["state"] = LetterState.WAITING
        end["next_try_at"] = now + timedelta(minutes=BACKOFF[letter.tries - 1])
    Letter.objects.filter(pk=letter.pk, state=LetterState.CLAIMED, worker=letter.worker).update(**end)
    return False


def _is_final(error: Exception) -> bool:
    """The receiving side says that this address will never do."""
    if not isinstance(error, SMTPRecipientsRefused):
        return False
    return all(code >= 500 for code, _reason in error.recipients.values())


@transaction.atomic
def retry_letter(*, letter: Letter, by: Actor, now: datetime) -> None:
    """Send a letter again that could not be sent, after its address was put right."""
    if not may_resend(by, letter):
        raise NotAllowed(_("You can send letters again in your own division only."))
    again = Letter.objects.filter(pk=letter.pk, state=LetterState.FAILED).exclude(body="")
    if not again.update(state=LetterState.WAITING, next_try_at=now, tries=0, error=""):
        raise NotNow(_("This letter is on its way already."))
    record("sent a letter again", by=by, about=letter.to, thing=letter, now=now)
