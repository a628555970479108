"""What pages cost, as ratios to an empty signed-in page measured in the same run; and the start of the command.

`python -m benchmarks.pages [PEOPLE …]`; 5,000 and 100,000 unless other numbers are given. Each size has its own
SQLite file, filled by `mentorbank fill`; the pages are asked for in one warm process.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

SIZES = (5_000, 100_000)
SETTINGS = {"DJANGO_SETTINGS_MODULE": "mentorbank.project.settings"}
START = "import django; django.setup()"


def seconds_of(*command: str, times: int = 7) -> float:
    """The median time a command takes, warm."""
    import time

    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=os.environ | SETTINGS)
        taken.append(time.perf_counter() - begun)
    return median(taken)


def start_of_the_command() -> None:
    command = str(Path(sys.executable).with_name("mentorbank"))
    told = seconds_of(command, "--help")
    setup = seconds_of(sys.executable, "-c", START)
    print(
        f"start   mentorbank --help {told * 1000:.0f} ms = {told / setup:.2f} of a full django.setup()",
        flush=True,
    )


def pages_at(people: int) -> None:
    """Fill a database of that size and measure in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="mentorbank-bench-") as folder:
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        environment |= {
            "MENTORBANK_VAR": folder,
            "SECRET_KEY": "a key that only the benchmark knows, as long as a key should be",
            "STATICFILES_BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
            **SETTINGS,
        }
        Path(folder, "static").mkdir()
        command = str(Path(sys.executable).with_name("mentorbank"))
        subprocess.run([command, "migrate", "-v0"], env=environment, check=True)
        subprocess.run([command, "fill", "--people", str(people)], env=environment, check=True)
        subprocess.run(
            [sys.executable, "-m", "benchmarks.page_costs", str(people)], env=environment, check=True
        )


if __name__ == "__main__":
    start_of_the_command()
    for size in map(int, sys.argv[1:] or SIZES):
        pages_at(size)
