"""Answers that wait for staff: questions, two yeses, noes."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from mentorbank.network.partnerships.models import Partnership, Proposal, Question
from mentorbank.network.partnerships.queries import waiting_questions
from mentorbank.network.signals.models import Signal
from mentorbank.network.signals.queries import standing_signals
from mentorbank.pages.desk import words
from mentorbank.pages.desk.rows import Row


def answers(request: HttpRequest) -> list[Row]:
    """What came back and waits for staff: questions, two yeses, noes."""
    reader = request.reader
    signals = list(standing_signals(reader).filter(kind__in=ANSWERS).order_by("-raised_at"))
    things = {
        "question": waiting_questions(reader).in_bulk(_ids(signals, "question")),
        "proposal": Proposal.objects.visible_to(reader)
        .select_related("mentor__person", "mentee__person")
        .in_bulk(_ids(signals, "proposal")),
        "partnership": Partnership.objects.visible_to(reader)
        .select_related("mentor__person", "mentee__person")
        .in_bulk(_ids(signals, "partnership")),
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
