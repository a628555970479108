"""Which recipe a programme uses."""

from mentorbank import engine
from mentorbank.network.matching.models import Recipe
from mentorbank.network.organisation.models import Audience, Programme

#: The programme's audience in the engine's words.
AUDIENCES = {Audience.ALL: "everyone", Audience.WOMEN: "women"}


def recipe_of(programme: Programme) -> tuple[engine.Recipe, int]:
    """The programme's newest recipe and its version; version 0 is the one we ship."""
    newest = Recipe.objects.filter(programme=programme).order_by("-version").first()
    if newest:
        return engine.read_recipe(newest.text), newest.version
    return engine.Recipe(name=programme.name, audience=AUDIENCES[Audience(programme.audience)]), 0
