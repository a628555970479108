"""What holds for every staff page: it opens, for the right readers only, and whatever stands in its address."""

import pytest
from django.test import Client
from django.urls import reverse

from mentorbank.network.letters.models import Letter
from mentorbank.network.people.models import Entry
from tests.builders import (
    NOW,
    a_coordinator,
    a_draft_partnership,
    a_mentee,
    a_mentor,
    a_partnership,
    a_volunteer,
    an_applicant,
    another_division,
)
from tests.pages.desk.conftest import signed_in

pytestmark = pytest.mark.django_db
LISTS = ("today", "find", "waiting_list", "mentor_bank", "partnerships", "effects", "letters")
NAMES = (
    "q",
    "page",
    "sort",
    "state",
    "stage",
    "division",
    "programme",
    "profession",
    "language",
    "free",
    "all",
)
JUNK = "'\"><script>\u202e\ufffd" + "9" * 200


def the_files() -> dict[str, list[int]]:
    """A page about somebody or something, and its ids."""
    pair = a_partnership(a_mentee("Amal Haddad"), a_mentor("Kirsten Holm"))
    draft = a_draft_partnership(a_mentee("Draft"), a_mentor("Draft Mentor"))
    applicant, volunteer, waiting = an_applicant("New"), a_volunteer("New Mentor"), a_mentee("Waiting")
    return {
        "mentee": [pair.mentee_id],
        "interview": [applicant.pk],
        "shortlist": [waiting.pk],
        "outcome": [pair.mentee_id],
        "mentor": [pair.mentor_id],
        "screening": [volunteer.pk],
        "person": [pair.mentee.person_id],
        "person_details": [pair.mentor.person_id],
        "partnership": [pair.pk],
        "contract": [draft.pk],
        "meeting": [pair.pk],
        "end_partnership": [pair.pk],
        "letter": [Letter.objects.filter(to=pair.mentee.person).first().pk],
    }


def test_every_page_opens_in_danish_and_english(desk):
    for name, ids in {**the_files(), **{name: [] for name in LISTS}}.items():
        for language in ("da", "en"):
            desk.cookies["language"] = language
            answer = desk.get(reverse(f"desk:{name}", args=ids))
            assert answer.status_code == 200, name
            assert f'<html lang="{language}"' in answer.text


def test_another_divisions_things_are_not_there(desk):
    stranger = signed_in(a_coordinator(another_division()))
    for name, ids in the_files().items():
        address = reverse(f"desk:{name}", args=ids)
        assert stranger.get(address).status_code == 404, name
        assert stranger.post(address, {}).status_code in (404, 405), name


def test_nobody_else_comes_in(administrator):
    participant = Client()
    participant.force_login(a_mentee().person.user)
    for name in LISTS:
        address = reverse(f"desk:{name}")
        assert participant.get(address).status_code == 403, name
        assert Client().get(address).status_code == 302, name
    for name in ("waiting_list", "mentor_bank", "partnerships", "letters", "find"):
        assert administrator.get(reverse(f"desk:{name}")).status_code == 403, name


def test_opening_a_file_is_written_down_before_it_is_shown(desk, coordinator):
    for name, ids in the_files().items():
        Entry.objects.filter(looked=True).delete()
        desk.get(reverse(f"desk:{name}", args=ids))
        entry = Entry.objects.filter(looked=True).first()
        assert entry is not None, name
        assert (entry.by, entry.at) == (coordinator.person, NOW)


def test_junk_in_an_address_is_shown_the_page_or_not_found(desk):
    junk = dict.fromkeys(NAMES, JUNK)
    for name in LISTS:
        assert desk.get(reverse(f"desk:{name}"), junk).status_code == 200, name
    for name, ids in the_files().items():
        assert desk.get(reverse(f"desk:{name}", args=ids), junk).status_code == 200, name
        assert desk.get(reverse(f"desk:{name}", args=[10**25])).status_code == 404, name
    assert desk.get("/desk/effects/no-such-figure/").status_code == 404


def test_junk_in_a_form_is_answered_with_the_page(desk):
    files = the_files()
    files |= {"register_mentee": [], "register_mentor": []}
    for name in (
        "interview",
        "screening",
        "outcome",
        "person_details",
        "contract",
        "meeting",
        "end_partnership",
    ):
        fields = desk.get(reverse(f"desk:{name}", args=files[name])).context["form"].fields
        filled = dict.fromkeys(fields, JUNK) | {"wishes-TOTAL_FORMS": JUNK, "goals-TOTAL_FORMS": "1"}
        answer = desk.post(reverse(f"desk:{name}", args=files[name]), filled)
        assert answer.status_code == 200, name
        assert "Please look at this" in answer.text, name
        assert desk.post(reverse(f"desk:{name}", args=files[name]), {}).status_code == 200, name


def test_words_of_people_are_never_run(desk):
    pair = a_partnership(a_mentee("<script>alert(1)</script>Amal"), a_mentor("<b>Kirsten</b>"))
    for name, ids in {
        "mentee": [pair.mentee_id],
        "partnership": [pair.pk],
        "waiting_list": [],
        "today": [],
    }.items():
        text = desk.get(reverse(f"desk:{name}", args=ids)).text
        assert "<script>alert" not in text
        assert "<b>Kirsten" not in text


def test_pages_of_staff_are_not_kept_by_a_browser(desk):
    for name in LISTS:
        assert desk.get(reverse(f"desk:{name}")).headers["Cache-Control"] == "no-store, private"
