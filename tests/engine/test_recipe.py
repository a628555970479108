"""Recipes: out to TOML and back, and refused with the line and the reason."""

import pytest
from hypothesis import given

from mentorbank.engine import Recipe, RecipeError, read_recipe, write_recipe
from tests.engine.strategies import recipes


@given(recipes())
def test_a_recipe_reads_back_as_it_was_written(recipe):
    assert read_recipe(write_recipe(recipe)) == recipe


def test_names_and_mapped_columns_survive_quotes_and_lines():
    recipe = Recipe(
        name='The "best"\\one\n', audience="women", columns={"mentors": {"occupation": 'Job "title"'}}
    )

    assert read_recipe(write_recipe(recipe)) == recipe


def test_what_a_file_leaves_out_is_as_in_the_default():
    assert read_recipe("version = 4\n[plan]\nmatch_bonus = 0\n") == Recipe(version=4, match_bonus=0)


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("name = \n", 1, "not readable as TOML"),
        ('name = "x"\nversoin = 2\n', 2, "'versoin' is not part of a recipe"),
        ("version = 0\n", 1, "version: expected a whole number from 1"),
        ('audience = "ladies"\n', 1, "audience: expected one of women, men, everyone"),
        ("[criteria]\nprofession = 9000\n", 1, "10000 points together, these give 9000"),
        ("[criteria]\nprofession = 9000\ngoals = -1\n", 3, "goals: expected a whole number of points from 0"),
        ("[criteria]\nprofession = 9000\nstars = 1000\n", 3, "'stars' is unknown in [criteria]"),
        ("[ladder]\nmajor = 9000\n", 2, "major: a lower rung cannot be worth more"),
        ("[nearness]\nfull_km = 10\nnone_km = 10\n", 3, "none_km: expected more kilometres than full_km"),
        ('[wishes]\nveto = ["language", "hair"]\n', 2, "'hair' is not a kind of wish"),
        ("[wishes]\npoints = true\n", 2, "points: expected a whole number"),
        ("criteria = 3\n", 1, "[criteria] is a section of its own"),
        ("[columns.mentors]\noccupation = 3\n", 2, "expected the heading of a column"),
    ],
)
def test_a_recipe_that_cannot_be_used_says_the_line_and_the_reason(text, line, reason):
    with pytest.raises(RecipeError) as refused:
        read_recipe(text)

    assert refused.value.line == line
    assert reason in str(refused.value)
