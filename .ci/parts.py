"""Runs the parts of `make test`, `make check` or `make soak` in turn and closes with one plain line.

A part whose program is not on this machine says so in one line and how to get it; with CI=true that fails.
"""

import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp

BIN = Path(sys.executable).parent
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
REPORTS = Path(mkdtemp(prefix="mentorbank-parts-"))
#: Tests that need no browser and guard no fence: they run on both databases.
PLAIN = ["tests", "--ignore=tests/browser", "--ignore=tests/house_rules"]
PAPERS = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-noto-core")
SERVER = "postgresql"
PARALLEL = ["-n", os.environ.get("TEST_PROCESSES", "2"), "--dist", "loadfile"]


@dataclass
class Part:
    """One command; `database` says where it runs, `needs` names Debian packages it cannot do without."""

    name: str
    command: list[str]
    database: str = "sqlite"
    needs: tuple[str, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    outcome: str = ""
    seconds: float = 0.0


def pytest_part(name: str, *arguments: str, database: str = "sqlite", needs: tuple[str, ...] = ()) -> Part:
    report = REPORTS / f"{name.replace(' ', '-')}.xml"
    options = ["-q", "--no-header", "-p", "no:cacheprovider", f"--junitxml={report}"]
    return Part(name, ["pytest", *options, *PARALLEL, *arguments], database, needs)


CHECK = [
    Part("lint", ["ruff", "check"]),
    Part("one-way arrows", ["lint-imports"]),
    Part("types", ["mypy"]),
    Part("templates", ["djlint", "mentorbank", "--lint", "--quiet"]),
]
FENCES = pytest_part("house rules", "tests/house_rules", needs=("gettext",))
PLANS = {
    "check": [*CHECK, FENCES],
    "test": [
        *CHECK,
        FENCES,
        pytest_part("rooms on SQLite", *PLAIN, needs=PAPERS),
        pytest_part("rooms on PostgreSQL", *PLAIN, "-m", "database", database=SERVER),
        pytest_part("browser", "tests/browser", "-m", "not pictures", database=SERVER, needs=("chromium",)),
    ],
    "soak": [
        pytest_part("soak on SQLite", *PLAIN, "-m", "soak or hypothesis"),
        pytest_part("soak on PostgreSQL", *PLAIN, "-m", "(soak or hypothesis) and database", database=SERVER),
    ],
}


def what_is_missing(part: Part) -> str:
    """One line about what this machine lacks for the part, or nothing."""
    if part.database == SERVER and not os.environ.get("DATABASE_URL"):
        return "PostgreSQL is not here (Debian: apt-get install postgresql)"
    if not part.needs:
        return ""
    done = subprocess.run([".ci/system", *part.needs], capture_output=True, text=True, check=False)
    if done.returncode == 0 or all(present(package) for package in part.needs):
        return ""
    return done.stderr.strip().splitlines()[-1]


def present(package: str) -> bool:
    """On a machine without Debian's packages the program itself counts."""
    programs = {"gettext": "xgettext", "chromium": "chromium"}
    return package in programs and shutil.which(programs[package]) is not None


def environment(part: Part) -> dict[str, str]:
    values = dict(os.environ)
    if part.database == "sqlite":
        values.pop("DATABASE_URL", None)
    return values


def run(part: Part) -> None:
    """Run the part, showing its output, and keep outcome and counts."""
    print(f"\n── {part.name} ──", flush=True)
    missing = what_is_missing(part)
    if missing:
        part.outcome = "did not run"
        print(f"did not run: {missing}")
        return
    begun = time.monotonic()
    command = [str(BIN / part.command[0]), *part.command[1:]]
    status = subprocess.run(command, env=environment(part), stdin=subprocess.DEVNULL, check=False).returncode
    part.seconds = time.monotonic() - begun
    part.counts = counted(part)
    part.outcome = "passed" if status == 0 else "failed"


def counted(part: Part) -> dict[str, int]:
    """Tests, failures and skips of a part that wrote a report."""
    path = next((Path(a.split("=", 1)[1]) for a in part.command if a.startswith("--junitxml=")), None)
    if path is None or not path.exists():
        return {}
    suites = list(ET.parse(path).getroot().iter("testsuite"))
    total, failures, errors, skipped = (
        sum(int(suite.get(key, 0)) for suite in suites) for key in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return {"passed": total - failed - skipped, "failed": failed, "skipped": skipped}


def close(parts: list[Part]) -> int:
    """Print what ran and what did not; the exit status of the whole."""
    print()
    for part in parts:
        counts = " ".join(f"{number} {word}" for word, number in part.counts.items() if number)
        print(f"{part.outcome:<12} {part.name:<22} {part.seconds:6.0f} s  {counts}")
    bad = ("failed", "did not run") if IN_CI else ("failed",)
    wrong = [part for part in parts if part.outcome in bad]
    failed = sum(part.counts.get("failed", 0) or 1 for part in wrong)
    passed = sum(part.counts.get("passed", 1 if part.outcome == "passed" else 0) for part in parts)
    skipped = sum(part.counts.get("skipped", 0) for part in parts)
    print(f"Tests: {passed} passed, {failed} failed, {skipped} skipped")
    return 1 if wrong else 0


if __name__ == "__main__":
    plan = PLANS[sys.argv[1]]
    for each in plan:
        run(each)
    shutil.rmtree(REPORTS, ignore_errors=True)
    sys.exit(close(plan))
