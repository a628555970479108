"""What the frame of a page leads to. Only what exists is listed: a name that no url answers to is left out.

The desk is a room above this one, so it hands its facts down: ``tell_desk(function)``, when it is ready.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

DESK = (
    ("today", _("Today"), "desk:today"),
    ("waiting", _("Waiting list"), "desk:waiting_list"),
    ("bank", _("Mentor bank"), "desk:mentor_bank"),
    ("partnerships", _("Partnerships"), "desk:partnerships"),
    ("effects", _("Effects"), "desk:effects"),
)
FRONT = (
    ("join", _("Get a mentor"), "front:join"),
    ("volunteer", _("Become a mentor"), "front:volunteer"),
    ("effects", _("What it leads to"), "front:effects"),
)
FOOT = (
    ("seen", _("Who has seen my file"), "mine:who_looked"),
    ("talk", _("Talk to a person"), "front:talk"),
    ("privacy", _("Privacy"), "front:privacy"),
    ("access", _("Accessibility"), "front:access"),
)
PERSON = (
    ("settings", _("Settings"), "desk:settings"),
    ("seen", _("Who has seen my file"), "mine:who_looked"),
    ("keys", _("Passkeys and sign-in"), "mfa_index"),
)
FOR_ADMINISTRATORS = {"settings"}
FOR_MEMBERS = {"seen"}


@dataclass(frozen=True)
class Item:
    key: str
    label: str
    url: str
    count: int = 0
    current: bool = False


@dataclass(frozen=True)
class DeskFacts:
    """What the top of a staff page says about its reader; ``counts`` by key of DESK."""

    division: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    administrator: bool = False
    name: str = ""


_told: list[Callable[[HttpRequest], DeskFacts]] = []


def tell_desk(facts: Callable[[HttpRequest], DeskFacts]) -> None:
    """Let the desk answer for the facts of its frame; the last one told counts."""
    _told[:] = [facts]


def desk_facts(request: HttpRequest) -> DeskFacts:
    return _told[0](request) if _told else DeskFacts()


def address(name: str) -> str:
    """The path of a named page, or nothing while that page does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def items(
    names: tuple[tuple[str, str, str], ...],
    path: str,
    *,
    counts: Mapping[str, int] | None = None,
    without: frozenset[str] | set[str] = frozenset(),
) -> list[Item]:
    """The entries of a list above that exist, the current one marked."""
    shown = [(key, label, address(name)) for key, label, name in names if key not in without]
    return [
        Item(key, label, url, (counts or {}).get(key, 0), is_current(key, url, path))
        for key, label, url in shown
        if url
    ]


def is_current(key: str, url: str, path: str) -> bool:
    # Today stands at the root of the desk, so every staff page begins with its address.
    return path == url if key == "today" else path.startswith(url)
