"""Who may bring lists of people in."""

from mentorbank.network.base.actor import Actor, Role, Via
from mentorbank.network.records.models import Upload


def may_import(by: Actor) -> bool:
    """Staff who work with people, and the operator at the command line."""
    care = by.has(Role.COORDINATOR, Role.DIVISION_LEADER, Role.NETWORK_LEADER)
    return care or by.via == Via.COMMAND


def may_settle(by: Actor, upload: Upload) -> bool:
    """Whoever uploaded the file, nobody else."""
    return may_import(by) and by.person_id == upload.by_id
