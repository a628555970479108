"""Serving, and the refusal to serve what is not safe."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

import django

WEAK = 50  # characters a secret key has at least


def unsafe() -> list[str]:
    """What speaks against serving, each with the variable that mends it."""
    from django.conf import settings

    found = []
    if settings.SECRET_KEY == settings.UNSAFE_KEY:
        found.append("SECRET_KEY is not set. Set it to a long random text that you keep to yourself.")
    elif len(settings.SECRET_KEY) < WEAK:
        found.append(f"SECRET_KEY is too short. Give it at least {WEAK} random characters.")
    if settings.DEBUG:
        found.append("DEBUG is on. It shows the inside of the program to everybody: unset DEBUG.")
    return found


def unready() -> list[str]:
    """What must be done before pages can be shown."""
    from django.conf import settings
    from django.contrib.staticfiles.storage import staticfiles_storage
    from django.db import OperationalError, connection
    from django.db.migrations.executor import MigrationExecutor

    found = []
    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            found.append("The database is not up to date. Run: mentorbank migrate")
    except OperationalError as error:
        found.append(f"The database does not answer ({str(error).strip()}). Look at DATABASE_URL.")
    if hasattr(staticfiles_storage, "manifest_name") and not (settings.STATIC_ROOT / "staticfiles.json").exists():
        found.append("The files that pages load were not gathered. Run: mentorbank collectstatic --noinput")
    return found


def refuse(reasons: Sequence[str]) -> None:
    """End the program with the reasons, if there are any."""
    if reasons:
        raise SystemExit("Mentorbank does not serve like this:\n  " + "\n  ".join(reasons))


def options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser("mentorbank serve", description="The web server.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=1, help="processes (1)")
    parser.add_argument("--threads", type=int, default=4, help="threads per process (4)")
    return parser.parse_args(argv)


def main(argv: Sequence[str]) -> int:
    """`mentorbank serve`: pages and static files from one process tree."""
    chosen = options(argv)
    django.setup()
    refuse(unsafe())
    refuse(unready())
    return run(chosen)


def run(chosen: Namespace) -> int:
    from granian.server import Server

    server = Server(
        "mentorbank.project.wsgi:application",
        address=chosen.host,
        port=chosen.port,
        interface="wsgi",
        workers=chosen.workers,
        blocking_threads=chosen.threads,
        log_level="warning",
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    )
    server.serve()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
