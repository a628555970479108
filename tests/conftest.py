"""What every test stands on: no network, short or long random runs, missing programs named."""

import ctypes
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from django.db import connection

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
SOAK = os.environ.get("MENTORBANK_SOAK") == "1"
#: Pytest fixtures that open the database; a test with one of them runs on SQLite and on PostgreSQL.
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
#: Programs a test may need, how to see whether they are here, and the Debian package that brings them.
PROGRAMS = {
    "chromium": (lambda: shutil.which("chromium"), "chromium"),
    "gettext": (lambda: shutil.which("xgettext"), "gettext"),
    "pango": (lambda: _loads("libpango-1.0.so.0"), "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    "noto": (lambda: _has_noto(), "fonts-noto-core"),
    "postgresql": (lambda: os.environ.get("DATABASE_URL", "").startswith("postgres"), "postgresql"),
}

hypothesis.settings.register_profile("short", max_examples=40, deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile(
    "soak", max_examples=600, deadline=None, suppress_health_check=list(hypothesis.HealthCheck)
)
hypothesis.settings.load_profile("soak" if SOAK else "short")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that those tests can run on PostgreSQL as well."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE_FIXTURES & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip (in CI: fail) a test whose program is not here."""
    for marker in item.iter_markers("needs"):
        for program in marker.args:
            here, package = PROGRAMS[program]
            if not here():
                say = pytest.fail if IN_CI else pytest.skip
                say(f"{program} is missing (Debian: apt-get install {package})")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_noto() -> bool:
    return any(Path("/usr/share/fonts/truetype/noto").glob("NotoSansArabic*"))


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """A connection to any other machine fails: a test that needs the world is not a test."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> Any:
        if self.family != socket.AF_UNIX and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise AssertionError(f"a test reached for the network: {address}")
        return connect(self, address)

    patch = pytest.MonkeyPatch()
    patch.setattr(socket.socket, "connect", only_here)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def seconds() -> float:
    """How long a concurrent test keeps its processes busy: a moment, or a minute in `make soak`."""
    return 60.0 if SOAK else 4.0


@pytest.fixture(autouse=True, scope="session")
def _throw_away_var() -> Iterator[None]:
    yield
    shutil.rmtree(settings.VAR, ignore_errors=True)


@pytest.fixture
def start_python(tmp_path: Path, transactional_db: None) -> Iterator[Callable[..., subprocess.Popen]]:
    """Start `python -m MODULE …` on a database that several processes share; its output is piped."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    if connection.vendor == "sqlite":
        environment["DATABASE_URL"] = f"sqlite:///{tmp_path}/shared.sqlite3"
        subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment, check=True)
    else:
        base, _, options = environment["DATABASE_URL"].partition("?")
        base = base.rpartition("/")[0] + "/" + connection.settings_dict["NAME"]
        environment["DATABASE_URL"] = f"{base}?{options}" if options else base

    running: list[subprocess.Popen] = []

    def start(module: str, *arguments: Any, **settings: str) -> subprocess.Popen:
        command = [sys.executable, "-m", module, *map(str, arguments)]
        running.append(subprocess.Popen(command, env={**environment, **settings}, stdout=subprocess.PIPE))
        return running[-1]

    yield start
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()
