"""Persons as they give themselves: cleaned, checked, findable, able to sign in."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from mentorbank.codes import places
from mentorbank.codes.folding import fold
from mentorbank.codes.values import read_phone
from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean, name_parts
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.organisation.models import Division
from mentorbank.network.organisation.queries import division_of
from mentorbank.network.people.models import Channel, Consent, Gender, NamePart, Person, User
from mentorbank.network.people.queries import coordinators_of
from mentorbank.network.people.rules import may_change

from .ledger import record

OLDEST = 110  # years


@transaction.atomic
def create_person(
    *, name: str, language: str, now: datetime, division: Division | None = None, **fields: Any
) -> Person:
    """A new person, in the division of her postcode, with a coordinator and a way to sign in.

    Fields: email, phone, channel, postcode, called, gender, birth_year, source, shielded, alias.
    Raises NotNow with the field's name when a value does not fit.
    """
    person = Person(name=checked_name(name), language=language, created_at=now)
    put_details(person, fields, now)
    person.division = division or division_of(person.postcode)
    person.coordinator, person.stand_in = _responsible(person.division)
    person.save()
    _index_name(person)
    _open_the_door(person, now)
    return person


@transaction.atomic
def change_person(*, person: Person, by: Actor, now: datetime, **fields: Any) -> Person:
    """Correct what is known of a person; a new address also becomes the way to sign in."""
    if not may_change(by, person):
        raise NotAllowed(_("You can change people of your own division only."))
    if "name" in fields:
        person.name = checked_name(fields.pop("name"))
    if "language" in fields:
        person.language = fields.pop("language")
    division = fields.pop("division", None)
    moved = fields.get("postcode", person.postcode) != person.postcode
    changed = sorted(fields)
    put_details(person, {**_as_is(person), **fields}, now)
    if division or moved:
        person.division = division or division_of(person.postcode)
        person.coordinator, person.stand_in = _responsible(person.division)
    person.save()
    _index_name(person)
    _open_the_door(person, now)
    record("changed the details", by=by, about=person, now=now, fields=changed)
    return person


@transaction.atomic
def give_consent(*, person: Person, purpose: str, language: str, now: datetime, version: int = 1) -> Consent:
    """Note a yes to one purpose; a yes that stands is kept as it is."""
    standing = person.consents.filter(purpose=purpose, withdrawn_at__isnull=True).first()
    return standing or Consent.objects.create(
        person=person, purpose=purpose, version=version, language=language, given_at=now
    )


@transaction.atomic
def withdraw_consent(*, person: Person, purpose: str, by: Actor, now: datetime) -> None:
    """Take a yes back; nothing else changes."""
    person.consents.filter(purpose=purpose, withdrawn_at__isnull=True).update(withdrawn_at=now)
    record("withdrew a consent", by=by, about=person, now=now, purpose=purpose)


def _as_is(person: Person) -> dict[str, Any]:
    kept = "email phone channel postcode called gender birth_year source shielded alias"
    return {field: getattr(person, field) for field in kept.split()}


def put_details(person: Person, fields: dict[str, Any], now: datetime) -> None:
    """Put checked values on the person; an unknown field is a mistake of ours, not of the reader."""
    unknown = set(fields) - set(_as_is(person))
    if unknown:
        raise TypeError(f"a person has no {', '.join(sorted(unknown))}")
    person.email = checked_email(fields.get("email") or "")
    person.phone = checked_phone(fields.get("phone") or "")
    if not person.email and not person.phone:
        raise NotNow(_("We need an e-mail address or a phone number to write to."), field="address")
    person.channel = _channel(person, fields.get("channel") or "")
    person.postcode = checked_postcode(fields.get("postcode") or "")
    person.called = clean(fields.get("called") or "")[:60]
    person.alias = clean(fields.get("alias") or "")[:60]
    person.gender = fields.get("gender") or ""
    if person.gender and person.gender not in Gender.values:
        raise NotNow(_("Choose one of the answers, or leave it open."), field="gender")
    person.birth_year = checked_year(fields.get("birth_year"), now.year - OLDEST, now.year, "birth_year")
    person.source = (fields.get("source") or "")[:60]
    person.shielded = bool(fields.get("shielded"))
    person.folded_name = fold(person.name)[:200]


def checked_name(name: str) -> str:
    """The cleaned name; at least one letter, at most 120 signs."""
    name = clean(name)
    if not any(c.isalpha() for c in name):
        raise NotNow(_("Please write a name."), field="name")
    if len(name) > 120:
        raise NotNow(_("Please write the name in at most 120 letters."), field="name")
    return name


def checked_email(email: str) -> str:
    """A lower-case address, or nothing."""
    email = clean(email).lower()
    if email:
        _check(validate_email, email, _("Write the e-mail address like name@example.org."), "email")
    return email


def checked_phone(phone: str) -> str:
    """A number in E.164, or nothing."""
    if not phone.strip():
        return ""
    reading = read_phone(phone)
    if reading.value is None or not reading.sure:
        raise NotNow(_("Write the phone number with all its digits, like 20 12 34 56."), field="phone")
    return reading.value


def checked_postcode(postcode: str) -> str:
    """Four digits that exist in the postcode table, or nothing."""
    postcode = "".join(postcode.split()).upper().removeprefix("DK-")
    if postcode and places.place(postcode) is None:
        raise NotNow(_("We do not know this postcode. Write four digits, like 8000."), field="postcode")
    return postcode


def checked_year(year: Any, first: int, last: int, field: str) -> int | None:
    """A whole year between two others, or nothing."""
    if year in (None, ""):
        return None
    try:
        number = int(str(year))
    except ValueError:
        number = -1
    if not first <= number <= last:
        sentence = _("Write a year between %(first)s and %(last)s.") % {"first": first, "last": last}
        raise NotNow(sentence, field=field)
    return number


def _check(validator: Callable[[str], None], value: str, sentence: str, field: str) -> None:
    try:
        validator(value)
    except ValidationError as error:
        raise NotNow(sentence, field=field) from error


def _channel(person: Person, wanted: str) -> str:
    """The channel she chose if she gave its address, otherwise the one she did give."""
    if wanted == Channel.SMS and person.phone:
        return Channel.SMS
    return Channel.EMAIL if person.email else Channel.SMS


def _responsible(division: Division | None) -> tuple[Person | None, Person | None]:
    """The division's coordinator with the fewest people, and the next one as her stand-in."""
    if division is None:
        return None, None
    ids = list(coordinators_of(division.pk).values_list("pk", flat=True))
    load = dict(
        Person.objects.filter(coordinator__in=ids).values_list("coordinator").annotate(Count("pk")).order_by()
    )
    ordered = sorted(ids, key=lambda pk: (load.get(pk, 0), pk))
    people = Person.objects.in_bulk(ordered[:2])
    first, second, *_rest = [*(people[pk] for pk in ordered[:2]), None, None]
    return first, second


def _index_name(person: Person) -> None:
    parts = set(name_parts(f"{person.name} {person.called}"))
    person.name_parts.exclude(part__in=parts).delete()
    there = set(person.name_parts.values_list("part", flat=True))
    NamePart.objects.bulk_create(NamePart(person=person, part=part) for part in sorted(parts - there))


def _open_the_door(person: Person, now: datetime) -> None:
    """Let her sign in by her address; an address that already signs somebody in stays with that person."""
    taken = User.objects.exclude(person=person)
    email = "" if taken.filter(email=person.email).exclude(email="").exists() else person.email
    phone = None if taken.filter(phone=person.phone).exists() else person.phone or None
    user = User.objects.filter(person=person).first() or User(person=person, date_joined=now)
    user.email, user.phone, user.phone_verified = email, phone, bool(phone)
    user.password = "!"  # noqa: S105 - the sign of no password: everybody signs in by code
    user.save()
    EmailAddress.objects.filter(Q(user=user) & ~Q(email=email)).delete()
    if email:
        EmailAddress.objects.update_or_create(
            user=user, email=email, defaults={"verified": True, "primary": True}
        )
