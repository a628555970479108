"""A worker killed with -9 at any stage loses no letter and doubles at most one, under the same Message-ID."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from .servers import mail_server, sms_gateway

#: Where the worker dies, how many letters left before it did, and at which minute another one succeeds.
STAGES = [
    ("before the claim", 0, [True, False, False]),
    ("after the claim", 0, [False, True, False]),
    ("in DATA", 1, [False, True, False]),
    ("before marking", 1, [False, True, False]),
]
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "mentorbank.project.settings",
    "SECRET_KEY": settings.SECRET_KEY,
    "LETTER_CHANNEL": "email",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the tables in it."""
    path = tmp_path_factory.mktemp("tables") / "tables.sqlite3"
    environment = {**os.environ, **ENVIRONMENT, "DATABASE_URL": f"sqlite:///{path}"}
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment, check=True)
    return path


@pytest.fixture
def process(tmp_path, transactional_db, request) -> Callable[..., subprocess.Popen]:
    """Start the posting process on a database that processes can share."""
    environment = {**os.environ, **ENVIRONMENT, "MENTORBANK_VAR": str(tmp_path)}
    if connection.vendor == "sqlite":
        shared = shutil.copy(request.getfixturevalue("tables"), tmp_path / "shared.sqlite3")
        environment["DATABASE_URL"] = f"sqlite:///{shared}"
    else:
        base, _, options = environment["DATABASE_URL"].partition("?")
        environment["DATABASE_URL"] = f"{base.rpartition('/')[0]}/{connection.settings_dict['NAME']}?{options}"

    def start(*arguments: str, **chosen: str) -> subprocess.Popen:
        command = [sys.executable, "-m", "tests.network.letters.posting_process", *arguments]
        return subprocess.Popen(command, env={**environment, **chosen}, stdout=subprocess.PIPE)

    return start


def said(started: subprocess.Popen) -> Any:
    output, _nothing = started.communicate(timeout=120)
    assert started.returncode == 0
    return json.loads(output)


@pytest.mark.parametrize(("stage", "before", "left"), STAGES, ids=[stage[0] for stage in STAGES])
def test_a_killed_worker_loses_no_letter_and_doubles_at_most_one(process, stage, before, left):
    with mail_server() as (box, port):
        at = {"EMAIL_URL": f"smtp://127.0.0.1:{port}"}
        first = process("begin", stage, **at)
        if stage == "in DATA":
            box.in_data = lambda: first.send_signal(signal.SIGKILL)
        assert first.wait(120) == -signal.SIGKILL
        first.stdout.close()
        box.in_data = None
        assert len(box.letters) == before
        row = said(process("go_on", **at))

    assert row["left"] == left
    assert row["state"] == "posted"
    assert [mail["Message-ID"] for mail in box.letters] == [row["message_id"]] * (1 + before)


def test_a_worker_killed_while_the_gateway_answers_sends_the_same_key_again(process):
    with sms_gateway() as gateway:
        at = {"SMS_GATEWAY": f"http://127.0.0.1:{gateway.server_port}/send", "LETTER_CHANNEL": "sms"}
        first = process("begin", **at)
        gateway.in_post = lambda: (first.send_signal(signal.SIGKILL), first.wait(60))
        assert first.wait(120) == -signal.SIGKILL
        first.stdout.close()
        gateway.in_post = None
        row = said(process("go_on", **at))

    assert row["state"] == "posted"
    assert [asked["headers"]["Idempotency-Key"] for asked in gateway.asked] == [row["key"]] * 2
