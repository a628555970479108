"""What Django knows of a tree, as JSON on the last line: `python -m tests.house_rules.facts`.

It runs in a process of its own, so that a copy that was broken on purpose can be asked as well.
"""

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import django
from django.utils import translation

from tests.house_rules.fences.trees import called, modules, templates

ROOT = Path.cwd()
URL_TAG = re.compile(r"{%-?\s*url\s+[\"']([\w:.-]+)[\"']")


def order() -> list[str]:
    """The steps of the network, earliest first, as the contract has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    steps = next(c["layers"] for c in contracts if c.get("containers") == ["mentorbank.network"])
    return [step.strip("()") for step in reversed(steps)]


def own_fields() -> Iterator[tuple[Any, Any, str, str]]:
    """Every relation between models of ours: model, field, its step, the step it points to."""
    from django.apps import apps

    for model in apps.get_models():
        for field in [*model._meta.local_fields, *model._meta.local_many_to_many]:
            target = field.related_model
            if target is not None and target != "self":
                here, there = step_of(model), step_of(target)
                if here and there:
                    yield model, field, here, there


def step_of(model: Any) -> str:
    parts = model.__module__.split(".")
    return parts[2] if parts[:2] == ["mentorbank", "network"] else ""


def keys() -> list[str]:
    steps = order()
    return [
        f"{model._meta.label}.{field.name} points from {here} ahead to {there}"
        for model, field, here, there in own_fields()
        if steps.index(there) > steps.index(here)
    ]


def ways_back() -> list[str]:
    return [
        f'{model._meta.label}.{field.name} needs related_name="+": {there} does not know {here}'
        for model, field, here, there in own_fields()
        if here != there and not field.remote_field.hidden
    ]


def migrations() -> list[str]:
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    own = {config.label for config in apps.get_app_configs() if config.name.startswith("mentorbank")}
    return [
        f"{label}: {operation.describe()} has no migration"
        for label, found in detector.changes(loader.graph).items()
        if label in own
        for migration in found
        for operation in migration.operations
    ]


def routes(patterns: Any = None, prefix: str = "", names: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Every route of the resolver: its name with namespaces (empty when it has none) and its pattern."""
    from django.urls import URLResolver, get_resolver

    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = (*names, pattern.namespace) if pattern.namespace else names
            yield from routes(pattern.url_patterns, address, inner)
        else:
            yield ":".join((*names, pattern.name)) if pattern.name else "", address


def policy() -> list[str]:
    from mentorbank.project.policy import rows

    found = dict(routes())
    return [
        *(f"the route /{address} has no name" for name, address in routes() if not name),
        *(
            f"the route {name} (/{found[name]}) has no row in policy.toml"
            for name in found
            if name not in rows()
        ),
        *(f"policy.toml has a row for {name}, which is no route" for name in rows() if name not in found),
    ]


def template_routes() -> list[str]:
    known = {name for name, _address in routes()}
    asked = [(path, name) for path, text in templates(ROOT) for name in URL_TAG.findall(text)]
    for path, tree in modules(ROOT, "pages", "project"):
        for node in (n for n in ast.walk(tree) if isinstance(n, ast.Call) and n.args):
            if called(node).split(".")[-1] in ("reverse", "redirect", "reverse_lazy", "resolve_url"):
                first = node.args[0]
                if isinstance(first, ast.Constant) and re.fullmatch(r"[\w:-]+", str(first.value)):
                    asked.append((path, first.value))
    return [f"{path} names the route {name}, which is none" for path, name in asked if name not in known]


FACTS = [keys, ways_back, migrations, policy, template_routes]


def all_facts() -> dict[str, list[str]]:
    """Each fact apart: one that cannot be asked says so and hides no other."""
    found = {}
    for fact in FACTS:
        try:
            found[fact.__name__] = fact()
        except Exception as error:
            found[fact.__name__] = [f"{fact.__name__} could not be asked: {type(error).__name__}: {error}"]
    return found


if __name__ == "__main__":
    django.setup()
    translation.deactivate_all()  # as makemigrations does: a translated label is no change
    sys.stdout.write("\n" + json.dumps(all_facts()))
