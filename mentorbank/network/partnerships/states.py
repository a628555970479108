"""The states of a proposal, of each side's answer and of a partnership."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProposalState(TextChoices):
    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted by both")
    DECLINED = "declined", _("Declined")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


PROPOSAL_MOVES: dict[ProposalState, frozenset[ProposalState]] = {
    ProposalState.OPEN: frozenset(
        {ProposalState.ACCEPTED, ProposalState.DECLINED, ProposalState.EXPIRED, ProposalState.WITHDRAWN}
    ),
    ProposalState.ACCEPTED: frozenset(),
    ProposalState.DECLINED: frozenset(),
    ProposalState.EXPIRED: frozenset(),
    ProposalState.WITHDRAWN: frozenset(),
}


class Answer(TextChoices):
    """One side's own answer; a blank one is none yet."""

    ASKED = "asked", _("Asked first")
    YES = "yes", _("Yes")
    NO = "no", _("Not this time")


class PartnershipState(TextChoices):
    DRAFT = "draft", _("Draft")
    RUNNING = "running", _("Running")
    PAUSED = "paused", _("Paused")
    ENDING = "ending", _("Ending")
    COMPLETED = "completed", _("Completed")
    ENDED_EARLY = "ended_early", _("Ended early")


_EARLY = PartnershipState.ENDED_EARLY

MOVES: dict[PartnershipState, frozenset[PartnershipState]] = {
    PartnershipState.DRAFT: frozenset({PartnershipState.RUNNING, _EARLY}),
    PartnershipState.RUNNING: frozenset({PartnershipState.PAUSED, PartnershipState.ENDING, _EARLY}),
    PartnershipState.PAUSED: frozenset({PartnershipState.RUNNING, PartnershipState.ENDING, _EARLY}),
    PartnershipState.ENDING: frozenset({PartnershipState.COMPLETED, PartnershipState.RUNNING, _EARLY}),
    PartnershipState.COMPLETED: frozenset({PartnershipState.RUNNING}),
    PartnershipState.ENDED_EARLY: frozenset({PartnershipState.RUNNING}),
}

#: A partnership in one of these holds its mentor's place and its mentee.
GOING_ON = [
    PartnershipState.DRAFT,
    PartnershipState.RUNNING,
    PartnershipState.PAUSED,
    PartnershipState.ENDING,
]


class ClosureReason(TextChoices):
    GOAL_REACHED = "goal_reached", _("Goal reached")
    TIME_UP = "time_up", _("Time is up")
    NO_TIME = "no_time", _("Job or study leaves no time")
    MOVED = "moved", _("Moved")
    ILLNESS = "illness", _("Illness or family")
    LEAVE = "leave", _("Leave")
    SILENT_MENTEE = "silent_mentee", _("No contact from the mentee")
    SILENT_MENTOR = "silent_mentor", _("No contact from the mentor")
    EXPECTATIONS = "expectations", _("Expectations differ")
    LANGUAGE = "language", _("Language too hard")
    PROFESSION = "profession", _("Wrong profession")
    CHEMISTRY = "chemistry", _("Chemistry")
    BREACH = "breach", _("Breach of rules")
    SAFETY = "safety", _("Safety")
    REFERRAL_WITHDRAWN = "referral_withdrawn", _("Referral withdrawn")
    LEFT_COUNTRY = "left_country", _("Left the country")
    PROGRAMME_ENDED = "programme_ended", _("Programme ended")
    OTHER = "other", _("Other")


class DeclineReason(TextChoices):
    """Why somebody says not this time; one tap, no blame."""

    NO_TIME = "no_time", _("I have no time right now")
    PROFESSION = "profession", _("We work with different things")
    GOALS = "goals", _("I cannot help with these goals")
    PLACE = "place", _("Too far away")
    TIMES = "times", _("Our times do not fit")
    KNOW = "know", _("We know each other")
    OTHER = "other", _("Another reason")
