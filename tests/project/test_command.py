"""The command: quick to answer, kind when it refuses."""

import os
import signal
import socket
import subprocess
import sys
import time
from importlib import import_module
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from mentorbank.project import command


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if name not in ("SECRET_KEY", "DEBUG")}
    inherited["DJANGO_SETTINGS_MODULE"] = "mentorbank.project.settings"
    line = [sys.executable, "-m", "mentorbank.project.command", *arguments]
    return subprocess.run(line, env={**inherited, **environment}, capture_output=True, text=True, timeout=120)


def test_help_imports_no_django():
    code = ("import sys; from mentorbank.project.command import main; main(['--help']);"
            "sys.exit(any(name.split('.')[0] in ('django', 'numpy') for name in sys.modules))")

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60).returncode == 0


def test_help_names_every_command(capsys):
    assert command.main([]) == 0

    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in [*command.OURS, *command.DJANGO])


@pytest.mark.parametrize("name", command.OURS)
def test_every_command_exists(name):
    module, _, function = command.OURS[name][0].partition(":")

    assert callable(getattr(import_module(module), function))


def test_a_command_that_is_not_there_is_refused_with_those_that_are(capsys):
    assert command.main(["demolish"]) == 2
    assert "migrate" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "variable"),
    [({}, "SECRET_KEY"), ({"SECRET_KEY": "short"}, "SECRET_KEY"), ({"SECRET_KEY": "x" * 60, "DEBUG": "1"}, "DEBUG")],
)
def test_serving_is_refused_when_unsafe_and_names_the_variable(environment, variable):
    refused = run("serve", **environment)

    assert refused.returncode == 1
    assert variable in refused.stderr
    assert "Traceback" not in refused.stderr


def test_another_server_that_loads_us_is_refused_as_well():
    line = [sys.executable, "-c", "import mentorbank.project.wsgi"]
    inherited = {name: value for name, value in os.environ.items() if name != "SECRET_KEY"}
    environment = {**inherited, "DJANGO_SETTINGS_MODULE": "mentorbank.project.settings"}
    refused = subprocess.run(line, env=environment, capture_output=True, text=True, timeout=60)

    assert refused.returncode == 1
    assert "SECRET_KEY" in refused.stderr


def test_serving_an_empty_database_says_what_to_run(tmp_path):
    refused = run(
        "serve",
        SECRET_KEY="x" * 60,
        MENTORBANK_VAR=str(tmp_path),
        DATABASE_URL=f"sqlite:///{tmp_path}/new.sqlite3",
        STATICFILES_BACKEND="whitenoise.storage.CompressedManifestStaticFilesStorage",
    )

    assert refused.returncode == 1
    assert "mentorbank migrate" in refused.stderr
    assert "mentorbank collectstatic" in refused.stderr


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def demo(port: int, var: str) -> subprocess.Popen:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "mentorbank.project.settings", "MENTORBANK_VAR": var}
    for name in ("SECRET_KEY", "BASE_URL", "DATABASE_URL", "STATICFILES_BACKEND", "ALLOWED_HOSTS"):
        environment.pop(name, None)
    line = [sys.executable, "-m", "mentorbank.project.command", "demo", "--empty", "--port", str(port)]
    return subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def answers(port: int, seconds: float = 240) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            return urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=5).status == 200
        except (URLError, OSError):
            time.sleep(0.2)
    return False


def family(pid: int) -> set[int]:
    """A process and everything it started."""
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True).stdout.split()
    return {pid}.union(*(family(int(child)) for child in children))


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_serves_and_ends_whole(tmp_path, number):
    port = free_port()
    started = demo(port, str(tmp_path))
    try:
        assert answers(port)
        processes = family(started.pid)
        assert len(processes) >= 4  # itself, web, worker, scheduler
        started.send_signal(number)
        said = started.communicate(timeout=30)[0]
    finally:
        started.kill()
        started.wait()
        started.stdout.close()
    assert started.returncode == 0, said
    assert f"http://localhost:{port}" in said
    assert not [pid for pid in processes if os.path.exists(f"/proc/{pid}")]


def test_a_demo_beside_another_says_so_kindly(tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        started = demo(port, str(tmp_path))
        said = started.communicate(timeout=60)[0]

    assert started.returncode == 1
    assert f"Port {port} is in use" in said
    assert f"PORT={port + 1} make demo" in said
