"""The words of every letter in every language: complete, short, without a hole nobody fills."""

import re

import pytest

from mentorbank.network.letters.actions.texts import LINK
from mentorbank.network.letters.actions.writing import short_message
from mentorbank.network.letters.queries import kinds, placeholders, shipped
from mentorbank.network.letters.queries.texts import HOLE, LANGUAGES, filled, frame
from mentorbank.network.letters.rules import GSM_LIMIT, WIDE_LIMIT, fits_sms, sms_size

EVERY_TEXT = [(kind, language) for kind in kinds() for language in LANGUAGES]
VALUES = {"network": "Mentorbank", "link": LINK, "code": "12345678"}
#: Marks of words that fit one gender only, and of a tone we do not use.
ONE_GENDER = {
    "da": r"\b(hun|han|hende|ham|hendes|hans|kvinde\w*|mand)\b",
    "en": r"\b(she|he|her|him|his|hers|wom[ae]n|m[ae]n)\b",
    "nb": r"\b(hun|han|henne|ham|hennes|hans|kvinne\w*|mann)\b",
    "ar": r"\b(افتحي|افتح|اضغطي|اضغط|أجيبي|أجب|تريدين|تريد|يمكنكِ|مرشدك|مرشدتك)\b",
}


@pytest.mark.parametrize(("kind", "language"), EVERY_TEXT)
def test_each_letter_says_all_it_must_in_each_language(kind, language):
    text = shipped(kind, language)
    wanted = "code" if kind == "sign-in-code" else "link"

    assert wanted in HOLE.findall(text.body)
    assert wanted in HOLE.findall(text.sms)
    assert {*HOLE.findall(text.subject + text.body + text.sms)} <= placeholders(kind)
    assert text.language == language
    assert bool(text.button) == (wanted == "link")


@pytest.mark.parametrize(("kind", "language"), EVERY_TEXT)
def test_each_short_message_fits_with_its_link(kind, language):
    message = filled(shipped(kind, language).sms, VALUES)

    assert fits_sms(message), sms_size(message)
    assert "{" not in message


@pytest.mark.parametrize(("kind", "language"), EVERY_TEXT)
def test_each_letter_fits_women_and_men_alike(kind, language):
    text = shipped(kind, language)

    assert not re.search(ONE_GENDER[language], f"{text.subject} {text.body} {text.sms}", re.IGNORECASE)


@pytest.mark.parametrize(("kind", "language"), [pair for pair in EVERY_TEXT if pair[1] != "ar"])
def test_each_latin_message_stays_within_the_small_alphabet(kind, language):
    assert sms_size(filled(shipped(kind, language).sms, VALUES))[1] == GSM_LIMIT


@pytest.mark.parametrize(("kind", "language"), EVERY_TEXT)
def test_sentences_are_short(kind, language):
    body = shipped(kind, language).body.replace("{link}", "").replace("{network}", "N")
    sentences = re.split(r"[.!?:؟]\s", body)

    assert max(len(sentence.split()) for sentence in sentences) <= 14


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_greeting_exists_with_and_without_a_name(language):
    assert "{name}" in frame(language)["greeting"]
    assert "{name}" not in frame(language)["greeting_plain"]


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("å" * 160, (160, GSM_LIMIT)),
        ("€[]", (6, GSM_LIMIT)),
        ("Ça", (2, GSM_LIMIT)),
        ("ça", (2, WIDE_LIMIT)),
        ("مرحبا", (5, WIDE_LIMIT)),
        ("👋", (2, WIDE_LIMIT)),
    ],
)
def test_the_size_of_a_short_message_is_what_a_network_counts(text, size):
    assert sms_size(text) == size


def test_a_network_with_a_long_name_loses_words_and_never_the_link():
    message = short_message(shipped("welcome-mentee", "ar").sms, {"network": "شبكة " * 20}, LINK)

    assert "{link}" in message
    assert fits_sms(message.replace("{link}", LINK))
