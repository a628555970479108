"""A network's own colour stays readable, whatever was chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentorbank.pages.parts.accent import GROUNDS_BY_DAY, GROUNDS_BY_NIGHT, contrast, properties, stylesheet

colours = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def test_contrast_is_what_wcag_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(colours)
def test_any_accent_can_be_read_by_day(colour: str):
    made = properties(colour, dark=False)
    for ground in (*GROUNDS_BY_DAY, made["accent-wash"]):
        assert contrast(made["accent"], ground) >= 4.5
    assert contrast(made["accent"], made["on-accent"]) >= 4.5
    assert contrast(made["deep"], "#ffffff") >= 4.5


@given(colours)
def test_any_accent_can_be_read_by_night(colour: str):
    made = properties(colour, dark=True)
    for ground in (*GROUNDS_BY_NIGHT, made["accent-wash"]):
        assert contrast(made["accent"], ground) >= 4.5
    assert contrast(made["accent"], made["on-accent"]) >= 4.5
    assert contrast(made["deep"], "#ffffff") >= 4.5


@pytest.mark.parametrize("junk", ["", "red", "#12", "#12345g", "#123456}body{display:none", "#123456\n"])
def test_what_is_no_colour_makes_no_stylesheet(junk: str):
    assert stylesheet(junk) == ""


def test_the_stylesheet_knows_day_night_and_the_readers_own_choice():
    css = stylesheet("#0F5C54")
    assert "prefers-color-scheme:dark" in css
    assert "[data-theme=dark]" in css
    assert "--accent:" in css
