"""The outbox, the links letters carry, and their texts."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.letters.states import LetterState
from mentorbank.network.organisation.models import Division, Programme
from mentorbank.network.people.models import Channel, Person


class LetterText(models.Model):
    """A text the network wrote itself; where none stands, the narrower default applies.

    Narrowest first: programme and division, programme, division, neither, then the text we ship.
    """

    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=8)
    programme = models.ForeignKey(Programme, models.CASCADE, null=True, blank=True, related_name="+")
    division = models.ForeignKey(Division, models.CASCADE, null=True, blank=True, related_name="+")
    subject = models.CharField(_("Subject"), max_length=120)
    body = models.TextField(_("Text"), max_length=4000)
    sms = models.CharField(_("SMS"), max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("kind"),
                F("language"),
                Coalesce("programme", 0),
                Coalesce("division", 0),
                name="a_text_stands_once",
            )
        ]


class LetterQuerySet(models.QuerySet["Letter"]):
    def visible_to(self, reader: Actor) -> "LetterQuerySet":
        people = Person.objects.visible_to(reader).filter(pk=OuterRef("to"))
        return self.filter(Exists(people)).exclude(kind="sign-in-code")

    def due(self, now: object) -> "LetterQuerySet":
        """What a worker may claim: waiting and due, or claimed by a worker whose lease ran out."""
        return self.filter(
            Q(state=LetterState.WAITING, next_try_at__lte=now)
            | Q(state=LetterState.CLAIMED, lease_until__lt=now)
        )


class Letter(models.Model):
    """One message to one person. The row is the promise; posting it keeps the promise at least once."""

    to = models.ForeignKey(Person, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=8)
    channel = models.CharField(max_length=5, choices=Channel)
    address = models.CharField(max_length=254, blank=True)  # a sign-in code goes where it was asked for
    programme = models.ForeignKey(Programme, models.SET_NULL, null=True, related_name="+")
    reply_to = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()  # stands with {link} where the link goes
    calendar = models.TextField(blank=True)  # an .ics, for appointments only
    calendar_method = models.CharField(max_length=10, blank=True)
    thing = models.CharField(max_length=40, blank=True)  # what it is about: "proposal"
    thing_id = models.BigIntegerField(null=True)
    key = models.CharField(max_length=120, unique=True)  # the same act never writes twice
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=8, choices=LetterState, default=LetterState.WAITING)
    written_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=80, blank=True)
    lease_until = models.DateTimeField(null=True)
    posted_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=200, blank=True)

    objects = LetterQuerySet.as_manager()

    @property
    def shown(self) -> str:
        """The text as staff read it: a link is a key to somebody's pages, so it is blanked."""
        return self.body.replace("{link}", "[…]")

    class Meta:
        indexes = [
            models.Index(fields=["state", "next_try_at"], name="letter_due"),
            models.Index(fields=["to", "-written_at"], name="letter_to"),
            models.Index(fields=["thing", "thing_id"], name="letter_thing"),
        ]


class Link(models.Model):
    """The way in a letter carries: for one person, to one thing, until a day. Only its hash is kept."""

    letter = models.OneToOneField(Letter, models.CASCADE, related_name="link")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    page = models.CharField(max_length=40)  # which page stands behind it: "proposal"
    thing_id = models.BigIntegerField(null=True)
    hashed = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "page", "thing_id"], name="link_person_page")]


class CodeAsk(models.Model):
    """A sign-in code that somebody asked for, known to us or not: ten a day, five tries each."""

    key = models.CharField(max_length=80)  # an account, or the hash of an address nobody has
    on = models.DateField()
    number = models.PositiveSmallIntegerField()
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "on", "number"], name="a_code_is_counted_once"),
            models.CheckConstraint(condition=Q(number__lte=10), name="ten_codes_a_day"),
            models.CheckConstraint(condition=Q(tries__lte=5), name="five_tries_a_code"),
        ]
