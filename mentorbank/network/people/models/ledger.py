"""What happened and who looked: rows of ids and codes, appended and never changed, sealed in batches."""

from django.db import models

from .persons import Person


class Entry(models.Model):
    """One act (`looked` false) or one look at a person's file (`looked` true)."""

    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    looked = models.BooleanField(default=False)
    by = models.ForeignKey(Person, models.DO_NOTHING, null=True, related_name="+")
    via = models.CharField(max_length=8)
    on_behalf_of = models.ForeignKey(Person, models.DO_NOTHING, null=True, related_name="+")
    about = models.ForeignKey(Person, models.DO_NOTHING, null=True, related_name="+")
    thing = models.CharField(max_length=40, blank=True)  # "proposal"
    thing_id = models.BigIntegerField(null=True)
    codes = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["about", "-at"], name="ledger_about"),
            models.Index(fields=["thing", "thing_id"], name="ledger_thing"),
        ]


class Seal(models.Model):
    """A link of the chain: the digest of the entries up to `last` and of the seal before."""

    first = models.BigIntegerField()
    last = models.BigIntegerField(unique=True)
    digest = models.CharField(max_length=64)
    sealed_at = models.DateTimeField()
