"""Would you like to meet? The other one's short profile, and three answers."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.partnerships.actions import answer_proposal, ask_first
from mentorbank.network.partnerships.models import Proposal, Side
from mentorbank.network.partnerships.queries import (
    ShortProfile,
    answer_by,
    answer_of,
    asked_at_of,
    common_ground,
    short_profile,
)
from mentorbank.network.partnerships.rules import person_of, side_of
from mentorbank.network.partnerships.states import Answer, DeclineReason, ProposalState
from mentorbank.pages.mine.pairs import other_side
from mentorbank.pages.mine.visits import Visit
from mentorbank.pages.parts import told


@dataclass(frozen=True)
class ShownProfile:
    """A short profile in the words of the page."""

    profile: ShortProfile

    @property
    def profession(self) -> told.Told | None:
        return told.profession(
            self.profile.occupation, self.profile.occupation_words, self.profile.note_language
        )

    @property
    def target(self) -> told.Told | None:
        return (
            told.profession(self.profile.target) if self.profile.target != self.profile.occupation else None
        )

    @property
    def goals(self) -> list[str]:
        return told.areas(self.profile.goals)

    @property
    def languages(self) -> list[str]:
        return [told.spoken(skill.language, skill.spoken) for skill in self.profile.languages]

    @property
    def times(self) -> list[str]:
        return told.times(self.profile.times)


def proposal_or_404(visit: Visit, proposal_id: int | None) -> tuple[Proposal, Side]:
    people = (
        "mentee__person__division",
        "mentor__person__division",
        "mentee__programme",
        "proposed_by__division",
    )
    found = Proposal.objects.visible_to(visit.reader).filter(pk=proposal_id).select_related(*people).first()
    side = side_of(visit.reader, found) if found else None
    if found is None or side is None or asked_at_of(found, side) is None:
        raise Http404
    return found, side


def page(visit: Visit, proposal_id: int | None) -> HttpResponse:
    proposal, side = proposal_or_404(visit, proposal_id)
    if not visit.post:
        return show(visit, proposal, side)
    try:
        act(visit, proposal, side, visit.request.POST)
    except NotNow as refusal:
        proposal, side = proposal_or_404(visit, proposal_id)
        return show(visit, proposal, side, refusal)
    return redirect(visit.url("proposal", proposal_id))


def act(visit: Visit, proposal: Proposal, side: Side, said: QueryDict) -> None:
    """One press: yes, no with its reason, or a question."""
    answer, who = said.get("answer", ""), {"by": visit.reader, "now": visit.request.now}
    if answer == Answer.ASKED:
        text, language = said.get("text", ""), get_language() or "da"
        ask_first(proposal=proposal, side=side, text=text, language=language, **who)
    elif answer in (Answer.YES, Answer.NO):
        reason = said.get("reason", "")
        answer_proposal(proposal=proposal, side=side, answer=Answer(answer), reason=reason, **who)
    else:
        raise NotNow(_("Choose one of the answers on the page."))


def show(visit: Visit, proposal: Proposal, side: Side, refusal: NotNow | None = None) -> HttpResponse:
    other, common = other_side(side), common_ground(proposal)
    partnership = getattr(proposal, "partnership", None) if proposal.state == ProposalState.ACCEPTED else None
    context: dict[str, Any] = {
        "proposal": proposal,
        "is_mentee": side == Side.MENTEE,
        "open": proposal.state == ProposalState.OPEN,
        "answer": answer_of(proposal, side),
        "me": person_of(proposal, side),
        "other": ShownProfile(short_profile(proposal, other)),
        "common": common,
        "common_areas": told.areas(common.areas),
        "common_languages": [told.spoken(language) for language in common.languages],
        "common_times": told.times(common.times),
        "answer_by": answer_by(proposal, side),
        "questions": proposal.questions.filter(side=side),
        "reasons": DeclineReason.choices,
        "refusal": refusal,
        "typed": visit.request.POST.get("text", "") if refusal else "",
        "partnership_url": visit.url("partnership", partnership.pk) if partnership else "",
        "signed_in": not visit.token,
    }
    return render(visit.request, "mine/proposal.html", context, status=409 if refusal else 200)
