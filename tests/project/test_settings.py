"""The settings a server starts with, before anybody sets anything."""

import pytest
from django.conf import settings
from django.db import connection


@pytest.mark.django_db
def test_a_connection_waits_for_its_turn_and_loses_nothing_it_acknowledged():
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL does so by itself")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,)  # FULL
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_no_page_may_load_or_send_anything_from_or_to_elsewhere():
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]

    assert directives["default-src"] == ["'none'"]
    sources = [source for sources in directives.values() for source in sources]
    assert not [source for source in sources if "unsafe" in source or "http" in source]
