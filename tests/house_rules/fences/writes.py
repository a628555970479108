"""Where the database is written, how models are saved, who reads the clock."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house_rules.fences.trees import called, functions, kind, modules

ALWAYS_WRITES = {
    *("create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "save_base"),
    *("acreate", "aget_or_create", "aupdate_or_create", "abulk_create", "abulk_update"),
    *("asave", "adelete", "aupdate"),
}
#: `today` and `now` of these are the clock; of a request or an argument they are values.
CLOCKS = {"timezone", "datetime", "date", "django.utils.timezone", "datetime.datetime", "datetime.date", "dt"}
MOMENTS = {"now", "today", "utcnow", "localtime", "localdate"}


def writes(root: Path) -> list[str]:
    """Calls that change rows, outside actions, migrations and project/fill."""
    return [
        f"{path}:{node.lineno} writes with {called(node)}(); only actions do"
        for path, tree in modules(root, "network", "pages", "project")
        if not may_write(path)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and changes_rows(node)
    ]


def may_write(path: Path) -> bool:
    return kind(path) == "actions" or path.parts[1:3] in (("project", "fill"), ("project", "fill.py"))


def changes_rows(node: ast.Call) -> bool:
    """`.save()` of a workbook and `.update()` of a dict take a value first; those of rows do not."""
    if not isinstance(node.func, ast.Attribute):
        return False
    name = node.func.attr
    if name in ("save", "delete"):
        return not node.args
    if name == "update":
        return bool(node.keywords) and not node.args
    return name in ALWAYS_WRITES


def overrides(root: Path) -> list[str]:
    """Models whose saving or deleting does more than it says."""
    return [
        f"{path}:{method.lineno} {owner.name}.{method.name} is overridden; an action says what follows"
        for path, tree in modules(root, "network")
        if kind(path) == "models"
        for owner in ast.walk(tree)
        if isinstance(owner, ast.ClassDef)
        for method in functions(owner)
        if method.name in ("save", "delete", "asave", "adelete")
    ]


def clock(root: Path) -> list[str]:
    """Places of the network room that look at the clock instead of being told the time."""
    return [
        f"{path}:{line} reads the clock; `now` comes from outside"
        for path, tree in modules(root, "network")
        if kind(path) != "jobs"
        for line in clock_lines(tree)
    ]


def clock_lines(tree: ast.AST) -> Iterator[int]:
    """`localtime(moment)` turns a moment round and is none of these; `localtime()` is."""
    told: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            told.add(id(node.func))
        if isinstance(node, ast.Attribute) and node.attr in MOMENTS and ast.unparse(node.value) in CLOCKS:
            yield from [node.lineno] * (node.attr in ("now", "today") or id(node) not in told)
