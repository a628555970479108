"""What the two answer, and what the second yes brings about."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import CLOCK, Actor
from mentorbank.network.base.names import clean_text
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.actions import write
from mentorbank.network.partnerships.models import Partnership, Proposal, Question, Side
from mentorbank.network.partnerships.queries import answer_of
from mentorbank.network.partnerships.rules import may_answer, may_follow, person_of
from mentorbank.network.partnerships.states import Answer, DeclineReason, ProposalState
from mentorbank.network.people.actions import record
from mentorbank.network.signals.actions import raise_signal, resolve_signals

from .proposing import ask, close, locked

FIRST_CONTACT_DAYS = 10
ANSWER_DAYS = 2  # for staff to answer a question
LONGEST = 600  # letters of a question or its answer


@transaction.atomic
def answer_proposal(
    *, proposal: Proposal, side: Side, answer: Answer, by: Actor, now: datetime, reason: str = ""
) -> Proposal:
    """Take one side's yes or no; a no is kept with its reason, the second yes makes the partnership.

    The same answer twice changes nothing; another answer is taken while the proposal is open.
    """
    proposal = locked(proposal)
    if not may_answer(by, proposal, side):
        raise NotAllowed(_("Only the one who was asked can answer this."))
    if answer_of(proposal, side) == answer:
        return proposal
    if proposal.state != ProposalState.OPEN:
        raise NotNow(_("This proposal is closed. Thank you for looking."))
    if answer == Answer.NO and reason not in DeclineReason.values:
        raise NotNow(_("Choose the reason that fits best."), field="reason")
    setattr(proposal, f"{side}_answer", answer)
    setattr(proposal, f"{side}_answered_at", now)
    setattr(proposal, f"{side}_reason", reason if answer == Answer.NO else "")
    record(
        "answered a proposal", by=by, about=person_of(proposal, side), thing=proposal, now=now, answer=answer
    )
    if answer == Answer.NO:
        close(proposal, ProposalState.DECLINED, now, silent=side)
    else:
        _go_on(proposal, side, now)
    return proposal


def _go_on(proposal: Proposal, side: Side, now: datetime) -> None:
    """After a yes: introduce the two, or ask the other one if it is her turn."""
    proposal.questions.filter(side=side, answered_at__isnull=True).update(answered_at=now)
    other = Side.MENTOR if side == Side.MENTEE else Side.MENTEE
    if answer_of(proposal, other) == Answer.YES:
        _match(proposal, now)
    elif getattr(proposal, f"{other}_asked_at") is None:
        ask(proposal, other, now)
    else:
        proposal.save()


def _match(proposal: Proposal, now: datetime) -> Partnership:
    """Two yeses: a draft partnership, and each learns who the other is."""
    proposal.state, proposal.settled_at = ProposalState.ACCEPTED, now
    proposal.save()
    mentee, mentor = proposal.mentee, proposal.mentor
    partnership = Partnership.objects.create(
        proposal=proposal,
        mentee=mentee,
        mentor=mentor,
        programme=mentee.programme,
        division=mentee.person.division,  # type: ignore[misc]  # a proposal is not made without one
        coordinator=mentee.person.coordinator,
        stand_in=mentee.person.stand_in,
        matched_at=now,
    )
    for side in Side:
        write(
            f"introduction-{side}",
            to=person_of(proposal, side),
            about=partnership,
            page="partnership",
            programme=mentee.programme,
            reply_to=partnership.coordinator,
            now=now,
        )
    resolve_signals(thing=proposal, now=now)
    due = (now + timedelta(days=FIRST_CONTACT_DAYS)).date()
    raise_signal("both-said-yes", about=mentee.person, thing=partnership, due_on=due, now=now)
    record("were introduced", by=CLOCK, about=mentee.person, thing=partnership, now=now, mentor=mentor.pk)
    return partnership


@transaction.atomic
def ask_first(
    *, proposal: Proposal, side: Side, text: str, language: str, by: Actor, now: datetime
) -> Question:
    """Ask a question before answering; that side's days stand still until it is answered."""
    proposal = locked(proposal)
    if not may_answer(by, proposal, side):
        raise NotAllowed(_("Only the one who was asked can answer this."))
    if proposal.state != ProposalState.OPEN or answer_of(proposal, side) == Answer.YES:
        raise NotNow(_("You have answered this proposal already."))
    text = _checked(text, _("Write your question in at most %(most)s letters."), "text")
    waiting = proposal.questions.filter(side=side, answered_at__isnull=True).first()
    if waiting:
        if waiting.text != text:
            raise NotNow(
                _("Your first question is still with us. You will get an answer soon."), field="text"
            )
        return waiting
    setattr(proposal, f"{side}_answer", Answer.ASKED)
    proposal.save()
    question = Question.objects.create(
        proposal=proposal, side=side, text=text, language=language, asked_at=now
    )
    asker = person_of(proposal, side)
    due = (now + timedelta(days=ANSWER_DAYS)).date()
    raise_signal(
        "question-asked", about=asker, thing=question, owner=proposal.proposed_by, due_on=due, now=now
    )
    record("asked a question", by=by, about=asker, thing=proposal, now=now)
    return question


@transaction.atomic
def answer_question(*, question: Question, text: str, by: Actor, now: datetime) -> Question:
    """Answer what was asked; the asker's days go on from where they stood still."""
    proposal = locked(question.proposal)
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not may_follow(by, proposal):
        raise NotAllowed(_("You can answer questions of your own division only."))
    text = _checked(text, _("Write your answer in at most %(most)s letters."), "answer")
    if question.answered_at is not None or proposal.state != ProposalState.OPEN:
        raise NotNow(_("This question was answered already."))
    question.answer, question.answered_by, question.answered_at = text, by.person, now
    question.save()
    side = Side(question.side)
    asked_at = getattr(proposal, f"{side}_asked_at")
    setattr(proposal, f"{side}_asked_at", asked_at + (now - question.asked_at))
    setattr(proposal, f"{side}_answer", "")
    proposal.save()
    asker = person_of(proposal, side)
    write(
        "proposal-answer",
        to=asker,
        about=proposal,
        page="proposal",
        programme=proposal.mentee.programme,
        key=f"proposal-answer:{question.pk}",
        now=now,
    )
    resolve_signals(thing=question, now=now)
    record("answered a question", by=by, about=asker, thing=proposal, now=now)
    return question


def _checked(text: str, sentence: str, field: str) -> str:
    text = clean_text(text)
    if not text or len(text) > LONGEST:
        raise NotNow(sentence % {"most": LONGEST}, field=field)
    return text
