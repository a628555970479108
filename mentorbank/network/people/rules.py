"""Who may change whom."""

from mentorbank.network.base.actor import Actor, Role
from mentorbank.network.people.models import Person


def may_care_for(by: Actor, person: Person) -> bool:
    """Staff of the person's division; for a shielded person only those assigned to her."""
    if person.shielded and by.via != "clock":
        return by.person_id in (person.coordinator_id, person.stand_in_id)
    return by.serves(person.division_id)


def may_change(by: Actor, person: Person) -> bool:
    """Oneself, and staff who care for the person."""
    return by.person_id == person.pk or may_care_for(by, person)


def may_appoint(by: Actor) -> bool:
    """Roles are given and taken by the network administrator."""
    return by.has(Role.NETWORK_ADMINISTRATOR) or by.via in ("clock", "command")
