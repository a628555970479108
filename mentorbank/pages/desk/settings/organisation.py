"""Setting the network, its divisions and its programmes."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentorbank.network.organisation.actions import (
    remove_area,
    remove_partner,
    save_area,
    save_division,
    save_network,
    save_partner,
    save_programme,
)
from mentorbank.network.organisation.models import Area, Division, Partner, Programme
from mentorbank.network.organisation.queries import the_network
from mentorbank.pages.desk.pages import done

from .forms import AreaForm, DivisionForm, NetworkForm, PartnerForm, ProgrammeForm


def saved(request: HttpRequest, form: forms.Form, act: Callable[..., Any]) -> Any:
    """What the action saved, with a word to the reader; None when the form was not fit."""
    if not form.is_valid():
        return None
    thing = done(form, lambda: act(by=request.reader, **form.cleaned_data))
    if thing is not None:
        messages.success(request, _("Saved."))
    return thing


def network(request: HttpRequest) -> HttpResponse:
    current = the_network()
    form = NetworkForm(request.POST or None, request.FILES or None, instance=current)
    if request.method == "POST" and saved(request, form, _save_network):
        return redirect("desk:settings")
    return render(request, "desk/settings/network.html", {"form": form, "network": current})


def _save_network(logo: Any = None, **fields: Any) -> Any:
    return save_network(logo=logo.read() if logo else None, **fields)


def division(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A division's own details, with the postcodes it covers and its partners below."""
    current = get_object_or_404(Division, pk=pk) if pk else None
    form = DivisionForm(request.POST or None, instance=current)
    if request.method == "POST":
        kept = saved(request, form, lambda **fields: save_division(division=current, **fields))
        if kept:
            return redirect("desk:settings_division", kept.pk)
    return _division_page(request, current, form=form)


def _division_page(request: HttpRequest, current: Division | None, **filled: forms.Form) -> HttpResponse:
    page = {"form": DivisionForm(instance=current), "area_form": AreaForm(), "partner_form": PartnerForm()}
    return render(request, "desk/settings/division.html", {"division": current, **page, **filled})


@require_POST
def area(request: HttpRequest, pk: int) -> HttpResponse:
    current = get_object_or_404(Division, pk=pk)
    form = AreaForm(request.POST)
    if saved(request, form, lambda **fields: save_area(division=current, **fields)):
        return redirect("desk:settings_division", pk)
    return _division_page(request, current, area_form=form)


@require_POST
def take_area_away(request: HttpRequest, pk: int) -> HttpResponse:
    gone = get_object_or_404(Area, pk=pk)
    remove_area(by=request.reader, area=gone)
    messages.success(request, _("Removed. People keep the division they have."))
    return redirect("desk:settings_division", gone.division_id)


@require_POST
def partner(request: HttpRequest, pk: int) -> HttpResponse:
    current = get_object_or_404(Division, pk=pk)
    form = PartnerForm(request.POST)
    if saved(request, form, lambda **fields: save_partner(division=current, **fields)):
        return redirect("desk:settings_division", pk)
    return _division_page(request, current, partner_form=form)


@require_POST
def take_partner_away(request: HttpRequest, pk: int) -> HttpResponse:
    gone = get_object_or_404(Partner, pk=pk)
    remove_partner(by=request.reader, partner=gone)
    messages.success(request, _("Removed."))
    return redirect("desk:settings_division", gone.division_id)


def programme(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    current = get_object_or_404(Programme, pk=pk) if pk else None
    form = ProgrammeForm(request.POST or None, instance=current)
    if request.method == "POST" and saved(
        request, form, lambda **fields: save_programme(programme=current, **fields)
    ):
        return redirect("desk:settings")
    return render(request, "desk/settings/programme.html", {"form": form, "programme": current})
