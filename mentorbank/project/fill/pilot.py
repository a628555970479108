"""The pilot's 300 mentors as volunteers of the story: what their spreadsheet says, where we are sure of it."""

from pathlib import Path

from mentorbank.codes import goals, languages
from mentorbank.codes.values import read_number_of_places, read_times
from mentorbank.files.sheets import read_sheet
from mentorbank.network.organisation.queries import division_of

from .people import Walk

NEEDED = ("Navn", "Mail", "Mobil", "Postnr.", "Stilling")


def pilot_mentors(folder: Path) -> list[Walk]:
    """A Walk for every row of `mentorer.csv` that names a person."""
    path = folder / "mentorer.csv"
    sheet = read_sheet(path.name, path.read_bytes())
    rows = [dict(zip(sheet.headings, row.cells, strict=False)) for row in sheet.rows]
    return [_walk(row) for row in rows if all(row.get(heading) for heading in NEEDED)]


def _walk(row: dict[str, str]) -> Walk:
    division = division_of(row["Postnr."])
    spoken = [reading.value for reading in languages.read(row["Sprog"]) if reading.value]
    return Walk(
        division=division.code if division else "",
        words=row["Stilling"],
        person={
            "name": row["Navn"],
            "email": row["Mail"],
            "phone": row["Mobil"],
            "channel": "email",
            "postcode": row["Postnr."],
            "language": "da",
        },
        profile={
            "occupation_words": row["Stilling"],
            "education_words": row["Uddannelse"],
            "employer": row["Arbejdsplads"],
            "sector": row["Branche"],
            "years": int(row["År i faget"]) if row["År i faget"].isdigit() else None,
            "offers": [reading.value for reading in goals.read(row["Kan hjælpe med"]) if reading.value],
            "times": list(read_times(row["Tidspunkt"]).value or ()),
        },
        languages=[{"language": skill.language, "spoken": skill.level or ""} for skill in spoken],
        places=read_number_of_places(row["Antal mentees"]).value or 1,
    )
