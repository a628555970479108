"""A network's own accent, made readable: four colours from one, in light and in dark.

A network may choose any colour; text on it and in it must keep a contrast of 4.5 (WCAG 2.2, 1.4.3), so
the chosen colour is moved towards black or white until it does.
"""

import re

BLACK, WHITE = "#000000", "#ffffff"
# What an action may stand on: page, card, and the rows that ask for a look or are late.
GROUNDS_BY_DAY = ("#fbf8f2", "#ffffff", "#fdf0d8", "#fbe6e1")
GROUNDS_BY_NIGHT = ("#141a1a", "#1c2524", "#3a2c12", "#43201a")
ENOUGH = 4.6
HEX = re.compile(r"#[0-9a-f]{6}\Z")


def is_colour(text: str) -> bool:
    return bool(HEX.match(text.lower()))


def channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(colour: str, other: str, share: float) -> str:
    """``colour`` with ``share`` (0..1) of ``other`` in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def luminance(colour: str) -> float:
    parts = [c / 255 for c in channels(colour)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(colour: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(colour), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: str, *grounds: str, towards: str) -> str:
    """The nearest step from ``colour`` towards black or white that can be read on every ground."""
    steps = (mixed(colour, towards, step / 20) for step in range(21))
    return next(step for step in steps if all(contrast(step, ground) >= ENOUGH for ground in grounds))


def properties(accent: str, *, dark: bool) -> dict[str, str]:
    """The custom properties that /accent.css overrides."""
    return by_night(accent) if dark else by_day(accent)


def by_day(accent: str) -> dict[str, str]:
    wash = mixed(WHITE, accent, 0.11)
    strong = readable(accent, wash, *GROUNDS_BY_DAY, towards=BLACK)
    deep = mixed(strong, BLACK, 0.3)
    return {"accent": strong, "accent-deep": deep, "accent-wash": wash, "on-accent": WHITE, "deep": deep}


def by_night(accent: str) -> dict[str, str]:
    wash = mixed(GROUNDS_BY_NIGHT[0], accent, 0.2)
    light = readable(accent, wash, *GROUNDS_BY_NIGHT, towards=WHITE)
    return {
        "accent": light,
        "accent-deep": mixed(light, WHITE, 0.3),
        "accent-wash": wash,
        "on-accent": readable(mixed(accent, BLACK, 0.8), light, towards=BLACK),
        "deep": readable(mixed(accent, BLACK, 0.6), WHITE, towards=BLACK),
    }


def stylesheet(accent: str) -> str:
    """The whole of /accent.css; nothing for a colour that is none."""
    if not is_colour(accent):
        return ""
    light, dark = (declared(properties(accent.lower(), dark=dark)) for dark in (False, True))
    return (
        f":root{{{light}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}\n"
        f":root[data-theme=dark]{{{dark}}}\n"
    )


def declared(values: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in values.items())
