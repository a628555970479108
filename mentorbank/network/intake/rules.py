"""Who may take people in."""

from mentorbank.network.base.actor import Actor
from mentorbank.network.people.models import Person
from mentorbank.network.people.rules import may_care_for


def may_interview(by: Actor, person: Person) -> bool:
    """Staff of the person's division."""
    return may_care_for(by, person)
