"""Questions about the way in."""

from django.db.models import QuerySet

from mentorbank.network.base.actor import Actor
from mentorbank.network.intake.models import Interview, Screening
from mentorbank.network.intake.rules import may_interview
from mentorbank.network.people.models import Mentee, Mentor


def interviews_of(reader: Actor, mentee: Mentee) -> QuerySet[Interview]:
    """The interviews staff held with a mentee, the latest first; nothing for anybody else."""
    held = (
        Interview.objects.filter(mentee=mentee)
        if may_interview(reader, mentee.person)
        else Interview.objects.none()
    )
    return held.select_related("held_by").order_by("-held_on", "-pk")


def screenings_of(reader: Actor, mentor: Mentor) -> QuerySet[Screening]:
    """The screenings of a mentor, the latest first; for the staff of her division."""
    held = (
        Screening.objects.filter(mentor=mentor)
        if may_interview(reader, mentor.person)
        else Screening.objects.none()
    )
    return held.select_related("held_by").order_by("-held_on", "-pk")
