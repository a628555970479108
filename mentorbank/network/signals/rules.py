"""Who may take care of a signal."""

from mentorbank.network.base.actor import Actor
from mentorbank.network.people.rules import may_care_for
from mentorbank.network.signals.models import Signal


def may_settle(by: Actor, signal: Signal) -> bool:
    """Staff who care for the person it is about."""
    return may_care_for(by, signal.about)
