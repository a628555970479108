"""The rows of Today: who, why, since when, and the one action that helps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from mentorbank.network.journal.queries import Attention, Reason
from mentorbank.pages.desk import words


@dataclass(frozen=True)
class Row:
    """One line of a list that starts from what needs a person."""

    who: str
    why: str
    action: str
    url: str
    what: str = ""
    since: str = ""
    href: str = ""
    late: bool = False
    post: bool = False


def to_look_at(found: list[Attention], now: datetime) -> list[Row]:
    """Partnerships a rule points at."""
    return [
        Row(
            who=_("%(mentee)s and %(mentor)s")
            % {
                "mentee": each.partnership.mentee.person.first_name,
                "mentor": each.partnership.mentor.person.first_name,
            },
            what=month_of(each.partnership, now),
            why=". ".join(reason_words(reason, days) for reason, days in each.reasons),
            since=_("Matched %(ago)s") % {"ago": words.ago(each.partnership.matched_at, now)},
            action=_("Open the pair"),
            url=reverse("desk:partnership", args=[each.partnership.pk]),
        )
        for each in found
    ]


def month_of(pair: Any, now: datetime) -> str:
    """Month 3 of 9, as far as there is a contract (`ends_on` is put on the pair by the question)."""
    if not pair.started_at:
        return _("no contract yet")
    month = words.days_since(pair.started_at, now) // 30 + 1
    ends_on = getattr(pair, "ends_on", None)
    if not ends_on:
        return _("month %(month)s") % {"month": month}
    months = round((ends_on - pair.started_at.date()).days / 30.4) or 1
    return _("month %(month)s of %(months)s") % {"month": min(month, months), "months": months}


def reason_words(reason: Reason, days: int | None) -> str:
    """The rule that holds, in words."""
    return {
        Reason.NO_CONTRACT: _("No contract signed, %(days)s after both said yes"),
        Reason.NO_MEETING: _("No meeting confirmed for %(days)s"),
        Reason.CONTRACT_ENDS: _("The contract ends %(until)s"),
        Reason.ANSWERS_DIFFER: _("The two answers about a meeting differ"),
    }[reason] % {"days": words.days(days or 0), "until": _until(days or 0)}


def _until(days: int) -> str:
    if days < 0:
        return _("%(days)s ago") % {"days": words.days(-days)}
    return _("in %(days)s") % {"days": words.days(days)}
