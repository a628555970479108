"""Names, phones and e-mail addresses."""

import re

from mentorbank.codes.folding import clean
from mentorbank.codes.reading import Reading, as_text, unreadable

LONGEST_NAME = 200
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]+@[^\s@<>,;:\"()\[\]]+\.[A-Za-zÀ-ÿ]{2,24}\b")
_PHONE_JUNK = re.compile(r"(?i)\b(?:tlf|tel|telefon|mobil|mob|mobile|phone)\b\.?:?|[.\-/()\s ]+")
_SEVERAL = re.compile(r"\s*(?:[;,|/]|\beller\b|\bor\b|\bog\b)\s*")
# Endings nobody has, beside the ones they were meant to be.
_TYPOS = {"con": "com", "cmo": "com", "comm": "com", "dkk": "dk", "kd": "dk", "ogr": "org"}


def read_name(value: object) -> Reading[str]:
    """A name without control, zero-width and bidi characters; "Hansen, Mette" is turned, but unsure."""
    text = clean(as_text(value), LONGEST_NAME)
    if not any(char.isalpha() for char in text):
        return unreadable(value)
    if text.count(",") == 1:
        family, given = (part.strip() for part in text.split(","))
        if family and given:
            return Reading(text, f"{given} {family}", 0.7, ((text, 0.2),))
    odd = any(char.isdigit() for char in text) or any(sign in text for sign in "@/\\<>=;:")
    return Reading(text, text, 0.5 if odd else 0.99)


def read_email(value: object) -> Reading[str]:
    """The address in a cell, in lower case; of several the first, unsure; a likely slip is unsure too."""
    text = clean(as_text(value)).removeprefix("mailto:")
    found = [match[0].strip(".").lower() for match in _EMAIL.finditer(text)]
    if not found:
        return unreadable(value)
    first, ending = found[0], found[0].rsplit(".", 1)[1]
    if ending in _TYPOS:
        meant = f"{first.rsplit('.', 1)[0]}.{_TYPOS[ending]}"
        return Reading(text, meant, 0.6, ((first, 0.4),))
    faulty = ".." in first or not first.split("@")[0]
    certainty = 0.4 if faulty else 0.99 if len(found) == 1 and len(first) == len(text) else 0.9
    others = tuple((other, 0.4) for other in dict.fromkeys(found[1:4]) if other != first)
    return Reading(text, first, 0.6 if others else certainty, others)


def read_phone(value: object, region: str = "DK") -> Reading[str]:
    """A number in any spelling as E.164 (+4523173650); without a country code it is of ``region``."""
    text = re.sub(r"\.0+\Z", "", clean(as_text(value), 100))
    numbers = [number for part in (text, *_SEVERAL.split(text)[:6]) if (number := _parse(part, region))]
    if not numbers:
        return unreadable(value)
    others = tuple((other, 0.4) for other in dict.fromkeys(numbers[1:]) if other != numbers[0])
    return Reading(text, numbers[0], 0.6 if others else _certainty(numbers[0]), others)


def _parse(text: str, region: str) -> str | None:
    """E.164 if the digits can be a number at all."""
    import phonenumbers  # here, not above: its tables take a while to load

    digits = _PHONE_JUNK.sub("", text)
    if not re.fullmatch(r"\+?[0-9]{5,17}", digits):
        return None
    for tried in (digits, f"+{digits}"):
        try:
            number = phonenumbers.parse(tried, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def _certainty(number: str) -> float:
    import phonenumbers

    return 0.99 if phonenumbers.is_valid_number(phonenumbers.parse(number)) else 0.86
