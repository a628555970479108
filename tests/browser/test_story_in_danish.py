"""The whole story at a desk's width, everybody in Danish; and once more with JavaScript off."""

from typing import Any

import pytest

from tests.browser.conftest import Come
from tests.browser.story import Somebody, Story
from tests.builders import NOW, a_coordinator, a_programme

AMAL = Somebody("Amal Haddad", "+4520123456", "tandlæge", "arabisk, engelsk", "Jeg vil finde et job.")
KIRSTEN = Somebody("Kirsten Holm", "kirsten@example.org", "tandlæge", "dansk", "Kan vi mødes om aftenen?")
pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_the_sign_up_to_the_figure(come: Come, time_machine: Any, javascript: bool):
    time_machine.move_to(NOW)
    a_programme(audience="women")
    windows = [come("da", java_script_enabled=javascript) for _who in range(3)]

    Story(
        *windows,
        she=AMAL,
        they=KIRSTEN,
        coordinator=a_coordinator().person.email,
        move_clock=time_machine.move_to,
    ).tell()
