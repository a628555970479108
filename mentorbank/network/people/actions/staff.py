"""Roles begin and end; they are never overwritten."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor, Role
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.organisation.models import Division
from mentorbank.network.people.models import Person, StaffRole
from mentorbank.network.people.rules import may_appoint

from .ledger import record

OF_A_DIVISION = (Role.COORDINATOR, Role.DIVISION_LEADER)


@transaction.atomic
def begin_role(
    *, person: Person, role: Role, division: Division | None, by: Actor, now: datetime
) -> StaffRole:
    """Entrust a person with a role; division roles need a division, the others have none."""
    if not may_appoint(by):
        raise NotAllowed(_("Only the network administrator gives roles."))
    if (role in OF_A_DIVISION) != (division is not None):
        raise NotNow(_("Choose the division for this role, or none for the whole network."), field="division")
    held = StaffRole.objects.filter(person=person, role=role, division=division, until__isnull=True).first()
    if held:
        return held
    given = StaffRole.objects.create(person=person, role=role, division=division, since=now)
    record("gave a role", by=by, about=person, thing=given, now=now, role=role.value)
    return given


@transaction.atomic
def end_role(*, role: StaffRole, by: Actor, now: datetime) -> None:
    """End a role today. The last network administrator stays, or nobody could give roles any more."""
    if not may_appoint(by):
        raise NotAllowed(_("Only the network administrator takes roles back."))
    others = StaffRole.objects.filter(role=role.role, until__isnull=True).exclude(pk=role.pk)
    if role.role == Role.NETWORK_ADMINISTRATOR and not others.exists():
        raise NotNow(_("Give somebody else this role first: the network needs an administrator."))
    StaffRole.objects.filter(pk=role.pk, until__isnull=True).update(until=now)
    record("ended a role", by=by, about=role.person, thing=role, now=now, role=role.role)


@transaction.atomic
def change_role(*, role: StaffRole, to: Role, division: Division | None, by: Actor, now: datetime) -> StaffRole:
    """End one role and begin another of the same person, both today."""
    if (role.role, role.division_id) == (to.value, division.pk if division else None):
        return role
    begun = begin_role(person=role.person, role=to, division=division, by=by, now=now)
    end_role(role=role, by=by, now=now)
    return begun
