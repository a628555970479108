"""Which words a letter has: the network's own where there are any, else those we ship."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db.models import Q, QuerySet

from mentorbank.network.letters.models import LetterText
from mentorbank.network.letters.states import LetterKind
from mentorbank.network.organisation.models import Division, Programme

FOLDER = Path(__file__).parents[1] / "texts"
LANGUAGES = ("da", "en", "nb", "ar")
HOLE = re.compile(r"\{(\w+)\}")
#: What any letter may say; `code` stands in the sign-in letter alone.
NAMES = frozenset({"greeting", "network", "programme", "coordinator", "contact", "link"})


@dataclass(frozen=True)
class Text:
    """One letter's words, with holes like {link}."""

    language: str
    subject: str
    body: str
    sms: str
    button: str


@cache
def _file(language: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def kinds() -> list[LetterKind]:
    """Every kind of letter there is, in the order of a participant's life."""
    return list(LetterKind)


def frame(language: str) -> Mapping[str, str]:
    """The words around every letter: how it greets, how it ends."""
    return _file(language)["frame"]


def shipped(kind: str, language: str) -> Text:
    """The text that comes with the program; a language we have no texts in reads Danish."""
    language = language if language in LANGUAGES else LANGUAGES[0]
    return Text(language=language, **_file(language)[kind])


def text_for(
    kind: str, language: str, programme: Programme | None = None, division: Division | None = None
) -> Text:
    """The narrowest text: programme and division, programme, division, neither, shipped."""
    text = shipped(kind, language)
    own = LetterText.objects.filter(
        Q(programme=programme) | Q(programme=None), Q(division=division) | Q(division=None),
        kind=kind, language__in={language, text.language},
    )
    found = max(own, key=lambda row: (row.language == language, *_narrowness(row)), default=None)
    if found is None:
        return text
    return Text(found.language, found.subject, found.body, found.sms, text.button)


def own_texts() -> QuerySet[LetterText]:
    """The network's own words, wherever they hold."""
    return LetterText.objects.all()


def _narrowness(row: LetterText) -> tuple[bool, bool]:
    return row.programme_id is not None, row.division_id is not None


def filled(text: str, values: Mapping[str, str]) -> str:
    """`text` with its holes filled; a hole without a value stays, so that {link} waits for the posting."""
    return HOLE.sub(lambda hole: values.get(hole[1], hole[0]), text)


def placeholders(kind: str) -> frozenset[str]:
    """What the texts of this kind may have holes for."""
    return NAMES | {"code"} if kind == LetterKind.SIGN_IN_CODE else NAMES


def preview(
    kind: str, language: str, programme: Programme | None = None, division: Division | None = None
) -> Text:
    """The text in force, filled with examples, as Settings shows it."""
    text = text_for(kind, language, programme, division)
    around = frame(text.language)
    values = {
        "greeting": around["greeting"].replace("{name}", "Amal"),
        "network": "Mentorbank",
        "programme": programme.name if programme else "",
        "coordinator": "Pia Holm",
        "contact": "",
        "link": "https://…",
        "code": "12345678",
    }
    subject, body, sms = (filled(part, values) for part in (text.subject, text.body, text.sms))
    return Text(text.language, subject, body, sms, text.button)
