"""Partnerships: the list, and one with its goals, contract, meetings and what happened."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from mentorbank.network.journal.queries import attention, meetings_with_answers, partnerships_to_look_at
from mentorbank.network.letters.models import Letter
from mentorbank.network.outcomes.queries import outcomes_of
from mentorbank.network.partnerships.models import Partnership
from mentorbank.network.partnerships.queries import contract_in_work
from mentorbank.network.partnerships.states import GOING_ON, PartnershipState
from mentorbank.network.people.queries import what_happened_to
from mentorbank.network.signals.models import Signal
from mentorbank.pages.desk import rows
from mentorbank.pages.desk.ledger import told
from mentorbank.pages.desk.pages import chosen, divisions_of, found, note_look, page_of, programmes

STATES = {"going_on": _("Going on"), "look": _("To look at"), "ended": _("Ended"), "all": _("All")}
RELATED = (
    "mentee__person",
    "mentor__person",
    "mentee__programme",
    "programme",
    "division",
    "coordinator",
)
SORTS = {"name": "mentee__person__folded_name", "matched": "matched_at", "started": "started_at"}


def partnerships(request: HttpRequest) -> HttpResponse:
    state = request.GET.get("state", "") if request.GET.get("state") in STATES else "going_on"
    divisions, known = divisions_of(request), programmes()
    division, programme = (
        chosen(divisions, request.GET.get("division")),
        chosen(known, request.GET.get("programme")),
    )
    attended = {each.partnership.pk: each for each in partnerships_to_look_at(request.reader, request.now)}
    pairs = Partnership.objects.visible_to(request.reader).select_related(*RELATED)
    if state == "look":
        pairs = pairs.filter(pk__in=attended)
    elif state != "all":
        ended = [PartnershipState.COMPLETED, PartnershipState.ENDED_EARLY]
        pairs = pairs.filter(state__in=GOING_ON if state == "going_on" else ended)
    pairs = pairs.filter(division=division) if division else pairs
    pairs = pairs.filter(programme=programme) if programme else pairs
    page = page_of(request, pairs.order_by(*_order(request.GET.get("sort", ""))))
    for pair in page:
        pair.why = _why(attended.get(pair.pk))
        pair.month = rows.month_of(pair, request.now)
    context = {
        "page": page,
        "state": state,
        "states": STATES.items(),
        "look_count": len(attended),
        "divisions": divisions if len(divisions) > 1 else [],
        "programmes": known if len(known) > 1 else [],
        "division": division,
        "programme": programme,
    }
    return render(request, "desk/partnerships.html", context)


def _order(sort: str) -> list[str]:
    field = SORTS.get(sort.removeprefix("-"), "-matched_at")
    return [f"-{field}" if sort.startswith("-") and field in SORTS.values() else field, "pk"]


def _why(found_here: Any) -> str:
    return ". ".join(rows.reason_words(*each) for each in found_here.reasons) if found_here else ""


def partnership(request: HttpRequest, pk: int) -> HttpResponse:
    pair = found(Partnership.objects.visible_to(request.reader), pk, *RELATED)
    note_look(request, pair.mentee.person, pair)
    note_look(request, pair.mentor.person, pair)
    return render(request, "desk/partnership.html", context_of(request, pair))


def context_of(request: HttpRequest, pair: Any) -> dict[str, Any]:
    """Everything about one pair that staff read."""
    meetings = meetings_with_answers(pair)
    contract = contract_in_work(pair)
    pair.ends_on = contract.ends_on if contract else None
    now = request.now
    going_on = pair.state in GOING_ON
    return {
        "pair": pair,
        "month": rows.month_of(pair, now) if going_on else "",
        "going_on": going_on,
        "contract": contract,
        "past": [each for each in meetings if each.meeting.planned_at <= now],
        "coming": [
            each for each in meetings if each.meeting.planned_at > now and not each.meeting.cancelled_at
        ][::-1],
        "why": [rows.reason_words(*reason) for reason in attention(pair, now).reasons],
        "signals": signals_about(request, pair, meetings),
        "events": told(what_happened_to("partnership", pair.pk).filter(looked=False)[:30]),
        "letters": Letter.objects.visible_to(request.reader)
        .filter(thing="partnership", thing_id=pair.pk)
        .select_related("to")
        .order_by("-written_at")[:10],
        "outcomes": outcomes_of(request.reader, pair.mentee),
        "section": "partnerships",
    }


def signals_about(request: HttpRequest, pair: Any, meetings: list[Any]) -> list[Any]:
    """What stands about the pair or one of its meetings; the latter with its `meeting`."""
    standing = Signal.objects.visible_to(request.reader).standing().order_by("due_on")
    by_id = {each.meeting.pk: each.meeting for each in meetings}
    signals = list(standing.filter(thing__in=["partnership", "meeting"], about=pair.mentee.person))
    for signal in signals:
        signal.meeting = by_id.get(signal.thing_id) if signal.thing == "meeting" else None
    return [
        each for each in signals if each.meeting or (each.thing, each.thing_id) == ("partnership", pair.pk)
    ]
