"""The house keeps its rules, and each rule, broken on purpose in a temporary copy, is seen to bite."""

import shutil
from pathlib import Path

import pytest

from tests.house_rules.breaks import BREAKS, Break
from tests.house_rules.fences import FENCES

ROOT = Path(__file__).resolve().parents[2]
COPIED = ["mentorbank", "docs", "tests/house_rules", "tests/__init__.py", "pyproject.toml", "README.md"]


def rules(names: list[str]) -> list[object]:
    """The rules as parameters; the catalogues ask Debian's gettext."""
    needs = {"catalogues are complete": [pytest.mark.needs("gettext")]}
    return [pytest.param(name, id=name, marks=needs.get(name, [])) for name in names]


def breaks() -> list[object]:
    needs = {"catalogues are complete": [pytest.mark.needs("gettext")]}
    return [pytest.param(each, id=str(each), marks=needs.get(each.rule, [])) for each in BREAKS]


@pytest.fixture(scope="module")
def broken_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house in which everything is broken at once."""
    copy = tmp_path_factory.mktemp("house")
    for name in COPIED:
        source, target = ROOT / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "*.mo", "*.png"))
        else:
            shutil.copyfile(source, target)
    for each in BREAKS:
        path = copy / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(each.text)
    return copy


@pytest.mark.parametrize("rule", rules(list(FENCES)))
def test_the_house_keeps_the_rule_that(rule: str) -> None:
    problems = FENCES[rule](ROOT)

    assert not problems, f"\nThe rule: {rule}. It is broken here:\n  " + "\n  ".join(problems)


@pytest.mark.parametrize("broken", breaks())
def test_a_broken_house_is_told(broken: Break, broken_house: Path) -> None:
    problems = FENCES[broken.rule](broken_house)

    assert any(broken.says in problem for problem in problems), "\n".join(problems) or "nothing was said"


def test_every_rule_is_broken_once_on_purpose() -> None:
    assert {each.rule for each in BREAKS} == set(FENCES)
