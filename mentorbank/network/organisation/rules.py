"""Who may change the organisation."""

from mentorbank.network.base.actor import Actor, Role, Via


def may_change_settings(by: Actor) -> bool:
    """The network administrator, and the operator at the command line."""
    return by.has(Role.NETWORK_ADMINISTRATOR) or by.via == Via.COMMAND
