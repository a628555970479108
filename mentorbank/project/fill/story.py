"""A network's years, drawn from a seed: who signs up when, who is matched, how it goes.

The same people, years, seed and last day always give the same story. It knows the rules it must not break
(a place is held once, a mentee has one proposal) and nothing of the database.
"""

import heapq
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from mentorbank.network.base.spans import months_after

from . import events as e
from .people import Walk, a_mentee, a_mentor

ZONE = ZoneInfo("Europe/Copenhagen")
MENTORS = 0.6  # of all people
REMIND, EXPIRE = timedelta(days=3), timedelta(days=7)
DECLINES = ["no_time", "profession", "goals", "place", "times", "other"]
PLACES = ["Dokk1", "Hovedbiblioteket", "Kulturhuset", "Café Paradis"]


@dataclass
class _Mentor:
    division: str
    words: str
    free: int


@dataclass
class _Pair:
    mentee: int
    mentor: int
    answers: dict[str, str] = field(default_factory=dict)
    closed: bool = False


class Story:
    """Plays `years` up to the moment `until`; iterate over it for the events in their order.

    Of `people` six in ten volunteer, unless `volunteers` are given: then all of `people` seek a mentor.
    """

    def __init__(
        self,
        *,
        people: int,
        years: float,
        seed: int,
        until: datetime,
        volunteers: Sequence[Walk] = (),
        surge: float = 0,
    ) -> None:
        self.chance = Random(seed)  # noqa: S311 - an invented network needs no secret chance
        self.until = until
        self.began = until - timedelta(days=round(365 * years))
        self.agenda: list[tuple[datetime, int, Callable[[], Iterator[e.Event]]]] = []
        self.turn = count()
        self.mentors: dict[int, _Mentor] = {}
        self.mentees: dict[int, Walk] = {}
        self.pairs: dict[int, _Pair] = {}
        self.bank: dict[str, list[int]] = {}
        self.volunteers, self.surge = volunteers, surge
        wanted = people - round(people * MENTORS)
        for key in range(len(volunteers)):  # a bank that was there before the first mentee
            self._at(
                self.began - timedelta(days=30) + self._days(2), lambda key=key: self._mentor_applies(key)
            )
        for key in range(0 if volunteers else people - wanted):
            self._at(self._any_moment(), lambda key=key: self._mentor_applies(key))
        for key in range(people if volunteers else wanted):
            self._at(self._any_moment(), lambda key=key: self._mentee_registers(key))

    def __iter__(self) -> Iterator[e.Event]:
        while self.agenda:
            self.now, _, step = heapq.heappop(self.agenda)
            yield from step()

    def _at(self, moment: datetime, step: Callable[[], Iterator[e.Event]]) -> None:
        """Put a step on the agenda; what lies after the last day does not happen."""
        if moment < self.until:
            heapq.heappush(self.agenda, (moment, next(self.turn), step))

    def _any_moment(self) -> datetime:
        """Any moment of the years; with `surge`, that share of people comes in the last five weeks."""
        if self.surge and self.chance.random() < self.surge:
            return _whole(self.until - timedelta(days=self.chance.random() * 35))
        seconds = (self.until - self.began).total_seconds()
        return _whole(self.began + timedelta(seconds=self.chance.random() * seconds))

    def _days(self, mean: float, least: float = 0) -> timedelta:
        return timedelta(minutes=round((least + self.chance.expovariate(1 / mean)) * 1440))

    # ── the way in ──

    def _mentor_applies(self, key: int) -> Iterator[e.Event]:
        drawn = self.volunteers[key] if self.volunteers else a_mentor(self.chance, key)
        self.mentors[key] = _Mentor(drawn.division, drawn.words, drawn.places)
        yield e.MentorApplies(
            at=self.now,
            mentor=key,
            person=drawn.person,
            profile=drawn.profile,
            languages=drawn.languages,
            places=drawn.places,
        )
        self._at(self.now + self._days(6, 1), lambda: self._mentor_screened(key))

    def _mentor_screened(self, key: int) -> Iterator[e.Event]:
        approved = self.chance.random() < 0.94
        wishes = (
            [{"kind": "gender", "value": "woman", "strength": "must"}] if self.chance.random() < 0.13 else []
        )
        yield e.MentorScreened(at=self.now, mentor=key, approved=approved, wishes=wishes)
        if approved:
            self.bank.setdefault(self.mentors[key].division, []).append(key)

    def _mentee_registers(self, key: int) -> Iterator[e.Event]:
        drawn = a_mentee(self.chance, key, self.now.year)
        self.mentees[key] = drawn
        yield e.MenteeRegisters(
            at=self.now,
            mentee=key,
            person=drawn.person,
            profile=drawn.profile,
            ticks=drawn.ticks,
            languages=drawn.languages,
        )
        self._at(self.now + self._days(7, 3), lambda: self._interviewed(key))

    def _interviewed(self, key: int) -> Iterator[e.Event]:
        decision = self.chance.choices(["ready", "not_now", "refer_on", "decline"], [88, 6, 4, 2])[0]
        reason = "" if decision == "ready" else "Andet hjælper bedre lige nu"
        again = (self.now + timedelta(days=60)).date() if decision == "not_now" else None
        yield e.MenteeInterviewed(
            at=self.now,
            mentee=key,
            decision=decision,
            reason=reason,
            look_again_on=again,
            wishes=self.mentees[key].wishes if decision == "ready" else [],
        )
        if decision == "ready":
            self._at(self.now + self._days(9, 1), lambda: self._proposed(key, 0))

    # ── the match ──

    def _proposed(self, mentee: int, tried: int) -> Iterator[e.Event]:
        mentor = self._fitting_mentor(self.mentees[mentee])
        if mentor is None or tried > 4:
            if self.chance.random() < 0.3:
                yield e.Withdrew(at=self.now, mentee=mentee)
            else:
                self._at(self.now + timedelta(days=21), lambda: self._proposed(mentee, tried))
            return
        self.mentors[mentor].free -= 1
        key = len(self.pairs)
        pair = self.pairs[key] = _Pair(mentee, mentor)
        yield e.Proposed(at=self.now, pair=key, mentee=mentee, mentor=mentor)
        for side, yes in (("mentee", 0.94), ("mentor", 0.85)):
            self._plan_answer(key, pair, side, yes, tried)

    def _fitting_mentor(self, mentee: Walk) -> int | None:
        free = [key for key in self.bank.get(mentee.division, []) if self.mentors[key].free > 0]
        if not free:
            return None
        looked_at = self.chance.sample(free, min(len(free), 12))
        return max(
            looked_at, key=lambda key: (self.mentors[key].words in (mentee.words, mentee.target), -key)
        )

    def _plan_answer(self, key: int, pair: _Pair, side: str, yes: float, tried: int) -> None:
        asked, waits = self.now, self._days(1.6, 0.05)
        if waits > REMIND:
            self._at(asked + REMIND, lambda: self._reminded(key, pair, side))
        if waits >= EXPIRE:
            self._at(asked + EXPIRE, lambda: self._expired(key, pair, side, tried))
        else:
            answer = "yes" if self.chance.random() < yes else "no"
            self._at(asked + waits, lambda: self._answered(key, pair, side, answer, tried))

    def _reminded(self, key: int, pair: _Pair, side: str) -> Iterator[e.Event]:
        if not pair.closed:
            yield e.Reminded(at=self.now, pair=key, side=side)

    def _expired(self, key: int, pair: _Pair, side: str, tried: int) -> Iterator[e.Event]:
        if not pair.closed:
            yield e.Expired(at=self.now, pair=key, side=side)
            self._came_to_nothing(pair, tried)

    def _answered(self, key: int, pair: _Pair, side: str, answer: str, tried: int) -> Iterator[e.Event]:
        if pair.closed:
            return
        reason = self.chance.choice(DECLINES) if answer == "no" else ""
        yield e.Answered(at=self.now, pair=key, side=side, answer=answer, reason=reason)
        pair.answers[side] = answer
        if answer == "no":
            self._came_to_nothing(pair, tried)
        elif len(pair.answers) == 2:
            self._at(self.now + self._days(4, 1), lambda: self._drawn_up(key, pair))
            if self.chance.random() < 0.52:
                self._at(self.now + self._days(120, 40), lambda: self._outcome(pair.mentee))

    def _came_to_nothing(self, pair: _Pair, tried: int) -> None:
        pair.closed = True
        self.mentors[pair.mentor].free += 1
        self._at(self.now + self._days(4, 1), lambda: self._proposed(pair.mentee, tried + 1))

    # ── the partnership ──

    def _drawn_up(self, key: int, pair: _Pair) -> Iterator[e.Event]:
        starts_on = self.now.date()
        months = self.chance.choice([6, 9, 9, 9, 12])
        first = _at_hour(
            starts_on + timedelta(days=self.chance.randint(8, 16)), self.chance.choice([10, 16, 17, 19])
        )
        yield e.ContractDrawn(
            at=self.now,
            pair=key,
            starts_on=starts_on,
            months=months,
            goals=self.mentees[pair.mentee].contract_goals(self.chance, starts_on, months),
            first_meeting_at=first,
            place=self.chance.choice(PLACES),
        )
        self._at(self.now + self._days(0.3, 0.01), lambda: self._signed(key, "mentee"))
        ends_on = months_after(starts_on, months) - timedelta(days=1)
        self._at(self.now + timedelta(days=3), lambda: self._runs(key, pair, first, ends_on))

    def _signed(self, key: int, side: str) -> Iterator[e.Event]:
        yield e.Signed(at=self.now, pair=key, side=side)

    def _runs(self, key: int, pair: _Pair, first: datetime, ends_on: date) -> Iterator[e.Event]:
        """The second name; from here the meetings and the end are known."""
        if self.chance.random() < 0.02:
            return  # some contracts lie unsigned
        yield e.Signed(at=self.now, pair=key, side="mentor")
        end = _at_hour(ends_on + timedelta(days=1), 9)
        closure = self.chance.choice(["time_up", "time_up", "goal_reached"])
        if self.chance.random() < 0.16:
            end = _whole(self.now + timedelta(days=self.chance.randint(45, 170)))
            closure = self.chance.choice(["moved", "no_time", "illness", "expectations", "goal_reached"])
        at, number = first, 1
        while at.date() <= ends_on and at < end:
            self._at(at + timedelta(hours=3), lambda n=number: self._asked(key, n))
            number += 1
            at = _at_hour(first.date() + timedelta(weeks=4 * (number - 1)), first.astimezone(ZONE).hour)
        self._at(end, lambda: self._ended(key, pair, closure))

    def _asked(self, key: int, number: int) -> Iterator[e.Event]:
        if self.pairs[key].closed:
            return
        yield e.AskedWhetherMet(at=self.now, pair=key, number=number)
        happened = self.chance.choices(["met", "moved", "not"], [86, 10, 4])[0]
        for side in ("mentee", "mentor"):
            if self.chance.random() < 0.88:
                told = happened if self.chance.random() < 0.96 else "moved"
                self._at(
                    self.now + self._days(0.8),
                    lambda side=side, told=told: self._reported(key, number, side, told),
                )

    def _reported(self, key: int, number: int, side: str, told: str) -> Iterator[e.Event]:
        yield e.Reported(at=self.now, pair=key, number=number, side=side, happened=told)

    def _ended(self, key: int, pair: _Pair, closure: str) -> Iterator[e.Event]:
        pair.closed = True
        self.mentors[pair.mentor].free += 1
        yield e.Ended(at=self.now, pair=key, closure=closure)

    def _outcome(self, mentee: int) -> Iterator[e.Event]:
        kind = self.chance.choices(["job", "study", "internship", "subsidised"], [70, 14, 10, 6])[0]
        paid = kind in ("job", "subsidised")
        yield e.OutcomeCame(
            at=self.now,
            mentee=mentee,
            kind=kind,
            from_on=(self.now - timedelta(days=self.chance.randint(0, 9))).date(),
            hours=self.chance.choice([37, 37, 30, 25]) if paid else None,
            lasting=self.chance.random() < 0.7,
            evidence=self.chance.choice(["told", "seen", "employer"]),
        )


def _whole(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _at_hour(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)
