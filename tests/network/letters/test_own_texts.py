"""The network's own words: checked before they can spoil a letter."""

import pytest

from mentorbank.network.base.actor import Actor, Role, Via
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.letters.actions import save_letter_text, use_shipped_text
from mentorbank.network.letters.models import LetterText
from mentorbank.network.letters.queries import text_for

from .conftest import NOW

ADMINISTRATOR = Actor(via=Via.SESSION, roles=frozenset({(Role.NETWORK_ADMINISTRATOR, None)}))
WORDS = {"subject": "Mødtes I?", "body": "Svar her: {link}", "sms": "Svar her: {link}"}


def save(by=ADMINISTRATOR, **changes):
    return save_letter_text(**{"kind": "did-you-meet", "language": "da", "by": by, "now": NOW} | WORDS | changes)


def test_own_words_are_in_force_at_once_and_can_be_taken_back(db):
    text = save(subject="Så I hinanden?")
    assert text_for("did-you-meet", "da").subject == "Så I hinanden?"

    use_shipped_text(text=text, by=ADMINISTRATOR, now=NOW)
    assert text_for("did-you-meet", "da").subject == "Mødtes I?"


def test_saving_again_replaces_the_words(db):
    save()
    save(subject="Nye ord")

    assert LetterText.objects.get().subject == "Nye ord"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"body": "Svar her."}, "body"),
        ({"body": "{link} {password}"}, "body"),
        ({"subject": " \u200b"}, "subject"),
        ({"sms": "ord " * 40 + "{link}"}, "sms"),
        ({"sms": "Svar"}, "sms"),
        ({"subject": "x" * 121}, "subject"),
        ({"kind": "no-such-letter"}, "kind"),
        ({"language": "tlh"}, "kind"),
        ({"kind": "sign-in-code", "body": "{link}", "sms": "{link}"}, "body"),
    ],
)
def test_words_that_would_spoil_a_letter_are_refused_beside_their_field(db, changes, field):
    with pytest.raises(NotNow) as refusal:
        save(**changes)

    assert refusal.value.field == field
    assert not LetterText.objects.exists()


def test_only_the_network_administrator_changes_texts(db):
    with pytest.raises(NotAllowed):
        save(by=Actor(roles=frozenset({(Role.NETWORK_LEADER, None)})))
