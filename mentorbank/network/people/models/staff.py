"""Who may sign in, and what staff are entrusted with."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from mentorbank.network.base.actor import Role
from mentorbank.network.organisation.models import Division

from .persons import Person

ROLE_CHOICES = [(role.value, role.value) for role in Role]


class UserManager(BaseUserManager["User"]):
    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(**{self.model.USERNAME_FIELD: username})


class User(AbstractBaseUser):
    """A way in for one person, by a code sent to her e-mail address or phone. There are no passwords."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="user")
    email = models.EmailField(blank=True, db_index=True)
    phone = models.CharField(max_length=20, unique=True, null=True)
    phone_verified = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField()

    USERNAME_FIELD = "id"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["email"], condition=~Q(email=""), name="an_email_signs_one_person_in"
            )
        ]

    def __str__(self) -> str:
        return str(self.person)


class StaffRole(models.Model):
    """A role held from one day until another; of a division, or of the whole network."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="staff_roles")
    role = models.CharField(max_length=24, choices=ROLE_CHOICES)
    division = models.ForeignKey(Division, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                F("person"),
                F("role"),
                Coalesce("division", 0),
                condition=Q(until__isnull=True),
                name="a_role_is_held_once",
            ),
            models.CheckConstraint(
                condition=Q(role__in=["coordinator", "division_leader"], division__isnull=False)
                | Q(role__in=["network_leader", "network_administrator"], division__isnull=True),
                name="division_roles_have_a_division",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="a_role_ends_after_it_began"
            ),
        ]
