"""What every request passes: who reads, in which language, what refusals look like, who may come here."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import DataError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.people.queries import actor_for
from mentorbank.pages.parts.languages import offered
from mentorbank.project.policy import may_open

Handler = Callable[[HttpRequest], HttpResponse]
#: Pages that carry something personal although nobody is signed in.
PERSONAL = ("/l/", "/sign-in/", "/join/", "/volunteer/")


def reader(get_response: Handler) -> Handler:
    """`request.now`, one moment for the whole request, and `request.reader`, who asks; answers stay private."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()
        signed_in = request.user.is_authenticated
        request.reader = actor_for(request.user.person) if signed_in else Actor()
        response = get_response(request)
        if signed_in or request.path.startswith(PERSONAL):
            response.headers["Cache-Control"] = "no-store, private"
        return response

    return middleware


def wanted_language(request: HttpRequest) -> str:
    """Chosen on this device, else the person's own, else what the browser asks for."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    own = request.reader.person.language if request.reader.person else ""
    shipped = dict(settings.LANGUAGES)
    return next((code for code in (chosen, own) if code in shipped), "") or _browser_language(request)


def _browser_language(request: HttpRequest) -> str:
    """Norwegian browsers ask for "no" or "nn"; both read bokmål."""
    accepts = request.headers.get("Accept-Language", "")[:200].lower()
    wanted = [part.split(";")[0].strip().split("-")[0] for part in accepts.split(",")]
    wanted = ["nb" if code in ("no", "nn") else code for code in wanted]
    return next((code for code in wanted if code in dict(settings.LANGUAGES)), settings.LANGUAGE_CODE)


def language(get_response: Handler) -> Handler:
    """Every page in a language it exists in: an Arabic reader gets Danish at the desk."""

    def middleware(request: HttpRequest) -> HttpResponse:
        codes = [code for code, _name in offered(request.path)]
        wanted = wanted_language(request)
        request.LANGUAGE_CODE = wanted if wanted in codes else codes[0]
        with translation.override(request.LANGUAGE_CODE):
            response = get_response(request)
            response.headers["Content-Language"] = translation.get_language() or request.LANGUAGE_CODE
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return middleware


def refusal_page(request: HttpRequest, status: int, message: object = "") -> HttpResponse:
    """403 or 409 in our own look, with the sentence the action gave."""
    return render(request, f"{status}.html", {"message": str(message)}, status=status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return refusal_page(request, 403, "" if type(exception) is PermissionDenied else exception or "")


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token did not fit: the page was open for long, or another site sent the form."""
    message = _("This page was open for too long. Go back, load it again, and send the form once more.")
    return refusal_page(request, 403, message)


class Refusals:
    """NotAllowed becomes 403, NotNow 409, values no database can hold 400: never a traceback."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return self.bad_request(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, NotAllowed):
            return refusal_page(request, 403, exception)
        if isinstance(exception, NotNow):
            return refusal_page(request, 409, exception)
        if isinstance(exception, DataError | OverflowError) or "NUL" in str(exception):
            return self.bad_request(request)
        return None

    @staticmethod
    def bad_request(request: HttpRequest) -> HttpResponse:
        return render(request, "400.html", status=400)


class Policy:
    """Nobody passes to a route without a row in policy.toml that names her role."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        if may_open(request.resolver_match.view_name, request.reader):
            return None
        if request.reader.person is None:
            return self.ask_to_sign_in(request)
        return refusal_page(request, 403)

    @staticmethod
    def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
        """A fragment cannot show the sign-in page: htmx is told to go there."""
        target = request.get_full_path() if request.method == "GET" else "/in/"
        redirect: HttpResponseRedirect = redirect_to_login(target, settings.LOGIN_URL)
        if not getattr(request, "htmx", False):
            return redirect
        return HttpResponse(status=401, headers={"HX-Redirect": redirect.url})
