"""Reports: one side's own answer about one meeting, corrected by a new row, never in silence."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentorbank.network.partnerships.models import Meeting, Side
from mentorbank.network.people.models import Person


class Happened(models.TextChoices):
    MET = "met", _("We met")
    MOVED = "moved", _("Moved")
    NOT = "not", _("Not this time")


class ReportQuerySet(models.QuerySet["Report"]):
    def standing(self) -> "ReportQuerySet":
        return self.filter(replaced_at__isnull=True)


class Report(models.Model):
    """`replaced_at` marks a row that a later one corrects; both stay."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+")
    side = models.CharField(max_length=6, choices=Side)
    happened = models.CharField(max_length=5, choices=Happened)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    via = models.CharField(max_length=8)
    written_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "side"],
                condition=Q(replaced_at__isnull=True),
                name="one_standing_report_a_side",
            )
        ]
