"""The stylesheet, the script and the templates keep the promises of the look."""

import gzip
import re
from pathlib import Path

import pytest

import mentorbank.pages.parts as parts

HERE = Path(parts.__file__).parent
CSS = (HERE / "static/parts/app.css").read_text()
JS = (HERE / "static/parts/app.js").read_text()
TEMPLATES = sorted(HERE.glob("templates/**/*.html"))
TOKENS = {
    "paper": "#fbf8f2", "card": "#fff", "ink": "#1d2a2c", "soft": "#5a686a", "line": "#e4ddd0", "edge": "#857f6f",
    "spruce": "#0f5c54", "spruce-deep": "#0a423d", "spruce-wash": "#e3f0ec", "gold": "#e9c46a", "amber": "#b86e00",
    "amber-ink": "#8f5500", "look": "#fdf0d8", "brick": "#a8321f", "late": "#fbe6e1", "plum": "#5b3a6b",
    "plum-wash": "#f0e8f4",
}  # fmt: skip
SIDED = re.compile(
    r"(?<![-\w])((margin|padding|border)-(left|right|top|bottom)|left|right|top|bottom|(min-|max-)?(width|height)"
    r"|float|clear|text-align: (left|right))\s*:"
)


def without_media(css: str) -> str:
    return re.sub(r"@media[^{]*", "@media", css)


def test_the_stylesheet_weighs_at_most_16_kilobytes():
    assert len(gzip.compress(CSS.encode())) <= 16 * 1024


def test_the_script_weighs_at_most_5_kilobytes():
    assert len(JS.encode()) <= 5 * 1024


def test_the_tokens_are_those_of_the_look():
    first = CSS[: CSS.index("@media")]
    for name, value in TOKENS.items():
        assert f"--{name}: {value};" in first


def test_the_layers_stand_in_their_order():
    assert CSS.index("@layer tokens, base, layout, components;") < CSS.index("@layer tokens {")


def test_night_is_the_same_by_device_and_by_choice():
    by_device = re.search(r'not\(\[data-theme="light"\]\) \{(.*?)\}', CSS, re.S)
    by_choice = re.search(r'root\[data-theme="dark"\] \{(.*?)\}', CSS, re.S)
    assert by_device
    assert by_choice
    assert by_device[1].split() == by_choice[1].split()


def test_the_stylesheet_knows_no_left_and_no_right():
    assert not SIDED.search(without_media(CSS)), SIDED.search(without_media(CSS))


def test_the_rule_against_sides_finds_one():
    assert SIDED.search("a { margin-left: 1px; }")
    assert SIDED.search("a { width: 1px; }")
    assert not SIDED.search("a { border-inline-start: 1px; max-inline-size: 2px; }")


def test_nothing_is_cut_off_with_dots():
    assert "ellipsis" not in CSS


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_style_no_inline_script_and_no_stranger(template: Path):
    text = template.read_text()
    assert not re.search(r"\sstyle=", text)
    assert "<style" not in text
    assert not re.search(r"\son\w+=", text)
    assert not re.search(r"""(src|href|action)=["'](https?:)?//""", text)
    for script in re.findall(r"<script[^>]*>", text):
        assert "src=" in script or 'type="application/json"' in script
