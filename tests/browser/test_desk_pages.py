"""Every page of the staff, in both languages of the desk: no barrier, nothing cut, one thing to do first."""

import pytest

from tests.browser.checks import walk
from tests.browser.conftest import Look
from tests.browser.sights import DESK, STAFF

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", STAFF)
def test_the_pages_of_staff_are_open_to_everybody(look: Look, language: str):
    assert walk(look, DESK, language, fingers=False) == ""
