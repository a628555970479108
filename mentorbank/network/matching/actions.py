"""Keeping recipes in versions, and proposing what the shortlist advised."""

from dataclasses import replace
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mentorbank.engine import RecipeError, read_recipe, write_recipe
from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.matching.models import Recipe
from mentorbank.network.matching.queries import advice_about, recipe_of
from mentorbank.network.matching.rules import may_change_recipe
from mentorbank.network.organisation.models import Programme
from mentorbank.network.partnerships.actions import propose_match
from mentorbank.network.partnerships.models import Proposal
from mentorbank.network.people.actions import record
from mentorbank.network.people.models import Mentee, Mentor


@transaction.atomic
def save_recipe(*, programme: Programme, text: str, by: Actor, now: datetime) -> Recipe:
    """Keep a recipe (TOML of the engine's form) as the programme's next version; older ones stay.

    Raises NotAllowed, or NotNow naming the line that cannot work. The same recipe again changes nothing.
    """
    if not may_change_recipe(by):
        raise NotAllowed(_("Only the network administrator changes how points are given."))
    try:
        wanted = read_recipe(text)
    except RecipeError as error:
        raise NotNow(_("This recipe cannot be used: %(why)s") % {"why": error}, field="text") from error
    used, version = recipe_of(programme)
    newest = Recipe.objects.filter(programme=programme, version=version).first()
    if newest and replace(wanted, version=version) == used:
        return newest
    wanted = replace(wanted, version=version + 1)
    try:
        with transaction.atomic():
            row = Recipe.objects.create(
                programme=programme, version=version + 1, text=write_recipe(wanted), made_at=now
            )
    except IntegrityError as error:
        raise NotNow(_("Somebody else saved a recipe at the same moment. Look at it first.")) from error
    record("changed the recipe", by=by, about=None, thing=row, now=now, programme=programme.pk)
    return row


@transaction.atomic
def propose_from_shortlist(
    *, mentee: Mentee, mentor: Mentor, by: Actor, now: datetime, note: str = "", confirmed: bool = False
) -> Proposal:
    """Propose a mentor with the points and reasons that speak for the match, as the recipe gives them now.

    Raises NotNow when the mentor breaks a must, or when a must that nobody knows about was not `confirmed`.
    """
    advice, excluded_by = advice_about(mentee, mentor, by, now)
    if advice is None and excluded_by:
        raise NotNow(_("Left out here are mentors who %(why)s.") % {"why": ", ".join(excluded_by)})
    if advice is None:
        raise NotNow(_("%(name)s is not in the mentor bank.") % {"name": mentor.person.first_name})
    if advice.to_be_confirmed and not confirmed:
        raise NotNow(_("Confirm first what a must asks for and nobody knows yet."), field="confirmed")
    return propose_match(
        mentee=mentee,
        mentor=mentor,
        note=note,
        points=advice.as_kept(confirmed),
        recipe_version=advice.recipe_version,
        by=by,
        now=now,
    )
