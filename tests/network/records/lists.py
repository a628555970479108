"""Lists for the tests: the pilot's two files, and small ones written on the spot."""

from pathlib import Path
from typing import Any

from mentorbank.files.sheets import write_csv
from mentorbank.network.base.actor import Actor
from mentorbank.network.records.actions import receive_upload
from mentorbank.network.records.models import Upload, UploadRow
from mentorbank.network.records.queries import counts_of
from tests.builders import NOW, a_division, a_programme

DEMO = Path(__file__).resolve().parents[3] / "demo"
MENTOR = {
    "Navn": "Åse Lund",
    "Mail": "aase@example.org",
    "Mobil": "20123456",
    "Postnr.": "8000",
    "Stilling": "Læge",
}
MENTEE = {"Navn": "Amal Said", "E-mail": "amal@example.org", "Postnr": "8000", "Tilmeldt": "1/6 2026"}


def the_pilots(name: str, people: int | None = None) -> bytes:
    """A file of the pilot as it is, or its first people."""
    data = (DEMO / name).read_bytes()
    return data if people is None else b"".join(data.splitlines(keepends=True)[: people + 1])


def received(
    data: bytes, by: Actor, *, kind: str = "mentors", name: str = "liste.csv", **given: Any
) -> Upload:
    """A file as uploaded at NOW."""
    a_division()
    programme = given.pop("programme", None) or a_programme()
    return receive_upload(name=name, data=data, kind=kind, programme=programme, by=by, now=NOW)


def a_list(*rows: dict[str, str], usual: dict[str, str] = MENTOR) -> bytes:
    """A CSV of rows that differ from the usual one only in what is given."""
    full = [usual | row for row in rows]
    headings = list(dict.fromkeys(heading for row in full for heading in row))
    return write_csv([headings, *([row.get(heading, "") for heading in headings] for row in full)])


def mentors(by: Actor, *rows: dict[str, str]) -> Upload:
    return received(a_list(*(rows or ({},))), by)


def mentees(by: Actor, *rows: dict[str, str]) -> Upload:
    return received(a_list(*(rows or ({},)), usual=MENTEE), by, kind="mentees")


def row(upload: Upload, line: int = 2) -> UploadRow:
    return upload.rows.get(line=line)


def standing(upload: Upload) -> dict[str, int]:
    """How many rows stand where."""
    return dict(counts_of(upload))
