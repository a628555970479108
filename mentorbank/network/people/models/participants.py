"""Mentors with their places, mentees, and what both speak and wish."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from encrypted_fields.fields import EncryptedTextField

from mentorbank.network.base.actor import Actor
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.states import OPEN_MENTEE_STATES, MenteeState, MentorState

from .persons import Person


class ParticipantQuerySet(models.QuerySet):
    """Mentors and mentees are reached by staff through the person they are."""

    def visible_to(self, reader: Actor) -> "ParticipantQuerySet":
        people = Person.objects.visible_to(reader).filter(pk=OuterRef("person"))
        return self.filter(Exists(people))


class MentorQuerySet(ParticipantQuerySet):
    def in_bank(self) -> "MentorQuerySet":
        return self.filter(state=MentorState.IN_BANK)


class MenteeQuerySet(ParticipantQuerySet):
    def ready(self) -> "MenteeQuerySet":
        return self.filter(state=MenteeState.READY)

    def ongoing(self) -> "MenteeQuerySet":
        return self.filter(state__in=OPEN_MENTEE_STATES)


class Mentor(models.Model):
    """A volunteer: what the person can do, offers and wishes."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="mentor")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")  # the one she came through
    state = models.CharField(max_length=12, choices=MentorState, default=MentorState.APPLIED)
    applied_at = models.DateTimeField()
    in_bank_at = models.DateTimeField(null=True)
    rest_from = models.DateField(null=True, blank=True)
    rest_until = models.DateField(null=True, blank=True)
    occupation = models.CharField(max_length=4, blank=True)  # ISCO-08 unit group
    occupation_words = models.CharField(_("Profession"), max_length=120, blank=True)
    employer = models.CharField(_("Workplace"), max_length=120, blank=True)
    sector = models.CharField(_("Sector"), max_length=80, blank=True)
    years = models.PositiveSmallIntegerField(_("Years in it"), null=True, blank=True)
    education = models.CharField(max_length=4, blank=True)  # ISCED-F 2013 field
    education_level = models.PositiveSmallIntegerField(null=True, blank=True)  # ISCED 2011
    education_words = models.CharField(_("Education"), max_length=120, blank=True)
    offers = models.JSONField(default=list)  # goal area codes
    times = models.JSONField(default=list)  # day, evening, weekend
    travel_km = models.PositiveSmallIntegerField(null=True, blank=True)
    online = models.BooleanField(default=False)
    motivation = models.TextField(blank=True)
    note = models.CharField(_("A note the other may read"), max_length=300, blank=True)
    reason = models.CharField(max_length=200, blank=True)  # why declined or left

    objects = MentorQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "occupation"], name="mentor_state_occupation")]

    def __str__(self) -> str:
        return self.person.name


class Place(models.Model):
    """Room for one mentee. Proposals hold places; a place is held once (see partnerships)."""

    mentor = models.ForeignKey(Mentor, models.PROTECT, related_name="places")
    number = models.PositiveSmallIntegerField()
    closed = models.BooleanField(default=False)  # a mentor may take fewer mentees later

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["mentor", "number"], name="a_place_has_a_number")]


class Mentee(models.Model):
    """One participation: person × programme × registration. Whoever returns makes a new row."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="mentees")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=MenteeState, default=MenteeState.REGISTERED)
    registered_at = models.DateTimeField()
    interviewed_at = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    ticks = models.JSONField(default=list)  # the yes-questions answered with yes
    goals = models.JSONField(default=list)  # goal area codes
    occupation = models.CharField(max_length=4, blank=True)  # of origin
    occupation_words = models.CharField(_("Profession"), max_length=120, blank=True)
    target = models.CharField(max_length=4, blank=True)
    target_words = models.CharField(_("Wants to work as"), max_length=120, blank=True)
    years = models.PositiveSmallIntegerField(_("Years in it"), null=True, blank=True)
    education = models.CharField(max_length=4, blank=True)
    education_level = models.PositiveSmallIntegerField(null=True, blank=True)
    education_words = models.CharField(_("Education"), max_length=120, blank=True)
    situation = models.CharField(_("Situation now"), max_length=60, blank=True)
    arrival_year = models.PositiveSmallIntegerField(_("Year of arrival"), null=True, blank=True)
    origin = models.CharField(_("Country of origin"), max_length=60, blank=True)
    residence_basis = EncryptedTextField(blank=True, null=True)
    benefit = EncryptedTextField(blank=True, null=True)
    barriers = EncryptedTextField(blank=True, null=True)
    times = models.JSONField(default=list)
    note = models.CharField(_("A note the other may read"), max_length=300, blank=True)
    reason = models.CharField(max_length=200, blank=True)  # why closed, withdrawn or referred on

    objects = MenteeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "ready_at"], name="mentee_state_ready")]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "programme"],
                condition=~Q(state__in=["closed", "withdrawn", "referred_on"]),
                name="one_participation_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="ready") | Q(ready_at__isnull=False), name="ready_has_its_moment"
            ),
        ]

    def __str__(self) -> str:
        return self.person.name


class LanguageSkill(models.Model):
    """A language somebody speaks; levels are CEFR codes or "native", blank when not known."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="languages")
    language = models.CharField(max_length=8)
    spoken = models.CharField(max_length=8, blank=True)
    written = models.CharField(max_length=8, blank=True)
    evidence = models.CharField(max_length=60, blank=True)  # the test or course module
    tested_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["person", "language"], name="a_language_stands_once")]


class WishKind(models.TextChoices):
    """What a wish is about; its value is a code of that kind."""

    GENDER = "gender", _("Gender")
    LANGUAGE = "language", _("Speaks a language")
    MUNICIPALITY = "municipality", _("Lives in a municipality")
    SAME_DIVISION = "same_division", _("Same division")
    WITHIN_KM = "within_km", _("Lives near")
    SAME_PROFESSION = "same_profession", _("Same profession")
    NOT_EMPLOYER = "not_employer", _("Not from an employer")


class WishStrength(models.TextChoices):
    MUST = "must", _("Must")
    WISH = "wish", _("Wish")


class Wish(models.Model):
    """What a mentee wishes of a mentor, or the other way round, and who said so."""

    mentor = models.ForeignKey(Mentor, models.CASCADE, null=True, related_name="wishes")
    mentee = models.ForeignKey(Mentee, models.CASCADE, null=True, related_name="wishes")
    kind = models.CharField(max_length=16, choices=WishKind)
    value = models.CharField(max_length=80, blank=True)
    strength = models.CharField(max_length=4, choices=WishStrength)
    said_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["strength", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(mentor__isnull=False, mentee__isnull=True)
                | Q(mentor__isnull=True, mentee__isnull=False),
                name="a_wish_has_one_owner",
            )
        ]
