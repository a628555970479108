"""Which languages a page is offered in, each by its own name."""

from django.conf import settings

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
