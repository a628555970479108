"""The engine beside its peers in one run: seconds, peak memory, totals and ratios, as tables in Markdown.

`python -m benchmarks.engine [--quick] [shortlists] [plans] [peers]`; --quick leaves out 100,000 mentees and
the peers that take minutes. Processor seconds stand beside the others for machines that are shared.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).parents[1]
PEERS = HOUSE / ".venv" / "peers"
# Each in an environment of its own: two of them install a module of the same name.
PINNED = {
    "mentor_match": "mentor-match==7.0.1",
    "matching": "matching==1.4.3",
    "ortools": "ortools==9.15.6755",
}


def job(name, *arguments, mode="compiled"):
    """Run a job of `engine_jobs` in its own process."""
    command = [sys.executable, "-m", "benchmarks.engine_jobs", name, *map(str, arguments)]
    ran = subprocess.run(
        command,
        cwd=HOUSE,
        env=os.environ | {"MENTORBANK_SPEED": mode},
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.exit(f"{' '.join(command)}\n{ran.stderr}")
    return json.loads(ran.stdout.splitlines()[-1])


def peer(name, table):
    """Run a peer on a saved table; None, with a line why, where it cannot be had."""
    python = PEERS / name / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(python.parents[1])], check=True)
        wanted = [
            str(python),
            "-m",
            "pip",
            "install",
            "-q",
            "--disable-pip-version-check",
            PINNED[name],
            "numpy",
        ]
        if subprocess.run(wanted, capture_output=True, check=False).returncode:
            python.unlink()
            print(f"({PINNED[name]} could not be installed)")
            return None
    script = Path(__file__).parent / "engine_peers" / f"{name}.py"
    ran = subprocess.run([str(python), str(script), table], capture_output=True, text=True, check=False)
    if ran.returncode:
        print(f"({PINNED[name]} failed: {ran.stderr.strip().splitlines()[-1]})")
        return None
    return json.loads(ran.stdout.splitlines()[-1])


def shown(seconds):
    """Seconds, or milliseconds when short."""
    return f"{seconds * 1000:,.2f} ms" if seconds < 1 else f"{seconds:,.1f} s"


def table(*headings):
    """Print the head of a table."""
    print("\n| " + " | ".join(headings) + " |\n|" + "---|" * len(headings), flush=True)


def line(*cells):
    """Print a row of a table."""
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)


def shortlists():
    """Best 10 for one mentee."""
    table(
        "best 10 for one mentee",
        "mode",
        "reckoned",
        "processor",
        "with reasons",
        "one NumPy pass",
        "ratio to the pass",
        "peak MB",
    )
    for mentors in (5_000, 50_000, 1_000_000):
        for mode in ("plain", "compiled"):
            found = job("shortlist", mentors, mode=mode)
            ratio = found["seconds"] / found["one pass"]
            line(f"bank of {mentors:,}", mode, shown(found["seconds"]), shown(found["cpu"]), shown(found["explained"]),
                 shown(found["one pass"]), f"{ratio:.2f}", found["peak MB"])  # fmt: skip


def plans(quick):
    """Plans for everybody, and how they grow."""
    table(
        "plan for everybody",
        "mode",
        "seconds",
        "processor",
        "matched",
        "gap",
        "rounds",
        "peak MB",
        "processor µs a mentee",
    )
    sizes = [(12, 300), (500, 5_000), (5_000, 50_000), (20_000, 200_000)] + (
        [] if quick else [(100_000, 1_000_000)]
    )
    for mentees, mentors in sizes:
        for mode in ("plain", "compiled"):
            if mode == "plain" and mentees > 5_000:
                continue
            found = job("everyone", mentees, mentors, mode=mode)
            each = f"{1e6 * found['cpu'] / mentees:,.0f}"
            line(f"{mentees:,} × {mentors:,}", mode, shown(found["seconds"]), shown(found["cpu"]),
                 f"{found['matched']:,}", f"{found['gap']:.4%}", found["rounds"], found["peak MB"], each)  # fmt: skip


def against_peers(quick):
    """The same table for everybody."""
    for mentees, mentors in ((500, 500), (500, 5_000)):
        ours = job("dense", mentees, mentors)
        table(
            f"{mentees} × {mentors:,}, one place each",
            "seconds",
            "total",
            "of the best total",
            "times our seconds",
        )
        rows = [("plan(), with prices and proof", ours)]
        others = ("scipy dense", "scipy sparse", "first come")
        rows += [(name, job(name.replace(" ", "_"), mentees, mentors)) for name in others]
        with tempfile.TemporaryDirectory() as folder:
            saved = f"{folder}/table.npy"
            job("save", mentees, mentors, saved)
            names = ["ortools", *(["matching", "mentor_match"] if mentees == mentors and not quick else [])]
            rows += [(PINNED[name], peer(name, saved)) for name in names]
        for name, found in rows:
            if found:
                line(name, shown(found["seconds"]), f"{found['total']:,}", f"{found['total'] / ours['total']:.3%}",
                     f"{found['seconds'] / ours['seconds']:,.2f}")  # fmt: skip


def main(arguments):
    """Everything, one job after another."""
    quick = "--quick" in arguments
    python, load = platform.python_version(), os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {python}; load at the start {load:.1f}")
    parts = {"shortlists": shortlists, "plans": lambda: plans(quick), "peers": lambda: against_peers(quick)}
    for name, part in parts.items():
        if name in arguments or not set(parts).intersection(arguments):
            part()


if __name__ == "__main__":
    main(sys.argv[1:])
