"""What the clock and the queue need to remember."""

from django.db import models


class Tick(models.Model):
    """One run of a scheduled job: whoever inserts the row runs it, so a tick happens once."""

    job = models.CharField(max_length=80)
    at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "at"], name="a_tick_happens_once")]


class Once(models.Model):
    """A key that was already acted on: a double submit finds its first result here."""

    key = models.CharField(max_length=120, primary_key=True)
    result = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()


class JobLease(models.Model):
    """Who works on a queued task, and until when: past that the reaper takes it back."""

    task = models.CharField(max_length=64, primary_key=True)
    worker = models.CharField(max_length=80)
    until = models.DateTimeField(db_index=True)
    tries = models.PositiveSmallIntegerField(default=1)
