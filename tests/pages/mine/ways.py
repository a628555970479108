"""The two ways to a participant's page: signed in, and by the link of a letter."""

import re

from django.test import Client

from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.queries import token_of
from mentorbank.network.people.models import Person


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.user)
    client.cookies["language"] = "en"
    return client


def visitor() -> Client:
    client = Client()
    client.cookies["language"] = "en"
    return client


def link(kind: str, person: Person) -> str:
    """The way in of the newest letter of a kind."""
    letter = Letter.objects.select_related("link").filter(kind=kind, to=person).latest("pk")
    return f"/l/{token_of(letter)}/"


def text(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, (url, answer.status_code)
    return answer.content.decode()


def seen_in(page: str) -> str:
    """The moment of the contract's text that a page shows."""
    return re.search(r'name="seen" value="([^"]*)"', page)[1]
