from datetime import date, datetime

import pytest

from mentorbank.codes import values
from mentorbank.codes.values import Rest


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1/2 2026", date(2026, 2, 1)),
        ("25/10 2026", date(2026, 10, 25)),
        ("2026-06-17", date(2026, 6, 17)),
        ("14-07-2026", date(2026, 7, 14)),
        ("3.6.2025", date(2025, 6, 3)),
        ("d. 3. juni 2025", date(2025, 6, 3)),
        ("3rd of June 2025", date(2025, 6, 3)),
        ("June 3, 2025", date(2025, 6, 3)),
        ("20260617", date(2026, 6, 17)),
        ("2026-06-17T10:30:00", date(2026, 6, 17)),
        ("1/2-26", date(2026, 2, 1)),
        (datetime(2026, 6, 17, 10, 30), date(2026, 6, 17)),
        (date(2026, 6, 17), date(2026, 6, 17)),
    ],
)
def test_dates_are_read_in_every_spelling(written, day):
    reading = values.read_date(written)

    assert (reading.value, reading.sure) == (day, True)


def test_a_month_first_or_a_lost_format_is_unsure():
    assert values.read_date("6/17/2026").value == date(2026, 6, 17)
    assert not values.read_date("6/17/2026").sure
    assert values.read_date(46190).value == date(2026, 6, 17)
    assert not values.read_date(46190).sure


@pytest.mark.parametrize("written", ["31/2 2026", "i går", "", None, "2026", 12, "99/99 9999", float("nan")])
def test_what_is_no_day_is_unreadable(written):
    assert values.read_date(written).value is None


@pytest.mark.parametrize(
    ("written", "year"), [(2012, 2012), ("25/10 2026", 2026), ("ca. 2014", 2014), ("2014", 2014)]
)
def test_a_year_is_read_from_a_year_or_a_day(written, year):
    assert values.read_year(written).value == year


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("004563265545", "+4563265545"),
        ("+45 23 17 36 50", "+4523173650"),
        ("3307 8785", "+4533078785"),
        ("tlf. 33-07-87-85", "+4533078785"),
        (33078785, "+4533078785"),
        ("4533078785", "+4533078785"),
        ("+47 22 86 00 00", "+4722860000"),
        ("(+45) 33078785", "+4533078785"),
    ],
)
def test_phones_are_read_in_every_spelling(written, number):
    reading = values.read_phone(written)

    assert (reading.value, reading.sure) == (number, True)


def test_two_phones_are_unsure_and_words_are_none():
    assert values.read_phone("33078785 / 23173650").others[0][0] == "+4523173650"
    assert not values.read_phone("33078785 / 23173650").sure
    assert values.read_phone("ring til Kirsten").value is None


def test_addresses_are_lowered_and_slips_are_unsure():
    assert values.read_email(" Mette@Example.ORG ").value == "mette@example.org"
    assert values.read_email("mailto:mette@example.org").sure
    assert values.read_email("mette@example.con").value == "mette@example.com"
    assert not values.read_email("mette@example.con").sure
    assert values.read_email("mette(at)example").value is None


def test_names_are_cleaned_and_turned():
    assert values.read_name("Ma\u200bryam \u202eAli").value == "Maryam Ali"
    assert values.read_name("Ali, Maryam").value == "Maryam Ali"
    assert not values.read_name("Ali, Maryam").sure
    assert not values.read_name("Mette 23173650").sure
    assert values.read_name("12345").value is None


@pytest.mark.parametrize(
    ("written", "count"), [("1", 1), (2, 2), (3.0, 3), ("to", 2), ("max 2", 2), ("2 stk.", 2)]
)
def test_places_are_counted(written, count):
    reading = values.read_number_of_places(written)

    assert (reading.value, reading.sure) == (count, True)


def test_a_range_of_places_is_unsure_two_or_one():
    reading = values.read_number_of_places("1-2")

    assert (reading.value, reading.sure, reading.others) == (2, False, ((1, 0.5),))
    assert values.read_number_of_places("").value is None
    assert values.read_number_of_places("100").value is None


@pytest.mark.parametrize(
    ("written", "times"),
    [
        ("aften", ("evening",)),
        ("fleksibel", ("day", "evening", "weekend")),
        ("weekend og dag", ("day", "weekend")),
        ("om aftenen", ("evening",)),
        ("weekday mornings", ("day",)),
        ("lørdag formiddag", ("weekend",)),
        ("hverdagsaftener og weekend", ("evening", "weekend")),
        ("hverdage efter kl. 17", ("evening",)),
        ("når som helst", ("day", "evening", "weekend")),
    ],
)
def test_times_are_read(written, times):
    reading = values.read_times(written)

    assert (reading.value, reading.sure) == (times, True)


def test_what_someone_cannot_is_turned_round_but_unsure():
    assert values.read_times("ikke weekend").value == ("day", "evening")
    assert not values.read_times("ikke weekend").sure


def test_rests_are_read_as_months_or_until_a_day():
    assert values.read_rest("ikke i december").value == Rest(months=(12,))
    assert values.read_rest("ikke i december").sure
    assert values.read_rest("ikke i juli og august").value == Rest(months=(7, 8))
    assert values.read_rest("pause til 1/3 2027").value == Rest(until=date(2027, 3, 1))
    assert not values.read_rest("ikke i sommerferien").sure
    assert values.read_rest("kun kvinder").value is None


def test_yes_and_no_in_many_words():
    assert [values.read_yes_no(word).value for word in ("ja", "Yes", "x", True, 1, "نعم")] == [True] * 6
    assert [values.read_yes_no(word).value for word in ("nej", "nei", "no", False, 0)] == [False] * 5
    assert values.read_yes_no("måske").value is None
    assert not values.read_yes_no("ja, næste år").sure


def test_gender_as_told():
    assert values.read_gender("Kvinde").value == values.read_gender("K").value == "woman"
    assert values.read_gender("non-binær").value == "other"
    assert values.read_gender("").value is None
