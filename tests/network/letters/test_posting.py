"""From the outbox to the world: claimed once, tried again, given up in sight of staff."""

import json
from datetime import UTC, datetime, timedelta
from email import message_from_string
from pathlib import Path
from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail

from mentorbank.network.letters import jobs
from mentorbank.network.letters.actions import post, posting
from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.queries import letters_due, link_address

from .conftest import NOW


def post_at(letter, minutes=0, worker="one"):
    sent = post(letter_id=letter.pk, worker=worker, now=NOW + timedelta(minutes=minutes))
    letter.refresh_from_db()
    return sent


@pytest.fixture
def broken(monkeypatch):
    """The outside world does not answer."""

    def fail(letter):
        raise broken.error

    broken.error = ConnectionRefusedError("no mail server")
    monkeypatch.setattr(posting, "hand_over", fail)
    return broken


def test_an_email_carries_all_a_reader_and_a_server_need(a_letter, person):
    letter = a_letter(calendar=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", calendar_method="PUBLISH")

    assert post_at(letter)

    raw = message_from_string(mail.outbox[0].message().as_string())
    assert raw["Message-ID"] == letter.message_id
    assert raw["Auto-Submitted"] == "auto-generated"
    assert raw["Reply-To"] == "bente@example.org"
    assert raw["To"] == "amal@example.org"
    kinds = [part.get_content_type() for part in raw.walk() if not part.is_multipart()]
    assert kinds == ["text/plain", "text/html", "text/calendar"]


def test_text_and_page_lead_to_the_same_link(a_letter):
    letter = a_letter()
    post_at(letter)

    page = mail.outbox[0].alternatives[0].content
    assert link_address(letter) in mail.outbox[0].body
    assert f'href="{link_address(letter)}"' in page
    assert "{link}" not in mail.outbox[0].body + page


def test_an_arabic_page_runs_from_right_to_left(a_letter, person):
    person.language = "ar"
    post_at(a_letter())

    assert '<html lang="ar" dir="rtl">' in mail.outbox[0].alternatives[0].content


def test_names_cannot_bring_markup_into_the_page(a_letter, person):
    person.name = "<b>Amal</b> Haddad"
    post_at(a_letter())

    assert "&lt;b&gt;Amal" in mail.outbox[0].alternatives[0].content


def test_a_text_message_goes_to_a_file_where_no_gateway_is_set(a_letter, person, settings, tmp_path):
    settings.SMS_FILE = tmp_path / "sms.log"
    letter = a_letter(channel="sms")

    assert post_at(letter)

    line = json.loads(Path(settings.SMS_FILE).read_text())
    assert (line["to"], line["key"]) == (person.phone, letter.key)
    assert link_address(letter) in line["text"]


def test_of_two_workers_one_posts(a_letter):
    letter = a_letter()

    assert [post_at(letter, worker="one"), post_at(letter, worker="two")] == [True, False]
    assert len(mail.outbox) == 1
    assert letter.state == "posted"


def test_a_letter_whose_worker_went_silent_is_taken_over_after_its_lease(a_letter, monkeypatch):
    letter = a_letter()
    posting._claim(letter.pk, "dead", NOW)

    assert not post_at(letter, minutes=4)
    assert post_at(letter, minutes=6, worker="two")


def test_a_worker_that_lost_its_letter_does_not_write_over_the_other(a_letter):
    letter = posting._claim(a_letter().pk, "slow", NOW)
    posting._claim(letter.pk, "quick", NOW + timedelta(minutes=6))

    assert not posting._close(letter, posting.LetterState.POSTED, NOW)
    assert Letter.objects.get().worker == "quick"


def test_a_broken_server_is_tried_again_for_more_than_a_day_and_then_staff_see_it(a_letter, broken):
    letter, now, tries = a_letter(), NOW, 0
    while letters_due(now):
        post(letter_id=letter.pk, worker="one", now=now)
        letter.refresh_from_db()
        now, tries = max(now, letter.next_try_at), tries + 1

    assert letter.state == "failed"
    assert letter.error == "ConnectionRefusedError: no mail server"
    assert tries == 10
    assert now - NOW > timedelta(days=1)


def test_an_address_that_is_refused_is_not_tried_again(a_letter, broken):
    broken.error = SMTPRecipientsRefused({"amal@example.org": (550, b"no such person")})
    letter = a_letter()

    post_at(letter)

    assert letter.state == "failed"


def test_an_address_that_is_busy_is_tried_again(a_letter, broken):
    broken.error = SMTPRecipientsRefused({"amal@example.org": (450, b"later")})
    letter = a_letter()

    post_at(letter)

    assert letter.state == "waiting"
    assert letter.next_try_at == NOW + timedelta(minutes=1)


def test_one_bad_letter_does_not_stop_the_queue(a_letter, person):
    bad, good = a_letter(), a_letter("mentee-ready")
    Letter.objects.filter(pk=bad.pk).update(calendar="x", calendar_method="\r\nBcc: a@")

    assert [post_at(bad), post_at(good)] == [False, True]
    assert [message.subject for message in mail.outbox] == ["Nu leder vi efter din mentor"]


def test_a_silent_mail_server_does_not_keep_other_work_waiting(a_letter, broken, monkeypatch):
    for kind in ("welcome-mentee", "mentee-ready", "mentor-in-bank"):
        a_letter(kind, now=datetime.now(UTC))
    monkeypatch.setattr(jobs, "ROUND", -1)
    jobs.post_due_letters()
    assert not Letter.objects.filter(tries=1).exists()

    monkeypatch.setattr(jobs, "ROUND", 45)
    jobs.post_due_letters()
    assert Letter.objects.filter(tries=1).count() == 3
