"""Which languages a page is offered in, each by its own name."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

A_YEAR = 365 * 24 * 3600
OWN_NAMES = {"da": "Dansk", "en": "English", "nb": "Norsk", "ar": "العربية"}
# Only staff have a second step, so its pages exist in the languages of the desk.
SECOND_STEP = ("keys/", "second/", "prove/", "passkeys/", "one-time/", "recovery/")
STAFF_PATHS = ("/desk/", "/parts/", *(f"/sign-in/{page}" for page in SECOND_STEP))


def is_for_staff(path: str) -> bool:
    return path.startswith(STAFF_PATHS)


def offered(path: str) -> list[tuple[str, str]]:
    """Code and own name of each language that this page exists in."""
    shipped = [code for code, _name in settings.LANGUAGES if code in OWN_NAMES]
    if is_for_staff(path):
        shipped = [code for code in shipped if code in settings.STAFF_LANGUAGES]
    return [(code, OWN_NAMES[code]) for code in shipped]


def remember_language(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Keep the language that a form asked for on this device; for pages that keep what was typed as well."""
    if request.POST.get("language") in dict(offered(request.path)):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            request.POST["language"],
            A_YEAR,
            secure=request.is_secure(),
            httponly=True,
            samesite="Lax",
        )
    return response
