"""What stands before the first person: divisions, programmes and staff of the invented network."""

from dataclasses import dataclass
from datetime import date, datetime

from mentorbank.network.base.actor import Actor, Role, Via
from mentorbank.network.intake.actions import invite_staff
from mentorbank.network.organisation.actions import (
    save_area,
    save_division,
    save_network,
    save_partner,
    save_programme,
)
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.people.models import Person
from mentorbank.network.people.queries import actor_for

OPERATOR = Actor(via=Via.COMMAND)
#: Code, name, city, opened on, postcodes, partner organisation.
DIVISIONS = [
    ("copenhagen", "København", "København", date(2003, 3, 1), [("1000", "2999")], ""),
    ("aarhus", "Aarhus", "Aarhus", date(2004, 2, 1), [("8000", "8399")], ""),
    ("esbjerg", "Esbjerg", "Esbjerg", date(2005, 9, 1), [("6700", "6799"), ("6800", "6800")], ""),
    ("vollsmose", "Vollsmose", "Odense", date(2006, 5, 1), [("5000", "5999")], "Syddansk Universitet"),
    ("tingbjerg", "Tingbjerg", "København", date(2009, 4, 1), [("2700", "2700")], ""),
]
#: Name, e-mail, role, division.
STAFF = [
    ("Anna Winther", "anna@example.org", Role.NETWORK_ADMINISTRATOR, ""),
    ("Nora Juhl", "nora@example.org", Role.NETWORK_LEADER, ""),
    ("Bente Krog", "bente@example.org", Role.COORDINATOR, "aarhus"),
    ("Karin Friis", "karin@example.org", Role.COORDINATOR, "copenhagen"),
    ("Mona Lindberg", "mona@example.org", Role.COORDINATOR, "copenhagen"),
    ("Gitte Damgaard", "gitte@example.org", Role.COORDINATOR, "esbjerg"),
    ("Sahra Bruun", "sahra@example.org", Role.COORDINATOR, "vollsmose"),
    ("Ulla Bjerre", "ulla@example.org", Role.COORDINATOR, "tingbjerg"),
]


@dataclass
class Ground:
    """What the story's people stand on."""

    programme: Programme
    divisions: dict[str, Division]
    coordinators: dict[int, Actor]  # by division id


def lay(*, now: datetime) -> Ground:
    """Make the five divisions, two programmes and the staff, by the actions that make them in life."""
    save_network(by=OPERATOR, name="Mentorbank", phone="+4586123456", email="netvaerket@example.org")
    divisions = {}
    for code, name, city, opened_on, areas, partner in DIVISIONS:
        division = save_division(by=OPERATOR, code=code, name=name, city=city, opened_on=opened_on)
        for first, last in areas:
            save_area(by=OPERATOR, division=division, first=first, last=last)
        if partner:
            save_partner(by=OPERATOR, division=division, name=partner)
        divisions[code] = division
    programme = save_programme(by=OPERATOR, code="general", name="Mentornetværket", audience="women")
    save_programme(by=OPERATOR, code="career", name="Frivillige karrierementorer", months_usual=6)
    for name, email, role, code in STAFF:
        invite_staff(
            name=name,
            email=email,
            role=role,
            division=divisions.get(code),
            by=OPERATOR,
            now=now,
            letter=False,
        )
    return standing(programme, divisions)


def standing(programme: Programme, divisions: dict[str, Division]) -> Ground:
    """The ground with the coordinator who acts in each division: the first appointed."""
    coordinators: dict[int, Actor] = {}
    held = Person.objects.filter(staff_roles__role=Role.COORDINATOR, staff_roles__until__isnull=True)
    for person in held.order_by("-pk"):
        for role, division_id in actor_for(person).roles:
            if role == Role.COORDINATOR and division_id:
                coordinators[division_id] = actor_for(person)
    return Ground(programme, divisions, coordinators)
