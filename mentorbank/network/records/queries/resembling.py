"""Who a row seems to be already: somebody in the network, or an earlier row of the same file."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict

from django.db.models import Exists, OuterRef, QuerySet

from mentorbank.codes.folding import fold
from mentorbank.network.base.actor import Actor, Via
from mentorbank.network.organisation.models import Programme
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.records.models import ImportKind
from mentorbank.network.records.queries.reading import RowReading, likeness

MOST = 500  # values one question carries
WAYS = ("email", "phone", "name")


class Resembles(TypedDict, total=False):
    """Ids and codes only: `people` the reader may see, those `taken` (the part is theirs already),
    `elsewhere` when somebody else's, `line` an earlier row, `by` what is the same, `prints` to compare."""

    people: list[int]
    taken: list[int]
    elsewhere: bool
    line: int
    by: list[str]
    prints: dict[str, str]


def traits(row: RowReading) -> dict[str, str]:
    """What a person is recognised by; the name counts with its postcode only."""
    values = row.values
    found = {key: values[key] for key in ("email", "phone") if values.get(key)}
    if values.get("name") and values.get("postcode"):
        found["name"] = f"{fold(values['name'])[:200]}|{values['postcode']}"
    return found


def prints(row: RowReading) -> dict[str, str]:
    """The traits as codes that tell nothing, so that rows can be compared without opening them."""
    return {way: likeness(way, value) for way, value in traits(row).items()}


def lookalikes(
    rows: Mapping[int, RowReading], *, reader: Actor, kind: str, programme: Programme | None
) -> dict[int, Resembles]:
    """Per line whom it resembles in the network; lines that resemble nobody are left out."""
    wanted: dict[tuple[str, str], list[int]] = defaultdict(list)
    for line, row in rows.items():
        for way, value in traits(row).items():
            wanted[way, value].append(line)
    found: dict[int, Resembles] = {}
    for person in _people(wanted, reader, kind, programme):
        for way, value in _traits_of(person):
            for line in wanted.get((way, value), ()):
                _note(found.setdefault(line, {"people": [], "taken": [], "by": []}), person, way)
    return found


def _people(
    wanted: Iterable[tuple[str, str]], reader: Actor, kind: str, programme: Programme | None
) -> Iterator[Any]:
    """Everybody with one of these traits, each once, marked with what the reader may see and what is taken."""
    by_way: dict[str, list[str]] = {way: [] for way in WAYS}
    for way, value in wanted:
        by_way[way].append(value.split("|")[0])
    columns = {"email": "email__in", "phone": "phone__in", "name": "folded_name__in"}
    seen: set[int] = set()
    for way, values in by_way.items():
        for start in range(0, len(values), MOST):
            chosen = {columns[way]: values[start : start + MOST]}
            for person in people_for(reader, kind, programme).filter(**chosen):
                if person.pk not in seen:
                    seen.add(person.pk)
                    yield person


def people_for(reader: Actor, kind: str, programme: Programme | None) -> QuerySet[Person]:
    """Persons with `seen` (the reader may see her) and `taken` (she has this part already)."""
    visible = Person.objects.all() if reader.via == Via.COMMAND else Person.objects.visible_to(reader)
    if kind == ImportKind.MENTORS:
        part = Exists(Mentor.objects.filter(person=OuterRef("pk")))
    else:
        part = Exists(Mentee.objects.ongoing().filter(person=OuterRef("pk"), programme=programme))
    return Person.objects.annotate(seen=Exists(visible.filter(pk=OuterRef("pk"))), taken=part).order_by("pk")


def _traits_of(person: Person) -> Iterator[tuple[str, str]]:
    yield "email", person.email
    yield "phone", person.phone
    yield "name", f"{person.folded_name}|{person.postcode}"


def _note(resembles: Resembles, person: Any, way: str) -> None:
    if way not in resembles["by"]:
        resembles["by"].append(way)
    if not person.seen:
        resembles["elsewhere"] = True
    elif person.pk not in resembles["people"]:
        resembles["people"].append(person.pk)
        if person.taken:
            resembles["taken"].append(person.pk)


def doubles(prints_by_line: Iterable[tuple[int, Mapping[str, str]]]) -> dict[int, tuple[int, list[str]]]:
    """Lines that look like an earlier one: that line, and what is the same."""
    first: dict[tuple[str, str], int] = {}
    found: dict[int, tuple[int, list[str]]] = {}
    for line, own in prints_by_line:
        same = [(way, first[way, code]) for way, code in own.items() if (way, code) in first]
        if same:
            earliest = min(at for _way, at in same)
            found[line] = earliest, [way for way, at in same if at == earliest]
        for way, code in own.items():
            first.setdefault((way, code), line)
    return found
