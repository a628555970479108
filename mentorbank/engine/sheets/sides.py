"""The two files as the engine wants them: mentees, mentors, and matrices whose meaning it is not told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from mentorbank.codes import goals, occupations, values
from mentorbank.engine.bank import Bank
from mentorbank.engine.folding import Unnamed
from mentorbank.engine.profiles import Mentee, Mentor
from mentorbank.engine.recipe import Recipe
from mentorbank.engine.sheets.cells import Cells
from mentorbank.engine.sheets.columns import Columns, choose
from mentorbank.engine.sheets.people import Side, common, rows
from mentorbank.engine.sheets.unnamed import unnamed
from mentorbank.engine.sheets.where import kilometres
from mentorbank.files.sheets import Sheet

Person = TypeVar("Person")


@dataclass(frozen=True)
class Sides:
    """Both files, read."""

    mentees: Sequence[Mentee]
    bank: Bank
    mentee_side: Side
    mentor_side: Side
    mentee_columns: Columns
    mentor_columns: Columns
    vetoes: Sequence[Unnamed]
    extra_points: Sequence[Unnamed]


def read_sides(mentees: tuple[str, Sheet], mentors: tuple[str, Sheet], recipe: Recipe) -> Sides:
    """Read both sheets, each given with the name of its file. Raises Refused."""
    ours, our_columns, our_side = _people(mentees, "mentees", recipe, _mentee)
    theirs, their_columns, their_side = _people(mentors, "mentors", recipe, _mentor)
    vetoes, extra = unnamed(our_side, their_side, recipe)
    bank = Bank.of(theirs)
    return Sides(
        _with_weeks(ours, our_side), bank, our_side, their_side, our_columns, their_columns, vetoes, extra
    )


def _people(
    file: tuple[str, Sheet], kind: str, recipe: Recipe, make: Callable[[Cells, Recipe, Side], Person]
) -> tuple[list[Person], Columns, Side]:
    """The people of one sheet, its columns, and what else it says of them."""
    columns = choose(*file, kind, recipe.columns.get(kind, {}))
    side = Side(file[0])
    people = [make(cells, recipe, side) for cells in rows(*file, columns.chosen, side.doubts)]
    return people, columns, side


def _mentee(cells: Cells, recipe: Recipe, side: Side) -> Mentee:
    """One row of the mentees' file."""
    return Mentee(
        origin=cells.read("occupation", occupations.read),
        target=cells.read("target_occupation", occupations.read),
        goals=frozenset(cells.settle_all("goals", goals.read(cells.text("goals")))),
        weeks_waited=cells.read("weeks", values.read_whole_number) or 0,
        **common(cells, recipe.audience, side),
    )


def _mentor(cells: Cells, recipe: Recipe, side: Side) -> Mentor:
    """One row of the mentors' file. Places that cannot be read count as one."""
    places = cells.read("places", values.read_number_of_places)
    return Mentor(
        occupation=cells.read("occupation", occupations.read),
        offers=frozenset(cells.settle_all("offers", goals.read(cells.text("offers")))),
        places=1 if places is None else places,
        travel_km=cells.read("travel_km", kilometres),
        online=cells.read("online", values.read_yes_no),
        **common(cells, recipe.audience, side),
    )


def _with_weeks(mentees: Sequence[Mentee], side: Side) -> list[Mentee]:
    """Weeks waited from the day of registration, counted to the latest such day in the file."""
    latest = max((day for day in side.registered if day), default=None)
    if latest is None:
        return list(mentees)
    return [
        replace(mentee, weeks_waited=(latest - day).days // 7) if day and not mentee.weeks_waited else mentee
        for mentee, day in zip(mentees, side.registered, strict=True)
    ]
