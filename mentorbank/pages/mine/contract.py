"""The contract: the two draw it up on one page, read it, and sign it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.partnerships.actions import draw_up_contract, sign_contract
from mentorbank.pages.mine.contract_forms import (
    MOST_GOALS,
    SCALE,
    GoalForm,
    SpanForm,
    goal_as_is,
    rhythm_label,
    span_as_is,
)
from mentorbank.pages.mine.pairs import Pair, pair_or_404
from mentorbank.pages.mine.visits import Visit
from mentorbank.pages.parts.told import here


@dataclass
class Sheet:
    """The forms of one contract, filled with what it says or with what was typed."""

    visit: Visit
    pair: Pair
    typed: bool = False
    refusal: NotNow | None = None
    forms: list[GoalForm] = field(default_factory=list)

    def __post_init__(self) -> None:
        contract, programme = self.pair.contract, self.pair.partnership.programme
        initial = span_as_is(contract, programme, timezone.localdate(self.pair.now))
        data = self.visit.request.POST if self.typed else None
        self.span = SpanForm(data, initial=initial, programme=programme)
        goals = list(contract.goals.all()) if contract else []
        rows = self._rows_typed() if self.typed else max(1, len(goals))
        for n in range(min(rows, MOST_GOALS)):
            as_is = goal_as_is(goals[n]) if n < len(goals) else {"language": here(), "target": SCALE}
            self.forms.append(GoalForm(data, initial=as_is, prefix=f"goal{n}"))

    def _rows_typed(self) -> int:
        told = self.visit.request.POST.get("rows", "")
        asked = int(told) if told.isdecimal() and len(told) < 3 else 1
        return max(1, asked) + ("more" in self.visit.request.POST)

    def is_valid(self) -> bool:
        wrong = [
            form for form in self.all_forms if not form.is_valid()
        ]  # each is judged, for its own sentences
        return not wrong

    @property
    def all_forms(self) -> list[Any]:
        return [self.span, *self.forms]

    @property
    def room(self) -> bool:
        return len(self.forms) < MOST_GOALS


def page(visit: Visit, partnership_id: int | None) -> HttpResponse:
    pair = pair_or_404(visit.reader, partnership_id, visit.request.now)
    if not visit.post:
        writing = pair.draft and (pair.contract is None or "change" in visit.request.GET)
        return write_page(Sheet(visit, pair)) if writing else read_page(visit, pair)
    if "sign" in visit.request.POST:
        return sign(visit, pair)
    sheet = Sheet(visit, pair, typed=True)
    if "more" in visit.request.POST or not sheet.is_valid():
        return write_page(sheet)
    return draw_up(sheet)


def draw_up(sheet: Sheet) -> HttpResponse:
    told, pair = sheet.span.cleaned_data, sheet.pair
    try:
        draw_up_contract(
            partnership=pair.partnership,
            starts_on=told["starts_on"],
            months=told["months"],
            rhythm_weeks=told["rhythm_weeks"],
            goals=[form.told() for form in sheet.forms],
            first_meeting_at=sheet.span.first_meeting_at(),
            place=told["place"],
            language=here(),
            seen_at=seen_at(sheet.visit) or pair.now,  # who saw none may only write the first
            by=sheet.visit.reader,
            now=sheet.visit.request.now,
        )
    except NotNow as refusal:
        return refused(sheet, refusal)
    return redirect(sheet.visit.url("contract", pair.partnership.pk))


def refused(sheet: Sheet, refusal: NotNow) -> HttpResponse:
    """The sentence beside its field where there is one; nothing typed is lost."""
    targets = {"first_meeting_at": "meeting_on", "goals": None}
    name = targets.get(refusal.field, refusal.field)
    if name in sheet.span.fields:
        sheet.span.add_error(name, str(refusal))
    elif refusal.field == "goals":
        sheet.forms[0].add_error("text", str(refusal))
    else:
        sheet.refusal = refusal
        sheet.pair = pair_or_404(sheet.visit.reader, sheet.pair.partnership.pk, sheet.pair.now)
    return write_page(sheet)


def sign(visit: Visit, pair: Pair) -> HttpResponse:
    """Sign what was read: a text changed since is shown first."""
    try:
        if pair.contract is None or seen_at(visit) != pair.contract.changed_at:
            raise NotNow(_("The contract has changed. Read it once more, then sign."))
        name = visit.request.POST.get("name", "")
        sign_contract(
            contract=pair.contract, side=pair.side, name=name, by=visit.reader, now=visit.request.now
        )
    except NotNow as refusal:
        if pair.contract is None:
            return write_page(Sheet(visit, pair))
        return read_page(visit, pair_or_404(visit.reader, pair.partnership.pk, visit.request.now), refusal)
    return redirect(visit.url("contract", pair.partnership.pk))


def seen_at(visit: Visit) -> datetime | None:
    """The moment of the text this visitor read."""
    try:
        seen = parse_datetime(visit.request.POST.get("seen", ""))
    except ValueError:
        return None
    return seen if seen and timezone.is_aware(seen) else None


def _context(visit: Visit, pair: Pair) -> dict[str, Any]:
    contract = pair.contract
    return {
        "pair": pair,
        "contract": contract,
        "seen": contract.changed_at.isoformat() if contract else "",
        "contract_url": visit.url("contract", pair.partnership.pk),
        "change_url": visit.url("contract", pair.partnership.pk) + "?change=1",
        "rhythm": rhythm_label(contract.rhythm_weeks) if contract else "",
        "step_names": [_("Writing"), _("Signing")],
        "partnership_url": visit.url("partnership", pair.partnership.pk),
        "other_wrote": bool(
            contract and contract.changed_by_id and contract.changed_by_id != visit.reader.person_id
        ),
    }


def write_page(sheet: Sheet) -> HttpResponse:
    wrong = any(form.is_bound and form.errors for form in sheet.all_forms)
    status = 409 if sheet.refusal else 422 if wrong else 200
    context = {**_context(sheet.visit, sheet.pair), "sheet": sheet, "rows": len(sheet.forms)}
    return render(sheet.visit.request, "mine/contract_write.html", context, status=status)


def read_page(visit: Visit, pair: Pair, refusal: NotNow | None = None) -> HttpResponse:
    context = {**_context(visit, pair), "refusal": refusal, "typed": visit.request.POST.get("name", "")}
    return render(visit.request, "mine/contract_read.html", context, status=409 if refusal else 200)
