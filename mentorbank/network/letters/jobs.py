"""What the queue and the clock do with letters."""

import os
import socket

from django.utils import timezone

from mentorbank.network.letters.actions import post
from mentorbank.network.letters.queries import letters_due


def worker_name() -> str:
    return f"{socket.gethostname()[:60]}:{os.getpid()}"


def post_letter(letter_id: int) -> None:
    """Post one letter as soon as it was written."""
    post(letter_id=letter_id, worker=worker_name(), now=timezone.now())


def post_due_letters() -> None:
    """Post what waited for its next try, and what a silent worker left behind."""
    for letter_id in letters_due(timezone.now()):
        post_letter(letter_id)
