"""Outcomes are spells: they begin, and may end."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.people.models import Mentee, Person


class OutcomeKind(models.TextChoices):
    JOB = "job", _("Ordinary job")
    SUBSIDISED = "subsidised", _("Subsidised job")
    INTERNSHIP = "internship", _("Internship")
    STUDY = "study", _("Study")
    VOCATIONAL = "vocational", _("Vocational training")
    LANGUAGE = "language", _("Language level")
    BUSINESS = "business", _("Own business")
    NETWORK = "network", _("Network")


class Evidence(models.TextChoices):
    TOLD = "told", _("Told by the person")
    SEEN = "seen", _("Contract or letter seen")
    EMPLOYER = "employer", _("Confirmed by the employer")


class OutcomeQuerySet(models.QuerySet["Outcome"]):
    def visible_to(self, reader: Actor) -> "OutcomeQuerySet":
        return self.filter(Exists(Mentee.objects.visible_to(reader).filter(pk=OuterRef("mentee"))))

    def standing(self) -> "OutcomeQuerySet":
        """Not replaced by a correction."""
        return self.filter(replaced_at__isnull=True)


class Outcome(models.Model):
    """One spell of a mentee. A correction is a new row; the old one keeps `replaced_at`."""

    mentee = models.ForeignKey(Mentee, models.PROTECT, related_name="+")
    kind = models.CharField(_("What"), max_length=10, choices=OutcomeKind)
    from_on = models.DateField(_("From"))
    until_on = models.DateField(_("Until"), null=True, blank=True)
    hours = models.DecimalField(
        _("Hours a week"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(80)],
    )
    lasting = models.BooleanField(_("Permanent, or three months and more"), default=False)
    evidence = models.CharField(_("How we know"), max_length=8, choices=Evidence)
    recorded_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="an_outcome_ends_after_it_began",
            )
        ]
        indexes = [models.Index(fields=["mentee", "kind"], name="outcome_mentee_kind")]
