"""Which column holds what: guessed from headings and values, or mapped by the recipe."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentorbank.codes import headings
from mentorbank.codes.folding import plain
from mentorbank.engine.sheets.refused import Refused
from mentorbank.files.sheets import Sheet

# Read on both sides, and on one of them.
BOTH = (
    "id", "occupation", "education", "level", "languages", "postcode", "town", "latitude", "longitude", "division",
    "times", "wishes", "gender", "employer",
)  # fmt: skip
SIDES = {
    "mentees": (*BOTH, "target_occupation", "danish", "goals", "weeks", "registered_on"),
    "mentors": (*BOTH, "offers", "places", "remarks", "travel_km", "online"),
}
ENOUGH = 0.5

# Headings of the engine's own, beside those that `codes.headings` knows.
OWN = {
    "id": ("id", "identifier", "key"),
    "target_occupation": (
        "desired role",
        "desired job",
        "desired occupation",
        "wanted job",
        "dream job",
        "target role",
    ),
    "wishes": ("requirements", "requirement", "must have", "wants", "needs", "conditions", "krav"),
    "division": ("division", "afdeling", "avdeling", "branch", "chapter"),
    "latitude": ("latitude", "lat", "breddegrad"),
    "longitude": ("longitude", "lon", "lng", "laengdegrad"),
    "level": ("isced", "isced level", "education level", "uddannelsesniveau"),
    "weeks": ("weeks", "weeks waited", "weeks waiting", "uger", "uger ventet", "ventet uger"),
    "travel_km": ("travel km", "travels km", "max km", "travel radius", "radius km", "koerer km"),
    "online": ("online", "meets online", "online ok", "digital", "moedes online"),
}
WORDS = {word: meaning for meaning, words in OWN.items() for word in words}


@dataclass(frozen=True)
class Columns:
    """`chosen` says which heading holds a meaning; `ignored` names the headings nobody needs here."""

    chosen: Mapping[str, str]
    ignored: tuple[str, ...]


def choose(file: str, sheet: Sheet, side: str, mapped: Mapping[str, str]) -> Columns:
    """The columns of one side ("mentees" or "mentors"). Raises Refused without an id or an occupation."""
    chosen = {
        _meaning(file, side, meaning): _heading(file, sheet, meaning, h) for meaning, h in mapped.items()
    }
    taken = set(chosen.values())
    best: dict[str, tuple[float, str]] = {}
    for heading in sheet.headings:
        if heading not in taken:
            for meaning, certainty in _guesses(sheet, heading, side):
                if certainty > best.get(meaning, (0.0, ""))[0]:
                    best[meaning] = certainty, heading
                    break
    for meaning, (_, heading) in best.items():
        chosen.setdefault(meaning, heading)
    for meaning, what in (("id", "an id (a number or code per person)"), ("occupation", "an occupation")):
        if meaning not in chosen and not (meaning == "occupation" and "target_occupation" in chosen):
            there = ", ".join(f"“{heading}”" for heading in sheet.headings)
            raise Refused(
                file,
                f"expected a column for {what}; there are {there}. Map it in the recipe: [columns.{side}]",
            )
    used = set(chosen.values())
    return Columns(chosen, tuple(heading for heading in sheet.headings if heading not in used))


def _guesses(sheet: Sheet, heading: str, side: str) -> list[tuple[str, float]]:
    """What a column of this side may hold, likeliest first."""
    own = WORDS.get(plain(heading))
    if own in SIDES[side]:
        return [(own, 0.97)]
    found = headings.guess(heading, sheet.column(heading), side)
    if found.value is None:
        return []
    ranked = [(found.value, found.certainty), *found.others]
    renamed = [("id" if meaning == "number" else meaning, certainty) for meaning, certainty in ranked]
    return [(meaning, sure) for meaning, sure in renamed if sure >= ENOUGH and meaning in SIDES[side]]


def _meaning(file: str, side: str, meaning: str) -> str:
    """A meaning the recipe names, as the engine calls it."""
    name = "id" if meaning == "number" else meaning
    if name not in SIDES[side]:
        known = ", ".join(SIDES[side])
        raise Refused(
            file, f"the recipe maps “{meaning}”, which [columns.{side}] does not know; known are {known}"
        )
    return name


def _heading(file: str, sheet: Sheet, meaning: str, heading: str) -> str:
    """The heading the recipe means, written as it stands or nearly so."""
    if heading in sheet.headings:
        return heading
    alike = [each for each in sheet.headings if plain(each) == plain(heading)]
    if len(alike) == 1:
        return alike[0]
    there = ", ".join(f"“{each}”" for each in sheet.headings)
    raise Refused(
        file, f"the recipe maps {meaning} to a column “{heading}” that is not there; there are {there}"
    )
