"""Registering somebody on her behalf: on paper and on the phone counts the same."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentorbank.network.intake.actions import register_mentee, register_mentor
from mentorbank.network.organisation.queries import first_programme
from mentorbank.network.people.models import Person
from mentorbank.network.people.queries import persons_by_address
from mentorbank.pages.desk.forms.people import RegisterForm, RegisterMenteeForm, RegisterMentorForm
from mentorbank.pages.desk.pages import done


def choose(request: HttpRequest) -> HttpResponse:
    return render(request, "desk/register.html")


def mentee(request: HttpRequest) -> HttpResponse:
    return _register(request, RegisterMenteeForm, register_mentee, "mentee")


def mentor(request: HttpRequest) -> HttpResponse:
    return _register(request, RegisterMentorForm, register_mentor, "mentor")


def _register(
    request: HttpRequest, kind: type[RegisterForm], act: Callable[..., Any], page: str
) -> HttpResponse:
    posted = request.method == "POST"
    form = kind(request.POST if posted else None, initial={"language": "da", "programme": first_programme()})
    if posted and form.is_valid() and (given := _with_person(request, form)) is not None:
        one = done(form, lambda: act(by=request.reader, now=request.now, **given))
        if one:
            messages.success(request, _("Registered. The welcome letter is on its way."))
            return redirect(f"desk:{page}", one.pk)
    is_mentee = page == "mentee"
    context = {"form": form, "section": "waiting" if is_mentee else "bank", "is_mentee": is_mentee}
    return render(request, "desk/register_form.html", context)


def _with_person(request: HttpRequest, form: RegisterForm) -> dict[str, Any] | None:
    """What the action takes; somebody known by this address is never made twice, nor taken for her in silence."""
    given, same = form.told(), form.cleaned_data["same"]
    known: Person | None = persons_by_address(form.cleaned_data["address"]).select_related("division").first()
    if known is None:
        return given
    if not Person.objects.visible_to(request.reader).filter(pk=known.pk).exists():
        sentence = _("This address is known in %(division)s. Ask your colleagues there.")
        form.add_error("address", sentence % {"division": known.division or _("another division")})
        return None
    if same:
        return {**given, "person": known}
    form.known = known
    form.add_error("address", _("%(name)s has this address already.") % {"name": known.name})
    return None
