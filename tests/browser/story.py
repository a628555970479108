"""The story from sign-up to the figure, told by pressing what people press.

Each part checks what it led to in the network: the state, the letter, the row in the ledger. Fields and buttons are
found by the names they send, so that the same story can be told in every language.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import ics

from mentorbank.network.journal.models import Report
from mentorbank.network.partnerships.models import Contract, Meeting, Partnership, Proposal, Side
from mentorbank.network.partnerships.states import PartnershipState, ProposalState
from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.network.people.models.ledger import Entry
from mentorbank.network.people.states import MenteeState, MentorState
from tests.browser import outbox
from tests.browser.visitor import Visitor

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NEXT, YES = "#step button.primary", "main button[name=answer][value=yes]"
MEETING_ON, MEETING_TIME = date(2026, 12, 3), "17:00"
MEETING_AT = datetime(2026, 12, 3, 17, tzinfo=COPENHAGEN)
#: What the ledger must say in the end.
VERBS = {
    "registered", "applied as a mentor", "held the interview", "screened the mentor", "proposed a match",
    "asked a question", "answered a question", "were introduced", "drew up the contract", "signed the contract",
    "asked whether they met", "reported a meeting", "corrected a meeting report", "recorded an outcome",
}  # fmt: skip


@dataclass(frozen=True)
class Somebody:
    """Who signs up, and what is typed into the forms."""

    name: str
    address: str
    occupation: str
    languages: str
    words: str


@dataclass
class Story:
    """The windows of those who take part, who they are, and the clock on the wall."""

    mentee: Visitor
    mentor: Visitor
    desk: Visitor
    she: Somebody
    they: Somebody
    coordinator: str
    move_clock: Callable[[datetime], None]
    kinds: list[str] = field(default_factory=list)

    @property
    def participants(self) -> list[tuple[Visitor, Somebody, Side]]:
        return [(self.mentee, self.she, Side.MENTEE), (self.mentor, self.they, Side.MENTOR)]

    @property
    def pair(self) -> Partnership:
        return Partnership.objects.get()

    def letter(self, kind: str, who: Somebody, visitor: Visitor) -> str:
        """The link in this person's newest letter, once its kind, language and way are right."""
        outbox.work()
        sent = outbox.newest_to(who.name)
        assert (sent.kind, sent.language) == (kind, visitor.language)
        assert sent.channel == ("email" if "@" in who.address else "sms") and sent.posted_at
        return outbox.link_to(who.address)

    # 1
    def the_mentee_signs_up(self) -> None:
        visitor, who = self.mentee, self.she
        visitor.open("/").press("main a.primary").write(address=who.address, name=who.name).press(NEXT)
        visitor.press(NEXT)  # without an answer the page comes back, and says so beside the field and above
        assert visitor.sees("[data-summary]") and visitor.sees(".field.wrong")
        visitor.choose("ticks", "job_or_study", "talk_danish").press(NEXT)
        visitor.write(postcode="8000", occupation_words=who.occupation, languages=who.languages)
        visitor.choose("times", "evening").press(NEXT)
        assert who.name in visitor.read()
        visitor.choose("consent").press(NEXT)
        assert visitor.path == "/join/done/"
        assert Mentee.objects.get().state == MenteeState.REGISTERED
        visitor.open(self.letter("welcome-mentee", who, visitor))
        assert who.name in visitor.read()

    def the_mentor_signs_up(self) -> None:
        visitor, who = self.mentor, self.they
        visitor.open("/").press("main a[href='/volunteer/']")
        visitor.write(address=who.address, name=who.name).press(NEXT)
        visitor.write(postcode="8000", occupation_words=who.occupation, languages=who.languages, years="12")
        visitor.write(employer="Aarhus Tandpleje").press(NEXT)
        visitor.choose("offers", "job_search", "danish").choose("times", "evening").choose("places", "2").press(NEXT)
        visitor.choose("consent").press(NEXT)
        assert visitor.path == "/volunteer/done/"
        assert Mentor.objects.get().state == MentorState.APPLIED
        visitor.open(self.letter("welcome-mentor", who, visitor))

    # 2
    def the_coordinator_talks_with_both(self) -> None:
        desk = self.desk.sign_in(self.coordinator)
        assert desk.path == "/desk/" and self.they.name in desk.read()
        desk.open("/desk/mentees/waiting/?stage=interview")
        assert self.she.name in desk.read("table")
        desk.press("table a[href$='/interview/']")
        desk.write(occupation_words="tandlæge", facts="Har arbejdet otte år.", impression="Målrettet.")
        desk.write(**{"wishes-0-kind": "language", "wishes-0-value": "arabisk", "wishes-0-strength": "wish"})
        desk.choose("goals", "job_search").choose("decision", "ready").press()
        assert re.fullmatch(r"/desk/mentees/\d+/shortlist/", desk.path)
        assert Mentee.objects.get().state == MenteeState.READY
        self.letter("mentee-ready", self.she, self.mentee)
        desk.open("/desk/").press("main a[href$='/screening/']").write(occupation_words="tandlæge")
        desk.choose("promised_confidentiality").choose("decision", "approve").press()
        assert Mentor.objects.get().state == MentorState.IN_BANK
        self.letter("mentor-in-bank", self.they, self.mentor)

    # 3 and 4
    def the_coordinator_proposes(self) -> None:
        desk = self.desk.open("/desk/mentees/waiting/")
        assert self.she.name in desk.read("table tbody tr")
        desk.press("table a[href$='/shortlist/']")
        assert self.they.name in desk.read(".match") and desk.sees(".match .points-list") == 1
        assert 0 < float(desk.read(".match .score").replace(",", ".")) <= 100
        desk.page.locator("form[action$='/propose/'] button.primary").click()
        desk.page.locator("#proposal").wait_for()
        assert self.they.name in desk.read("#proposal") and not desk.sees("form[action$='/propose/']")
        assert Proposal.objects.get().state == ProposalState.OPEN

    def opening_a_link_never_acts(self) -> None:
        for visitor, who, side in self.participants:
            link = self.letter(f"proposal-{side}", who, visitor)
            visitor.open(link).open(link)
            assert visitor.sees(YES) == 1
        proposal = Proposal.objects.get()
        assert (proposal.mentee_answer, proposal.mentor_answer) == ("", "")

    def the_mentor_asks_first(self) -> None:
        field_of_it = "textarea[name=text]"
        self.mentor.open_up(field_of_it).write(text=self.they.words).press("main button[value=asked]")
        assert self.they.words in self.mentor.read()
        self.desk.open("/desk/").press("main a[href*='/desk/questions/']")
        assert self.they.words in self.desk.read(".quote")
        self.desk.write(answer="Ja, om aftenen.").press("main form button.primary")
        self.mentor.open(self.letter("proposal-answer", self.they, self.mentor))
        assert "Ja, om aftenen." in self.mentor.read()

    # 5
    def both_say_yes(self) -> None:
        self.mentor.press(YES)
        assert not Partnership.objects.exists() and not self.mentor.sees(YES)
        self.mentee.press(YES)
        assert self.pair.state == PartnershipState.DRAFT
        for visitor, who, side in self.participants:
            visitor.open(self.letter(f"introduction-{side}", who, visitor))
        assert self.they.name in self.mentee.read() and self.she.name in self.mentor.read()
        assert self.desk.open("/desk/").sees(f"main a[href$='/desk/partnerships/{self.pair.pk}/']")

    def they_draw_up_their_contract(self) -> None:
        self.mentee.press("main a[href*='contract']")
        self.mentee.write(**{"goal0-area": "job_search", "goal0-text": self.she.words, "goal0-start": "2"})
        self.mentee.write(meeting_on=MEETING_ON.isoformat(), meeting_time=MEETING_TIME, place="Dokk1").press()
        self.mentor.press("main a[href*='contract']")
        assert self.she.words in self.mentor.read()
        self.mentor.press("main a[href*='change']").press("main button[name=more]")
        self.mentor.write(**{"goal1-area": "danish", "goal1-text": self.they.words, "goal1-start": "4"}).press()
        assert Contract.objects.get().goals.count() == 2

    def both_sign(self) -> None:
        sign = "main button[name=sign]"
        self.mentee.open(self.mentee.page.url).press(sign)  # an empty name signs nothing
        assert self.mentee.sees(".field.wrong") == 1
        self.mentee.write(name=self.she.name).press(sign)
        assert self.pair.state == PartnershipState.DRAFT
        self.mentor.open(self.letter("contract-signed", self.they, self.mentor))
        self.mentor.write(name=self.they.name).press(sign)
        assert self.pair.state == PartnershipState.RUNNING
        for visitor, who, _side in self.participants:
            visitor.open(self.letter("partnership-runs", who, visitor))

    def the_dates_go_into_a_calendar(self) -> None:
        for visitor, who, _side in self.participants:
            files = [visitor.download("main a[href$='meetings.ics']")]
            files += [outbox.calendar_to(who.address)] if "@" in who.address else []
            for content in files:
                check_calendar(content)

    # 6
    def both_are_asked_and_tap_once(self) -> None:
        self.move_clock(MEETING_AT.astimezone(UTC) + timedelta(hours=3))
        outbox.clock_strikes("journal.ask_did_you_meet")
        for visitor, who, side in self.participants:
            visitor.open(self.letter("did-you-meet", who, visitor))
            assert visitor.sees(".pictures button[name=answer]") == 3 and side not in told()
            visitor.press(tap("met" if side == Side.MENTEE else "not"))
        assert told() == {Side.MENTEE: "met", Side.MENTOR: "not"}
        self.mentor.press(tap("met"))  # it can be corrected
        assert told() == {Side.MENTEE: "met", Side.MENTOR: "met"} and Report.objects.count() == 3

    # 7
    def a_job_is_recorded_and_counted(self) -> None:
        self.move_clock(MEETING_AT.astimezone(UTC) + timedelta(days=60))
        mentee = Mentee.objects.get()
        self.desk.sign_in(self.coordinator, then=f"/desk/mentees/{mentee.pk}/").press("main a[href$='/outcome/']")
        self.desk.choose("kind", "job").choose("lasting").choose("evidence", "seen")
        self.desk.write(from_on="2027-01-15", hours="37").press()
        assert self.desk.path == f"/desk/mentees/{mentee.pk}/"
        self.desk.press("nav a[href='/desk/effects/']")
        assert "100 %" in self.desk.read("main")
        self.desk.press("main a[href*='/desk/effects/ever-in-work/']")
        assert re.findall(r"^\s*(\d+):", self.desk.read("dl dd:nth-child(2)"), re.M) == ["1"]
        assert self.desk.sees("ul.rows > li") == 1
        self.desk.press("ul.rows a.who")
        assert self.desk.path == f"/desk/mentees/{mentee.pk}/" and self.she.name in self.desk.read("h1")

    def tell(self) -> None:
        """All of it, in order; and nothing the browser complains about on the way."""
        self.the_mentee_signs_up()
        self.the_mentor_signs_up()
        self.the_coordinator_talks_with_both()
        self.the_coordinator_proposes()
        self.opening_a_link_never_acts()
        self.the_mentor_asks_first()
        self.both_say_yes()
        self.they_draw_up_their_contract()
        self.both_sign()
        self.the_dates_go_into_a_calendar()
        self.both_are_asked_and_tap_once()
        self.a_job_is_recorded_and_counted()
        assert set(Entry.objects.filter(looked=False).values_list("verb", flat=True)) >= VERBS
        assert self.mentee.faults + self.mentor.faults + self.desk.faults == []


def tap(answer: str) -> str:
    return f".pictures button[name=answer][value={answer}]"


def told() -> dict[str, str]:
    """What each of the two says about the first meeting."""
    first = Meeting.objects.order_by("planned_at").first()
    return dict(Report.objects.standing().filter(meeting=first).values_list("side", "happened"))


def check_calendar(content: bytes) -> None:
    """Both programs read every meeting, the first at the agreed hour."""
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    others = ics.Calendar(content.decode()).events
    starts = sorted(event.start.astimezone(UTC) for event in events)
    assert starts[0] == MEETING_AT and len(starts) == Meeting.objects.count()
    assert starts == sorted(event.begin.datetime.astimezone(UTC) for event in others)
    assert {str(event["location"]) for event in events} >= {"Dokk1"}


