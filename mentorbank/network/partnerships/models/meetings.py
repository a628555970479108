"""When the two plan to meet."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentorbank.network.base.actor import Actor

from .partnerships import Partnership


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, reader: Actor) -> "MeetingQuerySet":
        """Those of the partnerships the reader sees."""
        return self.filter(partnership__in=Partnership.objects.visible_to(reader))


class Meeting(models.Model):
    """A planned meeting. `uid` and `sequence` let calendars follow when it moves."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="meetings")
    planned_at = models.DateTimeField(_("When"))
    minutes = models.PositiveSmallIntegerField(default=60)
    place = models.CharField(_("Where"), max_length=120, blank=True)
    uid = models.CharField(max_length=80, unique=True)
    sequence = models.PositiveSmallIntegerField(default=0)
    cancelled_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)  # when both were asked "did you meet?"

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["planned_at"]
        indexes = [
            models.Index(
                fields=["planned_at"],
                condition=Q(cancelled_at__isnull=True, asked_at__isnull=True),
                name="meeting_to_ask_about",
            )
        ]
