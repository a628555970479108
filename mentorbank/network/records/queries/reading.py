"""One row: its cells read, what is sure kept as values, what is not asked as doubts with likely answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from typing import Any

from django.utils.crypto import salted_hmac

from mentorbank.codes import places
from mentorbank.codes.folding import fold, plain
from mentorbank.codes.reading import Reading, unreadable
from mentorbank.network.records.queries.columns import Column
from mentorbank.network.records.queries.orders import impossible_orders
from mentorbank.network.records.queries.readers import LISTS, READERS

#: The answer that leaves a value open.
OPEN = "-"
TYPED = "typed:"
OLDEST = 110  # years


@dataclass(frozen=True)
class Choice:
    """One likely answer: `key` is what a form sends back, `value` what would be kept."""

    key: str
    value: Any = None


@dataclass(frozen=True)
class Doubt:
    """Something a person decides: `about` is a column's meaning or the name of a warning."""

    key: str
    about: str
    written: str
    choices: tuple[Choice, ...] = ()

    @property
    def has_likeness(self) -> bool:
        """Whether other rows may have the same doubt: same words in the same kind of column."""
        return "/" in self.key


@dataclass
class RowReading:
    """Values by meaning (lists for several), doubts that nobody settled yet, what is missing to enter."""

    values: dict[str, Any] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name as understood, or as it was written."""
        return str(self.values.get("name") or self.texts.get("name", ""))


def read_row(
    cells: Sequence[str],
    columns: Sequence[Column],
    settled: Mapping[str, str],
    *,
    today: date,
    file_on: date | None = None,
) -> RowReading:
    """Read one row in the light of what staff settled."""
    row = RowReading(texts=_texts(cells, columns, settled))
    for meaning, text in row.texts.items():
        if meaning in READERS and plain(text):
            _read(row, meaning, text, settled, today)
    _read_place(row, columns, settled)
    _read_orders(row, settled, today, file_on)
    _find_missing(row)
    return row


def _texts(cells: Sequence[str], columns: Sequence[Column], settled: Mapping[str, str]) -> dict[str, str]:
    """What stands under each meaning; what staff typed replaces it."""
    texts = {
        column["meaning"]: cell.strip()
        for column, cell in zip(columns, cells, strict=False)
        if column["meaning"]
    }
    if not texts.get("name"):
        parts = (texts.get("given_name", ""), texts.get("family_name", ""))
        texts["name"] = " ".join(part for part in parts if part)
    typed = {key.removeprefix(TYPED): text for key, text in settled.items() if key.startswith(TYPED)}
    return texts | typed


def _read(row: RowReading, meaning: str, text: str, settled: Mapping[str, str], today: date) -> None:
    for reading in READERS[meaning](text):
        if meaning == "birth_year" and not today.year - OLDEST <= (reading.value or 0) <= today.year:
            reading = unreadable(text)
        _keep(row, meaning, reading, settled)


def _keep(row: RowReading, meaning: str, reading: Reading[Any], settled: Mapping[str, str]) -> None:
    """A sure or settled value goes to the row, everything else becomes a doubt."""
    if reading.sure:
        return _put(row, meaning, reading.value)
    key = f"{meaning}/{likeness(meaning, reading.written)}"
    choices = _choices(meaning, reading)
    chosen = next((choice for choice in choices if choice.key == settled.get(key)), None)
    if chosen is None:
        row.doubts.append(Doubt(key, meaning, reading.written, choices))
        return None
    return None if chosen.key == OPEN else _put(row, meaning, chosen.value)


def _choices(meaning: str, reading: Reading[Any]) -> tuple[Choice, ...]:
    likely = [] if reading.value is None else [reading.value, *(value for value, _ in reading.others)]
    choices = [Choice(key_of(value), value) for value in likely]
    return tuple(choices if meaning == "name" else [*choices, Choice(OPEN)])


def _put(row: RowReading, meaning: str, value: Any) -> None:
    if meaning not in LISTS:
        row.values[meaning] = value
    elif value not in row.values.setdefault(meaning, []):
        row.values[meaning].append(value)


def key_of(value: object) -> str:
    """A value as text that a form can send back: the same value always gives the same text."""
    if is_dataclass(value) and not isinstance(value, type):
        return "·".join(key_of(getattr(value, each.name)) for each in fields(value))
    if isinstance(value, tuple):
        return ",".join(key_of(each) for each in value)
    return "" if value is None else str(value)


def likeness(meaning: str, written: str) -> str:
    """The same short code for the same words in the same kind of column; it tells nothing about the words."""
    return salted_hmac("mentorbank.records.likeness", f"{meaning}:{fold(written)}").hexdigest()[:12]


def _read_place(row: RowReading, columns: Sequence[Column], settled: Mapping[str, str]) -> None:
    """The town where there is no postcode; a doubt where the two name different places, or there is neither."""
    town = row.texts.get("town", "")
    asked = any(doubt.about == "postcode" for doubt in row.doubts)
    if not row.texts.get("postcode") and not asked:
        if plain(town):
            _keep(row, "postcode", places.read(town), settled)
        else:
            _keep(row, "postcode", unreadable(""), settled)
    elif (postcode := row.values.get("postcode")) and plain(town):
        _compare(row, postcode, town, settled)


def _compare(row: RowReading, postcode: str, town: str, settled: Mapping[str, str]) -> None:
    here, there = places.place(postcode), places.municipality_named(town)
    if here is None or there is None or here.municipality == there.code:
        return
    del row.values["postcode"]
    others = tuple((code, 0.4) for code in places.postcodes_in(there.code)[:4])
    _keep(row, "postcode", Reading(f"{postcode} {town}", postcode, 0.6, others), settled)


def _read_orders(row: RowReading, settled: Mapping[str, str], today: date, file_on: date | None) -> None:
    """Days in an order that cannot be: one warning at a time, each with proposals."""
    if any(doubt.about in ("registered_on", "interviewed_on", "arrival") for doubt in row.doubts):
        return
    for about, proposals in impossible_orders(row.values, today, file_on):
        choices = tuple(Choice(key_of(tuple(proposal.values())), proposal) for proposal in proposals)
        chosen = next((choice for choice in choices if choice.key == settled.get(about)), None)
        if chosen is None:
            written = ", ".join(row.texts[meaning] for meaning in proposals[0] if row.texts.get(meaning))
            row.doubts.append(Doubt(about, about, written, choices))
            return
        row.values |= chosen.value


def _find_missing(row: RowReading) -> None:
    """A name and one address are needed; a doubt about them is not yet a lack of them."""
    asked = {doubt.about for doubt in row.doubts if any(choice.key != OPEN for choice in doubt.choices)}
    if "name" not in row.values and "name" not in asked:
        row.missing.append("name")
    if not {"email", "phone"} & {*row.values, *asked}:
        row.missing.append("address")
    if row.missing:
        row.doubts = [doubt for doubt in row.doubts if doubt.about not in ("name", "email", "phone")]
