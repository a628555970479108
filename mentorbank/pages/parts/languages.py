"""Which languages a page is offered in, and the middleware that keeps a page from mixing them."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

OWN_NAMES = {"da": "Dansk", "en": "English", "nb": "Norsk", "ar": "العربية"}
OF_STAFF = ("da", "en")
STAFF_PATHS = ("/desk/", "/parts/")


def is_for_staff(path: str) -> bool:
    return path.startswith(STAFF_PATHS) and not path.startswith("/parts/language")


def offered(path: str) -> list[tuple[str, str]]:
    """Code and own name of each language that this page exists in."""
    shipped = [code for code, _name in settings.LANGUAGES if code in OWN_NAMES]
    if is_for_staff(path):
        shipped = [code for code in shipped if code in OF_STAFF]
    return [(code, OWN_NAMES[code]) for code in shipped]


class OfferedLanguage:
    """Show a page in a language it exists in: staff pages have no Arabic, so an Arabic reader gets Danish there."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        codes = [code for code, _name in offered(request.path)]
        wanted = translation.get_language() or codes[0]
        if wanted not in codes:
            wanted = wanted.split("-")[0] if wanted.split("-")[0] in codes else codes[0]
            translation.activate(wanted)
            request.LANGUAGE_CODE = wanted
        response = self.get_response(request)
        response.headers["Content-Language"] = translation.get_language() or wanted
        return response
