"""The story written in bulk: the same rows as the actions leave, without asking the database in between.

Each method of `bulk_people` and `bulk_pairs` names the action whose rows it writes; a test tells one story
both ways and compares every table.
"""

import re

from mentorbank.network.journal.models import Report
from mentorbank.network.partnerships.models import Contract, Meeting, Partnership, Proposal
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.signals.models import Signal

from . import events as e
from .bulk_pairs import PairsInBulk
from .ground import Ground
from .press import Press

#: Rows that may still change after they were put.
KEPT = (Person, Mentor, Mentee, Proposal, Partnership, Contract, Meeting, Report, Signal)


class BulkTeller(PairsInBulk):
    """Hands each event to the method of its name: `MentorApplies` to `mentor_applies`."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground, Press(KEPT))

    def tell(self, event: e.Event) -> None:
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", type(event).__name__).lower()
        getattr(self, name)(event)

    def finish(self) -> None:
        """Print what is kept."""
        self.press.print_all()
