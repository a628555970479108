"""Role × route: the rows of policy.toml, and the question whether a reader may come to a route."""

import tomllib
from functools import cache
from pathlib import Path

from django.conf import settings

from mentorbank.network.base.actor import Actor, Role

TABLE = Path(__file__).with_name("policy.toml")
ANONYMOUS, PARTICIPANT, DEMO = "anonymous", "participant", "demo"
ROLES = (ANONYMOUS, PARTICIPANT, DEMO, *Role)


@cache
def rows() -> dict[str, frozenset[str]]:
    """Route name to the roles that may open it; a route that is not here is closed to all."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    groups: dict[str, list[str]] = table["groups"]
    found = {route: frozenset(groups[group]) for group, routes in table["routes"].items() for route in routes}
    if sum(map(len, table["routes"].values())) != len(found):
        raise ValueError("policy.toml names a route twice.")
    return found


def roles_of(reader: Actor) -> frozenset[str]:
    """Who is signed in may do what a participant may, and what her staff roles add."""
    demo = {DEMO} if settings.DEMO else set()
    if reader.person is None:
        return frozenset({ANONYMOUS, *demo})
    return frozenset({PARTICIPANT, *demo, *(role for role, _division in reader.roles)})


def may_open(route: str, reader: Actor) -> bool:
    return not roles_of(reader).isdisjoint(rows().get(route, frozenset()))
