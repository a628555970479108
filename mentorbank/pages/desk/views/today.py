"""Today: what needs a person, and what it is about."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from mentorbank.network.journal.queries import partnerships_to_look_at
from mentorbank.network.matching.queries import mentor_bank, waiting_list
from mentorbank.network.partnerships.models import Partnership
from mentorbank.network.signals.actions import settle_signal
from mentorbank.network.signals.models import Signal
from mentorbank.pages.desk import rows, words
from mentorbank.pages.desk.answers import answers
from mentorbank.pages.desk.facts import division_names
from mentorbank.pages.desk.pages import found
from mentorbank.pages.desk.promises import promises

SHOWN = 5
BARS, BAR_STEP, BAR_HEIGHT = 24, 43, 90
LATE_DAYS = 14


@dataclass(frozen=True)
class Bar:
    """One person who waits, drawn."""

    x: int
    y: int
    height: int
    late: bool


def today(request: HttpRequest) -> HttpResponse:
    reader, now = request.reader, request.now
    since = waiting_list(reader, now=now).prefetch_related(None).values_list("waiting_since", flat=True)
    waits = [words.days_since(moment, now) for moment in since]
    context = {
        "greeting": greeting(request),
        "summary": summary(request, waits),
        "promises": promises(request),
        "answers": answers(request),
        "pairs": rows.to_look_at(partnerships_to_look_at(reader, now), now),
        "volunteers": mentor_bank(reader, now=now, state="to_screen", sort="name").order_by("applied_at"),
        "waits": waits,
        "bars": bars(waits),
        "width": max(6, min(len(waits), BARS)) * BAR_STEP,
        "late_days": LATE_DAYS,
        "shown": SHOWN,
        "all": request.GET.get("all", ""),
    }
    return render(request, "desk/today.html", context)


def greeting(request: HttpRequest) -> str:
    hour = timezone.localtime(request.now).hour
    name = {"name": request.reader.person.first_name}
    if hour < 10:
        return _("Good morning, %(name)s") % name
    return (_("Good evening, %(name)s") if hour >= 18 else _("Good day, %(name)s")) % name


def summary(request: HttpRequest, waits: list[int]) -> list[str]:
    """Where, how many run, how many wait."""
    running = Partnership.objects.visible_to(request.reader).running().count()
    pairs = ngettext("%(number)s running partnership", "%(number)s running partnerships", running)
    parts = [division_names(request), pairs % {"number": running}]
    if waits:
        waiting = ngettext("%(number)s waits", "%(number)s wait, the longest for %(days)s", len(waits))
        parts.append(waiting % {"number": len(waits), "days": words.days(max(waits))})
    return [part for part in parts if part]


def bars(waits: list[int]) -> list[Bar]:
    """Days waited, the longest of them last."""
    longest = max([*waits, 1])
    heights = [max(4, round(days / longest * BAR_HEIGHT)) for days in waits[:BARS]]
    return [
        Bar(at * BAR_STEP, BAR_HEIGHT - height, height, days > LATE_DAYS)
        for at, (days, height) in enumerate(sorted(zip(waits, heights, strict=False)))
    ]


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody looked after it."""
    signal: Any = found(Signal.objects.visible_to(request.reader), pk, "about")
    settle_signal(signal=signal, by=request.reader, now=request.now)
    messages.success(request, _("Noted as looked after."))
    return redirect(back_to(request))


def back_to(request: HttpRequest) -> str:
    """The page of ours the form stood on, else Today."""
    asked = request.POST.get("next", "")
    return asked if asked.startswith("/desk/") and "//" not in asked and "\\" not in asked else "/desk/"
