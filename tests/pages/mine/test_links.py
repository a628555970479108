"""A link is for one person and one thing, until its end."""

from datetime import timedelta

import pytest

from mentorbank.network.letters.actions import revoke_links
from tests.builders import NOW, a_draft_partnership, a_proposal, an_applicant
from tests.pages.mine.ways import link, text, visitor

pytestmark = pytest.mark.django_db


def test_an_ended_a_revoked_and_an_invented_link_read_the_same(time_machine):
    proposal = a_proposal()
    revoked = link("proposal-mentee", proposal.mentee.person)
    ended = link("proposal-mentor", proposal.mentor.person)
    revoke_links(person=proposal.mentee.person, now=NOW)
    time_machine.move_to(NOW + timedelta(days=400))

    pages = [visitor().get(url) for url in (revoked, ended, "/l/AAAAAAAAAAAAAAAAAAAAAA/")]

    assert {page.status_code for page in pages} == {404}
    assert all("This link does not work any more" in page.content.decode() for page in pages)
    assert all('href="/mine/"' in page.content.decode() for page in pages)


def test_a_link_page_is_never_kept_by_caches():
    proposal = a_proposal()

    answer = visitor().get(link("proposal-mentor", proposal.mentor.person))

    assert "no-store" in answer.headers["Cache-Control"]


def test_a_link_to_a_pair_opens_its_contract_and_calendar_and_nothing_else():
    pair = a_draft_partnership()
    url = link("introduction-mentee", pair.mentee.person)

    text(visitor(), url + "contract/")
    text(visitor(), url + "proposal/", 404)
    text(visitor(), link("proposal-mentee", pair.mentee.person) + "contract/", 404)
    assert visitor().get(f"/mine/partnerships/{pair.pk}/").url.startswith("/sign-in/")


def test_a_link_speaks_the_person_s_language_until_another_is_chosen():
    mentee = an_applicant(language="ar")
    url = link("welcome-mentee", mentee.person)
    fresh = visitor()
    del fresh.cookies["language"]

    assert 'dir="rtl"' in text(fresh, url)
    assert 'dir="ltr"' in text(visitor(), url)


def test_the_welcome_leads_to_the_own_application_with_the_days_we_promise():
    mentee = an_applicant()

    page = text(visitor(), link("welcome-mentee", mentee.person))

    assert "We invite you to a talk before 7 December." in page
    assert mentee.person.email in page
