"""Letters meet a real mail server and a real gateway."""

import pytest

from mentorbank.network.letters.actions import post
from mentorbank.network.letters.queries import link_address

from .conftest import NOW
from .servers import mail_server, sms_gateway


@pytest.fixture
def mailbox(settings):
    with mail_server() as (box, port):
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        yield box


@pytest.fixture
def gateway(settings):
    with sms_gateway() as server:
        settings.SMS_GATEWAY = f"http://127.0.0.1:{server.server_port}/send"
        settings.SMS_TOKEN = "a token"
        yield server


def posted(letter):
    post(letter_id=letter.pk, worker="one", now=NOW)
    letter.refresh_from_db()
    return letter


def test_a_mail_server_receives_text_page_and_calendar(mailbox, a_letter, person):
    person.language = "ar"
    letter = posted(a_letter(calendar="BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", calendar_method="PUBLISH"))

    (mail,) = mailbox.letters
    parts = {part.get_content_type(): part for part in mail.walk()}
    assert letter.state == "posted"
    assert mail["Message-ID"] == letter.message_id
    assert link_address(letter) in parts["text/plain"].get_payload(decode=True).decode()
    assert parts["text/calendar"].get_param("method") == "PUBLISH"
    assert parts["text/calendar"].get_payload(decode=True).startswith(b"BEGIN:VCALENDAR")


def test_a_server_that_refuses_the_address_for_good_ends_the_letter(mailbox, a_letter):
    mailbox.refusal = "550 no such person"

    assert posted(a_letter()).state == "failed"


def test_a_server_that_is_busy_is_asked_again(mailbox, a_letter):
    mailbox.refusal = "451 come back later"

    assert posted(a_letter()).state == "waiting"


def test_a_gateway_gets_number_text_key_and_token(gateway, a_letter, person):
    letter = posted(a_letter(channel="sms"))

    (asked,) = gateway.asked
    assert (asked["to"], asked["key"]) == (person.phone, letter.key)
    assert asked["headers"]["Authorization"] == "Bearer a token"
    assert asked["headers"]["Idempotency-Key"] == letter.key
    assert link_address(letter) in asked["text"]
    assert letter.state == "posted"


@pytest.mark.parametrize("status", [302, 401, 429, 500])
def test_a_gateway_that_does_not_take_the_message_is_asked_again(gateway, a_letter, status):
    gateway.status = status

    assert posted(a_letter(channel="sms")).state == "waiting"
