"""What each column of a file holds."""

from collections.abc import Iterable
from typing import TypedDict

from django.utils.translation import gettext

from mentorbank.codes import headings
from mentorbank.codes.reading import SURE
from mentorbank.files.sheets import Sheet
from mentorbank.network.records.models import ImportKind

#: Below this a guess is no guess.
WORTH = 0.5
_BOTH = """
    number name given_name family_name email phone postcode town occupation education years languages times
    wishes remarks gender birth_year
""".split()  # noqa: SIM905
_ONE_SIDE = {
    ImportKind.MENTORS: ("employer", "sector", "offers", "places", "course", "registered_on"),
    ImportKind.MENTEES: (
        *("country", "arrival", "target_occupation", "danish", "goals"),
        *("registered_on", "interviewed_on"),
    ),
}


class Column(TypedDict):
    """One column of a file; an empty meaning is not imported."""

    heading: str
    meaning: str
    certainty: float


def meanings(kind: str) -> list[str]:
    """What a column of such a file can mean, in the order of `codes.headings`."""
    known = {*_BOTH, *_ONE_SIDE[ImportKind(kind)]}
    return [meaning for meaning in headings.MEANINGS if meaning in known]


def guess_columns(sheet: Sheet, kind: str) -> list[Column]:
    """The likeliest meaning of each column; of two that seem to mean the same, the surer one keeps it."""
    columns = [_guess(heading, sheet.column(heading), kind) for heading in sheet.headings]
    best: dict[str, Column] = {}
    for column in sorted(columns, key=lambda column: -column["certainty"]):
        if column["meaning"] and best.setdefault(column["meaning"], column) is not column:
            column |= {"meaning": "", "certainty": 0.0}
    return columns


def _guess(heading: str, values: tuple[str, ...], kind: str) -> Column:
    reading = headings.guess(heading, values, kind)
    known = reading.value in meanings(kind) and reading.certainty >= WORTH
    meaning = str(reading.value) if known else ""
    return {"heading": heading, "meaning": meaning, "certainty": reading.certainty if known else 0.0}


def is_unsure(column: Column) -> bool:
    """Whether a person should look at what this column was taken for, or that it was taken for nothing."""
    return column["certainty"] < SURE


def lacking(columns: Iterable[Column]) -> str:
    """What a list needs to be one of people and has no column for; "" when it has all."""
    held = {column["meaning"] for column in columns}
    if not held & {"name", "given_name", "family_name"}:
        return gettext("a name")
    return "" if held & {"email", "phone"} else gettext("an e-mail address or a phone number")
