"""`make test` says plainly what ran: a part that could not run is no success, and fails in CI."""

import runpy
from pathlib import Path
from typing import Any

import pytest

PARTS = Path(__file__).resolve().parents[2] / ".ci" / "parts.py"


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The script's names, with a folder of programs that pass or fail as they are told."""
    for name, status in (("good", 0), ("bad", 1)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nexit {status}\n")
        program.chmod(0o755)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    names = runpy.run_path(str(PARTS))
    names["run"].__globals__.update(BIN=tmp_path, IN_CI=False)
    return names


def run_all(names: Any, *parts: Any) -> int:
    for part in parts:
        names["run"](part)
    return names["close"](list(parts))


def test_everything_passed_is_a_success_with_a_plain_closing_line(parts, capfd):
    assert run_all(parts, parts["Part"]("lint", ["good"])) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "Tests: 1 passed, 0 failed, 0 skipped"


def test_one_failing_part_fails_the_whole_and_the_others_still_run(parts, capfd):
    good, bad = parts["Part"]("types", ["good"]), parts["Part"]("lint", ["bad"])

    assert run_all(parts, bad, good) == 1
    assert (bad.outcome, good.outcome) == ("failed", "passed")
    assert capfd.readouterr().out.splitlines()[-1] == "Tests: 1 passed, 1 failed, 0 skipped"


def test_without_postgresql_its_part_says_how_to_get_it(parts, capfd):
    part = parts["Part"]("rooms on PostgreSQL", ["good"], database="postgresql")

    assert run_all(parts, part) == 0
    assert (
        "did not run: PostgreSQL is not here (Debian: apt-get install postgresql)" in capfd.readouterr().out
    )


def test_in_ci_a_part_that_did_not_run_is_a_failure(parts):
    parts["run"].__globals__["IN_CI"] = True

    assert run_all(parts, parts["Part"]("rooms on PostgreSQL", ["good"], database="postgresql")) == 1


def test_what_a_report_counts_stands_in_the_closing_line(parts, tmp_path, capfd):
    report = tmp_path / "report.xml"
    report.write_text('<testsuites><testsuite tests="9" failures="1" errors="1" skipped="2"/></testsuites>')

    assert run_all(parts, parts["Part"]("rooms", ["bad", f"--junitxml={report}"])) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "Tests: 5 passed, 2 failed, 2 skipped"
