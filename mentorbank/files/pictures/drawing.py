"""What all pictures are made of: elements, a frame with title and description, sides that can be mirrored."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10
from typing import Literal

Direction = Literal["ltr", "rtl"]
KEY = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
SVG = "http://www.w3.org/2000/svg"
INK = "currentColor"
SPRUCE = "#0f5c54"
LINE = "#857f6f"
LETTERS = 14  # pixels


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG and its table twin: `headings` and `rows` of texts, for a page to show beside it or behind a button.

    `svg` is safe markup: every text in it is escaped.
    """

    svg: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Places across the picture in per cent from the side where reading starts."""

    direction: Direction

    def at(self, percent: float) -> str:
        """The x of a point."""
        return f"{_short(100 - percent if self.direction == 'rtl' else percent)}%"

    def box(self, percent: float, width: float) -> str:
        """The x of a box of this width that starts there."""
        return f"{_short(100 - percent - width if self.direction == 'rtl' else percent)}%"


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """An SVG element around finished markup. `class_` is class, other underscores are hyphens; "" is left out."""
    written = "".join(
        f' {_attribute(key)}="{escape(value if isinstance(value, str) else _short(value))}"'
        for key, value in attributes.items()
        if value != ""
    )
    return f"<{name}{written}>{''.join(inside)}</{name}>" if inside else f"<{name}{written}/>"


def words(text: str, x: str, y: float, *, class_: str = "label", anchor: str = "start") -> str:
    """One line of text. The anchor follows the reading direction: start is where reading starts."""
    look: dict[str, str | float] = {"fill": INK, "font_size": LETTERS}
    if anchor != "start":
        look["text_anchor"] = anchor
    return element("text", escape(text), class_=class_, x=x, y=y, **look)


def frame(
    body: Sequence[str],
    *,
    key: str,
    title: str,
    kind: str,
    height: float,
    width: str | float = "100%",
    description: str = "",
    direction: Direction = "ltr",
) -> str:
    """The picture around its parts, named for screen readers. `key` must be unique on the page.

    Raises ValueError for a key that cannot be an id and for a picture without a title.
    """
    if not KEY.fullmatch(key):
        raise ValueError(f"{key!r} cannot be the id of a picture")
    if not title.strip():
        raise ValueError("a picture needs a title: it is all that some readers get")
    names = [element("title", escape(title), id=f"{key}-title")]
    if description:
        names.append(element("desc", escape(description), id=f"{key}-desc"))
    told_by = f"{key}-title {key}-desc" if description else f"{key}-title"
    look = {"class_": f"picture picture-{kind}", "direction": direction, "role": "img", "aria_labelledby": told_by}
    return element("svg", *names, *body, xmlns=SVG, width=width, height=height, **look)


def ticks(largest: float, about: int = 5) -> list[float]:
    """Round numbers from 0 up to `largest` at the most: steps of 1, 2 or 5 times a power of ten."""
    if largest <= 0:
        return [0.0]
    power = 10.0 ** floor(log10(largest / about))
    step = next(power * factor for factor in (1, 2, 5, 10) if largest / (power * factor) <= about)
    return [step * number for number in range(floor(largest / step + 1e-9) + 1)]


def every(count: int, room_for: int) -> int:
    """1 when all labels find room, 2 when every second does, and so on."""
    return max(1, ceil(count / room_for))


def _attribute(key: str) -> str:
    return "viewBox" if key == "view_box" else key.rstrip("_").replace("_", "-")


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
