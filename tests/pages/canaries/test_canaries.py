"""Each protected field holds a word found nowhere else; whoever must not read it never meets the word."""

from datetime import timedelta

import pytest
from django.test import Client

from mentorbank.network.intake.actions import record_interview, record_screening
from mentorbank.network.intake.models import InterviewDecision, ScreeningDecision
from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.queries.links import token_of
from mentorbank.network.partnerships.actions import ask_first
from mentorbank.network.partnerships.models import Side
from tests.builders import (
    NOW,
    TODAY,
    a_coordinator,
    a_mentee,
    a_network_leader,
    a_proposal,
    a_volunteer,
    an_administrator,
    an_applicant,
    another_division,
    answer,
    as_,
    the_coordinator,
)

from .crawl import crawl

pytestmark = pytest.mark.django_db

#: Word → who may read it before both said yes. "staff": of the division, and the network leader.
BEFORE = {
    "Quillfeldt": {"staff", "mentee"},  # the mentee's family name
    "Zwantje": {"staff", "mentee", "mentor"},  # her first name
    "quillmail": {"staff", "mentee"},
    "Noterim": {"staff", "mentee", "mentor"},  # the note she approved
    "Barrierum": {"staff"},
    "Benefitum": {"staff"},
    "Residenzium": {"staff"},
    "Impressium": {"staff"},
    "Factarum": {"staff"},
    "Promissum": {"staff"},
    "Ostrowany": {"staff", "mentor"},  # the mentor's family name
    "Brunhilda": {"staff", "mentee", "mentor"},
    "ostromail": {"staff", "mentor"},
    "Werkstattia": {"staff", "mentor"},  # her employer
    "Motivanda": {"staff", "mentor"},
    "Backgrundum": {"staff"},
    "Questionara": {"staff", "mentor"},  # what she asked before answering
    "Strangelina": {"stranger staff", "network leader"},  # somebody of another division
}


@pytest.fixture
def network():
    """A mentee and a mentor who are being asked, each field with its word; a stranger elsewhere."""
    by = the_coordinator()
    mentee = an_applicant("Zwantje Quillfeldt", email="quillmail@example.org", note="Noterim")
    record_interview(
        mentee=mentee,
        held_on=TODAY,
        decision=InterviewDecision.READY,
        profile={"barriers": "Barrierum", "benefit": "Benefitum", "residence_basis": "Residenzium"},
        facts="Factarum",
        impression="Impressium",
        promised="Promissum",
        by=by,
        now=NOW,
    )
    mentor = a_volunteer(
        "Brunhilda Ostrowany", email="ostromail@example.org", employer="Werkstattia", motivation="Motivanda"
    )
    record_screening(
        mentor=mentor,
        held_on=TODAY,
        decision=ScreeningDecision.APPROVE,
        promised_confidentiality=True,
        background="Backgrundum",
        by=by,
        now=NOW,
    )
    another_division()
    elsewhere = a_mentee("Strangelina Fern", postcode="5000")
    proposal = a_proposal(mentee, mentor)
    ask_first(
        proposal=proposal,
        side=Side.MENTOR,
        text="Questionara?",
        language="da",
        by=as_(mentor.person),
        now=NOW,
    )
    return {
        "proposal": proposal,
        "mentee": mentee.person,
        "mentor": mentor.person,
        "elsewhere": elsewhere.person,
    }


def signed_in(person):
    client = Client()
    client.force_login(person.user)
    return client


def links_of(person):
    letters = Letter.objects.filter(to=person, link__isnull=False).select_related("link")
    return [f"/l/{token_of(letter)}/" for letter in letters]


def readers(network):
    """Name, signed-in client, where this reader begins."""
    desk, mine = ["/desk/", "/desk/find/?q=q", "/desk/find/?q=quill", "/mine/"], ["/mine/", "/", "/desk/"]
    stranger = a_coordinator(another_division(), "Søren Holt")
    bystander = a_mentee("Ingrid Bystand").person
    return [
        ("anonymous", Client(), ["/", "/desk/", "/mine/", "/join/", "/volunteer/"]),
        ("staff", signed_in(the_coordinator().person), desk),
        ("stranger staff", signed_in(stranger.person), desk),
        ("network leader", signed_in(a_network_leader().person), desk),
        ("administrator", signed_in(an_administrator().person), desk),
        ("mentee", signed_in(network["mentee"]), [*mine, *links_of(network["mentee"])]),
        ("mentor", signed_in(network["mentor"]), [*mine, *links_of(network["mentor"])]),
        ("bystander", signed_in(bystander), [*mine, *links_of(bystander)]),
    ]


def leaks(pages, name, allowed):
    """Words this reader met without being of their audience, with the page."""
    audience = {name, "staff"} if name == "network leader" else {name}
    forbidden = [word for word, may in allowed.items() if not audience & may]
    return [(name, word, page) for page, text in pages.items() for word in forbidden if word in text]


def test_no_protected_word_leaves_its_audience_while_two_are_asked(network):
    found, read = [], {}
    for name, client, starts in readers(network):
        pages = crawl(client, starts)
        found += leaks(pages, name, BEFORE)
        read[name] = {word for word in BEFORE for text in pages.values() if word in text}

    assert found == []
    assert {"Zwantje", "Noterim"} <= read["mentor"]  # the crawl did read what it may
    assert {"Quillfeldt", "Impressium", "Backgrundum", "Questionara"} <= read["staff"]


def test_after_both_said_yes_names_are_shared_and_files_are_not(network):
    proposal = network["proposal"]
    answer(proposal, Side.MENTOR, now=NOW + timedelta(hours=1))
    answer(proposal, Side.MENTEE, now=NOW + timedelta(hours=1))
    shared = {"Quillfeldt", "quillmail", "Ostrowany", "ostromail", "Werkstattia", "Brunhilda", "Zwantje"}
    allowed = BEFORE | {word: BEFORE[word] | {"mentee", "mentor"} for word in shared}

    found = [
        leak
        for name, client, starts in readers(network)
        for leak in leaks(crawl(client, starts), name, allowed)
    ]

    assert found == []


def test_another_divisions_file_answers_like_one_that_is_not_there(network):
    client = signed_in(the_coordinator().person)
    foreign, missing = network["elsewhere"].pk, 10**9

    for address in (
        "/desk/people/{}/",
        "/desk/mentees/{}/",
        "/desk/mentees/{}/shortlist/",
        "/desk/mentors/{}/",
    ):
        one, other = client.get(address.format(foreign)), client.get(address.format(missing))
        assert (one.status_code, one.content) == (404, other.content), address
