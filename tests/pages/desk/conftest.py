"""A coordinator of Aarhus who is signed in, with the clock at the builders' NOW."""

import pytest
from django.test import Client

from tests.builders import NOW, a_coordinator, an_administrator


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def coordinator(db):
    return a_coordinator()


@pytest.fixture
def desk(coordinator) -> Client:
    return signed_in(coordinator)


@pytest.fixture
def administrator(db) -> Client:
    return signed_in(an_administrator())


def signed_in(actor) -> Client:
    client = Client()
    client.cookies["language"] = "en"
    client.force_login(actor.person.user)
    return client
