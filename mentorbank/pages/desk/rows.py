"""The rows of Today: who, why, since when, and the one action that helps."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorbank.network.journal.queries import Attention, Reason
from mentorbank.network.matching.queries import interviews_due, waiting_list
from mentorbank.network.partnerships.models import Partnership, Proposal, Question, Side
from mentorbank.network.partnerships.queries import answer_by, answer_of
from mentorbank.network.partnerships.rules import person_of
from mentorbank.network.people.models import Mentee
from mentorbank.network.signals.models import Signal
from mentorbank.network.signals.queries import standing_signals
from mentorbank.pages.desk import words

PROMISE_WITHIN = 7  # days before a promised interview is at risk
LONG_WAIT = 14  # days ready without anybody being asked
EXPIRES_WITHIN = 2


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


def promises(request: HttpRequest) -> list[Row]:
    """Interviews promised soon, long waits, proposals about to expire; the most urgent first."""
    now = request.now
    waiting = list(waiting_list(request.reader, now=now))
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


def answers(request: HttpRequest) -> list[Row]:
    """What came back and waits for staff: questions, two yeses, noes."""
    signals = list(standing_signals(request.reader).filter(kind__in=ANSWERS).order_by("-raised_at"))
    things = {
        "question": Question.objects.select_related("proposal").in_bulk(_ids(signals, "question")),
        "proposal": Proposal.objects.select_related("mentor__person", "mentee__person").in_bulk(
            _ids(signals, "proposal")
        ),
        "partnership": Partnership.objects.select_related("mentor__person", "mentee__person").in_bulk(
            _ids(signals, "partnership")
        ),
    }
    rows = [(signal, things[signal.thing].get(signal.thing_id)) for signal in signals]
    return [ANSWERS[signal.kind](signal, thing, request.now) for signal, thing in rows if thing]


def _ids(signals: list[Signal], thing: str) -> list[int]:
    return [signal.thing_id for signal in signals if signal.thing == thing]


def _both_said_yes(signal: Signal, pair: Partnership, now: datetime) -> Row:
    mentee, mentor = pair.mentee.person, pair.mentor.person
    return Row(
        who=_("%(mentee)s and %(mentor)s") % {"mentee": mentee.name, "mentor": mentor.name},
        why=_("Both said yes. They are introduced to each other."),
        since=words.ago(signal.raised_at, now),
        action=_("Open the pair"),
        url=reverse("desk:partnership", args=[pair.pk]),
    )


def _question(signal: Signal, question: Question, now: datetime) -> Row:
    return Row(
        who=signal.about.name,
        why=_("asks first: “%(text)s”") % {"text": question.text},
        since=words.ago(question.asked_at, now),
        action=_("Answer"),
        url=reverse("desk:question", args=[question.pk]),
    )


def _came_to_nothing(signal: Signal, proposal: Proposal, now: datetime) -> Row:
    said = {
        "proposal-declined": _("%(name)s: not this time (%(reason)s)"),
        "proposal-expired": _("No answer in time to the proposal with %(name)s"),
    }[signal.kind]
    declined = proposal.mentor_reason or proposal.mentee_reason
    who = proposal.mentee.person if proposal.mentee_reason else proposal.mentor.person
    reason = proposal.get_mentor_reason_display() or proposal.get_mentee_reason_display()
    name = who.name if declined else proposal.mentor.person.name
    return Row(
        who=proposal.mentee.person.name,
        why=said % {"name": name, "reason": str(reason).lower()},
        since=words.ago(signal.raised_at, now),
        href=reverse("desk:mentee", args=[proposal.mentee_id]),
        action=_("Find another mentor"),
        url=reverse("desk:shortlist", args=[proposal.mentee_id]),
    )


ANSWERS: dict[str, Any] = {
    "both-said-yes": _both_said_yes,
    "question-asked": _question,
    "proposal-declined": _came_to_nothing,
    "proposal-expired": _came_to_nothing,
}


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
