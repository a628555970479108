"""What became of mentees."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.outcomes.actions import correct_outcome, record_outcome
from mentorbank.network.outcomes.models import Outcome
from mentorbank.network.outcomes.queries import outcomes_of
from mentorbank.network.people.models import Entry
from tests.builders import NOW, TODAY, a_coordinator, a_mentee, another_division

pytestmark = pytest.mark.django_db
JOB = {"kind": "job", "from_on": date(2026, 11, 2), "hours": 37, "evidence": "seen"}


def test_a_job_is_kept_with_its_first_day_hours_and_evidence_and_one_ledger_row():
    mentee, by = a_mentee(), a_coordinator()

    outcome = record_outcome(mentee=mentee, by=by, now=NOW, lasting=True, **JOB)

    assert (outcome.kind, outcome.hours, outcome.lasting) == ("job", Decimal("37.0"), True)
    entry = Entry.objects.get(verb="recorded an outcome")
    assert (entry.about, entry.by, entry.codes) == (mentee.person, by.person, {"kind": "job"})


def test_a_double_submit_keeps_the_job_once():
    mentee, by = a_mentee(), a_coordinator()
    once = record_outcome(mentee=mentee, by=by, now=NOW, **JOB)

    assert record_outcome(mentee=mentee, by=by, now=NOW + timedelta(seconds=1), **JOB) == once
    assert Outcome.objects.count() == 1


def test_another_spell_from_the_same_day_asks_for_a_correction_instead():
    mentee, by = a_mentee(), a_coordinator()
    record_outcome(mentee=mentee, by=by, now=NOW, **JOB)

    with pytest.raises(NotNow) as refusal:
        record_outcome(mentee=mentee, by=by, now=NOW, **JOB | {"hours": 20})
    assert refusal.value.field == "from_on"


def test_a_correction_is_a_new_row_and_the_old_one_stays():
    mentee, by = a_mentee(), a_coordinator()
    first = record_outcome(mentee=mentee, by=by, now=NOW, **JOB)
    second = correct_outcome(outcome=first, hours=30, by=by, now=NOW)

    assert list(outcomes_of(by, mentee)) == [second]
    first.refresh_from_db()
    assert (first.hours, first.replaced_at, second.from_on) == (Decimal("37.0"), NOW, first.from_on)
    with pytest.raises(NotNow):
        correct_outcome(outcome=first, hours=20, by=by, now=NOW)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"from_on": TODAY + timedelta(days=1)}, "from_on"),
        ({"from_on": date(1066, 10, 14)}, "from_on"),
        ({"from_on": None}, "from_on"),
        ({"until_on": date(2026, 11, 1)}, "until_on"),
        ({"hours": None}, "hours"),
        ({"hours": 0}, "hours"),
        ({"hours": 168}, "hours"),
        ({"hours": "many"}, "hours"),
        ({"hours": "NaN"}, "hours"),
        ({"kind": "crown"}, "kind"),
        ({"evidence": "rumour"}, "evidence"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(wrong, field):
    with pytest.raises(NotNow) as refusal:
        record_outcome(mentee=a_mentee(), by=a_coordinator(), now=NOW, **JOB | wrong)

    assert refusal.value.field == field
    assert not Outcome.objects.exists()


def test_staff_of_another_division_record_nothing_and_see_nothing():
    mentee, stranger = a_mentee(), a_coordinator(another_division())

    with pytest.raises(NotAllowed):
        record_outcome(mentee=mentee, by=stranger, now=NOW, **JOB)
    record_outcome(mentee=mentee, by=a_coordinator(), now=NOW, **JOB)
    assert not outcomes_of(stranger, mentee).exists()
