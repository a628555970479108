"""Somebody to write to, and letters to post."""

from datetime import UTC, datetime
from typing import Any

import pytest

from mentorbank.network.letters.actions import write
from mentorbank.network.letters.models import Letter
from mentorbank.network.organisation.models import Division
from mentorbank.network.people.models import Person

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def person(db: None) -> Person:
    coordinator = Person.objects.create(
        name="Bente Krog", folded_name="bente krog", email="bente@example.org", created_at=NOW
    )
    return Person.objects.create(
        name="Amal Haddad",
        folded_name="amal haddad",
        email="amal@example.org",
        phone="+4520123456",
        coordinator=coordinator,
        created_at=NOW,
    )


@pytest.fixture
def division(db: None) -> Division:
    return Division.objects.create(name="Aarhus", code="aarhus", city="Aarhus", opened_on=NOW.date())


@pytest.fixture
def a_letter(person: Person) -> Any:
    """`a_letter(kind, **what write takes)`: a letter to Amal with a link to her own page."""

    def make(kind: str = "welcome-mentee", **fields: Any) -> Letter:
        fields = {"to": person, "page": "application", "about": person, "now": NOW} | fields
        return write(kind, **fields)

    return make
