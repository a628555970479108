"""Who may import whom: import-linter's contracts and ruff's bans, run on a tree."""

import os
import re
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent


def imports(root: Path) -> list[str]:
    """What lint-imports calls broken, a line for each import that goes against an arrow."""
    command = [str(BIN / "lint-imports"), "--no-cache"]
    environment = {**os.environ, "PYTHONPATH": str(root), "NO_COLOR": "1", "COLUMNS": "300"}
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    told = done.stdout.partition("Broken contracts")[2] or done.stdout + done.stderr
    return [line.strip() for line in told.splitlines() if re.search(r"\w", line)]


def banned(root: Path) -> list[str]:
    """What the network room may not use, and folders that the arrows would not see."""
    command = [
        str(BIN / "ruff"),
        "check",
        "--no-cache",
        "--select",
        "TID251,INP001",
        "--output-format",
        "concise",
    ]
    done = subprocess.run([*command, "mentorbank"], cwd=root, capture_output=True, text=True, check=False)
    return [line for line in done.stdout.splitlines() if re.search(r": (TID251|INP001)", line)]
