"""Step curves: the share that still waits, day by day (Kaplan-Meier), one curve per group."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mentorbank.files.pictures.drawing import LINE, Direction, Picture, Side, element, frame, ticks, words

TOP = 20
PLOT = 220
LEGEND = 22
# Told apart by pattern as well as by colour, on paper and by those who see few colours.
LOOKS = (("#0f5c54", ""), ("#8f5500", "7 4"), ("#5b3a6b", "2 3"), ("#a8321f", "10 3 2 3"), ("#1d2a2c", "14 4"))
TABLE_ROWS = 24


@dataclass(frozen=True, slots=True)
class Curve:
    """A step function: `steps` are (x, y) with x rising; y holds from x until the next step.

    `until` is where its knowledge ends (the last step when 0). `band` are (x, low, high), holding likewise.
    """

    label: str
    steps: Sequence[tuple[float, float]]
    until: float = 0
    band: Sequence[tuple[float, float, float]] = ()

    @property
    def end(self) -> float:
        """The last x the curve knows about."""
        return max(self.until, self.steps[-1][0])

    def value(self, x: float) -> float | None:
        """The share at x; None before the first step and after the end."""
        place = bisect_right([start for start, _ in self.steps], x)
        return self.steps[place - 1][1] if place and x <= self.end else None


def step_curves(
    curves: Sequence[Curve],
    *,
    key: str,
    title: str,
    x_heading: str,
    x_shown: Callable[[float], str] = "{:g}".format,
    y_shown: Callable[[float], str] = "{:.0%}".format,
    description: str = "",
    direction: Direction = "ltr",
) -> Picture:
    """Curves over one axis from 0 (up to 100 %), a legend below; `x_shown` and `y_shown` write numbers.

    The table has a row for every step, or for every tick of the axis where there are too many steps.
    Raises ValueError for a curve without steps or with x falling.
    """
    _refuse_nonsense(curves)
    side, reach = Side(direction), max((curve.end for curve in curves), default=0) or 1
    marks = ticks(reach)
    body = [*_grid(side, y_shown), *_axis(side, marks, reach, x_shown)]
    body += [_band(side, curve, place, reach) for place, curve in enumerate(curves) if curve.band]
    body += [_line(side, curve, place, reach) for place, curve in enumerate(curves)]
    body += _legend(side, curves)
    height = PLOT + 56 + LEGEND * len(curves)
    svg = frame(
        body, key=key, title=title, description=description, height=height, direction=direction, kind="curves"
    )
    rows = tuple(_table(curves, marks, x_shown, y_shown))
    return Picture(svg, (x_heading, *(curve.label for curve in curves)), rows)


def _refuse_nonsense(curves: Sequence[Curve]) -> None:
    for curve in curves:
        starts = [x for x, _ in curve.steps]
        if not starts or starts != sorted(starts):
            raise ValueError(f"the steps of {curve.label!r} must be there and rise in x")


def _grid(side: Side, y_shown: Callable[[float], str]) -> list[str]:
    """Lines at each quarter, with their share written on them where reading starts."""
    parts = []
    for quarter in range(5):
        y = _y(quarter / 4)
        parts.append(element("line", class_="grid", x1="0%", x2="100%", y1=y, y2=y, stroke=LINE, stroke_opacity=0.4))
        if quarter in (2, 4):
            parts.append(words(y_shown(quarter / 4), side.at(0), y - 5, class_="tick"))
    return parts


def _line(side: Side, curve: Curve, place: int, reach: float) -> str:
    """The staircase, tread by tread. Lines in per cent: a path would have to be stretched, and its width with it."""
    parts, before = [], None
    for start, end, height in _treads(curve.steps, curve.end):
        left, right, y = side.at(100 * start / reach), side.at(100 * end / reach), _y(height)
        if before is not None:
            parts.append(element("line", x1=left, x2=left, y1=before, y2=y))
        parts.append(element("line", x1=left, x2=right, y1=y, y2=y))
        before = y
    return element("g", *parts, class_=f"curve curve-{place + 1}", **_look(place))


def _band(side: Side, curve: Curve, place: int, reach: float) -> str:
    lows = _treads([(x, low) for x, low, _ in curve.band], curve.end)
    highs = _treads([(x, high) for x, _, high in curve.band], curve.end)
    parts = []
    for (start, end, low), (_, _, high) in zip(lows, highs, strict=True):
        left, width = 100 * start / reach, 100 * (end - start) / reach
        box: dict[str, str | float] = {"x": side.box(left, width), "y": _y(high), "width": f"{width:.2f}%", "height": _y(low) - _y(high)}
        parts.append(element("rect", **box))
    return element("g", *parts, class_=f"band band-{place + 1}", fill=LOOKS[place % len(LOOKS)][0], fill_opacity=0.12)


def _treads(steps: Sequence[tuple[float, float]], end: float) -> list[tuple[float, float, float]]:
    """(from, to, height) of each step."""
    ends = [*(x for x, _ in steps[1:]), end]
    return [(x, until, y) for (x, y), until in zip(steps, ends, strict=True)]


def _y(share: float) -> float:
    return TOP + PLOT * (1 - share)


def _look(place: int) -> dict[str, str | float]:
    colour, dashes = LOOKS[place % len(LOOKS)]
    return {"stroke": colour, "stroke_width": 2.5, "stroke_dasharray": dashes}


def _axis(side: Side, marks: Sequence[float], reach: float, x_shown: Callable[[float], str]) -> list[str]:
    parts = []
    for mark in marks:
        share = 100 * mark / reach
        anchor = "start" if share < 5 else "end" if share > 95 else "middle"
        parts.append(words(x_shown(mark), side.at(share), PLOT + 40, class_="tick", anchor=anchor))
    return parts


def _legend(side: Side, curves: Sequence[Curve]) -> list[str]:
    parts = []
    for place, curve in enumerate(curves):
        y = PLOT + 64 + LEGEND * place
        ends: dict[str, str | float] = {"x1": side.at(0), "x2": side.at(8), "y1": y - 5, "y2": y - 5}
        parts.append(element("line", class_=f"curve curve-{place + 1}", **ends, **_look(place)))
        parts.append(words(curve.label, side.at(10), y, class_="legend"))
    return parts


def _table(
    curves: Sequence[Curve],
    marks: Sequence[float],
    x_shown: Callable[[float], str],
    y_shown: Callable[[float], str],
) -> list[tuple[str, ...]]:
    """Shares read off wherever a curve steps, or at the ticks when that would be a long table."""
    steps = sorted({x for curve in curves for x, _ in curve.steps})
    rows = []
    for x in steps if len(steps) <= TABLE_ROWS else marks:
        shares = [curve.value(x) for curve in curves]
        rows.append((x_shown(x), *("" if share is None else y_shown(share) for share in shares)))
    return rows
