"""What the documentation shows works as shown."""

import re
from pathlib import Path

from mentorbank.engine import read_recipe

TEXT = (Path(__file__).parents[2] / "docs" / "engine.md").read_text(encoding="utf-8")


def test_the_examples_of_the_engine_run(capsys):
    names = {}

    for example in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL):
        exec(example, names)

    assert "kirsten" in capsys.readouterr().out
    assert names["everyone"].gap == 0


def test_the_recipe_in_the_documentation_can_be_used():
    recipe = read_recipe(re.search(r"```toml\n(.*?)```", TEXT, re.DOTALL)[1])

    assert recipe.points["profession"] == recipe.match_bonus == 5000
    assert recipe.audience == "women"
