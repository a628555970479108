"""How points are given, kept in versions so that an old proposal can still be explained."""

from django.db import models

from mentorbank.network.organisation.models import Programme


class Recipe(models.Model):
    """The recipe of a programme; the highest version is in use. `text` is TOML of the engine's form."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    text = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "version"], name="a_recipe_version_stands_once")
        ]
