"""Who may take people in."""

from mentorbank.network.base.actor import Actor
from mentorbank.network.people.models import Person
from mentorbank.network.people.rules import may_care_for
from mentorbank.network.people.states import MenteeState, MentorState

#: Until somebody has talked with the applicant, the whole form is hers to change.
NOT_TALKED_YET: set[str] = {
    MenteeState.REGISTERED,
    MenteeState.INVITED,
    MenteeState.BOOKED,
    MentorState.INTERESTED,
    MentorState.APPLIED,
    MentorState.SCREENING,
}


def may_interview(by: Actor, person: Person) -> bool:
    """Staff of the person's division."""
    return may_care_for(by, person)
