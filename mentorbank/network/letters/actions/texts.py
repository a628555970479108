"""Changing texts: the network's own words, for everybody or for a programme or division."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean, clean_text
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.models import LetterText
from mentorbank.network.letters.queries.texts import HOLE, LANGUAGES, kinds, placeholders, shipped
from mentorbank.network.letters.rules import fits_sms, may_edit_texts
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.people.actions import record

LINK = "https://" + "x" * 51  # as long as our links become on an address of 26 signs
LONGEST = {"subject": 120, "body": 4000, "sms": 160}


@transaction.atomic
def save_letter_text(
    *,
    kind: str,
    language: str,
    subject: str,
    body: str,
    sms: str,
    by: Actor,
    now: datetime,
    programme: Programme | None = None,
    division: Division | None = None,
) -> LetterText:
    """Put the network's own words in force for letters written from now on."""
    if not may_edit_texts(by):
        raise NotAllowed(_("Only the network administrator changes texts."))
    if kind not in kinds() or language not in LANGUAGES:
        raise NotNow(_("Choose one of the letters and languages in the list."), field="kind")
    words = {"subject": clean(subject), "body": clean_text(body), "sms": clean_text(sms)}
    for field, text in words.items():
        _check(kind, language, field, text)
    saved, _new = LetterText.objects.update_or_create(
        kind=kind, language=language, programme=programme, division=division, defaults=words
    )
    record("changed a letter's text", by=by, about=None, thing=saved, now=now, kind=kind, language=language)
    return saved


@transaction.atomic
def use_shipped_text(*, text: LetterText, by: Actor, now: datetime) -> None:
    """Take own words back; the next wider text is in force again."""
    if not may_edit_texts(by):
        raise NotAllowed(_("Only the network administrator changes texts."))
    record("took a letter's text back", by=by, about=None, thing=text, now=now, kind=text.kind)
    text.delete()


def _check(kind: str, language: str, field: str, text: str) -> None:
    """Nothing empty, no hole we cannot fill, the link or code not forgotten, an SMS not too long."""
    if not text:
        raise NotNow(_("Write a text here."), field=field)
    holes = set(HOLE.findall(text))
    if unknown := holes - placeholders(kind):
        raise NotNow(_("We cannot fill {%(hole)s} in. Take it out.") % {"hole": min(unknown)}, field=field)
    needed = {"link", "code"} & set(HOLE.findall(getattr(shipped(kind, language), field)))
    if missing := needed - holes:
        raise NotNow(_("The text needs {%(hole)s}. Put it back in.") % {"hole": min(missing)}, field=field)
    if field == "sms" and not fits_sms(text.replace("{link}", LINK).replace("{code}", "12345678")):
        raise NotNow(_("This is too long for an SMS. Use fewer words."), field=field)
    if len(text) > LONGEST[field]:
        raise NotNow(_("This text is too long. Use fewer words."), field=field)
