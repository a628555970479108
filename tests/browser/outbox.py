"""What left the house: the worker does its work, and people find codes and links in what they got."""

import json
import re
from pathlib import Path

from django.conf import settings
from django.core import mail
from django_tasks_db.models import DBTaskResult

from mentorbank.network.base.later import find_job
from mentorbank.network.letters.models import Letter
from mentorbank.project.worker import Worker


def work() -> None:
    """Let the worker do everything that is due, as it does beside the server."""
    worker = Worker(idle=0)
    while worker.run_one():
        pass
    assert not DBTaskResult.objects.filter(traceback__gt="").exists(), "a job failed"


def clock_strikes(job: str) -> None:
    """What the scheduler starts at its time, and the letters that follow."""
    find_job(job)()
    work()


def text_to(address: str) -> str:
    """The newest message that reached this address: the text of an e-mail, or an SMS."""
    work()
    if "@" in address:
        mine = [message for message in mail.outbox if message.to == [address]]
        return str(mine[-1].body)
    lines = Path(settings.SMS_FILE).read_text(encoding="utf-8").splitlines()
    mine = [told for told in map(json.loads, lines) if told["to"] == address]
    return str(mine[-1]["text"])


def link_to(address: str) -> str:
    """The link in the newest message that carries one."""
    return re.findall(r"https?://\S+/l/[\w-]+/", text_to(address))[-1]


def code_to(address: str) -> str:
    return re.findall(r"\b\d{8}\b", text_to(address))[-1]


def calendar_to(address: str) -> bytes:
    """The .ics that came with the newest e-mail."""
    mine = [message for message in mail.outbox if message.to == [address]]
    contents = [part[1] for part in mine[-1].attachments if part[0] == "meetings.ics"]
    return contents[0] if isinstance(contents[0], bytes) else contents[0].encode()


def newest_to(name: str) -> Letter:
    """The newest letter to whoever has this name."""
    return Letter.objects.filter(to__name=name).latest("pk")
