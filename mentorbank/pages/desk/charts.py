"""Where the shapes of a chart stand: numbers for the SVG of a template."""

from dataclasses import dataclass
from typing import Any

WIDTH, LABELS = 600, 190
BAR_HEIGHT, BAR_STEP = 28, 40
CURVE_WIDTH, CURVE_HEIGHT, LEFT = 480, 210, 44


@dataclass(frozen=True)
class Bar:
    """One stage: a bar as long as its share of the first."""

    name: Any
    number: int
    y: int
    length: int
    last: bool

    @property
    def middle(self) -> int:
        return self.y + BAR_HEIGHT // 2 + 5

    @property
    def inside(self) -> bool:
        """Whether the number has room on the bar."""
        return self.length >= 56


def bars(stages: list[tuple[Any, int]]) -> list[Bar]:
    most = max([number for _name, number in stages] + [1])
    return [
        Bar(name, number, at * BAR_STEP, max(2, number * (WIDTH - LABELS) // most), at == len(stages) - 1)
        for at, (name, number) in enumerate(stages)
    ]


@dataclass(frozen=True)
class Curve:
    """The share still waiting, as steps of a path, and the marks of its axis."""

    path: str
    ticks: list[tuple[int, int]]  # (x, day)
    rows: list[tuple[int, int]]  # (day, percent still waiting), for the table beside


def curve(points: list[tuple[int, float]] | None) -> Curve | None:
    """None while nobody has been matched."""
    if not points or len(points) < 2:
        return None
    last = max(30, -(-points[-1][0] // 30) * 30)
    path = [f"M{LEFT},10"]
    for day, share in points[1:]:
        path.append(f"H{_x(day, last)} V{_y(share)}")
    path.append(f"H{_x(last, last)}")
    step = max(30, last // 4 // 30 * 30)
    ticks = [(_x(day, last), day) for day in range(0, last + 1, step)]
    return Curve(" ".join(path), ticks, [(day, round(share * 100)) for day, share in points])


def _x(day: int, last: int) -> int:
    return LEFT + (CURVE_WIDTH - LEFT) * day // last


def _y(share: float) -> int:
    return 10 + round((CURVE_HEIGHT - 40) * (1 - share))
