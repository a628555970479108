"""Who may change how points are given."""

from mentorbank.network.base.actor import Actor, Role, Via


def may_change_recipe(by: Actor) -> bool:
    """The recipe is data of the programme: its administrator and the network leader keep it."""
    trusted = by.has(Role.NETWORK_ADMINISTRATOR, Role.NETWORK_LEADER)
    return trusted or by.via in (Via.CLOCK, Via.COMMAND)
