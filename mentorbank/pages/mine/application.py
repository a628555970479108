"""My own application: where it stands, what we know, what I may change, and the way out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.intake.actions import change_application
from mentorbank.network.intake.rules import NOT_TALKED_YET
from mentorbank.network.partnerships.actions import withdraw_participation
from mentorbank.network.people.actions import set_places, set_rest
from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.pages.mine.application_forms import OwnForm, PlacesForm, RestForm
from mentorbank.pages.mine.home import Home
from mentorbank.pages.mine.visits import Visit
from mentorbank.pages.parts import told


def page(visit: Visit, thing_id: int | None = None) -> HttpResponse:
    """`thing_id` names a mentee, a mentor or a person by the letter; the page shows all of the one reader."""
    home = Home(visit.reader, visit.request.now)
    if "change" in visit.request.GET and changeable(home):
        return own_form(visit, home, thing_id)
    forms = {"places": PlacesForm(initial={"places": home.places}), "rest": RestForm(initial=_rest(home))}
    if not visit.post:
        return show(visit, home, forms)
    return act(visit, home, forms, thing_id)


def changeable(home: Home) -> Mentee | Mentor | None:
    """The part a person plays now: the mentee of a participation that goes on, else the mentor."""
    return home.mentee if home.mentee and home.takes_part else home.mentor


def own_form(visit: Visit, home: Home, thing_id: int | None) -> HttpResponse:
    """Correct what was told; the same page by link and signed in."""
    who = changeable(home)
    names = ("occupation_words", "education_words", "times", "note")
    initial = {name: getattr(who, name) for name in names}
    form = OwnForm(
        visit.request.POST if visit.post else None, initial=initial, talked=who.state not in NOT_TALKED_YET
    )
    back, refusal = visit.url("application", thing_id if visit.token else None), None
    if visit.post and form.is_valid():
        try:
            now = visit.request.now
            change_application(participant=who, by=visit.reader, now=now, **form.cleaned_data)
            return redirect(back)
        except NotNow as error:
            refusal = error
    status = 409 if refusal else 422 if form.is_bound else 200
    context = {"form": form, "back": back, "refusal": refusal}
    return render(visit.request, "mine/own_form.html", context, status=status)


def act(visit: Visit, home: Home, forms: dict, thing_id: int | None) -> HttpResponse:
    what, who = visit.request.POST.get("what", ""), {"by": visit.reader, "now": visit.request.now}
    try:
        if what == "withdraw" and home.mentee:
            withdraw_participation(mentee=home.mentee, **who)
        elif what == "places" and home.mentor:
            forms["places"] = form = PlacesForm(visit.request.POST)
            if not form.is_valid():
                return show(visit, home, forms, status=422)
            set_places(mentor=home.mentor, number=form.cleaned_data["places"], **who)
        elif what in ("rest", "awake") and home.mentor:
            forms["rest"] = form = RestForm(visit.request.POST if what == "rest" else {"rest_until": ""})
            if not form.is_valid():
                return show(visit, home, forms, status=422)
            set_rest(mentor=home.mentor, until=form.cleaned_data["rest_until"], **who)
        else:
            raise NotNow(_("Choose one of the buttons on the page."))
    except NotNow as refusal:
        return show(visit, home, forms, status=409, refusal=refusal)
    return redirect(visit.url("application", thing_id if visit.token else None))


def _rest(home: Home) -> dict:
    return {"rest_until": home.mentor.rest_until} if home.mentor and home.resting else {}


def show(
    visit: Visit, home: Home, forms: dict, status: int = 200, refusal: NotNow | None = None
) -> HttpResponse:
    who = home.mentee or home.mentor
    context = {
        "home": home,
        "visit": visit,
        "forms": forms,
        "refusal": refusal,
        "languages": [told.spoken(skill.language, skill.spoken) for skill in home.person.languages.all()],
        "goals": told.areas(home.mentee.goals) if home.mentee else [],
        "offers": told.areas(home.mentor.offers) if home.mentor else [],
        "times": told.times(who.times) if who else [],
        "changeable": changeable(home),
        "change_url": "?change=1" if changeable(home) else "",
    }
    return render(visit.request, "mine/application.html", context, status=status)
