"""Staff talk with somebody and decide: ready for a mentor, into the bank, or something else."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean, clean_text
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.intake.models import Interview, InterviewDecision, Screening, ScreeningDecision
from mentorbank.network.intake.rules import may_interview
from mentorbank.network.letters.actions import write
from mentorbank.network.people.actions import (
    change_mentee,
    change_mentor,
    move_mentee,
    move_mentor,
    record,
    set_languages,
    set_places,
    set_wishes,
)
from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.network.people.rules import may_change
from mentorbank.network.people.states import MENTEE_MOVES, MenteeState, MentorState

AFTER = {
    InterviewDecision.READY: MenteeState.READY,
    InterviewDecision.NOT_NOW: MenteeState.PAUSED,
    InterviewDecision.REFER_ON: MenteeState.REFERRED_ON,
    InterviewDecision.DECLINE: MenteeState.CLOSED,
}


@transaction.atomic
def record_interview(
    *,
    mentee: Mentee,
    held_on: date,
    decision: InterviewDecision,
    by: Actor,
    now: datetime,
    profile: Mapping[str, Any] | None = None,
    languages: Iterable[Mapping[str, Any]] | None = None,
    wishes: Iterable[Mapping[str, str]] | None = None,
    facts: str = "",
    impression: str = "",
    promised: str = "",
    reason: str = "",
    look_again_on: date | None = None,
    letter: bool = True,
    since: datetime | None = None,
) -> Interview:
    """Note a held interview, refine the profile by it and act on the decision.

    A decision other than ready needs its reason; "not now" needs a day to look again. `since` is when the
    decision was taken, where that was before now (a list that is brought in knows).
    """
    _check_interview(mentee, held_on, decision, reason, look_again_on, by, now)
    change_mentee(mentee=mentee, **(profile or {}))
    _refine(mentee, languages, wishes, now)
    _move_after(mentee, decision, reason, since or now)
    interview = Interview.objects.create(
        mentee=mentee,
        held_on=held_on,
        held_by=by.person,
        facts=clean_text(facts),
        impression=clean_text(impression),
        promised=clean_text(promised),
        decision=decision,
        reason=clean(reason)[:200],
        look_again_on=look_again_on,
        written_at=now,
    )
    if letter and decision == InterviewDecision.READY:
        _tell(mentee, "mentee-ready", now, key=f"mentee-ready:{mentee.pk}")
    record("held the interview", by=by, about=mentee.person, thing=mentee, now=now, decision=decision)
    return interview


@transaction.atomic
def record_screening(
    *,
    mentor: Mentor,
    held_on: date,
    decision: ScreeningDecision,
    by: Actor,
    now: datetime,
    promised_confidentiality: bool,
    course_taken: bool = False,
    profile: Mapping[str, Any] | None = None,
    languages: Iterable[Mapping[str, Any]] | None = None,
    wishes: Iterable[Mapping[str, str]] | None = None,
    places: int | None = None,
    background: str = "",
    motivation: str = "",
    reason: str = "",
    letter: bool = True,
) -> Screening:
    """Note a mentor's screening; approval puts her in the bank.

    Approval needs the promise of confidentiality, a decline needs its reason.
    """
    if not may_interview(by, mentor.person):
        raise NotAllowed(_("You can screen mentors of your own division only."))
    _check_screening(held_on, decision, promised_confidentiality, reason, now)
    change_mentor(mentor=mentor, **(profile or {}))
    _refine(mentor, languages, wishes, now)
    if places is not None:
        set_places(mentor=mentor, number=places, by=by, now=now)
    _settle(mentor, decision, reason, now)
    screening = Screening.objects.create(
        mentor=mentor,
        held_on=held_on,
        held_by=by.person,
        background=clean_text(background),
        motivation=clean_text(motivation),
        promised_confidentiality=promised_confidentiality,
        course_taken=course_taken,
        decision=decision,
        reason=clean(reason)[:200],
        written_at=now,
    )
    if letter:
        kind = "mentor-in-bank" if decision == ScreeningDecision.APPROVE else "mentor-declined"
        _tell(mentor, kind, now)
    record("screened the mentor", by=by, about=mentor.person, thing=mentor, now=now, decision=decision)
    return screening


def _check_interview(
    mentee: Mentee,
    held_on: date,
    decision: InterviewDecision,
    reason: str,
    look_again_on: date | None,
    by: Actor,
    now: datetime,
) -> None:
    if not may_interview(by, mentee.person):
        raise NotAllowed(_("You can interview people of your own division only."))
    _check_day(held_on, now)
    if decision != InterviewDecision.READY and not reason.strip():
        raise NotNow(_("Write the reason for this decision."), field="reason")
    if decision == InterviewDecision.NOT_NOW and (look_again_on is None or look_again_on <= now.date()):
        raise NotNow(_("Choose the day you will look at it again."), field="look_again_on")


def _check_screening(
    held_on: date, decision: ScreeningDecision, promised_confidentiality: bool, reason: str, now: datetime
) -> None:
    _check_day(held_on, now)
    if decision == ScreeningDecision.APPROVE and not promised_confidentiality:
        sentence = _("A mentor promises confidentiality before the first match.")
        raise NotNow(sentence, field="promised_confidentiality")
    if decision == ScreeningDecision.DECLINE and not reason.strip():
        raise NotNow(_("Write the reason for this decision."), field="reason")


def _refine(
    who: Mentee | Mentor,
    languages: Iterable[Mapping[str, Any]] | None,
    wishes: Iterable[Mapping[str, str]] | None,
    now: datetime,
) -> None:
    """What the talk taught about languages and wishes; None leaves them as they are."""
    if languages is not None:
        set_languages(person=who.person, skills=languages)
    if wishes is not None:
        set_wishes(owner=who, wishes=wishes, said_by=who.person, now=now)


def _move_after(mentee: Mentee, decision: InterviewDecision, reason: str, at: datetime) -> None:
    if mentee.state not in (MenteeState.INTERVIEWED, MenteeState.READY, MenteeState.PAUSED):
        move_mentee(mentee=mentee, to=MenteeState.INTERVIEWED, now=at)
    if mentee.state != AFTER[decision]:
        move_mentee(mentee=mentee, to=AFTER[decision], now=at, reason=reason)


def _tell(who: Mentee | Mentor, kind: str, now: datetime, key: str | None = None) -> None:
    """Write how it went, with a link to the applicant's own page."""
    write(kind, to=who.person, about=who, page="application", programme=who.programme, now=now, key=key)


def _settle(mentor: Mentor, decision: ScreeningDecision, reason: str, now: datetime) -> None:
    if decision == ScreeningDecision.DECLINE:
        return move_mentor(mentor=mentor, to=MentorState.DECLINED, now=now, reason=reason)
    if mentor.state == MentorState.INTERESTED:
        move_mentor(mentor=mentor, to=MentorState.APPLIED, now=now)
    if mentor.state != MentorState.APPROVED:
        move_mentor(mentor=mentor, to=MentorState.APPROVED, now=now)
    return move_mentor(mentor=mentor, to=MentorState.IN_BANK, now=now)


def _check_day(held_on: date, now: datetime) -> None:
    if held_on > now.date():
        raise NotNow(_("Choose a day that has been, or today."), field="held_on")


@transaction.atomic
def pause_mentee(*, mentee: Mentee, reason: str, by: Actor, now: datetime) -> None:
    """Let a mentee wait outside the waiting list for a while."""
    _move(mentee, MenteeState.PAUSED, "paused", by, now, reason)


@transaction.atomic
def resume_mentee(*, mentee: Mentee, by: Actor, now: datetime) -> None:
    """Put a paused mentee back on the waiting list."""
    _move(mentee, MenteeState.READY, "resumed", by, now)


@transaction.atomic
def refer_on(*, mentee: Mentee, reason: str, by: Actor, now: datetime) -> None:
    """Somebody else helps better; the participation ends here."""
    _move(mentee, MenteeState.REFERRED_ON, "referred on", by, now, reason)


@transaction.atomic
def withdraw_mentee(*, mentee: Mentee, by: Actor, now: datetime, reason: str = "") -> None:
    """The mentee no longer wants a mentor; a second press changes nothing."""
    if mentee.state != MenteeState.WITHDRAWN:
        _move(mentee, MenteeState.WITHDRAWN, "withdrew", by, now, reason)


def _move(mentee: Mentee, to: MenteeState, verb: str, by: Actor, now: datetime, reason: str = "") -> None:
    if not may_change(by, mentee.person):
        raise NotAllowed(_("You can change people of your own division only."))
    if not MENTEE_MOVES[MenteeState(mentee.state)]:
        raise NotNow(_("This participation has come to its end already."))
    move_mentee(mentee=mentee, to=to, now=now, reason=reason)
    record(verb, by=by, about=mentee.person, thing=mentee, now=now)
