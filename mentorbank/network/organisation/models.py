"""Nouns of the organisation. They hold no people."""

from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

POSTCODE = RegexValidator(r"^\d{4}$", _("Write the postcode as four digits, like 8000."))
ACCENT = RegexValidator(r"^#[0-9a-fA-F]{6}$", _("Write the colour as # and six signs, like #0f5c54."))


class Network(models.Model):
    """The one network this installation serves."""

    name = models.CharField(_("Name"), max_length=80, default="Mentorbank")
    logo = models.BinaryField(null=True, blank=True)
    logo_type = models.CharField(max_length=40, blank=True)
    accent = models.CharField(_("Accent colour"), max_length=7, blank=True, validators=[ACCENT])
    phone = models.CharField(_("Phone"), max_length=40, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_network")]

    def __str__(self) -> str:
        return self.name


class Division(models.Model):
    """A local office: its people are its coordinators' work."""

    name = models.CharField(_("Name"), max_length=80, unique=True)
    code = models.SlugField(_("Code"), max_length=40, unique=True)
    city = models.CharField(_("City"), max_length=80)
    opened_on = models.DateField(_("Opened on"))
    closed_on = models.DateField(_("Closed on"), null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="a_division_closes_after_it_opened",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Area(models.Model):
    """Postcodes a division covers, both ends included. The narrowest area that holds a postcode wins."""

    division = models.ForeignKey(Division, models.CASCADE, related_name="areas")
    first = models.CharField(_("First postcode"), max_length=4, validators=[POSTCODE])
    last = models.CharField(_("Last postcode"), max_length=4, validators=[POSTCODE])

    class Meta:
        ordering = ["first", "last"]
        constraints = [
            models.CheckConstraint(condition=Q(first__lte=F("last")), name="an_area_runs_forwards"),
            models.UniqueConstraint(fields=["first", "last"], name="an_area_belongs_to_one_division"),
        ]

    def __str__(self) -> str:
        return self.first if self.first == self.last else f"{self.first}–{self.last}"


class Partner(models.Model):
    """An organisation that works with a division, such as a university or a library."""

    division = models.ForeignKey(Division, models.CASCADE, related_name="partners")
    name = models.CharField(_("Name"), max_length=120)
    kind = models.CharField(_("What they do for us"), max_length=120, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["division", "name"], name="a_partner_stands_once")]

    def __str__(self) -> str:
        return self.name


class Audience(models.TextChoices):
    """Whom a programme serves; it answers gender wishes for all its members."""

    ALL = "all", _("Everybody")
    WOMEN = "women", _("Women")


class AskingOrder(models.TextChoices):
    """Who is asked first when a match is proposed."""

    BOTH = "both", _("Both at once")
    MENTEE = "mentee", _("The mentee first")
    MENTOR = "mentor", _("The mentor first")


class Programme(models.Model):
    """What a participation belongs to: its length, rhythm, audience and clocks."""

    name = models.CharField(_("Name"), max_length=80, unique=True)
    code = models.SlugField(_("Code"), max_length=40, unique=True)
    audience = models.CharField(_("For whom"), max_length=8, choices=Audience, default=Audience.ALL)
    months_min = models.PositiveSmallIntegerField(
        _("Shortest length, months"), default=6, validators=[MinValueValidator(1), MaxValueValidator(36)]
    )
    months_max = models.PositiveSmallIntegerField(
        _("Longest length, months"), default=12, validators=[MinValueValidator(1), MaxValueValidator(36)]
    )
    months_usual = models.PositiveSmallIntegerField(_("Usual length, months"), default=9)
    rhythm_weeks = models.PositiveSmallIntegerField(
        _("Weeks between meetings"), default=4, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    ends_on = models.DateField(_("The programme ends on"), null=True, blank=True)
    asking_order = models.CharField(
        _("Order of asking"), max_length=8, choices=AskingOrder, default=AskingOrder.BOTH
    )
    invite_days = models.PositiveSmallIntegerField(_("Days until invited to an interview"), default=14)
    interview_days = models.PositiveSmallIntegerField(_("Days until the interview is held"), default=28)
    remind_days = models.PositiveSmallIntegerField(_("Days until a proposal is reminded of"), default=3)
    expire_days = models.PositiveSmallIntegerField(_("Days until a proposal expires"), default=7)
    correct_days = models.PositiveSmallIntegerField(_("Days a meeting report can be corrected"), default=7)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(months_min__lte=F("months_usual"), months_usual__lte=F("months_max")),
                name="a_programme_has_a_length",
            ),
            models.CheckConstraint(
                condition=Q(remind_days__lt=F("expire_days")), name="a_reminder_comes_before_the_end"
            ),
        ]

    def __str__(self) -> str:
        return self.name
