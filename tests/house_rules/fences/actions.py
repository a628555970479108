"""The shape of actions, and the names of work for later."""

import ast
import re
from pathlib import Path

from tests.house_rules.fences.trees import called, kind, modules

Function = ast.FunctionDef | ast.AsyncFunctionDef


#: The tick takes the name from the schedule, whose names are read at `Job("step.job", …)`.
TAKES_NAMES = {("base", "later.py"), ("actions", "ticks.py")}


def later_names(root: Path) -> list[str]:
    """`later("step.job", …)` and the schedule must name a function of that step's jobs."""
    jobs = {f"{step}.{job}" for step, job in jobs_of(root)}
    problems = []
    for path, tree in modules(root):
        for node in (n for n in ast.walk(tree) if isinstance(n, ast.Call) and called(n) in ("later", "Job")):
            name = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
            if name is None and path.parts[-2:] not in TAKES_NAMES:
                problems.append(f"{path}:{node.lineno} {called(node)}() takes its job's name written out")
            elif name is not None and name not in jobs:
                problems.append(f"{path}:{node.lineno} {called(node)}({name!r}): there is no such job")
    return problems


def jobs_of(root: Path) -> list[tuple[str, str]]:
    return [
        (path.parts[2], node.name)
        for path, tree in modules(root, "network")
        if kind(path) == "jobs"
        for node in tree.body
        if isinstance(node, Function)
    ]


def shapes(root: Path) -> list[str]:
    """A public action has a docstring and takes its arguments by name; a leading code (a verb) may stand."""
    problems = []
    for path, node in public_actions(root):
        if not ast.get_docstring(node):
            problems.append(f"{path}:{node.lineno} {node.name} does not say what it does")
        if not by_name(node):
            problems.append(
                f"{path}:{node.lineno} {node.name} takes arguments by place; write a * before them"
            )
    return problems


def public_actions(root: Path) -> list[tuple[Path, Function]]:
    return [
        (path, node)
        for path, tree in modules(root, "network")
        if kind(path) == "actions"
        for node in tree.body
        if isinstance(node, Function) and offered(root / path, node.name) and acts(node)
    ]


def offered(path: Path, name: str) -> bool:
    """A package of actions offers what its `__init__` names; a single file what has no underscore."""
    if name.startswith("_") or path.parent.name != "actions":
        return not name.startswith("_")
    inside = (path.parent / "__init__.py").read_text(encoding="utf-8")
    return re.search(rf"\b{name}\b", inside) is not None


def acts(node: Function) -> bool:
    """What is atomic or takes `now` or `by` acts; what only computes may take its arguments as it likes."""
    names = {argument.arg for argument in [*node.args.args, *node.args.kwonlyargs]}
    atomic = any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
    return atomic or bool(names & {"now", "by"})


def by_name(node: Function) -> bool:
    places = [*node.args.posonlyargs, *node.args.args]
    if not places:
        return True
    first = ast.unparse(places[0].annotation) if places[0].annotation else ""
    return len(places) == 1 and (first == "str" or first.endswith(("Kind", "Verb")))
