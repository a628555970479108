"""The cells of a row, read by meaning, and a note of every reading that was not sure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mentorbank.codes import danish, education, goals, languages, occupations, values
from mentorbank.codes.reading import Reading

LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Doubt:
    """A value that was not surely read: where it stands, what stood there, and how it was used."""

    file: str
    line: int
    column: str
    written: str
    used: str


@dataclass
class Cells:
    """The cells of one row by meaning, and where doubts about them go."""

    file: str
    line: int
    by_meaning: Mapping[str, tuple[str, str]]
    doubts: list[Doubt]

    def text(self, meaning: str) -> str:
        """What stands there, "" for nothing."""
        return self.by_meaning.get(meaning, ("", ""))[1].strip()

    def read(self, meaning: str, reader: Callable[[str], Reading[Any]]) -> Any:
        """The likeliest value, None when there is none; an unsure or unreadable one is noted."""
        text = self.text(meaning)
        return self.settle(meaning, reader(text)) if text else None

    def settle(self, meaning: str, reading: Reading[Any]) -> Any:
        """The value of a reading, noted when it was not sure."""
        if reading.value is None:
            self.doubt(meaning, reading.written, "not understood, counts as unknown")
        elif not reading.sure:
            self.doubt(meaning, reading.written, f"read as {shown(reading.value)}")
        return reading.value

    def settle_all(self, meaning: str, readings: Iterable[Reading[Any]]) -> list[Any]:
        """The values of a list of readings, those without one left out."""
        found = [self.settle(meaning, reading) for reading in readings]
        return [value for value in found if value is not None]

    def doubt(self, meaning: str, written: str, used: str) -> None:
        """Note how a value was used."""
        heading = self.by_meaning[meaning][0]
        self.doubts.append(Doubt(self.file, self.line, heading, written[:LONGEST_SHOWN], used))


def shown(value: Any) -> str:
    """A reading in short, for people."""
    if isinstance(value, education.Education):
        level = "" if value.level is None else f", level {value.level}"
        return (education.label(value.field, "en") if value.field else "education") + level
    if isinstance(value, languages.Spoken):
        return languages.label(value.language, "en") + (f" ({value.level})" if value.level else "")
    if isinstance(value, danish.DanishSkill):
        return f"Danish: speaks {value.oral or 'unknown'}, writes {value.written or 'unknown'}"
    if isinstance(value, values.Wish):
        return f"{value.strength}: {value.kind.replace('_', ' ')} {value.value}".strip()
    if isinstance(value, str) and occupations.known(value) and len(value) == 4:
        return f"{value} {occupations.label(value, 'en')}"
    if isinstance(value, str) and value in goals.AREAS:
        return goals.label(value, "en")
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
