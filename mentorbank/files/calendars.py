"""Appointments as a calendar file (.ics) that phones and mail programs put where it belongs.

The caller says what may be read in a calendar (first names, time, place): nothing is added here.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Event, Timezone

METHODS = ("PUBLISH", "REQUEST", "CANCEL")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Appointment:
    """One meeting. `uid` never changes, `sequence` grows by one with every change of time or place."""

    uid: str
    starts_at: datetime
    ends_at: datetime
    summary: str
    sequence: int = 0
    location: str = ""
    description: str = ""
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Who asks or is asked."""

    email: str
    name: str = ""


def calendar(
    appointments: Sequence[Appointment],
    *,
    now: datetime,
    method: str = "PUBLISH",
    zone: str = "Europe/Copenhagen",
    organizer: Address | None = None,
    attendees: Sequence[Address] = (),
) -> bytes:
    """Appointments in one iCalendar file (RFC 5545), with the rules of their time zone in it.

    Moments carry a zone (any; they are shown in `zone`). REQUEST and CANCEL need an organizer and attendees
    (RFC 5546); CANCEL marks every appointment cancelled. Raises ValueError for what no calendar can mean.
    """
    from icalendar import Calendar

    _refuse_nonsense(appointments, now, method, organizer, attendees)
    place = ZoneInfo(zone)
    book = Calendar()
    book.add("prodid", "-//Mentorbank//Mentorbank//EN")
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    book.add("method", method)
    book.add_component(_time_zone(place, min(each.starts_at for each in appointments).year - 1))
    for each in appointments:
        event = _event(each, now, place, method)
        _add_people(event, organizer, attendees)
        book.add_component(event)
    return bytes(book.to_ical())


def _refuse_nonsense(
    appointments: Sequence[Appointment],
    now: datetime,
    method: str,
    organizer: Address | None,
    attendees: Sequence[Address],
) -> None:
    if not appointments:
        raise ValueError("a calendar needs at least one appointment")
    if method not in METHODS:
        raise ValueError(f"method is one of {', '.join(METHODS)}, not {method!r}")
    if method != "PUBLISH" and not (organizer and attendees):
        raise ValueError(f"{method} needs an organizer and attendees")
    if len({each.uid for each in appointments}) < len(appointments):
        raise ValueError("two appointments have the same uid")
    for moment in (now, *(moment for each in appointments for moment in (each.starts_at, each.ends_at))):
        if moment.utcoffset() is None:
            raise ValueError("a moment needs its time zone")
    if any(each.ends_at <= each.starts_at for each in appointments):
        raise ValueError("an appointment ends after it starts")


def _event(each: Appointment, now: datetime, place: ZoneInfo, method: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", each.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", each.sequence)
    event.add("dtstart", _clock(each.starts_at, place))
    event.add("dtend", _clock(each.ends_at, place))
    event.add("summary", each.summary)
    for name in ("location", "description"):
        if getattr(each, name):
            event.add(name, getattr(each, name))
    event.add("status", "CANCELLED" if each.cancelled or method == "CANCEL" else "CONFIRMED")
    return event


def _clock(moment: datetime, place: ZoneInfo) -> datetime:
    """By the clock of the place; in UTC where that clock shows a time twice and the second is meant."""
    local = moment.astimezone(place)
    return moment.astimezone(UTC) if local.fold else local


def _add_people(event: "Event", organizer: Address | None, attendees: Sequence[Address]) -> None:
    from icalendar import vCalAddress

    for role, address in (("organizer", organizer), *(("attendee", each) for each in attendees)):
        if address is None:
            continue
        entry = vCalAddress(f"mailto:{address.email}")
        if address.name:
            entry.params["CN"] = address.name
        event.add(role, entry)


def _time_zone(place: ZoneInfo, year: int) -> "Timezone":
    """The zone's rules as they stand from `year` on.

    Written by us: the libraries' own generator gives the start of summer time an hour late (in the new
    clock instead of the old one) and lists every year since 1970.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", place.key)
    changes = _changes(place, year)
    for moment in changes or [datetime(year, 1, 1, tzinfo=UTC)]:
        before = (moment - timedelta(hours=1)).astimezone(place) if changes else moment.astimezone(place)
        after = moment.astimezone(place)
        rule = TimezoneDaylight() if after.dst() else TimezoneStandard()
        old_clock = (moment + (before.utcoffset() or timedelta())).replace(tzinfo=None)
        rule.add("dtstart", old_clock)
        rule.add("tzoffsetfrom", before.utcoffset())
        rule.add("tzoffsetto", after.utcoffset())
        rule.add("tzname", after.tzname())
        if changes:
            every_year = {"freq": "yearly", "bymonth": old_clock.month, "byday": _nth_weekday(old_clock)}
            rule.add("rrule", every_year)
        zone.add_component(rule)
    return zone


@cache
def _changes(place: ZoneInfo, year: int) -> tuple[datetime, ...]:
    """The moments of a year at which the clock is changed, to the hour; looked for once a year and zone."""
    return tuple(_look_for_changes(place, year))


def _look_for_changes(place: ZoneInfo, year: int) -> Iterator[datetime]:
    moment = datetime(year, 1, 1, tzinfo=UTC)
    while moment.year == year:
        later = moment + timedelta(hours=1)
        if moment.astimezone(place).utcoffset() != later.astimezone(place).utcoffset():
            yield later
        moment = later


def _nth_weekday(day: datetime) -> str:
    """-1SU for a last Sunday, 2SU for a second one."""
    last = day.day + 7 > monthrange(day.year, day.month)[1]
    return f"{-1 if last else (day.day - 1) // 7 + 1}{WEEKDAYS[day.weekday()]}"
