"""``look``: what every layout needs to know about network, reader and language.

Asked lazily, so that a page pays only for what it shows.
"""

from dataclasses import dataclass
from functools import cached_property

from django.http import HttpRequest
from django.utils import translation

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.queries import the_network
from mentorbank.pages.parts import navigation
from mentorbank.pages.parts.languages import OWN_NAMES, offered

THEMES = ("light", "dark")


@dataclass(frozen=True)
class ShownNetwork:
    name: str = "Mentorbank"
    accent: str = ""
    logo: str = ""


def shown_network() -> ShownNetwork:
    """The network's own name, accent and logo."""
    network = the_network()
    return ShownNetwork(network.name, network.accent, navigation.address("logo") if network.logo_type else "")


def initials(name: str) -> str:
    """First letters of the first and the last part of a name: "Amal Al-Haddad" is AA."""
    parts = [part for part in name.split() if part[0].isalnum()]
    return "".join(part[0].upper() for part in parts[:1] + parts[1:][-1:])


class Look:
    """The frame of one page for one reader."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        # Pages that say sorry are drawn even when nobody found out who reads.
        self.reader = getattr(request, "reader", None) or Actor()

    @cached_property
    def network(self) -> ShownNetwork:
        return shown_network()

    @cached_property
    def facts(self) -> navigation.DeskFacts:
        return navigation.desk_facts(self.request) if self.reader.is_staff else navigation.DeskFacts()

    @property
    def signed_in(self) -> bool:
        return self.reader.person is not None

    @property
    def language(self) -> str:
        return translation.get_language() or "da"

    @property
    def language_name(self) -> str:
        return OWN_NAMES.get(self.language.split("-")[0], self.language)

    @property
    def direction(self) -> str:
        return "rtl" if translation.get_language_bidi() else "ltr"

    @property
    def languages(self) -> list[tuple[str, str]]:
        return offered(self.request.path)

    @property
    def theme(self) -> str:
        chosen = self.request.COOKIES.get("theme", "")
        return chosen if chosen in THEMES else ""

    @property
    def shortcuts(self) -> bool:
        return self.request.COOKIES.get("shortcuts") != "off"

    @cached_property
    def name(self) -> str:
        return (self.facts.name or str(self.reader.person)) if self.signed_in else ""

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def home(self) -> str:
        own = "desk:today" if self.reader.is_staff else "mine:home" if self.signed_in else "front:home"
        return navigation.address(own) or "/"

    @cached_property
    def sign_in(self) -> str:
        return navigation.address("account_request_login_code")

    @cached_property
    def find(self) -> str:
        return navigation.address("desk:find")

    @cached_property
    def desk(self) -> list[navigation.Item]:
        return navigation.items(navigation.DESK, self.request.path, counts=self.facts.counts)

    @cached_property
    def front(self) -> list[navigation.Item]:
        return navigation.items(navigation.FRONT, self.request.path)

    @cached_property
    def menu(self) -> list[navigation.Item]:
        without = set() if self.facts.administrator else navigation.FOR_ADMINISTRATORS
        return navigation.items(navigation.PERSON, self.request.path, without=without)

    @cached_property
    def foot(self) -> list[navigation.Item]:
        without = set() if self.signed_in else navigation.FOR_MEMBERS
        return navigation.items(navigation.FOOT, self.request.path, without=without)


def look(request: HttpRequest) -> dict[str, Look]:
    """Context processor."""
    return {"look": Look(request)}
