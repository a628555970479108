"""Calendar files, read back by the icalendar library and by another program (ics)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import ics
import pytest
from dateutil import tz

from mentorbank.files.calendars import Address, Appointment, calendar

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def at(*when: int) -> datetime:
    return datetime(*when, tzinfo=COPENHAGEN)  # type: ignore[arg-type]


def a_meeting(starts_at: datetime, uid: str = "meeting-7@example.org", **more: object) -> Appointment:
    values = {"summary": "Selam og Ida; møde, nr. 2", "location": "Café Kælder\nNørregade 1", **more}
    return Appointment(uid, starts_at, starts_at + timedelta(hours=1), **values)  # type: ignore[arg-type]


def events(data: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(data).walk("VEVENT")


def test_a_meeting_comes_back_as_it_was():
    event = events(calendar([a_meeting(at(2026, 4, 2, 17), sequence=3, description="Hej")], now=NOW))[0]

    assert (event["UID"], event["SEQUENCE"], event["STATUS"]) == ("meeting-7@example.org", 3, "CONFIRMED")
    assert (event["SUMMARY"], event["LOCATION"]) == ("Selam og Ida; møde, nr. 2", "Café Kælder\nNørregade 1")
    assert (event.start, event.end) == (at(2026, 4, 2, 17), at(2026, 4, 2, 18))
    assert event["DTSTAMP"].dt == NOW


def test_another_program_reads_the_same_meetings():
    meetings = [a_meeting(at(2026, month, 2, 17), uid=f"{month}@example.org") for month in (1, 4, 7, 12)]

    read = ics.Calendar(calendar(meetings, now=NOW).decode()).events

    found = sorted((event.begin.datetime.astimezone(UTC), event.uid, event.location) for event in read)
    assert found == [(each.starts_at.astimezone(UTC), each.uid, each.location) for each in meetings]


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/New_York", "Africa/Addis_Ababa", "Asia/Kabul"])
def test_the_rules_in_the_file_agree_with_the_zone_at_every_hour_of_three_years(zone, tmp_path):
    (tmp_path / "a.ics").write_bytes(calendar([a_meeting(at(2026, 4, 2, 17))], now=NOW, zone=zone))
    rules = tz.tzical(str(tmp_path / "a.ics")).get(zone)
    hours = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=step) for step in range(3 * 8766))

    for hour in hours:
        here = hour.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        if not tz.datetime_ambiguous(here, tz.gettz(zone)):
            assert here.replace(tzinfo=rules).utcoffset() == hour.astimezone(ZoneInfo(zone)).utcoffset(), hour


def test_summer_time_begins_at_two_by_the_old_clock():
    text = calendar([a_meeting(at(2026, 4, 2, 17))], now=NOW).decode()

    assert "DTSTART:20250330T020000" in text
    assert "DTSTART:20251026T030000" in text
    assert "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" in text or "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text


def test_a_meeting_in_the_night_the_clock_is_put_back_lasts_what_it_lasts():
    starts = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # 02:30 summer time; an hour later it is 02:30 again
    data = calendar([a_meeting(starts, uid="night")], now=NOW)

    event = events(data)[0]
    other = next(iter(ics.Calendar(data.decode()).events))

    assert event.start.astimezone(UTC) == starts
    assert event.end.astimezone(UTC) == starts + timedelta(hours=1)
    assert other.end.datetime.astimezone(UTC) == starts + timedelta(hours=1)


def test_a_request_names_who_asks_and_who_is_asked():
    people = {"organizer": Address("k@example.org", "Kirsten Bæk"), "attendees": [Address("ida@example.org")]}

    data = calendar([a_meeting(at(2026, 4, 2, 17))], now=NOW, method="REQUEST", **people)

    event = events(data)[0]
    assert icalendar.Calendar.from_ical(data)["METHOD"] == "REQUEST"
    assert (event["ORGANIZER"], event["ORGANIZER"].params["CN"]) == ("mailto:k@example.org", "Kirsten Bæk")
    assert event["ATTENDEE"] == "mailto:ida@example.org"


def test_a_cancelled_meeting_says_so_alone_or_with_all():
    first = a_meeting(at(2026, 4, 2, 17), uid="a", cancelled=True)
    meetings = [first, a_meeting(at(2026, 4, 9, 17), uid="b")]
    people = {"organizer": Address("k@example.org"), "attendees": [Address("ida@example.org")]}

    assert [event["STATUS"] for event in events(calendar(meetings, now=NOW))] == ["CANCELLED", "CONFIRMED"]
    cancelled = calendar(meetings, now=NOW, method="CANCEL", **people)
    assert {event["STATUS"] for event in events(cancelled)} == {"CANCELLED"}


def test_lines_are_short_and_no_text_can_add_a_line():
    data = calendar([a_meeting(at(2026, 4, 2, 17), summary="æ" * 90 + "\r\nATTENDEE:mailto:x@y.z")], now=NOW)

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "ATTENDEE" not in events(data)[0]


@pytest.mark.parametrize(
    ("meetings", "more", "words"),
    [
        ([], {}, "at least one"),
        ([a_meeting(datetime(2026, 4, 2, 17))], {}, "time zone"),
        ([a_meeting(at(2026, 4, 2, 17)), a_meeting(at(2026, 5, 2, 17))], {}, "same uid"),
        ([Appointment("a", at(2026, 4, 2), at(2026, 4, 2), "x")], {}, "ends after"),
        ([a_meeting(at(2026, 4, 2, 17))], {"method": "ADD"}, "one of"),
        ([a_meeting(at(2026, 4, 2, 17))], {"method": "REQUEST"}, "organizer"),
    ],
)
def test_what_no_calendar_can_mean_is_a_mistake_of_the_caller(meetings, more, words):
    with pytest.raises(ValueError, match=words):
        calendar(meetings, now=NOW, **more)
