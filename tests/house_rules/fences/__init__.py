"""One function per rule: the root of a tree goes in, sentences about what breaks the rule come out."""

from collections.abc import Callable
from pathlib import Path

from tests.house_rules.fences import (
    actions,
    arrows,
    catalogues,
    django_facts,
    looks,
    names,
    papers,
    reading,
    sizes,
    templates,
    writes,
)

Fence = Callable[[Path], list[str]]

FENCES: dict[str, Fence] = {
    "imports follow the arrows": arrows.imports,
    "the network room does not know the web": arrows.banned,
    "a key points to the same or an earlier step": django_facts.keys,
    "a key across steps has no way back": django_facts.ways_back,
    "migrations are up to date": django_facts.migrations,
    "every route has a row in the policy": django_facts.policy,
    "templates name routes that exist": django_facts.template_routes,
    "writes stand only in actions, migrations and fill": writes.writes,
    "models do not override saving": writes.overrides,
    "only jobs read the clock": writes.clock,
    "every job named for later exists": actions.later_names,
    "every action says what it does and takes names": actions.shapes,
    "pages read through visible_to": reading.pages,
    "packages and the engine explain themselves": names.docstrings,
    "no drawer for odds and ends": names.drawers,
    "functions and files stay small": sizes.too_big,
    "templates carry no style, script or handler": templates.inline,
    "pages load nothing from elsewhere": templates.third_party,
    "styles work from right to left": looks.logical,
    "styles and script stay light": looks.weights,
    "catalogues are complete": catalogues.complete,
    "nothing names a workplace": papers.workplace,
    "documents point to what exists": papers.links,
}
