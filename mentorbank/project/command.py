"""The `mentorbank` command. Nothing heavy is imported before it is known what is wanted."""

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

#: Name, function, what it does; those of the engine need no Django at all.
OURS = {
    "demo": ("mentorbank.project.demo:main", "an invented network on this machine, web, worker and scheduler in one"),
    "serve": ("mentorbank.project.serving:main", "the web server (--host, --port, --workers, --threads)"),
    "worker": ("mentorbank.project.running:work", "posts letters and does queued work"),
    "scheduler": ("mentorbank.project.running:schedule", "starts what the clock starts"),
    "doctor": ("mentorbank.project.doctor:main", "looks at settings, database, queue and letters"),
    "appoint": ("mentorbank.project.appointing:main", "gives a staff role: the first administrator of a new network"),
    "import": ("mentorbank.project.importing:main", "brings mentors or mentees in from a spreadsheet"),
    "fill": ("mentorbank.project.fill.command:main", "fills an empty database with an invented network"),
    "match": ("mentorbank.engine.command:main", "who fits whom, from two spreadsheets; no database needed"),
    "simulate": ("mentorbank.engine.simulate:main", "how a recipe does on invented or given people"),
}
DJANGO = {
    "migrate": "brings the database up to date",
    "collectstatic": "gathers and compresses the files pages load",
    "check": "looks for mistakes in the settings (--deploy)",
    "shell": "Python with everything loaded",
    "dbshell": "the database's own prompt",
    "showmigrations": "which changes of the database are done",
    "makemigrations": "writes changes of the models down",
    "makemessages": "gathers texts for translation",
    "dumpdata": "writes rows as JSON",
}


def help_text() -> str:
    rows = [(name, text) for name, (_place, text) in OURS.items()] + list(DJANGO.items())
    lines = "\n".join(f"  {name:<15} {text}" for name, text in rows)
    return f"mentorbank COMMAND [options]\n\n{lines}\n\nmentorbank COMMAND --help says more about one.\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is the command's own."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or arguments[0] in ("--help", "-h", "help"):
        print(help_text(), end="")
        return 0
    name, rest = arguments[0], arguments[1:]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mentorbank.project.settings")
    if name in DJANGO:
        return _django(arguments)
    if name not in OURS:
        print(f"There is no command {name!r}. These exist:\n\n{help_text()}", end="", file=sys.stderr)
        return 2
    return _find(OURS[name][0])(rest) or 0


def _find(place: str) -> Callable[[list[str]], int | None]:
    module, _, function = place.partition(":")
    found: Callable[[list[str]], int | None] = getattr(import_module(module), function)
    return found


def _django(arguments: list[str]) -> int:
    from django.core.management import execute_from_command_line

    execute_from_command_line(["mentorbank", *arguments])
    return 0


if __name__ == "__main__":
    sys.exit(main())
