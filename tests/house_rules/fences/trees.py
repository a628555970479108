"""Walking a tree: its Python files parsed once, its templates, a line to point to."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path


@cache
def parsed(path: Path, _changed: float) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def modules(root: Path, *folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every Python file below the folders of `mentorbank`, its path from the root first; no migrations."""
    for folder in folders or ("",):
        for path in sorted((root / "mentorbank" / folder).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path.relative_to(root), parsed(path, path.stat().st_mtime)


def templates(root: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted((root / "mentorbank").rglob("templates/**/*")):
        if path.is_file():
            yield path.relative_to(root), path.read_text(encoding="utf-8")


def kind(path: Path) -> str:
    """What a file of a step is: `actions` for network/people/actions/ledger.py as for letters/actions.py."""
    return path.parts[3].removesuffix(".py") if path.parts[1] == "network" and len(path.parts) > 3 else ""


def called(node: ast.Call) -> str:
    """The dotted name of what is called, as far as it is written out: `Person.objects.create`."""
    return dotted(node.func)


def dotted(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{dotted(value)}.{name}"
        case ast.Call(func=function):
            return f"{dotted(function)}()"
        case _:
            return "…"


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
