"""The ledger in words. Its verbs are kept in English; here each is translated, so that a new one is missed loudly."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mentorbank.network.people.models import Entry, Person

VERBS: dict[str, tuple[Any, str]] = {
    "was brought in from a list": (_("was brought in from a list"), "plain"),
    "answered a proposal": (_("answered a proposal"), "ok"),
    "answered a question": (_("answered a question"), "plain"),
    "applied as a mentor": (_("applied as a mentor"), "plain"),
    "asked a question": (_("asked a question"), "look"),
    "asked whether they met": (_("asked both whether they met"), "plain"),
    "cancelled a meeting": (_("cancelled a meeting"), "look"),
    "changed the details": (_("changed the details"), "plain"),
    "changed the recipe": (_("changed the recipe"), "plain"),
    "corrected a meeting report": (_("corrected an answer about a meeting"), "plain"),
    "corrected an outcome": (_("corrected an outcome"), "plain"),
    "drew up the contract": (_("drew up the contract"), "plain"),
    "ended a partnership": (_("ended the partnership"), "plum"),
    "ended a role": (_("ended a role"), "plain"),
    "gave a role": (_("gave a role"), "plain"),
    "held the interview": (_("held the interview"), "ok"),
    "let a proposal expire": (_("let a proposal expire"), "look"),
    "moved a meeting": (_("moved a meeting"), "plain"),
    "opened the file": (_("opened the file"), "plain"),
    "paused": (_("paused"), "look"),
    "planned a meeting": (_("planned a meeting"), "plain"),
    "proposed a match": (_("proposed a match"), "plum"),
    "raised a signal": (_("raised a signal"), "late"),
    "recorded an outcome": (_("recorded an outcome"), "ok"),
    "referred on": (_("referred on"), "plain"),
    "registered": (_("registered"), "plain"),
    "reminded of a proposal": (_("reminded of a proposal"), "plain"),
    "reported a meeting": (_("told about a meeting"), "ok"),
    "resumed": (_("resumed"), "plain"),
    "screened the mentor": (_("screened the mentor"), "ok"),
    "sent a letter again": (_("sent a letter again"), "plain"),
    "set a rest": (_("set a rest"), "plain"),
    "set the places": (_("set the number of places"), "plain"),
    "settled a signal": (_("looked after a signal"), "plain"),
    "signed the contract": (_("signed the contract"), "ok"),
    "started the partnership": (_("the partnership runs"), "ok"),
    "took a signal": (_("took a signal"), "plain"),
    "were introduced": (_("were introduced to each other"), "ok"),
    "withdrew": (_("withdrew"), "plain"),
    "withdrew a consent": (_("withdrew a consent"), "look"),
    "withdrew a proposal": (_("withdrew a proposal"), "plain"),
}


@dataclass(frozen=True)
class Event:
    """One line of a timeline."""

    at: datetime
    what: str
    kind: str
    by: Person | None  # nobody: the clock did it


def told(entries: Iterable[Entry]) -> list[Event]:
    """Ledger rows as lines to read; a verb without words here is shown as it is kept."""
    lines = []
    for entry in entries:
        words, kind = VERBS.get(entry.verb, (entry.verb, "plain"))
        lines.append(Event(entry.at, capfirst(str(words)), kind, entry.by))
    return lines
