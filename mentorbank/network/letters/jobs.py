"""What the queue and the clock do with letters."""

import os
import socket
from datetime import timedelta
from time import monotonic

from django.utils import timezone

from mentorbank.network.letters.actions import forget_codes_asked, post
from mentorbank.network.letters.queries import letters_due

#: Seconds a round may take: while a mail server is silent, other work must not wait behind every letter.
ROUND = 45.0


def worker_name() -> str:
    return f"{socket.gethostname()[:60]}:{os.getpid()}"


def post_letter(letter_id: int) -> None:
    """Post one letter as soon as it was written."""
    post(letter_id=letter_id, worker=worker_name(), now=timezone.now())


def post_due_letters() -> None:
    """Post what waited for its next try, and what a silent worker left behind; the rest in the next round."""
    until = monotonic() + ROUND
    for letter_id in letters_due(timezone.now()):
        if monotonic() > until:
            break
        post_letter(letter_id)


def forget_codes() -> None:
    """Yesterday's and older counts of sign-in codes are of no use."""
    forget_codes_asked(before=timezone.now().date() - timedelta(days=1))
