"""A process that posts a letter and can be killed at a chosen stage; run by test_killed_worker.

python -m tests.network.letters.posting_process begin [STAGE] | go_on
"""

import json
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import django

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def die(*_arguments: Any, **_named: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def begin(stage: str = "") -> list[bool]:
    """Write a letter and post it, dying at `stage`."""
    from mentorbank.network.letters.actions import posting, write
    from mentorbank.network.people.models import Person

    person = Person.objects.create(
        name="Amal", folded_name="amal", email="amal@example.org", phone="+4520123456", created_at=NOW
    )
    write("welcome-mentee", to=person, page="application", now=NOW, channel=os.environ["LETTER_CHANNEL"])
    if stage == "before the claim":
        posting._claim = die
    if stage == "after the claim":
        posting.hand_over = die
    if stage == "before marking":
        posting._close = die
    return post_at(0)


def go_on() -> dict[str, Any]:
    """Other workers come by after 1, 10 and 30 minutes."""
    from mentorbank.network.letters.models import Letter

    left = post_at(1, 10, 30)
    return {"left": left, **Letter.objects.values("state", "message_id", "key").get()}


def post_at(*minutes: int) -> list[bool]:
    from mentorbank.network.letters.actions import post
    from mentorbank.network.letters.models import Letter

    letter = Letter.objects.get().pk
    times = [NOW + timedelta(minutes=later) for later in minutes]
    return [post(letter_id=letter, worker=f"process {os.getpid()} at {at}", now=at) for at in times]


if __name__ == "__main__":
    django.setup()
    command, *arguments = sys.argv[1:]
    print(json.dumps({"begin": begin, "go_on": go_on}[command](*arguments)))
