"""What things are called, and whether they say what they are."""

import ast
import re
from pathlib import Path

from tests.house_rules.fences.trees import functions, modules

DRAWERS = {"utils", "util", "common", "helpers", "helper", "services", "service", "core", "managers", "misc"}
EMPTY_CLASS = re.compile(r"(Service|Handler|Info|Data|Helper)$")
#: `process_view` and its like are Django's names for the doors of a middleware.
EMPTY_FUNCTION = re.compile(r"^_?(process|handle)_(?!(view|exception|request|response|template_response)$)")


def drawers(root: Path) -> list[str]:
    """Folders, files, classes and functions whose name says nothing about the field."""
    problems = []
    for path, tree in modules(root):
        problems += [f"{path} is named {part}" for part in (*path.parts[1:-1], path.stem) if part in DRAWERS]
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and EMPTY_CLASS.search(node.name):
                problems.append(f"{path}:{node.lineno} the class {node.name} is named after no thing")
        for node in functions(tree):
            if EMPTY_FUNCTION.match(node.name):
                problems.append(f"{path}:{node.lineno} the function {node.name} does not say what it does")
    return problems


def docstrings(root: Path) -> list[str]:
    """A docstring on every package, and on every module, class and public function of the engine."""
    problems = []
    for path, tree in modules(root):
        if path.name == "__init__.py" and not ast.get_docstring(tree):
            problems.append(f"{path} does not say what the package is")
        if path.parts[1] == "engine":
            problems += [f"{path}:{line} {name} has no docstring" for line, name in silent(path, tree)]
    return problems


def silent(path: Path, tree: ast.Module) -> list[tuple[int, str]]:
    found = [] if ast.get_docstring(tree) else [(1, path.name)]
    for owner in [tree, *(n for n in ast.walk(tree) if isinstance(n, ast.ClassDef))]:
        for node in owner.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                found += [] if ast.get_docstring(node) else [(node.lineno, node.name)]
    return found
