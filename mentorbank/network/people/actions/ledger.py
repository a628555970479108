"""Writing the ledger: rows of ids and codes, never anybody's words."""

from datetime import datetime
from typing import Any

from django.db.models import Model

from mentorbank.network.base.actor import Actor
from mentorbank.network.people.models import Entry, Person


def record(
    verb: str, *, by: Actor, about: Person | None, now: datetime, thing: Model | None = None, **codes: Any
) -> Entry:
    """Append what was done, by whom, about whom; `codes` are numbers and codes only."""
    return _append(verb, by, about, now, thing, looked=False, codes=codes)


def look(*, by: Actor, about: Person, now: datetime, thing: Model | None = None, why: str = "") -> Entry:
    """Append that somebody opens this person's file; called before anything of it is shown."""
    return _append("opened the file", by, about, now, thing, looked=True, codes={"why": why} if why else {})


def _append(
    verb: str,
    by: Actor,
    about: Person | None,
    now: datetime,
    thing: Model | None,
    *,
    looked: bool,
    codes: dict,
) -> Entry:
    return Entry.objects.create(
        at=now,
        verb=verb,
        looked=looked,
        by=by.person,
        via=by.via,
        on_behalf_of=by.on_behalf_of,
        about=about,
        thing=(thing._meta.model_name or "") if thing is not None else "",
        thing_id=thing.pk if thing is not None else None,
        codes=codes,
    )
