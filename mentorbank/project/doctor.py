"""`mentorbank doctor`: what an operator should look at, each line with its remedy."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta

import django

FINE, LOOK, WRONG = "fine", "look", "WRONG"
Finding = tuple[str, str]
SILENT = timedelta(minutes=5)


def main(argv: Sequence[str]) -> int:
    """Print one line per finding; 1 when something is wrong."""
    parser = ArgumentParser("mentorbank doctor", description="Looks at settings, database, queue and letters.")
    parser.parse_args(argv)
    django.setup()
    findings = [finding for check in CHECKS for finding in _asked(check)]
    for grade, text in findings:
        print(f"{grade:<5}  {text}")
    return int(any(grade == WRONG for grade, _text in findings))


def _asked(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    """A check that cannot even be made is a finding, not a traceback."""
    try:
        return list(check())
    except Exception as error:
        return [(WRONG, f"{(check.__doc__ or '').rstrip('.')}: {type(error).__name__}: {str(error).strip()}")]


def the_settings() -> Iterator[Finding]:
    """Settings."""
    from django.conf import settings

    from mentorbank.project.serving import unsafe

    found = unsafe()
    yield from ((WRONG, reason) for reason in found)
    if not found:
        yield FINE, "SECRET_KEY is set and DEBUG is off"
    if settings.SALT_KEY == ["mentorbank"]:
        yield LOOK, "SALT_KEY is the one everybody has. Set your own before real people come in."
    if not settings.SECURE:
        yield LOOK, f"BASE_URL is {settings.BASE_URL}: without https cookies travel in the open."
    else:
        yield FINE, f"links in letters begin with {settings.BASE_URL}"


def the_database() -> Iterator[Finding]:
    """Database."""
    from django.db import connection

    from mentorbank.project.serving import unready

    found = unready()
    yield from ((WRONG, reason) for reason in found)
    if not found:
        yield FINE, f"{connection.vendor} answers, its tables and the static files are up to date"
    if connection.vendor == "sqlite":
        yield LOOK, "SQLite serves one machine and few people at once; DATABASE_URL names a PostgreSQL."


def the_letters() -> Iterator[Finding]:
    """Letters."""
    from django.conf import settings
    from django.utils import timezone

    from mentorbank.network.letters.models import Letter
    from mentorbank.network.letters.states import LetterState

    if settings.EMAIL_BACKEND.endswith(("filebased.EmailBackend", "console.EmailBackend")):
        yield LOOK, f"E-mail goes to files in {settings.EMAIL_FILE_PATH}. Set EMAIL_URL to send it."
    if not settings.SMS_GATEWAY:
        yield LOOK, f"SMS goes to the file {settings.SMS_FILE}. Set SMS_GATEWAY to send it."
    failed = Letter.objects.filter(state=LetterState.FAILED).count()
    late = Letter.objects.due(timezone.now() - SILENT).count()
    if failed:
        yield LOOK, f"{failed} letters could not be sent; see Letters at the desk"
    else:
        yield FINE, "no letter failed"
    if late:
        yield WRONG, f"{late} letters have been due for {SILENT.seconds // 60} minutes. Is a worker running?"


def the_work() -> Iterator[Finding]:
    """Queue."""
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    from mentorbank.network.base.models import Tick

    now = timezone.now()
    newest = Tick.objects.order_by("-at").values_list("at", flat=True).first()
    yield _clock(newest, now)
    late = DBTaskResult.objects.ready().filter(enqueued_at__lt=now - SILENT).count()
    yield (WRONG, f"{late} tasks wait. Is a worker running?") if late else (FINE, "no task waits")
    failed = DBTaskResult.objects.failed()
    for task in failed.order_by("-finished_at")[:5]:
        yield LOOK, f"given up: {task.args_kwargs['args'][:2]} ({task.exception_class_path or 'its worker died'})"


def _clock(newest: datetime | None, now: datetime) -> Finding:
    if newest is None or newest < now - SILENT:
        since = f"since {newest:%Y-%m-%d %H:%M}" if newest else "yet"
        return WRONG, f"The clock has started nothing {since}. Is `mentorbank scheduler` running?"
    return FINE, "the scheduler runs"


def the_papers() -> Iterator[Finding]:
    """Papers (PDF)."""
    from mentorbank.files.papers import PaperToolsMissing, paper

    try:
        paper("<p>Prøve</p>", language="da", title="Prøve")
    except PaperToolsMissing as missing:
        yield LOOK, str(missing)
    else:
        yield FINE, "papers can be printed"


CHECKS = (the_settings, the_database, the_letters, the_work, the_papers)
