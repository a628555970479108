"""`mentorbank match`: two spreadsheets in, a plan with reasons out. No server, no database."""

import argparse
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from mentorbank.engine.recipe import Recipe, RecipeError
from mentorbank.engine.recipe_toml import read_recipe
from mentorbank.engine.sheets.refused import Refused
from mentorbank.engine.sheets.writing import writer

EXAMPLES = """\
examples:
  mentorbank match mentees.xlsx mentors.csv
      a plan in the terminal, with the reasons
  mentorbank match mentees.xlsx mentors.csv --out plan.xlsx
      the same as a workbook; also plan.csv, or - for CSV on the standard output
  mentorbank match mentees.xlsx mentors.csv --explain M007
      everything about one mentee: her best mentors, their points, whom each wish excludes
  mentorbank match mentees.xlsx mentors.csv --recipe ours.toml
      with your own points per criterion, and with columns named as in your files:
          audience = "women"
          [criteria]
          profession = 5000
          goals = 5000
          [columns.mentors]
          occupation = "Works as"

A file needs a row of headings with an id and an occupation; everything else helps. What cannot be read
counts as unknown, and is listed. Exit code: 0 done, 2 a file was refused (nothing is written).
"""


def main(argv: Sequence[str]) -> int:
    """Run the command. Returns the exit code: 0 done, 2 refused."""
    options = _parser().parse_args(argv)
    try:
        return _run(options)
    except (Refused, RecipeError) as refusal:
        print(f"mentorbank match: {refusal}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    """The options, with examples."""
    parser = argparse.ArgumentParser(
        prog="mentorbank match",
        description="Match mentees to mentors from two spreadsheets (CSV or XLSX).",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("mentees", metavar="MENTEES", help="the mentees' file")
    add("mentors", metavar="MENTORS", help="the mentors' file")
    add("--recipe", metavar="FILE", help="points per criterion and names of columns, as TOML")
    add("--out", metavar="FILE", help="write plan.csv or plan.xlsx; - is CSV on the standard output")
    add("--top", metavar="N", type=_count, default=None, help="name the N best mentors beside the plan's")
    add("--explain", metavar="ID", help="everything about one mentee")
    add("--json", action="store_true", help="everything as JSON on the standard output")
    add("--progress", action="store_true", help="show how far it is")
    add("--workers", metavar="N", type=_count, default=1, help="reckon lists in N threads")
    add("--dask", metavar="ADDRESS", help="reckon lists on a Dask cluster")
    return parser


def _count(text: str) -> int:
    """A whole number from 0."""
    if not text.isascii() or not text.isdigit() or int(text) > 10_000:
        raise argparse.ArgumentTypeError(f"expected a whole number from 0 to 10000, got {text!r}")
    return int(text)


def _run(options: argparse.Namespace) -> int:
    """Read, plan, write."""
    from mentorbank.engine.sheets import outcome as planning  # after --help, which needs none of it
    from mentorbank.engine.sheets import report
    from mentorbank.engine.sheets.sides import read_sides

    write = writer(options.out)
    recipe = _recipe(options.recipe)
    sides = read_sides(_sheet(options.mentees), _sheet(options.mentors), recipe)
    with _executor(options) as executor, _progress(options, len(sides.mentees) * len(sides.bank)) as told:
        found = planning.match(sides, recipe, executor, told)
    top = options.top if options.top is not None else 0
    if options.json:
        print(json.dumps(report.as_json(found, top), ensure_ascii=False, indent=1))
    elif options.explain is not None:
        mentee = _mentee(options, sides.mentee_side.ids)
        print("\n".join(report.explain(found, mentee, options.top if options.top is not None else 10)))
    elif options.out is None:
        _print_plan(report, found, top)
    if write:
        write(report, found, top)
    if not options.json:
        _print_notes(report, found, sys.stdout if _to_terminal(options) else sys.stderr)
    return 0


def _to_terminal(options: argparse.Namespace) -> bool:
    """Whether the standard output is for a person."""
    return options.out != "-" and options.explain is None


def _recipe(path: str | None) -> Recipe:
    """The recipe of a file, or the default."""
    if path is None:
        return Recipe()
    try:
        return read_recipe(Path(path).read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror or error})") from None
    except UnicodeDecodeError:
        raise Refused(path, "expected a recipe in TOML as UTF-8 text") from None
    except RecipeError as error:
        raise Refused(path, str(error)) from None


def _sheet(path: str) -> tuple[str, Any]:
    """A file's name and the sheet in it."""
    from mentorbank.files.sheets import Unreadable, read_sheet

    try:
        return Path(path).name, read_sheet(path, Path(path))
    except Unreadable as refusal:
        raise Refused(path, str(refusal)) from None
    except OSError as error:
        raise Refused(path, f"cannot be read ({error.strerror or error})") from None


def _mentee(options: argparse.Namespace, ids: Sequence[Any]) -> int:
    """Which row --explain means."""
    if options.explain in ids:
        return ids.index(options.explain)
    some = ", ".join(map(str, ids[:5])) + (" …" if len(ids) > 5 else "")
    raise Refused(options.mentees, f"there is no mentee “{options.explain}”; there are {some}")


@contextmanager
def _executor(options: argparse.Namespace) -> Iterator[Executor | None]:
    """Where lists are reckoned."""
    if options.dask:
        with _dask(options.dask) as client:
            yield client.get_executor()
    elif options.workers > 1:
        with ThreadPoolExecutor(options.workers) as pool:
            yield pool
    else:
        yield None


def _dask(address: str) -> Any:
    """A client of a Dask cluster."""
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise Refused("--dask", "needs the package distributed: pip install distributed") from None
    try:
        return distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as error:
        raise Refused("--dask", f"no scheduler answers at {address} ({error})") from None


@contextmanager
def _progress(options: argparse.Namespace, pairs: int) -> Iterator[Callable[[int, int], None] | None]:
    """A bar on the standard error: when asked for, or when a person waits long."""
    if not options.progress and not (pairs > 20_000_000 and sys.stderr.isatty()):
        yield None
        return

    def show(done: int, of: int) -> None:
        filled = 30 * done // max(of, 1)
        bar = "#" * filled + "." * (30 - filled)
        print(f"\r[{bar}] {done:,} of {of:,} mentees", end="", file=sys.stderr, flush=True)

    yield show
    print(file=sys.stderr)


def _print_plan(report: Any, found: Any, top: int) -> None:
    """The plan for a terminal."""
    width = max(60, min(shutil.get_terminal_size((100, 24)).columns, 120))
    for row in report.table(found, top):
        told = dict(zip(report.HEADINGS, row, strict=True))
        points = f"{told['points']:,}" if told["mentor"] is not None else ""
        print(f"{told['mentee']}  ->  {told['mentor'] or 'nobody'}  {points}".rstrip())
        for name in (
            "reasons for",
            "reasons against",
            "missing",
            "to be confirmed",
            "why nobody",
            "next best",
        ):
            if told[name]:
                text = (
                    told[name]
                    if name == "to be confirmed"
                    else f"{name.removeprefix('reasons ')}: {told[name]}"
                )
                print(textwrap.fill(text, width, initial_indent="    ", subsequent_indent="      "))
    print()


def _print_notes(report: Any, found: Any, out: Any) -> None:
    """The summary, what was not surely read, and what was not needed."""
    unsure = report.grouped(report.doubts(found))
    notes = [*report.summary(found), *report.ignored(found)]
    if unsure:
        notes += [
            f"{len(report.doubts(found))} values were not surely read:",
            *(f"  {each}" for each in unsure),
        ]
    print("\n".join(notes), file=out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
