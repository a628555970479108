"""The doctor finds what an operator would otherwise find out from people who wait."""

from datetime import timedelta

import pytest
from django.utils import timezone

from mentorbank.network.base.later import later
from mentorbank.network.base.models import Tick
from mentorbank.network.letters.actions import write
from mentorbank.network.letters.models import Letter
from mentorbank.project import doctor
from tests.builders import a_person


def said(capsys, check) -> str:
    return "\n".join(f"{grade} {text}" for grade, text in doctor._asked(check))


def test_a_clock_that_stands_still_is_wrong(db, capsys):
    assert doctor.WRONG in said(capsys, doctor.the_work)
    Tick.objects.create(job="people.seal_ledger", at=timezone.now())

    assert said(capsys, doctor.the_work) == "fine the scheduler runs\nfine no task waits"


def test_letters_that_wait_too_long_are_wrong_and_failed_ones_are_shown(db, capsys):
    write("welcome-mentee", to=a_person(), now=timezone.now() - timedelta(minutes=6))
    assert "WRONG 1 letters have been due" in said(capsys, doctor.the_letters)
    Letter.objects.update(state="failed")

    assert "look 1 letters could not be sent" in said(capsys, doctor.the_letters)


def test_work_that_waits_is_wrong(db, capsys):
    from django_tasks_db.models import DBTaskResult

    later("people.seal_ledger")
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=6))

    assert "WRONG 1 tasks wait" in said(capsys, doctor.the_work)


def test_an_unsafe_key_is_wrong(settings, capsys):
    settings.SECRET_KEY = settings.UNSAFE_KEY

    assert "WRONG SECRET_KEY is not set" in said(capsys, doctor.the_settings)


def test_a_check_that_breaks_is_a_finding_and_no_traceback(capsys):
    def broken():
        """The weather."""
        raise ConnectionError("no answer")
        yield

    assert said(capsys, broken) == "WRONG The weather: ConnectionError: no answer"


@pytest.mark.parametrize(("findings", "code"), [([("fine", "a")], 0), ([("look", "a")], 0), ([("WRONG", "a")], 1)])
def test_the_exit_code_says_whether_something_is_wrong(monkeypatch, findings, code):
    monkeypatch.setattr(doctor, "CHECKS", [lambda: iter(findings)])

    assert doctor.main([]) == code
