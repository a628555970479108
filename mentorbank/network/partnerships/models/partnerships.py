"""A mentee and a mentor who said yes to each other."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.partnerships.states import GOING_ON, ClosureReason, PartnershipState
from mentorbank.network.people.models import Mentee, Mentor, Person

from .proposals import Proposal


class PartnershipQuerySet(models.QuerySet["Partnership"]):
    def visible_to(self, reader: Actor) -> "PartnershipQuerySet":
        """The two themselves, and the staff of the mentee."""
        mentees = Mentee.objects.visible_to(reader).filter(pk=OuterRef("mentee"))
        mine = Q(mentee__person=reader.person_id) | Q(mentor__person=reader.person_id)
        return self.filter(Exists(mentees) | mine)

    def going_on(self) -> "PartnershipQuerySet":
        return self.filter(state__in=GOING_ON)

    def running(self) -> "PartnershipQuerySet":
        return self.filter(state=PartnershipState.RUNNING)


class Partnership(models.Model):
    """Born by the second yes. One imported from the past names its two and has no proposal."""

    proposal = models.OneToOneField(Proposal, models.PROTECT, null=True, related_name="partnership")
    mentee = models.ForeignKey(Mentee, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Mentor, models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    division = models.ForeignKey(Division, models.PROTECT, related_name="+")
    coordinator = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    stand_in = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=11, choices=PartnershipState, default=PartnershipState.DRAFT)
    matched_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    closure = models.CharField(max_length=18, choices=ClosureReason, blank=True)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["mentee"],
                condition=Q(state__in=["draft", "running", "paused", "ending"]),
                name="one_partnership_a_mentee",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["completed", "ended_early"], ended_at__isnull=False)
                | Q(state__in=["draft", "running", "paused", "ending"], ended_at__isnull=True),
                name="an_ended_partnership_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("matched_at")),
                name="a_partnership_ends_after_it_began",
            ),
        ]
        indexes = [models.Index(fields=["division", "state"], name="partnership_division_state")]
