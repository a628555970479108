"""A process that proposes, answers and withdraws at random beside others; run by test_races.

python -m tests.network.partnerships.racer setup | race SEED SECONDS | show
"""

import json
import random
import sys
import time
from collections import Counter
from typing import Any

import django

MENTEES, MENTORS = 8, 4
LEAST = 25  # tries of each process, however slow the machine


def setup() -> dict[str, int]:
    from tests.builders import a_mentee, a_mentor

    for number in range(MENTEES):
        a_mentee(f"Mentee {'abcdefgh'[number]}")
    for number in range(MENTORS):
        a_mentor(f"Mentor {'abcd'[number]}", places=1 + number % 2)
    return {}


def race(seed: str, seconds: str) -> dict[str, Any]:
    """Act at random for some seconds and some tries; what was acknowledged, and how often the answer was a refusal."""
    from mentorbank.network.base.refusals import Refusal

    chance, done, refused = random.Random(int(seed)), [], 0
    until, tries = time.monotonic() + float(seconds), 0
    while time.monotonic() < until or tries < LEAST:
        tries += 1
        try:
            done.append(one_act(chance))
        except Refusal:
            refused += 1
    return {"done": [act for act in done if act], "refused": refused}


def one_act(chance: random.Random) -> list[Any] | None:
    from mentorbank.network.partnerships.models import Proposal

    standing = list(Proposal.objects.filter(released_at=None).order_by("pk"))
    if not standing or chance.random() < 0.45:
        return propose(chance)
    proposal = chance.choice(standing)
    if proposal.state == "accepted":
        return end(proposal) if chance.random() < 0.3 else None
    return withdraw(proposal) if chance.random() < 0.25 else answer(proposal, chance)


def propose(chance: random.Random) -> list[Any]:
    from mentorbank.network.partnerships.actions import propose_match
    from mentorbank.network.people.models import Mentee, Mentor
    from tests.builders import NOW, the_coordinator

    mentee = chance.choice(list(Mentee.objects.order_by("pk")))
    mentor = chance.choice(list(Mentor.objects.order_by("pk")))
    return ["proposed", propose_match(mentee=mentee, mentor=mentor, by=the_coordinator(), now=NOW).pk, ""]


def answer(proposal: Any, chance: random.Random) -> list[Any]:
    from mentorbank.network.partnerships.models import Side
    from mentorbank.network.partnerships.states import Answer
    from tests import builders

    side, said = chance.choice(list(Side)), chance.choice([Answer.YES, Answer.YES, Answer.YES, Answer.NO])
    builders.answer(proposal, side, said)
    return ["answered", proposal.pk, f"{side} {said}"]


def withdraw(proposal: Any) -> list[Any]:
    from mentorbank.network.partnerships.actions import withdraw_proposal
    from tests.builders import NOW, the_coordinator

    withdraw_proposal(proposal=proposal, by=the_coordinator(), now=NOW)
    return ["withdrew", proposal.pk, ""]


def end(proposal: Any) -> list[Any]:
    from mentorbank.network.partnerships.actions import end_partnership
    from mentorbank.network.partnerships.states import ClosureReason
    from tests.builders import NOW, the_coordinator

    end_partnership(
        partnership=proposal.partnership, closure=ClosureReason.OTHER, by=the_coordinator(), now=NOW
    )
    return ["ended", proposal.pk, ""]


def show() -> dict[str, Any]:
    """What the database holds afterwards."""
    from mentorbank.network.partnerships.models import Partnership, Proposal
    from mentorbank.network.partnerships.states import GOING_ON
    from mentorbank.network.people.models import Entry

    held = Counter(Proposal.objects.filter(released_at=None).values_list("place", flat=True))
    asked = Counter(Proposal.objects.open().values_list("mentee", flat=True))
    matched = Counter(Partnership.objects.filter(state__in=GOING_ON).values_list("mentee", flat=True))
    rows = Proposal.objects.values("pk", "state", "mentee_answer", "mentor_answer", "released_at")
    answers = Entry.objects.filter(verb="answered a proposal").count()
    return {
        "most on a place": max(held.values(), default=0),
        "most open for a mentee": max(asked.values(), default=0),
        "most partners": max(matched.values(), default=0),
        "proposals": {row["pk"]: [row["state"], row["mentee_answer"], row["mentor_answer"]] for row in rows},
        "answers in the ledger": answers,
        "partnerships": Partnership.objects.count(),
    }


if __name__ == "__main__":
    django.setup()
    command, *arguments = sys.argv[1:]
    print(json.dumps({"setup": setup, "race": race, "show": show}[command](*arguments), default=str))
