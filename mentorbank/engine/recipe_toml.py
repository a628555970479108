"""Recipes as TOML: read with the line and the reason of what is wrong, written so as to read back alike."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from types import SimpleNamespace
from typing import Any

from mentorbank.engine.recipe import CRITERIA, RUNGS, Recipe, RecipeError, check

DEFAULT = Recipe()

# Section of the TOML -> key there -> attribute of the recipe ("": the section itself is the attribute).
SECTIONS: dict[str, dict[str, str]] = {
    "criteria": dict.fromkeys(CRITERIA, ""),
    "ladder": dict.fromkeys(RUNGS, ""),
    "nearness": {"full_km": "full_km", "none_km": "none_km", "online": "online"},
    "wishes": {"veto": "veto", "points": "wish_points"},
    "plan": {name: name for name in ("match_bonus", "week_bonus", "few_mentors", "few_bonus")},
}
MAPS = {"criteria": "points", "ladder": "ladder"}


def write_recipe(recipe: Recipe) -> str:
    """The recipe as text that `read_recipe` reads back to an equal recipe."""
    lines = [f"{key} = {_literal(getattr(recipe, key))}" for key in ("name", "version", "audience")]
    for section, keys in SECTIONS.items():
        lines += ["", f"[{section}]"] + [f"{key} = {_literal(_of(recipe, section, key))}" for key in keys]
    for side, names in recipe.columns.items():
        lines += ["", f"[columns.{side}]"] + [f"{_literal(k)} = {_literal(v)}" for k, v in names.items()]
    return "\n".join(lines) + "\n"


def _of(recipe: Recipe, section: str, key: str) -> Any:
    """The value that stands under [section] key."""
    if section in MAPS:
        return getattr(recipe, MAPS[section]).get(key, 0)
    return getattr(recipe, SECTIONS[section][key])


def _literal(value: Any) -> str:
    """A value as TOML; strings escaped as JSON does, which TOML reads alike."""
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    if isinstance(value, (tuple, list)):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return str(value)


def read_recipe(text: str) -> Recipe:
    """Read a recipe from TOML; what it leaves out is as in the default. Raises RecipeError."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        at = int(found[1]) if found else max(len(text.splitlines()), 1)
        raise RecipeError(f"not readable as TOML: {error}", at) from None
    lines = _line_numbers(text)
    defaults = {each.name: getattr(DEFAULT, each.name) for each in fields(Recipe)}
    values = SimpleNamespace(**defaults | _attributes(data, lines))
    check(values, lines)
    return Recipe(**vars(values))


def _attributes(data: dict[str, Any], lines: Mapping[str, int]) -> dict[str, Any]:
    """Attributes of the recipe from the parsed TOML; an unknown key is refused, for it would do nothing."""
    values: dict[str, Any] = {}
    for key, value in data.items():
        if key == "columns":
            values["columns"] = _columns(value, lines)
        elif key in SECTIONS:
            values.update(_section(key, value, lines))
        elif key in ("name", "version", "audience"):
            values[key] = value
        else:
            raise RecipeError(f"{key!r} is not part of a recipe", lines.get(key))
    return values


def _section(section: str, value: Any, lines: Mapping[str, int]) -> dict[str, Any]:
    """The attributes one section sets."""
    if not isinstance(value, dict):
        raise RecipeError(f"[{section}] is a section of its own", lines.get(section))
    for key in value:
        if key not in SECTIONS[section]:
            known = ", ".join(SECTIONS[section])
            raise RecipeError(
                f"{key!r} is unknown in [{section}]; known are {known}", lines.get(f"{section}.{key}")
            )
    if section == "criteria":
        return {"points": {name: value.get(name, 0) for name in CRITERIA}}
    if section == "ladder":
        return {"ladder": {**DEFAULT.ladder, **value}}
    return {SECTIONS[section][key]: tuple(v) if isinstance(v, list) else v for key, v in value.items()}


def _columns(value: Any, lines: Mapping[str, int]) -> dict[str, dict[str, str]]:
    """The mapped columns of the two files: meaning -> heading."""
    if not isinstance(value, dict):
        raise RecipeError("[columns] holds [columns.mentees] and [columns.mentors]", lines.get("columns"))
    for side, names in value.items():
        where = lines.get(f"columns.{side}")
        if side not in ("mentees", "mentors") or not isinstance(names, dict):
            raise RecipeError(f"columns.{side}: expected [columns.mentees] or [columns.mentors]", where)
        for meaning, heading in names.items():
            if not isinstance(heading, str) or not heading.strip():
                where = lines.get(f"columns.{side}.{meaning}")
                raise RecipeError(f"{meaning}: expected the heading of a column in quotes", where)
    return value


def _line_numbers(text: str) -> dict[str, int]:
    """Where each section and key stands, for messages; tomllib does not keep it."""
    section, found = "", {}
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            section = header[1].replace('"', "")
            found[section] = number
        elif key := re.match(r'\s*"?([^"=\s]+[^"=]*?)"?\s*=', line):
            found[f"{section}.{key[1]}" if section else key[1]] = number
    return found
