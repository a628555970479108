"""Pages reach rows only through visible_to."""

import ast
from pathlib import Path

from tests.house_rules.fences.trees import modules

DOORS = {"objects", "_default_manager", "_base_manager"}


def pages(root: Path) -> list[str]:
    """`.objects` in a page that is followed by anything but `.visible_to(reader)`."""
    problems = []
    for path, tree in modules(root, "pages"):
        proper = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr == "visible_to"
        }
        problems += [
            f"{path}:{node.lineno} {ast.unparse(node)} is not followed by .visible_to(reader)"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and node.attr in DOORS and id(node) not in proper
        ]
    return problems
