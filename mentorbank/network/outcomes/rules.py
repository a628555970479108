"""Who may record what became of a mentee, and which figures a reader may open."""

from mentorbank.network.base.actor import Actor
from mentorbank.network.people.models import Mentee
from mentorbank.network.people.rules import may_care_for


def may_record_outcome(by: Actor, mentee: Mentee) -> bool:
    """Staff of the mentee's division."""
    return may_care_for(by, mentee.person)


def may_read_figures(reader: Actor) -> bool:
    """Figures are sums without names: everyone on the staff reads those of the whole network."""
    return reader.is_staff or reader.everywhere
