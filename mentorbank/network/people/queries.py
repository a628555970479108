"""Questions about people."""

import hashlib
import json
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from mentorbank.codes.folding import fold
from mentorbank.codes.values import read_phone
from mentorbank.network.base.actor import Actor, Role, Via
from mentorbank.network.people.models import Entry, Person, Seal, StaffRole


def actor_for(person: Person | None, *, via: Via = Via.SESSION, on_behalf_of: Person | None = None) -> Actor:
    """`person` with the roles held today; one query."""
    if person is None:
        return Actor(via=via)
    held = StaffRole.objects.filter(person=person, until__isnull=True).values_list("role", "division")
    roles = frozenset((Role(role), division) for role, division in held)
    return Actor(person=person, via=via, roles=roles, on_behalf_of=on_behalf_of)


def persons_by_address(address: str) -> QuerySet[Person]:
    """Whoever has this e-mail address or phone number, in any spelling."""
    phone = read_phone(address).value if "@" not in address else None
    if phone:
        return Person.objects.filter(phone=phone)
    return Person.objects.filter(email=address.strip().lower()).exclude(email="")


def find_people(reader: Actor, text: str, limit: int = 20) -> list[Person]:
    """People the reader may see whose name, e-mail or phone is like what was typed."""
    folded = fold(text)
    if not folded:
        return []
    seen = Person.objects.visible_to(reader).select_related("division")
    digits = "".join(c for c in text if c.isdigit())
    if len(digits) >= 4:
        return list(seen.filter(phone__contains=digits)[:limit])
    if "@" in text:
        return list(seen.filter(email__startswith=text.strip().lower())[:limit])
    return list(seen.named_like(folded).order_by("folded_name", "pk")[:limit])


def coordinators_of(division_id: int | None) -> QuerySet[Person]:
    """Staff who take new people of a division, longest in the role first."""
    held = Q(staff_roles__role=Role.COORDINATOR, staff_roles__until__isnull=True)
    return Person.objects.filter(held, staff_roles__division=division_id).order_by("staff_roles__since", "pk")


def standing_roles() -> QuerySet[StaffRole]:
    """Every role held today, by name."""
    held = StaffRole.objects.filter(until__isnull=True).select_related("person", "division")
    return held.order_by("person__folded_name", "pk")


def who_looked(person: Person) -> QuerySet[Entry]:
    """Who opened this person's file, newest first."""
    return Entry.objects.filter(about=person, looked=True).select_related("by").order_by("-at", "-pk")


def what_happened(person: Person) -> QuerySet[Entry]:
    """What was done about this person, newest first."""
    return Entry.objects.filter(about=person, looked=False).select_related("by").order_by("-at", "-pk")


def what_happened_to(thing: str, thing_id: int) -> QuerySet[Entry]:
    """What was done about one thing, such as a partnership, newest first."""
    return Entry.objects.filter(thing=thing, thing_id=thing_id).select_related("by").order_by("-at", "-pk")


def digest_of(rows: Iterable[Entry], previous: str) -> str:
    """SHA-256 over the rows' ids, moments and codes, begun with the seal before."""
    digest = hashlib.sha256(previous.encode())
    for row in rows:
        values = [row.pk, row.at.isoformat(), row.verb, row.looked, row.by_id, row.via, row.on_behalf_of_id]
        values += [row.about_id, row.thing, row.thing_id, row.codes]
        digest.update(json.dumps(values, sort_keys=True).encode())
    return digest.hexdigest()


def first_broken_seal() -> Seal | None:
    """The first seal its rows no longer answer to; None when the chain holds."""
    previous = ""
    for seal in Seal.objects.order_by("last"):
        rows = Entry.objects.filter(pk__gte=seal.first, pk__lte=seal.last).order_by("pk")
        if digest_of(rows.iterator(), previous) != seal.digest:
            return seal
        previous = seal.digest
    return None
