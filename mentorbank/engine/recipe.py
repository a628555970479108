"""A recipe: how many points each criterion can give, and which wishes are vetoes. Versioned data.

It is checked whenever it is made; `recipe_toml` reads and writes it, and says the line of what is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mentorbank.engine.profiles import WISH_KINDS

WHOLE = 10_000
LARGEST = 1_000_000_000
CRITERIA = ("profession", "goals", "education", "language", "nearness", "time")
AUDIENCES = ("women", "men", "everyone")
VETO_KINDS = (*WISH_KINDS, "gender", "not_employer")
RUNGS = ("same", "step", "minor", "sub_major", "major")


class RecipeError(ValueError):
    """A recipe that cannot be used: `line` (None when the file as a whole is meant) and `reason`."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(f"line {line}: {reason}" if line else reason)
        self.reason = reason
        self.line = line


def _default_points() -> dict[str, int]:
    """The points of the default recipe: shared surface stays light on purpose."""
    return dict(zip(CRITERIA, (3500, 2000, 1500, 1000, 1000, 1000), strict=True))


def _default_ladder() -> dict[str, int]:
    """What each rung of the occupation ladder is worth, in ten-thousandths of the criterion's points."""
    return dict(zip(RUNGS, (10_000, 7_500, 6_500, 4_000, 1_500), strict=True))


@dataclass(frozen=True)
class Recipe:
    """Points per criterion (sum 10,000) and the rules around them; see `docs/engine.md` for the TOML."""

    name: str = "General"
    version: int = 1
    audience: str = "everyone"
    points: Mapping[str, int] = field(default_factory=_default_points)
    ladder: Mapping[str, int] = field(default_factory=_default_ladder)
    full_km: float = 5
    none_km: float = 50
    online: int = 4_000
    veto: tuple[str, ...] = VETO_KINDS
    wish_points: int = 500
    match_bonus: int = 5_000
    week_bonus: int = 0
    few_mentors: int = 0
    few_bonus: int = 0
    columns: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        check(self, {})


def check(recipe: Any, lines: Mapping[str, int]) -> None:
    """Refuse a recipe that cannot work. `lines` says where `section.key` stands. Raises RecipeError."""

    def refuse(reason: str, *where: str) -> None:
        raise RecipeError(reason, next((lines[key] for key in where if key in lines), None))

    _check_words(recipe, refuse)
    _check_criteria(recipe, refuse)
    _check_numbers(recipe, refuse)


def _check_words(recipe: Recipe, refuse: Any) -> None:
    """Name, version, audience and the kinds of vetoes."""
    if not isinstance(recipe.name, str) or not recipe.name.strip():
        refuse("name: expected a few words in quotes", "name")
    if not _whole(recipe.version) or recipe.version < 1:
        refuse("version: expected a whole number from 1", "version")
    if recipe.audience not in AUDIENCES:
        refuse(f"audience: expected one of {', '.join(AUDIENCES)}", "audience")
    unknown = (
        [kind for kind in recipe.veto if kind not in VETO_KINDS] if _listed(recipe.veto) else [recipe.veto]
    )
    if unknown:
        refuse(
            f"veto: {unknown[0]!r} is not a kind of wish; known are {', '.join(VETO_KINDS)}", "wishes.veto"
        )


def _check_criteria(recipe: Recipe, refuse: Any) -> None:
    """Points are whole, not negative, and 10,000 in all."""
    for name, points in recipe.points.items():
        if name not in CRITERIA:
            refuse(f"{name!r} is not a criterion; known are {', '.join(CRITERIA)}", f"criteria.{name}")
        if not _whole(points) or points < 0:
            refuse(f"{name}: expected a whole number of points from 0", f"criteria.{name}")
    if (total := sum(recipe.points.values())) != WHOLE:
        refuse(f"the criteria must give {WHOLE} points together, these give {total}", "criteria")


def _check_numbers(recipe: Recipe, refuse: Any) -> None:
    """Shares lie between 0 and 10,000, the ladder goes down, distances go up, bonuses are not negative."""
    rungs = [recipe.ladder.get(rung) for rung in RUNGS]
    for rung, share in zip(RUNGS, rungs, strict=True):
        if not _whole(share) or not 0 <= share <= WHOLE:  # type: ignore[operator]
            refuse(f"{rung}: expected a whole number from 0 to {WHOLE}", f"ladder.{rung}")
    for rung, above, below in zip(RUNGS[1:], rungs, rungs[1:], strict=False):
        if below > above:  # type: ignore[operator]
            refuse(f"{rung}: a lower rung cannot be worth more than the one above it", f"ladder.{rung}")
    if not _number(recipe.full_km) or recipe.full_km < 0:
        refuse("full_km: expected kilometres from 0", "nearness.full_km")
    if not _number(recipe.none_km) or recipe.none_km <= recipe.full_km:
        refuse("none_km: expected more kilometres than full_km", "nearness.none_km")
    if not _whole(recipe.online) or not 0 <= recipe.online <= WHOLE:
        refuse(f"online: expected a whole number from 0 to {WHOLE}", "nearness.online")
    _check_bonuses(recipe, refuse)


def _check_bonuses(recipe: Recipe, refuse: Any) -> None:
    """What a plan adds or takes is whole and not negative."""
    names = {"wish_points": "wishes.points"}
    names |= {name: f"plan.{name}" for name in ("match_bonus", "week_bonus", "few_mentors", "few_bonus")}
    for name, where in names.items():
        value = getattr(recipe, name)
        most = WHOLE if name == "wish_points" else LARGEST
        if not _whole(value) or not 0 <= value <= most:
            refuse(f"{where.split('.')[1]}: expected a whole number from 0 to {most}", where)


def _whole(value: Any) -> bool:
    """An integer that is not a yes or no."""
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: Any) -> bool:
    """A finite number that is not a yes or no."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < LARGEST


def _listed(value: Any) -> bool:
    """A list of strings."""
    return isinstance(value, tuple) and all(isinstance(each, str) for each in value)
