"""Lists cost the same for one row and for fifty, and find what is looked for."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from mentorbank.network.partnerships.models import Partnership
from mentorbank.network.people.models import Person, Place
from tests.builders import a_draft_partnership, a_mentee, a_mentor, a_proposal, a_volunteer, an_applicant

pytestmark = pytest.mark.django_db
MANY = 49


def copied(one, number: int, **changes):
    """As many rows like `one`, under people like hers."""
    people = Person.objects.bulk_create(
        _like(one.person, email=f"copy{each}@example.org") for each in range(number)
    )
    return type(one).objects.bulk_create(_like(one, person=person, **changes) for person in people)


def _like(row, **changes):
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    new = type(row)(**values)
    for name, value in changes.items():
        setattr(new, name, value)
    return new


def queries(desk, address: str) -> int:
    desk.get(address)  # what is read once a process is read
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "address",
    [
        "/desk/",
        "/desk/mentees/waiting/",
        "/desk/mentees/waiting/?stage=interview",
        "/desk/mentors/",
        "/desk/mentors/?state=to_screen",
        "/desk/partnerships/",
        "/desk/find/?q=ama",
        "/desk/effects/",
        "/desk/effects/running-partnerships/",
        "/desk/effects/days-ready-to-match/",
        "/desk/effects/ever-in-work/",
        "/desk/letters/",
    ],
)
def test_a_list_takes_as_many_queries_for_fifty_rows_as_for_one(desk, address):
    mentee, mentor = a_mentee("Amal Haddad"), a_mentor("Amalie Holm")
    applicant, volunteer = an_applicant("Amal Applicant"), a_volunteer("Amal Volunteer")
    pair = a_draft_partnership(a_mentee("Amal Matched"), a_mentor("Amal Mentor"))
    a_proposal(a_mentee("Amal Asked"), a_mentor("Amalie Asked"))
    one = queries(desk, address)
    for each in (mentee, applicant, volunteer):
        copied(each, MANY)
    mentors = copied(mentor, MANY)
    Place.objects.bulk_create(Place(mentor=each, number=1) for each in mentors)
    matched = copied(pair.mentee, MANY)
    Partnership.objects.bulk_create(
        _like(pair, proposal=None, mentee=them, mentor=mentor)
        for them, mentor in zip(matched, mentors, strict=True)
    )

    assert queries(desk, address) == one


def test_the_bank_is_searched_as_one_types_and_keeps_its_filters_in_the_address(desk):
    a_mentor("Lise Østergaard", occupation_words="Tandlæge")
    a_mentor("Kirsten Holm", occupation_words="Sygeplejerske")

    found = desk.get("/desk/mentors/", {"q": "oestergaard", "sort": "-name"})
    assert "Lise Østergaard" in found.text
    assert "Kirsten Holm" not in found.text
    assert 'value="oestergaard"' in found.text
    assert "Kirsten Holm" in desk.get("/desk/mentors/", {"profession": "2221"}).text


def test_an_empty_list_says_what_to_do_first(desk):
    assert "People come here when their interview is recorded" in desk.get("/desk/mentees/waiting/").text
    assert "Nobody is here yet" in desk.get("/desk/mentors/").text
    assert "Nobody fits this search" in desk.get("/desk/mentors/?q=xyz").text
    assert "No partnership here" in desk.get("/desk/partnerships/").text
    assert "Every promise is kept so far" in desk.get("/desk/").text


def test_anyone_is_found_in_any_spelling(desk):
    a_mentee("Åse Bjørnholt")

    for text in ("ase", "aase", "Å", "bjoern", "BJØRNHOLT"):
        assert "Åse Bjørnholt" in desk.get("/desk/find/", {"q": text}).text, text
