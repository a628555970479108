"""What stands in the outbox once an act has happened."""

import hashlib

import pytest
from django.db import transaction
from django_tasks_db.models import DBTaskResult

from mentorbank.network.letters.actions import write
from mentorbank.network.letters.models import Letter, LetterText, Link
from mentorbank.network.letters.queries import text_for
from mentorbank.network.organisation.models import Network, Programme

from .conftest import NOW


def test_a_letter_greets_by_name_signs_by_the_coordinator_and_holds_a_place_for_its_link(a_letter):
    letter = a_letter()

    assert letter.body.startswith("Kære Amal\n\n")
    assert "{link}" in letter.body
    assert letter.body.rstrip().endswith("Bente Krog\nMentorbank")
    assert letter.reply_to.name == "Bente Krog"


def test_a_letter_is_written_in_the_language_of_its_reader(a_letter, person):
    person.language = "ar"

    letter = a_letter()

    assert letter.language == "ar"
    assert letter.body.startswith("مرحبًا Amal")


def test_a_language_without_texts_reads_danish_and_says_so(a_letter, person):
    person.language = "so"

    assert a_letter().language == "da"


def test_a_shielded_person_gets_letters_without_a_name(a_letter, person):
    person.shielded, person.alias = True, "Mira"

    letter = a_letter()

    assert letter.body.startswith("Hej\n\n")
    assert not any(name in letter.subject + letter.body for name in ("Amal", "Haddad", "Mira"))


def test_who_reads_by_phone_gets_one_short_message_with_the_link(a_letter, person):
    person.channel = "sms"

    letter = a_letter()

    assert letter.channel == "sms"
    assert letter.subject == ""
    assert letter.body.count("{link}") == 1


def test_the_same_act_never_writes_twice(a_letter):
    assert a_letter() == a_letter()
    assert Letter.objects.count() == Link.objects.count() == 1


def test_an_act_that_is_undone_writes_nothing(person):
    def an_act_that_fails():
        with transaction.atomic():
            write("welcome-mentee", to=person, page="application", now=NOW)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        an_act_that_fails()
    assert not Letter.objects.exists()
    assert not DBTaskResult.objects.exists()


def test_each_letter_queues_its_own_posting(a_letter):
    letter = a_letter()

    assert DBTaskResult.objects.get().args_kwargs["args"] == ["letters.post_letter", letter.pk]


def test_only_the_hash_of_a_link_is_kept(a_letter):
    from mentorbank.network.letters.queries import token_of

    letter = a_letter()
    token = token_of(letter)

    assert len(token) * 6 >= 128
    assert letter.link.hashed == hashlib.sha256(token.encode()).hexdigest()
    assert token not in str(Letter.objects.values().get()) + str(Link.objects.values().get())


def test_braces_in_a_name_fill_no_holes(a_letter, person):
    person.name = "{link} {code}"

    assert a_letter().body.startswith("Kære link\n")


def test_a_name_with_line_breaks_cannot_reach_a_header(a_letter):
    Network.objects.create(pk=1, name="Netværk\r\nBcc: all@example.org")

    assert a_letter("sign-in-code", values={"code": "1"}).subject == "Din kode til Netværk Bcc: all@example.org"


def test_the_narrowest_text_wins(division):
    programme = Programme.objects.create(name="General", code="general")
    scopes = [(None, None), (None, division), (programme, None), (programme, division)]
    for number, (of_programme, of_division) in enumerate(scopes):
        assert text_for("did-you-meet", "da", programme, division).subject != f"Nr. {number}"
        LetterText.objects.create(
            kind="did-you-meet", language="da", subject=f"Nr. {number}", body="{link}", sms="{link}",
            programme=of_programme, division=of_division,
        )
        assert text_for("did-you-meet", "da", programme, division).subject == f"Nr. {number}"
    assert text_for("did-you-meet", "da").subject == "Nr. 0"
    assert text_for("did-you-meet", "en", programme, division).subject == "Did you meet?"
