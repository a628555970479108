"""The network administrator sets what holds for everybody; nobody else does."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from mentorbank.network.letters.models import Letter, LetterText
from mentorbank.network.organisation.models import Area, Division, Partner, Programme
from mentorbank.network.organisation.queries import division_of, the_network
from mentorbank.network.people.models import StaffRole
from tests.builders import a_coordinator, a_division, a_programme, an_administrator, another_division

pytestmark = pytest.mark.django_db
PROGRAMME = {
    "name": "Karriere",
    "code": "karriere",
    "audience": "all",
    "months_min": "3",
    "months_usual": "6",
    "months_max": "9",
    "rhythm_weeks": "3",
    "asking_order": "mentor",
    "invite_days": "14",
    "interview_days": "28",
    "remind_days": "3",
    "expire_days": "7",
    "correct_days": "7",
}


@pytest.fixture
def admin() -> Client:
    client = Client()
    client.force_login(an_administrator().person.user)
    return client


def test_only_the_administrator_comes_in():
    client = Client()
    client.force_login(a_coordinator().person.user)

    for address in ("", "network/", "divisions/new/", "programmes/new/", "staff/", "texts/"):
        assert client.get(f"/desk/settings/{address}").status_code == 403


def test_the_networks_name_and_colour_change_everywhere(admin):
    admin.post("/desk/settings/network/", {"name": "Netværket", "accent": "#224466"})

    assert the_network().name == "Netværket"
    assert "Netværket" in admin.get("/").content.decode()


def test_a_logo_that_is_no_picture_is_kindly_refused(admin):
    file = SimpleUploadedFile("logo.png", b"<svg onload=alert(1)>")

    page = admin.post("/desk/settings/network/", {"name": "Netværket", "logo": file}).content.decode()

    assert "200 KB" in page
    assert 'value="Netværket"' in page


def test_a_division_with_its_postcodes_takes_the_people_who_live_there(admin):
    values = {"name": "Randers", "code": "randers", "city": "Randers", "opened_on": "2026-01-01"}
    admin.post("/desk/settings/divisions/new/", values)
    division = Division.objects.get(code="randers")

    admin.post(f"/desk/settings/divisions/{division.pk}/areas/", {"first": "8900", "last": "8999"})

    assert division_of("8930") == division


def test_an_area_that_runs_backwards_keeps_what_was_typed(admin):
    division = a_division()

    page = admin.post(f"/desk/settings/divisions/{division.pk}/areas/", {"first": "8999", "last": "8900"})

    assert page.status_code == 200
    assert 'value="8999"' in page.content.decode()
    assert division.areas.count() == 1


def test_partners_come_and_go(admin):
    division = a_division()
    admin.post(f"/desk/settings/divisions/{division.pk}/partners/", {"name": "Biblioteket", "kind": "lokaler"})
    partner = Partner.objects.get()

    admin.post(f"/desk/settings/partners/{partner.pk}/remove/")
    admin.post(f"/desk/settings/areas/{Area.objects.get().pk}/remove/")

    assert not Partner.objects.exists()
    assert not Area.objects.exists()


def test_a_programme_is_made_and_changed(admin):
    admin.post("/desk/settings/programmes/new/", PROGRAMME)
    programme = Programme.objects.get(code="karriere")

    admin.post(f"/desk/settings/programmes/{programme.pk}/", PROGRAMME | {"months_max": "12"})

    programme.refresh_from_db()
    assert (programme.months_max, programme.asking_order) == (12, "mentor")


@pytest.mark.parametrize("wrong", [{"months_min": "8"}, {"remind_days": "9"}, {"code": "Ø ?"}, {"name": ""}])
def test_a_programme_that_cannot_be_says_why(admin, wrong):
    page = admin.post("/desk/settings/programmes/new/", PROGRAMME | wrong)

    assert page.status_code == 200
    assert "error" in page.content.decode()
    assert not Programme.objects.filter(code="karriere").exists()


def test_staff_are_invited_change_and_leave(admin):
    division, other = a_division(), another_division()
    values = {"name": "Pia Ny", "email": "pia@example.org", "role": "coordinator", "language": "da"}
    admin.post("/desk/settings/staff/", values | {"division": division.pk})
    role = StaffRole.objects.get(person__email="pia@example.org")
    assert Letter.objects.filter(kind="staff-invitation", to=role.person).exists()

    admin.post(f"/desk/settings/staff/roles/{role.pk}/", {"role": "coordinator", "division": other.pk})
    moved = StaffRole.objects.get(person=role.person, until=None)
    assert moved.division == other

    admin.post(f"/desk/settings/staff/roles/{moved.pk}/end/")
    assert not StaffRole.objects.filter(person=role.person, until=None).exists()


def test_the_last_administrator_stays(admin):
    role = StaffRole.objects.get(role="network_administrator")

    answer = admin.post(f"/desk/settings/staff/roles/{role.pk}/end/")

    assert answer.status_code == 409
    assert StaffRole.objects.filter(pk=role.pk, until=None).exists()


def test_a_coordinator_without_a_division_is_asked_for_it(admin):
    values = {"name": "Pia Ny", "email": "pia@example.org", "role": "coordinator", "language": "da"}

    page = admin.post("/desk/settings/staff/", values)

    assert page.status_code == 200
    assert 'value="pia@example.org"' in page.content.decode()


def test_own_words_are_in_force_until_they_are_taken_back(admin):
    address = f"/desk/settings/texts/welcome-mentee/?language=da&programme={a_programme().pk}"
    words = {"subject": "Hej", "body": "Velkommen til os. {link}", "sms": "Velkommen {link}"}
    admin.post(address, words)
    assert "Velkommen til os" in admin.get(address).content.decode()

    admin.post(address, {"shipped": "1"})

    assert not LetterText.objects.exists()


def test_a_text_that_forgets_its_link_says_so(admin):
    words = {"subject": "Hej", "body": "Velkommen", "sms": "Velkommen {link}"}

    page = admin.post("/desk/settings/texts/welcome-mentee/?language=da", words)

    assert "{link}" in page.content.decode()
    assert not LetterText.objects.exists()


def test_junk_in_the_address_shows_the_text_for_everybody(admin):
    answer = admin.get("/desk/settings/texts/welcome-mentee/?language=xx&programme=nine&division=-1")

    assert answer.status_code == 200
    assert admin.get("/desk/settings/texts/no-such-letter/").status_code == 404
