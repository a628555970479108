"""Who may tell how a meeting went, and until when it can be corrected."""

from datetime import datetime, timedelta

from mentorbank.network.base.actor import Actor
from mentorbank.network.journal.models import Report
from mentorbank.network.partnerships.models import Meeting, Side
from mentorbank.network.partnerships.rules import may_follow, person_of


def may_report(by: Actor, meeting: Meeting, side: Side) -> bool:
    """One's own side; staff who care for the pair enter it on behalf of that side."""
    person = person_of(meeting.partnership, side)
    if by.on_behalf_of:
        return by.on_behalf_of.pk == person.pk and may_follow(by, meeting.partnership)
    return by.person_id == person.pk


def correctable_until(first: Report) -> datetime:
    """The end of the days in which the answer that began with `first` may be changed."""
    return first.written_at + timedelta(days=first.meeting.partnership.programme.correct_days)
