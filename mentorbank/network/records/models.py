"""An uploaded spreadsheet on its way in. It rests encrypted, and only for a day."""

import json
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from encrypted_fields.fields import EncryptedTextField

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.models import Person
from mentorbank.network.records.states import OPEN_STATES, RowState


class ImportKind(models.TextChoices):
    MENTORS = "mentors", _("Mentors")
    MENTEES = "mentees", _("Mentees")


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, reader: Actor) -> "UploadQuerySet":
        """Whoever uploaded it, while she is staff."""
        return self.filter(by=reader.person_id) if reader.is_staff and reader.person_id else self.none()


class Upload(models.Model):
    """One file: what its columns mean, how its people enter, and how it was read."""

    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # None: the operator
    kind = models.CharField(_("Who is in it"), max_length=8, choices=ImportKind)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=120)
    notes = models.JSONField(default=dict)  # encoding, separator, sheet, other sheets, day of the file
    columns = models.JSONField(default=list)  # per column: heading, meaning, certainty
    entering = models.JSONField(default=dict)  # which state: {"course": "in_bank", "held": "registered" …}
    uploaded_at = models.DateTimeField(db_index=True)
    imported_at = models.DateTimeField(null=True)

    objects = UploadQuerySet.as_manager()

    def __str__(self) -> str:
        return self.file_name


class UploadRowQuerySet(models.QuerySet["UploadRow"]):
    def visible_to(self, reader: Actor) -> "UploadRowQuerySet":
        """The rows of one's own uploads."""
        return (
            self.filter(upload__by=reader.person_id) if reader.is_staff and reader.person_id else self.none()
        )

    def open(self) -> "UploadRowQuerySet":
        """Rows somebody has to look at."""
        return self.filter(state__in=OPEN_STATES)

    def doubtful_first(self) -> "UploadRowQuerySet":
        """In the order of RowState, then of the file."""
        ranks = [models.When(state=state, then=rank) for rank, state in enumerate(RowState)]
        return self.order_by(models.Case(*ranks, output_field=models.SmallIntegerField()), "line")


class UploadRow(models.Model):
    """One line: its cells as written, what staff settled, and what is still in doubt."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    cells = EncryptedTextField()  # JSON list of the cells as written
    settled = EncryptedTextField(default="{}")  # JSON: doubt -> key of the choice, or what was typed
    state = models.CharField(max_length=10, choices=RowState)
    doubts = models.JSONField(default=list)  # keys of what is unsure, no words of people
    resembles = models.JSONField(default=dict)  # ids of people and an earlier line that look the same
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # entered as

    objects = UploadRowQuerySet.as_manager()

    class Meta:
        ordering = ["line"]
        constraints = [models.UniqueConstraint(fields=["upload", "line"], name="a_line_stands_once")]
        indexes = [models.Index(fields=["upload", "state"], name="upload_row_state")]

    @property
    def written(self) -> list[str]:
        """The cells as they stood in the file."""
        cells: list[str] = json.loads(self.cells)
        return cells

    @property
    def choices(self) -> dict[str, Any]:
        """What staff settled so far."""
        settled: dict[str, Any] = json.loads(self.settled)
        return settled
