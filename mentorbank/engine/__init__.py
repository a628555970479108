"""The engine: who fits whom. Plain values and arrays in; suggestions, plans and reasons out.

It knows codes and numbers, no names, no gender and no origin, and it needs neither server nor database. A
`Bank` of `Mentor`s, a `Mentee` and a `Recipe` give a `shortlist`; a table of points and places gives a
`plan`.
"""

from mentorbank.engine.bank import Bank, Column, Spot
from mentorbank.engine.everyone import Everyone, plan_everyone
from mentorbank.engine.folding import Unnamed
from mentorbank.engine.lists import Task
from mentorbank.engine.profiles import Mentee, Mentor, Wish
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe, RecipeError
from mentorbank.engine.recipe_toml import read_recipe, write_recipe
from mentorbank.engine.shortlists import Candidate, Excluded, Shortlist, shortlist
from mentorbank.engine.solving import Plan, plan
from mentorbank.engine.words import TEXTS, say

__all__ = [
    "TEXTS",
    "Bank",
    "Candidate",
    "Column",
    "Everyone",
    "Excluded",
    "Mentee",
    "Mentor",
    "Plan",
    "Reason",
    "Recipe",
    "RecipeError",
    "Shortlist",
    "Spot",
    "Task",
    "Unnamed",
    "Wish",
    "plan",
    "plan_everyone",
    "read_recipe",
    "say",
    "shortlist",
    "write_recipe",
]
