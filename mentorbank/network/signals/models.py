"""One row a thing that waits for somebody of the staff."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from mentorbank.network.base.actor import Actor
from mentorbank.network.people.models import Person
from mentorbank.network.signals.states import SignalState


class SignalQuerySet(models.QuerySet["Signal"]):
    def visible_to(self, reader: Actor) -> "SignalQuerySet":
        people = Person.objects.visible_to(reader).filter(pk=OuterRef("about"))
        return self.filter(Exists(people))

    def standing(self) -> "SignalQuerySet":
        return self.exclude(state=SignalState.RESOLVED)


class Signal(models.Model):
    """`kind` says which rule raised it; `values` fill its sentence (codes and numbers)."""

    kind = models.CharField(max_length=40)
    about = models.ForeignKey(Person, models.PROTECT, related_name="+")
    thing = models.CharField(max_length=40)
    thing_id = models.BigIntegerField()
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    values = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=SignalState, default=SignalState.RAISED)
    raised_at = models.DateTimeField()
    due_on = models.DateField()
    acted_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)

    objects = SignalQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "thing", "thing_id"],
                condition=~Q(state="resolved"),
                name="a_signal_stands_once",
            )
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="signal_due")]
