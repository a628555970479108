"""`mentorbank appoint`: the first network administrator, who then invites everybody else by page."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence

import django

ROLES = ("network_administrator", "network_leader", "division_leader", "coordinator")


def main(argv: Sequence[str]) -> int:
    """Give a role to an e-mail address and write how to sign in; 2 when it was refused."""
    parser = ArgumentParser("mentorbank appoint", description="Gives a staff role to an e-mail address.")
    parser.add_argument("email")
    parser.add_argument("--name", required=True)
    parser.add_argument("--role", choices=ROLES, default=ROLES[0])
    parser.add_argument("--division", help="code of the division, for coordinators and division leaders")
    chosen = parser.parse_args(argv)
    django.setup()
    from mentorbank.network.base.refusals import Refusal

    try:
        _appoint(chosen.email, chosen.name, chosen.role, chosen.division)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(f"{chosen.email} can sign in now.")
    return 0


def _appoint(email: str, name: str, role: str, division: str | None) -> None:
    from django.utils import timezone

    from mentorbank.network.base.actor import Actor, Role, Via
    from mentorbank.network.base.refusals import NotNow
    from mentorbank.network.intake.actions import invite_staff
    from mentorbank.network.organisation.models import Division

    office = Division.objects.filter(code=division).first() if division else None
    if division and office is None:
        codes = ", ".join(Division.objects.values_list("code", flat=True))
        raise NotNow(f"There is no division {division!r}. These exist: {codes or 'none yet'}.", field="division")
    invite_staff(
        name=name, email=email, role=Role(role), division=office, by=Actor(via=Via.COMMAND), now=timezone.now()
    )
