"""What the two agreed: length, rhythm, goals; in versions, each signed by both."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentorbank.network.people.models import Person

from .partnerships import Partnership
from .proposals import Side


class Contract(models.Model):
    """One version. The highest number is the one that counts once both have signed it."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="contracts")
    version = models.PositiveSmallIntegerField(default=1)
    starts_on = models.DateField(_("From"))
    ends_on = models.DateField(_("Until"))
    rhythm_weeks = models.PositiveSmallIntegerField(_("Weeks between meetings"))
    first_meeting_at = models.DateTimeField(_("First meeting"), null=True, blank=True)
    meeting_place = models.CharField(_("Where"), max_length=120, blank=True)
    drawn_up_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)  # when the second of the two signed

    class Meta:
        ordering = ["partnership", "version"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "version"], name="a_contract_version_stands_once"),
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="a_contract_ends_after_it_starts"
            ),
        ]


class Goal(models.Model):
    """What they want to reach: 0-10 where it stands, or a count up to `target`."""

    contract = models.ForeignKey(Contract, models.CASCADE, related_name="goals")
    area = models.CharField(_("About"), max_length=20)  # goal area code
    text = models.CharField(_("Goal"), max_length=200)
    language = models.CharField(max_length=8)  # the language it was written in
    start = models.PositiveSmallIntegerField(_("Where it stands today"), validators=[MaxValueValidator(10)])
    now = models.PositiveSmallIntegerField(validators=[MaxValueValidator(10)])
    target = models.PositiveSmallIntegerField(null=True, blank=True)  # "know 5 people" counts to 5
    count = models.PositiveSmallIntegerField(null=True, blank=True)
    due_on = models.DateField(_("Reached by"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(start__lte=10, now__lte=10), name="a_goal_stands_between_0_and_10"
            ),
            models.CheckConstraint(
                condition=Q(target__isnull=True) | Q(target__gte=1), name="a_goal_counts_to_something"
            ),
        ]


class SignatureMethod(models.TextChoices):
    ONLINE = "online", _("On screen")
    PAPER = "paper", _("On paper")


class Signature(models.Model):
    """One side's name under one version."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="signatures")
    side = models.CharField(max_length=6, choices=Side)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    method = models.CharField(max_length=6, choices=SignatureMethod)
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contract", "side"], name="each_side_signs_once")]
