"""The last press of a sign-up: the answers go to the network, once."""

from typing import Any

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentorbank.network.base.actions import claim
from mentorbank.network.base.actor import Actor
from mentorbank.network.base.refusals import NotNow
from mentorbank.network.intake.actions import register_mentee, register_mentor
from mentorbank.pages.front.signup import Walk

#: Whoever signs up is nobody we know yet, also on a device where somebody is signed in.
VISITOR = Actor()


def send_mentee(walk: Walk) -> None:
    _send(walk, register_mentee)


def send_mentor(walk: Walk) -> None:
    _send(walk, register_mentor)


@transaction.atomic
def _send(walk: Walk, register: Any) -> None:
    """The key of the draft is taken in the same transaction, so a second press finds it taken."""
    if walk.programme is None:
        raise NotNow(_("The network is not open yet. Please come back in some days."))
    if not claim(key=f"{walk.signup.name}:{walk.draft.key}", now=walk.request.now):
        return
    answers = walk.answers()
    answers.pop("consent")
    address = answers.pop("address")
    answers["email" if "@" in address else "phone"] = address
    language = get_language() or "da"
    register(**answers, language=language, programme=walk.programme, by=VISITOR, now=walk.request.now)
