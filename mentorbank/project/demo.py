"""`mentorbank demo`: an invented network on this machine, in one process tree that Ctrl-C ends whole."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import django

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 12.0  # seconds a child gets to end by itself
#: What a person reads beside each role.
ROLE_NAMES = {
    "network_administrator": "network administrator",
    "network_leader": "network leader",
    "coordinator": "coordinator",
    "division_leader": "division leader",
}


class Stop(Exception):
    """Somebody pressed Ctrl-C or ended the program from outside."""


def main(argv: Sequence[str]) -> int:
    """Prepare, serve, and stop everything again."""
    chosen = _options(argv)
    _environment(chosen)
    if not _is_free(chosen.port):
        print(_busy(chosen.port), file=sys.stderr)
        return 1
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    try:
        return _run(chosen)
    except Stop:
        print("\nStopped. `make demo` goes on from here; `make reset` starts over.")
        return 0


def _options(argv: Sequence[str]) -> Namespace:
    parser = ArgumentParser("mentorbank demo", description="An invented network on this machine.")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", "8000")), help="(8000)")
    parser.add_argument("--empty", action="store_true", help="invent nobody; only the tables")
    return parser.parse_args(argv)


def _environment(chosen: Namespace) -> None:
    """The settings of a demo, unless somebody chose others. The key is kept, so sessions outlive a restart."""
    var = Path(os.environ.get("MENTORBANK_VAR", ROOT / "var"))
    var.mkdir(parents=True, exist_ok=True)
    key = var / "secret-key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(50))
    os.environ.setdefault("SECRET_KEY", key.read_text().strip())
    os.environ.setdefault("BASE_URL", f"http://localhost:{chosen.port}")
    os.environ["MENTORBANK_DEMO"] = "1"
    os.environ.pop("DEBUG", None)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _busy(port: int) -> str:
    return (
        f"Port {port} is in use by another program, perhaps another demo. Stop that one, "
        f"or choose another port: PORT={port + 1} make demo"
    )


def _stop(signum: int, frame: FrameType | None) -> None:
    raise Stop


def _run(chosen: Namespace) -> int:
    django.setup()
    _prepare(empty=chosen.empty)
    with _children(chosen.port) as children:
        while _is_free(chosen.port):
            if ended := _first_ended(children):
                return _failed(ended)
            time.sleep(0.1)
        print(_welcome(chosen.port), flush=True)
        while not (ended := _first_ended(children)):
            time.sleep(0.5)
        return _failed(ended)


def _prepare(*, empty: bool) -> None:
    """Bring the database and the static files up to date, and invent the network the first time."""
    from django.core.management import call_command
    from django.db import connections

    from mentorbank.project.fill import demo

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not empty and not demo.is_filled():
        started = time.monotonic()
        print("Inventing a network; this takes a minute or two the first time.", flush=True)
        demo.fill_demo(ROOT / "demo", progress=_dot)
        print(f" done in {time.monotonic() - started:.0f} s", flush=True)
    connections.close_all()


def _dot(number: int) -> None:
    print(".", end="", flush=True)


@contextmanager
def _children(port: int) -> Iterator[dict[str, subprocess.Popen[bytes]]]:
    """Web, worker and scheduler; whatever happens, none of them is left behind."""
    commands = {
        "serve": ["serve", "--port", str(port)],
        "worker": ["worker", "--idle", "0.3"],
        "scheduler": ["scheduler"],
    }
    children: dict[str, subprocess.Popen[bytes]] = {}
    try:
        for name, arguments in commands.items():
            children[name] = subprocess.Popen(  # noqa: S603 - our own command
                [sys.executable, "-m", "mentorbank.project.command", *arguments],
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        yield children
    finally:
        _end(list(children.values()))


def _end_with_parent() -> None:
    """Linux: should this program be killed outright, its children are told to end."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGTERM)


def _end(children: list["subprocess.Popen[bytes]"]) -> None:
    """Ask all to end, wait, and end by force whoever did not."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    for child in children:
        child.terminate()
    until = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)


def _first_ended(children: dict[str, "subprocess.Popen[bytes]"]) -> str:
    return next((name for name, child in children.items() if child.poll() is not None), "")


def _failed(name: str) -> int:
    print(f"`mentorbank {name}` ended by itself, so the demo stops. What it said stands above.", file=sys.stderr)
    return 1


def _welcome(port: int) -> str:
    """The address, and who to be."""
    from django.db import connections

    from mentorbank.project.fill import demo

    people = demo.people_to_sign_in_as()
    connections.close_all()
    wide = max((len(address) for *_, address in people), default=0)
    lines = [f"  {address:<{wide}}  {ROLE_NAMES.get(role, role)}: {name}" for role, name, address in people]
    return "\n".join([
        "",
        f"Mentorbank is at http://localhost:{port}  (Ctrl-C stops it)",
        "",
        f"Sign in at http://localhost:{port}/sign-in/ as one of these; the code then appears here:",
        *lines,
        "",
        f"The components: http://localhost:{port}/parts/",
        "",
    ])
