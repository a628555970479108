"""Every public page and every page of a participant, in each of its languages: no barrier, nothing cut, easy to hit."""

import pytest

from tests.browser.checks import walk
from tests.browser.conftest import Look
from tests.browser.sights import FRONT, MINE, PARTICIPANTS

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", PARTICIPANTS)
def test_the_pages_of_participants_are_open_to_everybody(look: Look, language: str):
    sights = [sight for sight in FRONT + MINE if language in sight.languages]

    assert walk(look, sights, language, fingers=True) == ""
