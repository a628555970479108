"""The same story with both who take part on an Arabic phone, and the desk in Danish."""

from typing import Any

import pytest

from tests.browser.conftest import PHONE, Come
from tests.browser.story import Somebody, Story
from tests.builders import NOW, a_coordinator, a_programme

AMAL = Somebody("أمل حداد", "amal@example.org", "طبيبة أسنان", "العربية, الإنجليزية", "أريد أن أجد عملا.")
NOUR = Somebody("نور صالح", "+4520123457", "طبيبة أسنان", "العربية, الدنماركية", "هل نلتقي في المساء؟")
pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


def test_from_the_sign_up_to_the_figure_from_right_to_left(come: Come, time_machine: Any):
    time_machine.move_to(NOW)
    a_programme(audience="women")

    Story(
        come("ar", PHONE, has_touch=True),
        come("ar", PHONE, has_touch=True),
        come("da"),
        she=AMAL,
        they=NOUR,
        coordinator=a_coordinator().person.email,
        move_clock=time_machine.move_to,
    ).tell()
