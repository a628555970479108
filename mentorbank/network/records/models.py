"""An uploaded spreadsheet on its way in. It rests encrypted, and only until it is imported."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from encrypted_fields.fields import EncryptedTextField

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.models import Person


class ImportKind(models.TextChoices):
    MENTORS = "mentors", _("Mentors")
    MENTEES = "mentees", _("Mentees")


class RowState(models.TextChoices):
    SURE = "sure", _("Sure")
    UNSURE = "unsure", _("Unsure")
    UNREADABLE = "unreadable", _("Cannot be read")
    LEFT_OUT = "left_out", _("Left out")


class UploadQuerySet(models.QuerySet["Upload"]):
    def visible_to(self, reader: Actor) -> "UploadQuerySet":
        """Whoever uploaded it, while she is staff."""
        return self.filter(by=reader.person_id) if reader.is_staff else self.none()


class Upload(models.Model):
    """One file: what its columns mean, and where its rows stand."""

    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(_("Who is in it"), max_length=8, choices=ImportKind)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    file_name = models.CharField(max_length=120)
    notes = models.JSONField(default=dict)  # encoding, separator, skipped rows, other sheets
    columns = models.JSONField(default=list)  # per column: heading, meaning, certainty
    uploaded_at = models.DateTimeField()
    imported_at = models.DateTimeField(null=True)

    objects = UploadQuerySet.as_manager()


class UploadRow(models.Model):
    """One line: its cells as written, how they are read, and what staff settled."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    cells = EncryptedTextField()  # JSON list of the cells as written
    readings = EncryptedTextField()  # JSON: per meaning the value, certainty, others
    settled = EncryptedTextField(default="{}")  # JSON: meaning -> value chosen by staff
    state = models.CharField(max_length=10, choices=RowState)
    doubts = models.JSONField(default=list)  # codes of what is unsure, no words of people
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # entered as

    class Meta:
        ordering = ["line"]
        constraints = [models.UniqueConstraint(fields=["upload", "line"], name="a_line_stands_once")]
        indexes = [models.Index(fields=["upload", "state"], name="upload_row_state")]
