"""The tables of this room: tab-separated files in ``data``, read once, when first asked for."""

import csv
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``data/<name>.tsv`` by column name; lines that begin with # are remarks."""
    text = (files("mentorbank.codes") / "data" / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple({column: value or "" for column, value in row.items()} for row in reader)


@cache
def by_code(name: str) -> dict[str, dict[str, str]]:
    """The rows of a table under their ``code``."""
    return {row["code"]: row for row in table(name)}


def label_in(row: dict[str, str], lang: str, last: str = "da") -> tuple[str, str]:
    """The label of a row and the language it is really in: ``lang``, else ``last``."""
    lang = lang.lower().replace("_", "-").split("-")[0]
    lang = {"no": "nb", "nn": "nb"}.get(lang, lang)
    return (row[lang], lang) if row.get(lang) else (row[last], last)


def codes_in(row: dict[str, str]) -> dict[str, float]:
    """The ``codes`` of a row, written ``code:certainty``, likeliest first; empty when it says nothing."""
    pairs = (pair.rpartition(":") for pair in row["codes"].split())
    return {code: float(certainty) for code, _, certainty in pairs}


@cache
def words_of(name: str) -> dict[str, frozenset[str]]:
    """The ``words`` of a table by their code."""
    return {row["code"]: frozenset(row["words"].split("|")) for row in table(name)}
