"""`mentorbank simulate`: the figures of played years, in words, with intervals, and as a picture."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.sheets.refused import Refused
from mentorbank.engine.sheets.writing import whole_or_nothing
from mentorbank.engine.simulation import POLICIES, SETTINGS, Played, Setting, draw_year, play

EXAMPLES = """\
examples:
  mentorbank simulate
      a scarce, a balanced and a rich bank, four ways of giving out mentors
  mentorbank simulate --places 0.8 --a-week 6 --patience 20
      a network of your own: 0.8 places for each mentee, six mentees a week, who wait 20 weeks on average
  mentorbank simulate --places 0.8 --picture waits.svg
      and a picture of how soon mentees are matched
"""
MEASURES = ("matched", "median wait", "90th wait", "mean points", "of the best")


@dataclass(frozen=True)
class Figure:
    """The mean of a measure over the years played, and half of its 95 % interval."""

    mean: float
    half: float

    def said(self, unit: str) -> str:
        """The figure in words."""
        if np.isnan(self.mean):
            return "-"
        scale, digits, after = (
            (100, 0, " %") if unit == "share" else (1, 1, " w") if unit == "weeks" else (1, 0, "")
        )
        return f"{self.mean * scale:,.{digits}f}{after} ±{self.half * scale:,.{digits}f}"


def figure(values: Sequence[float]) -> Figure:
    """Mean and 95 % interval of what independent years gave."""
    known = np.array([value for value in values if not np.isnan(value)], dtype=float)
    if not len(known):
        return Figure(float("nan"), float("nan"))
    spread = known.std(ddof=1) / np.sqrt(len(known)) if len(known) > 1 else 0.0
    return Figure(float(known.mean()), float(1.96 * spread))


def measures(played: Played) -> tuple[float, ...]:
    """One year in the order of `MEASURES`: shares from 0 to 1, waits in weeks, points of 10,000."""
    met = played.points >= 0
    waits = played.waited[met]
    return (
        float(met.mean()),
        float(np.median(waits)) if len(waits) else float("nan"),
        float(np.quantile(waits, 0.9)) if len(waits) else float("nan"),
        float(played.points[met].mean()) if len(waits) else float("nan"),
        played.objective / played.hindsight if played.hindsight else float("nan"),
    )


def run(setting: Setting, years: int, seed: int) -> dict[str, list[Played]]:
    """The same years under every policy."""
    drawn = [draw_year(setting, seed + number) for number in range(years)]
    return {name: [play(year, policy) for year in drawn] for name, policy in POLICIES.items()}


def table(setting: Setting, found: dict[str, list[Played]]) -> list[str]:
    """The figures of one setting."""
    units = ("share", "weeks", "weeks", "points", "share")
    lines = [f"{setting.name}: {setting.places:g} places for each mentee"]
    lines.append(" " * 32 + "".join(f"{name:>14}" for name in MEASURES))
    for name, years in found.items():
        columns = zip(*map(measures, years), strict=True)
        figures = [figure(values).said(unit) for values, unit in zip(columns, units, strict=True)]
        lines.append(f"  {name:<30}" + "".join(f"{each:>14}" for each in figures))
    return lines


def matched_by(years: Sequence[Played], week: int) -> float:
    """The share of all mentees matched within so many weeks of coming."""
    waited: Numbers = np.concatenate([each.waited for each in years])
    return float(((waited >= 0) & (waited <= week)).mean())


def picture(setting: Setting, found: dict[str, list[Played]]) -> str:
    """How soon mentees are matched, one curve per policy, as SVG."""
    from mentorbank.files.pictures import Curve, step_curves  # only when a picture is asked for

    weeks = range(27)
    curves = [Curve(name, [(float(w), matched_by(years, w)) for w in weeks]) for name, years in found.items()]
    title = f"Share of mentees matched within so many weeks ({setting.name})"
    return step_curves(curves, key=f"simulate-{setting.name}", title=title, x_heading="weeks").svg


def main(argv: Sequence[str]) -> int:
    """Run the command. Returns the exit code: 0 done, 2 refused."""
    parser = argparse.ArgumentParser(
        prog="mentorbank simulate",
        description="Play years of a network under different ways of giving out mentors.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--places", type=_between(0.01, 20), help="places for each mentee; without it, three settings")
    add("--a-week", type=_between(0.1, 50), default=4, help="mentees who come in a week (4)")
    add("--patience", type=_between(1, 500), default=26, help="weeks a mentee stays, on average (26)")
    add("--decline", type=_between(0, 0.95), default=0.15, help="share of pairs that decline (0.15)")
    add("--years", type=_between(1, 500), default=10, help="years to play (10)")
    add("--seed", type=_between(0, 2**31), default=1, help="another seed, other years (1)")
    add("--picture", metavar="FILE", help="write an SVG of how soon mentees are matched")
    try:
        return _run(parser.parse_args(argv))
    except Refused as refusal:
        sys.stderr.write(f"mentorbank simulate: {refusal}\n")
        return 2


def _between(low: float, high: float) -> Callable[[str], float]:
    """A reader of numbers within bounds."""

    def number(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"expected a number from {low:g} to {high:g}, got {text!r}")
        return value

    return number


def _run(options: argparse.Namespace) -> int:
    """Play and tell."""
    places = [(each.name, each.places) for each in SETTINGS]
    if options.places is not None:
        places = [("yours", options.places)]
    for name, share in places:
        setting = Setting(name, share, options.a_week, options.patience, options.decline)
        found = run(setting, int(options.years), int(options.seed))
        sys.stdout.write("\n".join(table(setting, found)) + "\n\n")
        sys.stdout.flush()
        if options.picture:
            path = Path(options.picture)
            target = path if len(places) == 1 else path.with_stem(f"{path.stem}-{name}")
            whole_or_nothing(target, picture(setting, found).encode())
    sys.stdout.write(
        f"Means of {int(options.years)} years with 95 % intervals; waits of the matched, in weeks.\n"
    )
    return 0
