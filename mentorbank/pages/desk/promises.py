"""Promises at risk: interviews, long waits, proposals about to expire."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorbank.network.matching.queries import interviews_due, waiting_list, with_proposals
from mentorbank.network.partnerships.models import Side
from mentorbank.network.partnerships.queries import answer_by, answer_of
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.people.models import Mentee
from mentorbank.pages.desk import words
from mentorbank.pages.desk.rows import Row

PROMISE_WITHIN = 7  # days before a promised interview is at risk
LONG_WAIT = 14  # days ready without anybody being asked
EXPIRES_WITHIN = 2


def promises(request: HttpRequest) -> list[Row]:
    """Interviews promised soon, long waits, proposals about to expire; the most urgent first."""
    now = request.now
    waiting = with_proposals(waiting_list(request.reader, now=now))
    due = [(mentee, _promised_on(mentee)) for mentee in interviews_due(request.reader)]
    found = [(_interview(mentee, day, now), day) for mentee, day in due if _soon(day, now)]
    found += [row for mentee in waiting if mentee.proposed for row in _expiring(mentee, now)]
    ready_since = [
        (mentee, mentee.waiting_since + timedelta(days=LONG_WAIT))
        for mentee in waiting
        if not mentee.proposed
    ]
    found += [(_long_wait(mentee, now), day) for mentee, day in ready_since if day <= now]
    return [row for row, _day in sorted(found, key=lambda each: each[1])]


def _promised_on(mentee: Mentee) -> datetime:
    return mentee.registered_at + timedelta(days=mentee.programme.interview_days)


def _soon(day: datetime, now: datetime) -> bool:
    return day <= now + timedelta(days=PROMISE_WITHIN)


def _interview(mentee: Mentee, day: datetime, now: datetime) -> Row:
    late = day < now
    when = words.until(day.date(), now)
    why = _("The interview was promised by %(day)s") if late else _("Interview promised by %(day)s")
    return Row(
        who=mentee.person.name,
        what=words.in_short(mentee),
        why=why % {"day": f"{date_format(day, _('j F'))} ({when})"},
        since=_("Registered %(ago)s") % {"ago": words.ago(mentee.registered_at, now)},
        late=late,
        href=reverse("desk:mentee", args=[mentee.pk]),
        action=_("Record the interview"),
        url=reverse("desk:interview", args=[mentee.pk]),
    )


def _long_wait(mentee: Mentee, now: datetime) -> Row:
    asked = len(mentee.asked)
    why = _("Nobody has been asked yet")
    if asked:
        why = ngettext("One mentor was asked so far", "%(count)s mentors were asked so far", asked)
    return Row(
        who=mentee.person.name,
        what=words.in_short(mentee),
        why=why % {"count": asked},
        since=_("Ready for %(days)s") % {"days": words.days(words.days_since(mentee.waiting_since, now))},
        late=True,
        href=reverse("desk:mentee", args=[mentee.pk]),
        action=_("Find a mentor"),
        url=reverse("desk:shortlist", args=[mentee.pk]),
    )


def _expiring(mentee: Mentee, now: datetime) -> Iterable[tuple[Row, datetime]]:
    """The open proposal of a mentee, if a side has not answered and its days are nearly over."""
    proposal = mentee.asked[0]
    proposal.mentee = mentee
    for side in Side:
        until = answer_by(proposal, side)
        if answer_of(proposal, side) or until is None or until > now + timedelta(days=EXPIRES_WITHIN):
            continue
        silent = person_of(proposal, side).name
        yield (
            Row(
                who=mentee.person.name,
                what=words.in_short(mentee),
                why=_("%(name)s has not answered; the proposal expires %(when)s")
                % {"name": silent, "when": words.until(until.date(), now)},
                since=_("Proposed %(ago)s") % {"ago": words.ago(proposal.proposed_at, now)},
                href=reverse("desk:mentee", args=[mentee.pk]),
                action=_("Look at it"),
                url=reverse("desk:shortlist", args=[mentee.pk]),
            ),
            until,
        )
