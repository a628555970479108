"""Staff come in by invitation."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor, Role
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.actions import write
from mentorbank.network.organisation.models import Division
from mentorbank.network.people.actions import begin_role, create_person
from mentorbank.network.people.models import StaffRole
from mentorbank.network.people.queries import persons_by_address
from mentorbank.network.people.rules import may_appoint


@transaction.atomic
def invite_staff(
    *,
    name: str,
    email: str,
    role: Role,
    division: Division | None,
    by: Actor,
    now: datetime,
    language: str = "da",
    letter: bool = True,
) -> StaffRole:
    """Give a role to somebody by e-mail address, known to us or not, and write how to sign in."""
    if not may_appoint(by):
        raise NotAllowed(_("Only the network administrator invites staff."))
    if not email.strip():
        raise NotNow(_("Write the e-mail address the invitation goes to."), field="email")
    person = persons_by_address(email).first()
    if person is None:
        person = create_person(name=name, email=email, language=language, division=division, now=now)
    given = begin_role(person=person, role=role, division=division, by=by, now=now)
    if letter:
        write("staff-invitation", to=person, about=given, now=now)
    return given
