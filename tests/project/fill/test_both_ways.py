"""One story told to the actions and written in bulk leaves the same rows in every table."""

from datetime import UTC, datetime

import pytest
from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from mentorbank.network.partnerships.models import Partnership
from mentorbank.project.fill.bulk import BulkTeller
from mentorbank.project.fill.ground import lay
from mentorbank.project.fill.settling import settle_the_past
from mentorbank.project.fill.story import Story
from mentorbank.project.fill.telling import Teller

UNTIL = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
#: Drawn anew at every writing, or counted by the database alone.
BY_CHANCE = {"message_id", "worker"}
OURS = ["people", "letters", "signals", "intake", "partnerships", "journal", "outcomes", "account"]


class TellAgain(Exception):
    pass


def tables():
    models = [model for model in apps.get_models() if model._meta.app_label in OURS]
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in BY_CHANCE}
            for row in model._default_manager.order_by("pk").values()
        ]
        for model in models
    }


def told(make_teller):
    """The tables after a year of 200 people; the database is left as it was."""
    rows = {}
    try:
        with transaction.atomic():
            count_from_one()
            teller = make_teller(lay(now=datetime(2025, 11, 1, tzinfo=UTC)))
            for event in Story(people=200, years=1, seed=7, until=UNTIL):
                teller.tell(event)
            if hasattr(teller, "finish"):
                teller.finish()
            settle_the_past(UNTIL)
            assert Partnership.objects.count() > 30
            rows = tables()
            raise TellAgain
    except TellAgain:
        return rows


def count_from_one():
    """A rolled-back story leaves PostgreSQL's counters where they were; the next one begins at 1 again."""
    sequences = connection.introspection.sequence_list()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_by_name_sql(no_style(), sequences):
            cursor.execute(statement)


@pytest.mark.django_db
def test_two_hundred_people_by_actions_and_in_bulk_are_the_same_rows():
    by_actions, in_bulk = told(Teller), told(BulkTeller)

    for table, rows in by_actions.items():
        assert len(in_bulk[table]) == len(rows), table
        for one, other in zip(rows, in_bulk[table], strict=True):
            assert other == one, table
