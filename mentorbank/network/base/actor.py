"""Who acts: a person or the clock, and by what way. Every action and every reading question takes one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Role(StrEnum):
    """What staff are entrusted with. Participants have no role: what ties them to a thing opens it."""

    COORDINATOR = "coordinator"
    DIVISION_LEADER = "division_leader"
    NETWORK_LEADER = "network_leader"
    NETWORK_ADMINISTRATOR = "network_administrator"


class Via(StrEnum):
    """The way an act arrived."""

    SESSION = "session"
    LINK = "link"
    CLOCK = "clock"
    COMMAND = "command"


@dataclass(frozen=True)
class Actor:
    """A person (or nobody, for the clock) with the roles she holds right now.

    `roles` holds pairs (role, division id or None for the whole network); `on_behalf_of` is the participant
    whose words staff enter.
    """

    person: Any = None
    via: Via = Via.SESSION
    roles: frozenset[tuple[Role, int | None]] = frozenset()
    on_behalf_of: Any = None

    @property
    def person_id(self) -> int | None:
        return self.person.pk if self.person else None

    def has(self, *roles: Role) -> bool:
        return any(role in roles for role, _ in self.roles)

    @property
    def is_staff(self) -> bool:
        return bool(self.roles)

    @property
    def everywhere(self) -> bool:
        """Reads people of every division: the network leader, and the clock."""
        return self.via == Via.CLOCK or self.has(Role.NETWORK_LEADER)

    @property
    def divisions(self) -> frozenset[int]:
        """Ids of the divisions whose people this actor works with."""
        caring = (Role.COORDINATOR, Role.DIVISION_LEADER)
        return frozenset(division for role, division in self.roles if role in caring and division)

    def serves(self, division_id: int | None) -> bool:
        """Works with the people of this division."""
        return self.everywhere or division_id in self.divisions


CLOCK = Actor(via=Via.CLOCK)
