"""A sign-up as a walk through steps: keep what was typed, judge it, go on, go back, send once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.organisation.models import Programme
from mentorbank.network.organisation.queries import first_programme, programme_coded
from mentorbank.pages.front.drafts import Draft
from mentorbank.pages.front.fields import StepForm
from mentorbank.pages.parts.languages import remember_language


@dataclass(frozen=True)
class Step:
    """One page of the walk."""

    key: str
    form: type[StepForm]
    heading: str | Promise
    lead: str | Promise = ""


@dataclass(frozen=True)
class SignUp:
    """What differs between the sign-ups. `send` calls the action with the answers and the draft's key."""

    name: str
    steps: tuple[Step, ...]
    send: Callable[..., Any]

    def url(self, step: Step) -> str:
        return reverse(f"front:{self.name}_step", args=[step.key])


class Walk:
    """One visitor at one step of a sign-up."""

    def __init__(self, request: HttpRequest, signup: SignUp, key: str) -> None:
        self.request, self.signup = request, signup
        self.draft = Draft(request, signup.name)
        self.at = next(n for n, step in enumerate(signup.steps) if step.key == key)
        self.step = signup.steps[self.at]

    @cached_property
    def programme(self) -> Programme | None:
        return programme_coded(self.draft.programme) or first_programme()

    @property
    def sent(self) -> str:
        """The name in the session that says: this visitor has sent this sign-up."""
        return f"sent:{self.signup.name}"

    @property
    def last(self) -> bool:
        return self.at == len(self.signup.steps) - 1

    def form(self, step: Step, *, judged: bool) -> StepForm:
        if judged:
            return step.form(self.draft.data(), programme=self.programme)
        initial = {name: said for name, said in self.draft.initial(step.form).items() if name != "consent"}
        return step.form(initial=initial or None, programme=self.programme)

    def first_unfinished(self, before: int) -> Step | None:
        """The first earlier step whose answers are missing or wrong."""
        return next((s for s in self.signup.steps[:before] if not self.form(s, judged=True).is_valid()), None)

    def answers(self) -> dict[str, Any]:
        forms_ = [self.form(step, judged=True) for step in self.signup.steps]
        return {name: said for form in forms_ if form.is_valid() for name, said in form.cleaned_data.items()}

    def go(self, by: int) -> HttpResponse:
        return redirect(self.signup.url(self.signup.steps[max(0, self.at + by)]))

    def show(self, form: forms.Form, refusal: NotNow | None = None) -> HttpResponse:
        context = {
            "walk": self,
            "form": form,
            "number": self.at + 1,
            "of": len(self.signup.steps),
            "back": self.signup.url(self.signup.steps[self.at - 1]) if self.at else "",
            "told": self.told() if self.last else [],
            "refusal": refusal,
        }
        wrong = 422 if form.is_bound and form.errors else 409 if refusal else 200
        return render(self.request, f"front/{self.signup.name}.html", context, status=wrong)

    def told(self) -> list[dict[str, Any]]:
        """Every answer so far with the way back to its step."""
        read = []
        for step in self.signup.steps[: self.at]:
            form = self.form(step, judged=True)
            form.is_valid()
            read.append({"heading": step.heading, "url": self.signup.url(step), "told": form.told()})
        return read


def walk(request: HttpRequest, signup: SignUp, key: str) -> HttpResponse:
    """GET shows a step as it was left; POST keeps, then judges and goes on."""
    if not any(step.key == key for step in signup.steps):
        return redirect(f"front:{signup.name}")
    here = Walk(request, signup, key)
    unfinished = here.first_unfinished(before=here.at)
    if unfinished and here.last and request.session.get(here.sent):
        return redirect(f"front:{signup.name}_done")  # the answer to the first press was lost on its way
    if unfinished:
        return redirect(signup.url(unfinished))
    return answered(here) if request.method == "POST" else here.show(here.form(here.step, judged=False))


def answered(here: Walk) -> HttpResponse:
    here.draft.keep(here.step.form, here.request.POST)
    if "language" in here.request.POST:
        return remember_language(here.request, here.go(0))
    if "back" in here.request.POST:
        return here.go(-1)
    form = here.form(here.step, judged=True)
    if not form.is_valid():
        return here.show(form)
    return send(here, form) if here.last else here.go(1)


def send(here: Walk, form: StepForm) -> HttpResponse:
    """Once: the key of the draft makes a second press find the first result."""
    try:
        here.signup.send(here)
    except NotNow as refusal:
        return here.show(form, refusal)
    here.draft.forget()
    here.request.session[here.sent] = True
    return redirect(f"front:{here.signup.name}_done")
