"""Rules that only Django itself can answer: keys, migrations, routes. A tree is asked once, in a process."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path


@cache
def facts(root: Path) -> dict[str, list[str]]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(root),
        "DJANGO_SETTINGS_MODULE": "mentorbank.project.settings",
        "DATABASE_URL": "sqlite://:memory:",
    }
    command = [sys.executable, "-m", "tests.house_rules.facts"]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"Django does not start on {root}:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.splitlines()[-1])


def keys(root: Path) -> list[str]:
    """Keys that look ahead."""
    return facts(root)["keys"]


def ways_back(root: Path) -> list[str]:
    """Keys across steps by which an earlier step could reach a later one."""
    return facts(root)["ways_back"]


def migrations(root: Path) -> list[str]:
    """Changes of models that no migration makes."""
    return facts(root)["migrations"]


def policy(root: Path) -> list[str]:
    """Routes without a row in policy.toml, and rows without a route."""
    return facts(root)["policy"]


def template_routes(root: Path) -> list[str]:
    """Names of routes, in templates and redirects, that lead nowhere."""
    return facts(root)["template_routes"]
