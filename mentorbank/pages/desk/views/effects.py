"""What it leads to: figures that add up, each opening to what it counted."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentorbank.network.organisation.models import Division
from mentorbank.network.organisation.queries import all_divisions
from mentorbank.network.outcomes.queries import (
    DEFINITIONS,
    READY_TO_MATCH,
    Figure,
    Scope,
    Unit,
    by_division,
    figures,
    records,
    stages,
)
from mentorbank.network.outcomes.queries import figure as one_figure
from mentorbank.pages.desk import charts, words
from mentorbank.pages.desk.pages import chosen, page_of, programmes

STAGES = {
    "signed_up": gettext_lazy("Signed up"),
    "interviewed": gettext_lazy("Interviewed"),
    "ready": gettext_lazy("Ready"),
    "matched": gettext_lazy("Matched"),
    "in_work": gettext_lazy("In work since"),
}


def scope_of(request: HttpRequest) -> tuple[Scope, list[Division], list[Any]]:
    """The part of the network the address asks for; sums are for all staff, whatever their division."""
    divisions, known = list(all_divisions()), programmes()
    division, programme = (
        chosen(divisions, request.GET.get("division")),
        chosen(known, request.GET.get("programme")),
    )
    return Scope(division, programme), divisions, known


def effects(request: HttpRequest) -> HttpResponse:
    scope, divisions, known = scope_of(request)
    counted = figures(request.reader, scope, request.now)
    reached = stages(scope)
    context = {
        "shown": [shown(each) for each in counted],
        "scope": scope,
        "query": f"?{request.GET.urlencode()}" if request.GET else "",
        "divisions": divisions,
        "programmes": known if len(known) > 1 else [],
        "rows": by_division(divisions, scope.programme, request.now),
        "funnel": charts.funnel([(name, reached[code]) for code, name in STAGES.items()]),
        "waiting": charts.waiting(curves(request, scope, counted)),
    }
    return render(request, "desk/effects.html", context)


def curves(request: HttpRequest, scope: Scope, counted: list[Figure]) -> list[tuple[str, Any]]:
    """The curve of what is shown, beside that of the whole network where a division is chosen."""
    steps = next(each.curve for each in counted if each.curve is not None)
    if scope.division is None:
        return [(_("All divisions"), steps)]
    everybody = one_figure(READY_TO_MATCH.code, request.reader, Scope(programme=scope.programme), request.now)
    return [(scope.division.name, steps), (_("All divisions"), everybody.curve)]


def figure(request: HttpRequest, code: str) -> HttpResponse:
    """One figure, its definition, and the records behind it as far as the reader sees them."""
    if code not in DEFINITIONS:
        raise Http404
    scope, divisions, known = scope_of(request)
    rows = records(code, request.reader, scope, request.now)
    page = page_of(request, rows)
    context = {
        "shown": shown(one_figure(code, request.reader, scope, request.now)),
        "scope": scope,
        "page": page,
        "seen": page.paginator.count,
        "code": code,
        "divisions": divisions,
        "programmes": known if len(known) > 1 else [],
    }
    return render(request, "desk/figure.html", context)


def shown(figure: Figure) -> dict[str, Any]:
    """A figure in words: its value, of how many, and how sure."""
    of = {"numerator": figure.numerator, "denominator": figure.denominator}
    return {
        "figure": figure,
        "definition": figure.definition,
        "value": value(figure),
        "below": _("%(numerator)s of %(denominator)s") % of,
        "note": note(figure),
        "text": definition(figure),
    }


def value(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.definition.unit == Unit.SHARE:
        return f"{round(figure.value * 100)} %"
    if figure.definition.unit == Unit.DAYS:
        return words.days(round(figure.value))
    return str(round(figure.value))


def note(figure: Figure) -> str:
    """How sure, or how long for nine in ten."""
    if figure.low is not None and figure.high is not None:
        between = {"low": round(figure.low * 100), "high": round(figure.high * 100)}
        return _("between %(low)s and %(high)s") % between
    if figure.definition.unit == Unit.DAYS and figure.denominator:
        if figure.value is None:
            return _("fewer than half have a match so far")
        if figure.p90 is None:
            return _("half of them; fewer than nine in ten have a match so far")
        return _("half of them; nine in ten within %(days)s") % {"days": words.days(figure.p90)}
    return ""


def definition(figure: Figure) -> str:
    """The whole definition in one paragraph."""
    told = figure.definition
    counted = _("%(numerator)s, of %(denominator)s.") % {
        "numerator": told.numerator,
        "denominator": told.denominator,
    }
    version = _("Definition version %(version)s.") % {"version": told.version}
    return " ".join([counted[:1].upper() + counted[1:], str(told.cohort), str(told.exclusions), version])
