"""How long things are: two limits that fail, and the shape of the whole for `make sizes`."""

import ast
from pathlib import Path
from statistics import median, quantiles

from tests.house_rules.fences.trees import functions, modules

LONGEST_FUNCTION = 50
LONGEST_FILE = 400


def too_big(root: Path) -> list[str]:
    """Functions over 50 lines and files over 400."""
    problems = []
    for path, tree in modules(root):
        lines = file_lines(root / path)
        if lines > LONGEST_FILE:
            problems.append(f"{path} has {lines} lines, more than {LONGEST_FILE}")
        problems += [
            f"{path}:{node.lineno} {node.name} has {function_lines(node)} lines, more than {LONGEST_FUNCTION}"
            for node in functions(tree)
            if function_lines(node) > LONGEST_FUNCTION
        ]
    return problems


def file_lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """From `def` to its last line, docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def shape(root: Path) -> str:
    """The sizes of the tree in a few lines."""
    found = list(modules(root))
    of_functions = [function_lines(node) for _path, tree in found for node in functions(tree)]
    of_files = [file_lines(root / path) for path, _tree in found]
    return (
        f"{len(of_functions)} functions: median {median(of_functions):.0f} lines (at most 8), "
        f"9 in 10 within {quantiles(of_functions, n=10)[-1]:.0f} (25), longest {max(of_functions)} (50)\n"
        f"{len(of_files)} files: 9 in 10 within {quantiles(of_files, n=10)[-1]:.0f} lines (200), "
        f"longest {max(of_files)} (400)"
    )
