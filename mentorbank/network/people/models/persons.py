"""A person: one human, many roles over time."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import POSTCODE, Division


class Channel(models.TextChoices):
    """How a person wants to hear from us."""

    EMAIL = "email", _("E-mail")
    SMS = "sms", _("SMS")


class Gender(models.TextChoices):
    """As told; blank means not told."""

    WOMAN = "woman", _("Woman")
    MAN = "man", _("Man")
    OTHER = "other", _("Other")


class PersonQuerySet(models.QuerySet["Person"]):
    def visible_to(self, reader: Actor) -> "PersonQuerySet":
        """Oneself and, for staff, the people of one's divisions; shielded ones only if assigned."""
        oneself = Q(pk=reader.person_id) if reader.person_id else Q(pk__in=[])
        if reader.everywhere:
            scope = Q()
        else:
            scope = Q(division__in=reader.divisions)
        assigned = Q(coordinator=reader.person_id) | Q(stand_in=reader.person_id)
        return self.filter(oneself | (scope & (Q(shielded=False) | assigned)))

    def named_like(self, folded: str) -> "PersonQuerySet":
        """Any part of the folded name from three letters on, the beginning of a name part with one or two."""
        if len(folded) < 3:
            return self.filter(Q(name_parts__part__startswith=folded)).distinct()
        return self.filter(folded_name__contains=folded)


class Person(models.Model):
    """Anyone we write to. A CPR number has no place here."""

    name = models.CharField(_("Name"), max_length=120)
    called = models.CharField(_("Wants to be called"), max_length=60, blank=True)
    folded_name = models.CharField(max_length=200, db_index=True)
    email = models.EmailField(_("E-mail"), blank=True)
    phone = models.CharField(_("Phone"), max_length=20, blank=True)
    channel = models.CharField(_("Write by"), max_length=5, choices=Channel, default=Channel.EMAIL)
    language = models.CharField(_("Language"), max_length=8, default="da")
    birth_year = models.PositiveSmallIntegerField(_("Birth year"), null=True, blank=True)
    gender = models.CharField(_("Gender"), max_length=6, choices=Gender, blank=True)
    postcode = models.CharField(_("Postcode"), max_length=4, blank=True, validators=[POSTCODE])
    division = models.ForeignKey(Division, models.PROTECT, null=True, related_name="+")
    coordinator = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    stand_in = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    shielded = models.BooleanField(_("Shielded"), default=False)
    alias = models.CharField(_("Alias"), max_length=60, blank=True)
    source = models.CharField(max_length=60, blank=True)  # a campaign's or referrer's code, as text
    created_at = models.DateTimeField()

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(email="") | ~Q(phone="") | Q(source="erased"), name="a_person_can_be_reached"
            ),
            models.CheckConstraint(
                condition=(Q(channel="email") & ~Q(email=""))
                | (Q(channel="sms") & ~Q(phone=""))
                | Q(source="erased"),
                name="the_channel_has_an_address",
            ),
        ]
        indexes = [
            models.Index(fields=["email"], name="person_email"),
            models.Index(fields=["phone"], name="person_phone"),
            models.Index(fields=["division", "folded_name"], name="person_division_name"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def first_name(self) -> str:
        """What the other side of a pair reads before both said yes; an alias for the shielded."""
        if self.shielded and self.alias:
            return self.alias
        return self.called or self.name.split(" ")[0]


class NamePart(models.Model):
    """One folded part of a name, so that one or two letters find the names that begin so."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="name_parts")
    part = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "person"], name="a_name_part_stands_once")]
        indexes = [models.Index(fields=["part"], name="name_part_begins", opclasses=["varchar_pattern_ops"])]


class Consent(models.Model):
    """A yes to one purpose, in words of one version and language; withdrawing is as easy as giving."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    language = models.CharField(max_length=8)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_standing_consent_a_purpose",
            )
        ]
