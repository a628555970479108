"""Bars: lying down for a funnel, standing for days or months."""

from collections.abc import Sequence
from dataclasses import dataclass

from mentorbank.files.pictures.drawing import LINE, SPRUCE, Direction, Picture, Side, element, every, frame, words

ROW = 44
PLOT = 180
ROOM = 12  # labels that fit side by side on a phone


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. `shown` is the value in words ("318 · within 28 days 91 %"); `kind` an extra class to paint it by."""

    label: str
    value: float
    shown: str = ""
    kind: str = ""

    @property
    def words(self) -> str:
        """What stands beside the bar and in the table."""
        return self.shown or f"{self.value:g}"


def bars_across(
    bars: Sequence[Bar],
    *,
    key: str,
    title: str,
    headings: tuple[str, str],
    description: str = "",
    direction: Direction = "ltr",
) -> Picture:
    """Bars lying under their labels, the longest as wide as the picture: a funnel from first to last.

    `headings` name the two columns of the table. Raises ValueError for a negative value.
    """
    side, largest = Side(direction), _largest(bars)
    body: list[str] = []
    for place, bar in enumerate(bars):
        top, width = place * ROW, 100 * bar.value / largest
        body.append(words(bar.label, side.at(0), top + 16))
        body.append(words(bar.words, side.at(100), top + 16, class_="value", anchor="end"))
        body.append(_box(bar, x=side.box(0, width), y=top + 23, width=f"{width:.2f}%", height=12))
    height = max(1, len(bars)) * ROW
    svg = frame(
        body, key=key, title=title, description=description, height=height, direction=direction, kind="across"
    )
    return Picture(svg, headings, tuple((bar.label, bar.words) for bar in bars))


def bars_upright(
    bars: Sequence[Bar],
    *,
    key: str,
    title: str,
    headings: tuple[str, str],
    description: str = "",
    direction: Direction = "ltr",
) -> Picture:
    """Bars standing on a line, in reading order. With more than twelve only every second (third, ...) is labelled.

    `headings` name the two columns of the table, which always has all. Raises ValueError for a negative value.
    """
    side, largest = Side(direction), _largest(bars)
    slot, labelled = 100 / max(1, len(bars)), every(len(bars), ROOM)
    ground = 20 + PLOT
    body = [element("line", class_="axis", x1="0%", x2="100%", y1=ground, y2=ground, stroke=LINE)]
    for place, bar in enumerate(bars):
        tall, start = PLOT * bar.value / largest, place * slot
        x = side.box(start + slot * 0.15, slot * 0.7)
        body.append(_box(bar, x=x, y=ground - tall, width=f"{slot * 0.7:.2f}%", height=tall))
        if place % labelled == 0:
            middle = side.at(start + slot / 2)
            body.append(words(bar.words, middle, ground - tall - 6, class_="value", anchor="middle"))
            body.append(words(bar.label, middle, ground + 18, anchor="middle"))
    svg = frame(
        body, key=key, title=title, description=description, height=ground + 26, direction=direction, kind="upright"
    )
    return Picture(svg, headings, tuple((bar.label, bar.words) for bar in bars))


def _largest(bars: Sequence[Bar]) -> float:
    if any(bar.value < 0 for bar in bars):
        raise ValueError("a bar cannot be shorter than nothing")
    return max((bar.value for bar in bars), default=0) or 1


def _box(bar: Bar, **place: str | float) -> str:
    return element("rect", class_=f"bar {bar.kind}".strip(), rx=3, fill=SPRUCE, **place)
