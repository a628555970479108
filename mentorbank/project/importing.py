"""`mentorbank import`: the same understanding as on the page, for a file on this machine."""

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from mentorbank.network.base.actor import Actor
    from mentorbank.network.organisation.models import Programme
    from mentorbank.network.records.queries import ReadRow

ALL_IN, STAYED_OUT, REFUSED = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Bring mentors or mentees in; 1 when rows stayed out, 2 when the file or a wish was refused."""
    chosen = _parser().parse_args(argv)
    django.setup()
    from django.db import OperationalError, ProgrammingError
    from django.utils import translation

    from mentorbank.network.base.refusals import Refusal

    try:
        with translation.override("en"):
            return _dry_run(chosen) if chosen.dry_run else _import(chosen)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except OSError as error:
        print(f"{chosen.file} cannot be opened: {error.strerror or error}.", file=sys.stderr)
    except (OperationalError, ProgrammingError) as error:
        print(f"The database is not ready ({error}). Run: mentorbank migrate", file=sys.stderr)
    return REFUSED


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        "mentorbank import",
        description="Brings mentors or mentees in from a spreadsheet (CSV or XLSX), as it is.",
        epilog="Exit code: 0 all rows came in, 1 rows stayed out, 2 refused; then nothing was written.",
    )
    parser.add_argument("kind", choices=("mentors", "mentees"), help="who is in the file")
    parser.add_argument("file", type=Path, help="the spreadsheet")
    parser.add_argument("--programme", metavar="CODE", help="code of the programme (the network's first)")
    parser.add_argument("--by", metavar="EMAIL", help="the member of staff who brings them in (the operator)")
    parser.add_argument("--ready", action="store_true", help="mentees with a held interview are ready")
    parser.add_argument("--letters", action="store_true", help="write to them that they are registered")
    parser.add_argument("--dry-run", action="store_true", help="say what was understood; write nothing")
    return parser


def _dry_run(chosen: Namespace) -> int:
    """Read and compare, without a programme and without anybody who acts."""
    from django.utils import timezone

    from mentorbank.network.base.actor import Actor, Via
    from mentorbank.network.organisation.queries import first_programme
    from mentorbank.network.records.actions.receiving import sheet_in
    from mentorbank.network.records.queries import entering_state, understand_file, usual_entering

    sheet = sheet_in(chosen.file.name, chosen.file.read_bytes())
    programme = _programme(chosen.programme) if chosen.programme else first_programme()
    by = _actor(chosen.by) if chosen.by else Actor(via=Via.COMMAND)
    today = timezone.now().date()
    understood = understand_file(sheet, chosen.kind, reader=by, programme=programme, today=today)
    entering = _entering(chosen, usual_entering(chosen.kind))
    _say_columns(chosen.file.name, understood.columns)
    states = Counter(
        entering_state(chosen.kind, row.reading.values, entering)
        for row in understood.rows
        if row.state == "sure"
    )
    _say_counts(Counter(row.state for row in understood.rows), states)
    _say_rows(row for row in understood.rows if row.state != "sure")
    print("Dry run: nothing was written.")
    return ALL_IN if all(row.state == "sure" for row in understood.rows) else STAYED_OUT


def _import(chosen: Namespace) -> int:
    """Receive and import in one transaction; the file itself stays for a day only where a person can settle it."""
    from django.db import transaction
    from django.utils import timezone

    from mentorbank.network.records.actions import receive_upload, remove_upload

    now, by = timezone.now(), _actor(chosen.by)
    programme = _programme(chosen.programme)
    with transaction.atomic():
        upload = receive_upload(
            name=chosen.file.name,
            data=chosen.file.read_bytes(),
            kind=chosen.kind,
            programme=programme,
            by=by,
            now=now,
        )
        code = _bring_in(chosen, upload, by, now)
        if by.person is None:
            remove_upload(upload=upload, by=by, now=now)
    if code == STAYED_OUT and by.person:
        print(f"Settle them until tomorrow at /desk/imports/{upload.pk}/, signed in as {by.person.email}.")
    return code


def _bring_in(chosen: Namespace, upload: Any, by: "Actor", now: Any) -> int:
    from mentorbank.network.people.models import Mentee, Mentor
    from mentorbank.network.records.actions import choose_entering, import_rows
    from mentorbank.network.records.queries import counts_of, read_upload_row

    _say_columns(chosen.file.name, upload.columns)
    if chosen.ready and chosen.kind == "mentees":
        choose_entering(upload=upload, chosen={"held": "ready"}, by=by, now=now)
    ready = upload.rows.filter(state="sure").exists()
    people = import_rows(upload=upload, by=by, now=now, letters=chosen.letters) if ready else []
    parts = Mentor if chosen.kind == "mentors" else Mentee
    states = Counter(parts.objects.filter(person__in=people).values_list("state", flat=True))
    _say_counts(counts_of(upload), states)
    out = upload.rows.exclude(state="entered").order_by("line")
    _say_rows(read_upload_row(upload, row) for row in out)
    return STAYED_OUT if out.exists() else ALL_IN


def _actor(email: str | None) -> "Actor":
    """The member of staff with this address, or the operator."""
    from dataclasses import replace

    from mentorbank.network.base.actor import Actor, Via
    from mentorbank.network.base.refusals import NotNow
    from mentorbank.network.people.queries import actor_for, persons_by_address
    from mentorbank.network.records.rules import may_import

    if not email:
        return Actor(via=Via.COMMAND)
    for person in persons_by_address(email):
        by = actor_for(person)
        if may_import(by):
            return replace(by, via=Via.COMMAND)
    raise NotNow(
        f"Nobody who brings lists in signs in as {email}. Name a coordinator or a leader.", field="by"
    )


def _programme(code: str | None) -> "Programme":
    from mentorbank.network.base.refusals import NotNow
    from mentorbank.network.organisation.models import Programme
    from mentorbank.network.organisation.queries import first_programme, programme_coded

    programme = programme_coded(code) if code else first_programme()
    if programme is None:
        codes = ", ".join(Programme.objects.values_list("code", flat=True))
        there = f"There is no programme {code!r}. " if code else ""
        rest = (
            f"These exist: {codes}."
            if codes
            else "The network has no programme yet: make one under Settings."
        )
        raise NotNow(there + rest, field="programme")
    return programme


def _entering(chosen: Namespace, usual: dict[str, str]) -> dict[str, str]:
    return {**usual, "held": "ready"} if chosen.ready and "held" in usual else usual


def _say_columns(file: str, columns: Iterable[Any]) -> None:
    """What each column holds; NotNow when none holds a name, or none a way to reach anybody."""
    from mentorbank.network.base.refusals import NotNow
    from mentorbank.network.records.queries.columns import is_unsure, lacking
    from mentorbank.network.records.queries.wording import MEANINGS

    print("Columns")
    for column in columns:
        doubt = "?" if column["meaning"] and is_unsure(column) else ""
        meaning = f"{MEANINGS.get(column['meaning'], 'not imported')}{doubt}"
        print(f"  {column['heading'][:40]:<40}  {meaning}")
    if missing := lacking(columns):
        raise NotNow(f"No column of {file} was understood as {missing}. Give that column a plain heading.")


def _say_counts(counts: "Counter[str]", states: "Counter[str]") -> None:
    from mentorbank.network.people.states import MenteeState, MentorState
    from mentorbank.network.records.states import RowState

    labels: dict[str, Any] = {**dict(MentorState.choices), **dict(MenteeState.choices)}
    print("Rows")
    for state in RowState:
        if counts[state]:
            print(f"  {counts[state]:>6}  {state.label}")
    for name, number in states.most_common():
        print(f"          {number} of them as: {labels[name]}")


def _say_rows(rows: Iterable["ReadRow"]) -> None:
    from mentorbank.network.records.queries.wording import Wording

    wording = Wording("en")
    for row in rows:
        same = wording.resemblance(row) if row.known else ""
        said = "; ".join(part for part in (same, wording.summary(row)) if part) or str(row.state.label)
        print(f"  row {row.line}, {row.reading.name or 'no name'}: {said}")
