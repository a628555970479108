"""A small filled network with somebody at every station of the way, some of them with long names and many words."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from django.test import Client

from mentorbank.network.base.actor import CLOCK
from mentorbank.network.journal.actions import ask_about_meeting, report_meeting
from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.queries import token_of
from mentorbank.network.outcomes.actions import record_outcome
from mentorbank.network.partnerships.actions import (
    ask_first,
    draw_up_contract,
    end_partnership,
    sign_contract,
)
from mentorbank.network.partnerships.models import Partnership, Side
from mentorbank.network.people.actions import look
from mentorbank.network.people.models import Mentee, Mentor, Person
from mentorbank.network.records.actions import receive_upload
from mentorbank.project.fill.bulk import BulkTeller
from mentorbank.project.fill.ground import lay
from mentorbank.project.fill.settling import settle_the_past
from mentorbank.project.fill.story import Story
from tests import builders
from tests.builders import NOW

PILOT = Path(__file__).parents[2] / "demo"
LONG_NAME = "Maria-Magdalena Konstantinopoulou-Christodoulakis"
LONGER_NAME = "Inger-Margrethe Vestergaard-Christoffersen"
LONG_ADDRESS = "maria.magdalena.konstantinopoulou@universitetshospitalet.example.org"
LONG_WORK = "specialeansvarlig sygeplejerske på intensivafdelingen"
A_NOTE = "Jeg har arbejdet otte år på et stort hospital og vil gerne videre i mit fag."
MENTEE = {
    "occupation_words": LONG_WORK,
    "education_words": "Kandidat i farmaceutisk videnskab",
    "languages": [{"language": "ar", "spoken": "native"}, {"language": "en", "spoken": "B2"}],
    "times": ["evening", "weekend"],
    "ticks": ["job_or_study", "same_profession"],
}
MENTOR = {
    "occupation_words": "sygeplejerske",
    "employer": "Universitetshospitalet",
    "years": 12,
    "languages": [{"language": "da", "spoken": "native"}, {"language": "ar", "spoken": "B1"}],
    "offers": ["job_search", "danish", "workplace_culture"],
    "times": ["evening"],
}
WISHES = [
    {"kind": "language", "value": "ar", "strength": "must"},
    {"kind": "same_profession", "value": "", "strength": "wish"},
]
#: What a visitor has typed when she reads it all once more.
DRAFT = {
    "address": [LONG_ADDRESS], "name": [LONG_NAME], "ticks": ["new_here", "talk_danish"], "postcode": ["8000"],
    "occupation_words": [LONG_WORK], "employer": ["Universitetshospitalet"], "years": ["12"],
    "languages": ["arabisk, engelsk"], "offers": ["job_search"], "times": ["evening"], "places": ["1"],
}  # fmt: skip


@dataclass
class Filled:
    """Who is where: `things` by name, and the sessions of those who are signed in."""

    things: SimpleNamespace
    sessions: dict[str, str]

    def address(self, pattern: str) -> str:
        """`/mine/proposals/{asked}/` with the number of the thing of that name."""
        return pattern.format(**vars(self.things))


def fill() -> Filled:
    """Half a year of a hundred people in five divisions, and after them those that the pages are about."""
    _fill_the_lists()
    things = SimpleNamespace()
    for station in (_beginnings, _asked, _drafts, _running, _ended, _uploaded):
        station(things)
    settle_the_past(NOW + timedelta(days=1))
    return Filled(things, _sessions(things))


def _fill_the_lists() -> None:
    teller = BulkTeller(lay(now=NOW - timedelta(days=220)))
    for event in Story(people=120, years=0.5, seed=7, until=NOW - timedelta(days=1)):
        teller.tell(event)
    teller.finish()


def _mentee(name: str, days: int = 60, **fields: Any) -> Mentee:
    return builders.a_mentee(name, ready_at=NOW - timedelta(days=days), **{**MENTEE, **_mail(name), **fields})


def _mentor(name: str, days: int = 60, **fields: Any) -> Mentor:
    return builders.a_mentor(name, in_bank_at=NOW - timedelta(days=days), **{**MENTOR, **_mail(name), **fields})


def _mail(name: str) -> dict[str, str]:
    """An address that nobody of the invented crowd has."""
    return {"email": f"{name.split()[0].lower()}@example.net"}


def _beginnings(things: SimpleNamespace) -> None:
    applicant = builders.an_applicant(LONG_NAME, email=LONG_ADDRESS, now=NOW - timedelta(days=12), **MENTEE)
    ready = _mentee("Shirin Karimi", 19, wishes=WISHES)
    volunteer = builders.a_volunteer(LONGER_NAME, **MENTOR, **_mail(LONGER_NAME))
    in_bank = _mentor("Lise Mørk")
    bente = builders.the_coordinator(ready.person.division)
    look(by=bente, about=ready.person, thing=ready, now=NOW)
    things.applicant, things.ready, things.ready_person = applicant.pk, ready.pk, ready.person_id
    things.volunteer, things.mentor = volunteer.pk, in_bank.pk
    things.people = {"applicant": applicant.person, "ready": ready.person, "volunteer": volunteer.person}
    things.people["bank"] = in_bank.person


def _asked(things: SimpleNamespace) -> None:
    """One proposal nobody has answered, one with a question."""
    open_one = builders.a_proposal(_mentee("Tigist Woldemariam"), _mentor("Birthe Toft"))
    with_question = builders.a_proposal(_mentee("Olena Novak"), _mentor("Hanne Bach"))
    mentor = with_question.mentor.person
    by, text = builders.as_(mentor), "Kan vi mødes om aftenen? Jeg har vagt om dagen."
    question = ask_first(proposal=with_question, side=Side.MENTOR, text=text, language="da", by=by, now=NOW)
    things.asked, things.with_question, things.question = open_one.pk, with_question.pk, question.pk
    things.proposed = open_one.mentee_id
    things.people |= {"asked": open_one.mentee.person, "asked_mentor": open_one.mentor.person, "asker": mentor}
    things.letter = _token(open_one.mentor.person, "proposal-mentor")


def _drafts(things: SimpleNamespace) -> None:
    """A pair without a contract, and one that has written it and where one has signed."""
    fresh = builders.a_draft_partnership(_mentee("Leyla Aydin"), _mentor("Jette Thomsen"))
    written = builders.a_draft_partnership(_mentee("Hodan Warsame"), _mentor("Anne Kjær"))
    mentor, mentee = written.mentor.person, written.mentee.person
    goal = {"area": "job_search", "text": "Finde et job på et hospital", "start": 2}
    contract = draw_up_contract(
        partnership=written, starts_on=NOW.date(), months=9, rhythm_weeks=4, goals=[goal], language="da",
        first_meeting_at=NOW + timedelta(days=7), place="Dokk1, caféen på 1. sal", by=builders.as_(mentor), now=NOW,
    )  # fmt: skip
    sign_contract(contract=contract, side=Side.MENTOR, name=mentor.name, by=builders.as_(mentor), now=NOW)
    things.fresh, things.written = fresh.pk, written.pk
    things.people |= {"fresh": fresh.mentee.person, "signing": mentee, "signed": mentor}


def _running(things: SimpleNamespace) -> None:
    """A pair that met twice and is asked about the third time."""
    goals = [
        {"area": "authorisation", "text": "Dansk autorisation som sygeplejerske", "start": 2, "language": "da"},
        {"area": "own_network", "text": "Kende fem fra sundhedsvæsenet", "start": 1, "target": 5, "language": "da"},
    ]
    began = NOW - timedelta(days=50)
    mentee, mentor = _mentee("Amal Haddad", language="ar", note=A_NOTE), _mentor("Kirsten Holm", language="da")
    pair = builders.a_partnership(mentee, mentor, began, goals=goals, rhythm_weeks=2, place="Dokk1")
    past = [meeting for meeting in pair.meetings.order_by("planned_at") if meeting.planned_at < NOW]
    for meeting, said in zip(past[:-1], ("met", "moved"), strict=False):
        for side, person in ((Side.MENTEE, mentee.person), (Side.MENTOR, mentor.person)):
            at = meeting.planned_at + timedelta(days=1)
            report_meeting(meeting=meeting, side=side, happened=said, by=builders.as_(person), now=at)
    ask_about_meeting(meeting=past[-1], by=CLOCK, now=NOW)
    things.running, things.meeting, things.told = pair.pk, past[-1].pk, past[0].pk
    things.matched, things.pair_person = mentee.pk, mentee.person_id
    things.people |= {"amal": mentee.person, "kirsten": mentor.person}


def _ended(things: SimpleNamespace) -> None:
    began = NOW - timedelta(days=150)
    pair = builders.a_partnership(_mentee("Zahra Ali", 160), _mentor("Pia Ravn", 160), began)
    bente = builders.the_coordinator(pair.mentee.person.division)
    end_partnership(partnership=pair, closure="goal_reached", by=bente, now=NOW - timedelta(days=5))
    outcome = record_outcome(
        mentee=pair.mentee, kind="job", from_on=(NOW - timedelta(days=30)).date(), hours=37, lasting=True,
        evidence="seen", by=bente, now=NOW,
    )  # fmt: skip
    things.ended, things.outcome = pair.pk, outcome.pk
    things.people["zahra"] = pair.mentee.person


def _uploaded(things: SimpleNamespace) -> None:
    """The pilot's list of mentees, understood and not brought in."""
    data, programme = (PILOT / "mentees.xlsx").read_bytes(), builders.a_programme()
    by = builders.the_coordinator(builders.a_division())
    upload = receive_upload(name="mentees.xlsx", data=data, kind="mentees", programme=programme, by=by, now=NOW)
    things.upload = upload.pk


def _token(person: Person, kind: str) -> str:
    return token_of(Letter.objects.select_related("link").filter(kind=kind, to=person).latest("pk"))


def _sessions(things: SimpleNamespace) -> dict[str, str]:
    """A session cookie for each: the people above, two of the staff, and a visitor who has filled in a form."""
    things.did_you_meet = _token(things.people["amal"], "did-you-meet")
    things.sent = Letter.objects.exclude(kind="sign-in-code").latest("pk").pk
    things.division, things.programme = Mentee.objects.get(pk=things.ready).person.division_id, 0
    things.programme = Partnership.objects.get(pk=things.running).programme_id
    staff = {"bente": "bente@example.org", "anna": "anna@example.org"}
    people = {**things.people, **{who: Person.objects.get(email=email) for who, email in staff.items()}}
    return {who: signed_in(person) for who, person in people.items()} | {"visitor": _halfway()}


def signed_in(person: Person) -> str:
    client = Client()
    client.force_login(person.user)
    return client.cookies["sessionid"].value


def _halfway() -> str:
    client = Client()
    session = client.session
    for name in ("join", "volunteer"):
        session[f"draft:{name}"] = {"key": f"the key of {name}", "values": DRAFT, "programme": ""}
    session.save()
    return client.cookies["sessionid"].value
