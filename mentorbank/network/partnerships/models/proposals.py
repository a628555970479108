"""A proposal asks mentee and mentor whether they want each other, and holds a place meanwhile."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.partnerships.states import Answer, DeclineReason, ProposalState
from mentorbank.network.people.models import Mentee, Mentor, Person, Place


class Side(models.TextChoices):
    MENTEE = "mentee", _("Mentee")
    MENTOR = "mentor", _("Mentor")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def visible_to(self, reader: Actor) -> "ProposalQuerySet":
        """The two who are asked, and the staff of the mentee."""
        mentees = Mentee.objects.visible_to(reader).filter(pk=OuterRef("mentee"))
        mine = Q(mentee__person=reader.person_id) | Q(mentor__person=reader.person_id)
        return self.filter(Exists(mentees) | mine)

    def open(self) -> "ProposalQuerySet":
        return self.filter(state=ProposalState.OPEN)


class Proposal(models.Model):
    """Each side's answer is kept apart. `released_at` gives the place back."""

    mentee = models.ForeignKey(Mentee, models.PROTECT, related_name="+")
    mentor = models.ForeignKey(Mentor, models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    state = models.CharField(max_length=9, choices=ProposalState, default=ProposalState.OPEN)
    proposed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    note = models.CharField(_("A note to both"), max_length=300, blank=True)
    points = models.JSONField(default=dict)  # total, per criterion and reasons, as the recipe gave them
    recipe_version = models.PositiveIntegerField(null=True)
    mentee_answer = models.CharField(max_length=5, choices=Answer, blank=True)
    mentee_answered_at = models.DateTimeField(null=True)
    mentee_reason = models.CharField(max_length=12, choices=DeclineReason, blank=True)
    mentee_asked_at = models.DateTimeField(null=True)  # when this side's clock began
    mentee_reminded_at = models.DateTimeField(null=True)
    mentor_answer = models.CharField(max_length=5, choices=Answer, blank=True)
    mentor_answered_at = models.DateTimeField(null=True)
    mentor_reason = models.CharField(max_length=12, choices=DeclineReason, blank=True)
    mentor_asked_at = models.DateTimeField(null=True)
    mentor_reminded_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place"], condition=Q(released_at__isnull=True), name="a_place_is_held_once"
            ),
            models.UniqueConstraint(
                fields=["mentee"], condition=Q(state="open"), name="one_open_proposal_a_mentee"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "accepted"]) | Q(released_at__isnull=False),
                name="a_settled_proposal_holds_no_place",
            ),
            models.CheckConstraint(
                condition=~Q(state="accepted") | Q(mentee_answer="yes", mentor_answer="yes"),
                name="accepted_means_two_yeses",
            ),
        ]
        indexes = [models.Index(fields=["mentor", "state"], name="proposal_mentor_state")]


class Question(models.Model):
    """Asked before answering. It stops that side's days until it is answered."""

    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="questions")
    side = models.CharField(max_length=6, choices=Side)
    text = models.CharField(max_length=600)
    language = models.CharField(max_length=8)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=600, blank=True)
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "side"],
                condition=Q(answered_at__isnull=True),
                name="one_question_waits_a_side",
            )
        ]
