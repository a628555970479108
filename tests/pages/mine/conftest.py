"""Every page is opened at the moment the builders build for."""

import pytest

from tests.builders import NOW


@pytest.fixture(autouse=True)
def _now(time_machine):
    time_machine.move_to(NOW, tick=False)
