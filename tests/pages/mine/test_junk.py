"""Whatever is posted to a participant's page, the answer is a page that says what to do, never a breakdown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_draft_partnership, a_mentee, a_mentor, a_partnership, a_proposal
from tests.pages.mine.ways import link, signed_in, visitor

pytestmark = pytest.mark.django_db

NASTY = [
    "",
    "0",
    "-1",
    "99999999999999999999",
    "NaN",
    "1e9",
    "٣",
    "\x00",
    "\u202e",
    "é" * 5000,
    "2026-02-30",
    "25:99",
]
NASTY += [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "%s%n",
    "' or 1=1 --",
    "9999-12-31",
    "0001-01-01",
    "\ud7ff",
    "mentor",
]
NAMES = [
    "answer",
    "reason",
    "text",
    "what",
    "places",
    "rest_until",
    "sign",
    "seen",
    "name",
    "rows",
    "more",
    "on",
    "at",
    "place",
    "off",
    "language",
    "back",
]
NAMES += ["months", "starts_on", "rhythm_weeks", "meeting_on", "meeting_time"]
NAMES += [
    f"goal{n}-{field}"
    for n in range(2)
    for field in ("area", "text", "start", "target", "due_on", "language")
]
TOLD = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(NASTY) | st.text(max_size=40), max_size=12)
BELIEVABLE = {"answer": "yes", "what": "rest", "sign": "1", "months": "9", "rhythm_weeks": "4", "rows": "2"}
FINE = {200, 302, 400, 404, 409, 422}


def addresses() -> list:
    """Each page that takes a form, as one who may post there."""
    draft, running, proposal = a_draft_partnership(), a_partnership(), a_proposal(a_mentee(), a_mentor())
    drafts, runs, asked = (signed_in(x.mentee.person) for x in (draft, running, proposal))
    meeting = running.meetings.first()
    return [
        (drafts, f"/mine/partnerships/{draft.pk}/contract/"),
        (runs, f"/mine/partnerships/{running.pk}/contract/"),
        (runs, f"/mine/partnerships/{running.pk}/meeting/"),
        (runs, f"/mine/meetings/{meeting.pk}/report/"),
        (asked, f"/mine/proposals/{proposal.pk}/"),
        (signed_in(proposal.mentor.person), "/mine/application/"),
        (runs, "/mine/"),
        (runs, "/mine/who-looked/"),
        (visitor(), link("proposal-mentor", proposal.mentor.person)),
        (visitor(), link("introduction-mentee", draft.mentee.person) + "contract/"),
    ]


def test_junk_is_never_a_breakdown():
    pages = addresses()

    @settings(max_examples=15)
    @given(TOLD, st.dictionaries(st.sampled_from(list(BELIEVABLE)), st.just(True)))
    def posted(junk, believable):
        told = {**junk, **{name: BELIEVABLE[name] for name in believable}}
        for client, url in pages:
            assert client.post(url, told).status_code in FINE, (url, told)

    posted()


@pytest.mark.parametrize(
    "query", ["page=99", "page=x", "change=%00", "leave", "page=%F0%9F%98%80", "change=1&change=2"]
)
def test_junk_in_the_address_is_never_a_breakdown(query):
    for client, url in addresses():
        assert client.get(f"{url}?{query}").status_code in FINE, url


@pytest.mark.parametrize("token", ["x", "%00", "é", "..", "A" * 3000, "٣٣٣", "%F0%9F%98%80", "a b"])
def test_an_invented_link_is_an_ended_link(token):
    assert visitor().get(f"/l/{token}/").status_code in {400, 404}
    assert visitor().post(f"/l/{token}/contract/", {"sign": "1"}).status_code in {400, 404}
