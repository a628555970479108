"""Sign-in codes: counted where every process sees it, and gone once they are on their way."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction

from mentorbank.network.base.actor import Actor, Via
from mentorbank.network.base.refusals import NotNow
from mentorbank.network.letters.actions import (
    count_code_asked,
    count_code_try,
    forget_codes_asked,
    post,
    send_sign_in_code,
)
from mentorbank.network.letters.models import CodeAsk, Letter

from .conftest import NOW


@pytest.fixture
def code_letter(person):
    return send_sign_in_code(
        to=person, channel="email", address="other@example.org", code="12345678", now=NOW
    )


def test_a_code_goes_to_the_address_it_was_asked_for_and_is_then_wiped(code_letter):
    post(letter_id=code_letter.pk, worker="one", now=NOW)

    assert mail.outbox[0].to == ["other@example.org"]
    assert "12345678" in mail.outbox[0].body
    assert "12345678" not in str(Letter.objects.values().get())


def test_a_code_that_waited_too_long_is_dropped_and_wiped(code_letter):
    post(letter_id=code_letter.pk, worker="one", now=NOW + timedelta(minutes=16))

    assert not mail.outbox
    assert Letter.objects.get().state == "dropped"
    assert "12345678" not in str(Letter.objects.values().get())


def test_nobody_reads_a_code_not_even_the_clock(code_letter):
    assert not Letter.objects.visible_to(Actor(via=Via.CLOCK)).exists()


def test_an_account_gets_ten_codes_a_day(db):
    for _ in range(10):
        count_code_asked(key="user:1", now=NOW)
    with pytest.raises(NotNow):
        count_code_asked(key="user:1", now=NOW)

    assert count_code_asked(key="user:2", now=NOW)
    assert count_code_asked(key="user:1", now=NOW + timedelta(days=1))


def test_an_address_nobody_has_is_counted_alike_and_not_kept(db):
    for _ in range(10):
        count_code_asked(key="nobody@example.org", now=NOW)
    with pytest.raises(NotNow):
        count_code_asked(key="nobody@example.org", now=NOW)

    assert "example.org" not in str(list(CodeAsk.objects.values()))


def test_a_code_may_be_tried_five_times(db):
    ask = count_code_asked(key="user:1", now=NOW)

    assert [count_code_try(ask.pk) for _ in range(7)] == [True] * 5 + [False] * 2
    assert not count_code_try(None)


def test_the_database_itself_stops_an_eleventh_code(db):
    from django.db import IntegrityError

    with pytest.raises(IntegrityError), transaction.atomic():
        CodeAsk.objects.create(key="user:1", on=NOW.date(), number=11)


def test_counts_of_days_that_are_over_are_forgotten(db):
    count_code_asked(key="user:1", now=NOW)
    forget_codes_asked(before=NOW.date())
    assert CodeAsk.objects.exists()

    forget_codes_asked(before=NOW.date() + timedelta(days=1))
    assert not CodeAsk.objects.exists()
