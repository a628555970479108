"""Rows on their way into the database in bulk: numbered like the database would, kept until they are many."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from django.conf import settings
from django.db import connection, models
from django.db.models import Max

from mentorbank.network.base.actor import CLOCK, Actor
from mentorbank.network.letters.actions.writing import hole_values, words_of
from mentorbank.network.letters.models import Letter, Link
from mentorbank.network.letters.queries.links import hashed, token_by
from mentorbank.network.letters.queries.texts import shipped
from mentorbank.network.letters.states import LetterState
from mentorbank.network.organisation.models import Programme
from mentorbank.network.organisation.queries import the_network
from mentorbank.network.people.models import Entry, Person
from mentorbank.network.signals.models import Signal
from mentorbank.network.signals.states import SignalState

Row = TypeVar("Row", bound=models.Model)
BATCH = 5_000
LINK_LIVES = timedelta(days=30)


class Press:
    """Takes rows, gives them their number at once and prints them a batch at a time.

    Rows that change later (`kept`) are printed at the end, all others as soon as a batch is full.
    """

    def __init__(self, kept: Iterable[type[models.Model]]) -> None:
        self.kept = set(kept)
        self.rows: dict[type[models.Model], list[models.Model]] = {}
        self.last: dict[type[models.Model], int] = {}
        self.network = the_network()
        self.standing: dict[tuple[str, str, int], Signal] = {}

    def put(self, row: Row) -> Row:
        """Number a row and keep it for printing."""
        kind = type(row)
        if kind not in self.last:
            self.last[kind] = kind._default_manager.aggregate(last=Max("pk"))["last"] or 0
        self.last[kind] += 1
        row.pk = self.last[kind]
        rows = self.rows.setdefault(kind, [])
        rows.append(row)
        if len(rows) >= BATCH and kind not in self.kept:
            self._print(kind)
        return row

    def print_all(self) -> None:
        """Print what is left, what others point to first, and let the database count on from here."""
        for kind in list(self.rows):
            self._print(kind)
        if connection.vendor == "postgresql":
            self._count_on()

    def _print(self, kind: type[models.Model]) -> None:
        kind._default_manager.bulk_create(self.rows[kind], batch_size=BATCH)
        self.rows[kind] = []

    def _count_on(self) -> None:
        """PostgreSQL's own counters do not see numbers given by hand."""
        with connection.cursor() as cursor:
            for kind in self.last:
                table = kind._meta.db_table
                cursor.execute(
                    f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"  # noqa: S608
                )

    # ── what every act leaves behind ──

    def record(
        self,
        verb: str,
        by: Actor,
        about: Person,
        at: datetime,
        thing: models.Model | None = None,
        **codes: Any,
    ) -> None:
        """As `people.actions.record`."""
        entry = Entry(at=at, verb=verb, by=by.person, via=by.via, about=about, codes=codes)
        if thing is not None:
            entry.thing, entry.thing_id = str(thing._meta.model_name), thing.pk
        self.put(entry)

    def write(
        self,
        kind: str,
        to: Person,
        at: datetime,
        about: models.Model,
        programme: Programme,
        page: str = "",
        key: str = "",
        reply_to: Person | None = None,
        calendar: bytes = b"",
    ) -> Letter:
        """As `letters.actions.write`, sent at its moment."""
        text = shipped(kind, to.language)
        thing = str(about._meta.model_name)
        key = key or f"{kind}:{thing}:{about.pk}:{to.pk}"
        letter = Letter(
            to=to,
            kind=kind,
            language=text.language,
            channel=to.channel,
            programme=programme,
            reply_to=reply_to or to.coordinator,
            calendar=calendar.decode(),
            calendar_method="PUBLISH" if calendar else "",
            thing=thing,
            thing_id=about.pk,
            key=key,
            message_id=f"<{key.replace(':', '.')}@invented>",
            state=LetterState.POSTED,
            written_at=at,
            next_try_at=at,
            posted_at=at,
            tries=1,
        )
        letter.subject, letter.body = words_of(letter, text, hole_values(letter, text, self.network, {}))
        self.put(letter)
        if page:
            self._add_link(letter, page)
        return letter

    def _add_link(self, letter: Letter, page: str) -> None:
        token = token_by(letter.pk, settings.SECRET_KEY)
        self.put(
            Link(
                letter=letter,
                person=letter.to,
                page=page,
                thing_id=letter.thing_id,
                hashed=hashed(token),
                expires_at=letter.written_at + LINK_LIVES,
            )
        )

    def raise_signal(
        self,
        kind: str,
        about: Person,
        thing: models.Model,
        due_on: date,
        at: datetime,
        owner: Person | None = None,
        values: Mapping[str, Any] | None = None,
    ) -> None:
        """As `signals.actions.raise_signal`."""
        name = (kind, str(thing._meta.model_name), thing.pk)
        if name in self.standing:
            return
        signal = Signal(
            kind=kind,
            about=about,
            thing=name[1],
            thing_id=thing.pk,
            owner=owner or about.coordinator,
            values=dict(values or {}),
            raised_at=at,
            due_on=due_on,
        )
        self.standing[name] = self.put(signal)
        self.record("raised a signal", CLOCK, about, at, signal, kind=kind)

    def resolve(self, kind: str, thing: models.Model, at: datetime) -> None:
        """As `signals.actions.resolve_signals` for one kind."""
        signal = self.standing.pop((kind, str(thing._meta.model_name), thing.pk), None)
        if signal is not None:
            signal.state, signal.resolved_at = SignalState.RESOLVED, at
