"""Bars of points as SVG: a width in a style attribute would break the Content-Security-Policy."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

GOLD_UNDER = 2 / 3


def share(value: float, of: float) -> float:
    """``value`` of ``of`` in hundredths, kept between 0 and 100."""
    return min(max(value / of, 0.0), 1.0) * 100 if of else 0.0


def bar(value: float, of: float, *, start: float | None = None, kind: str = "") -> SafeString:
    """A track with what is reached; ``start`` sets off what was there from the beginning.

    It says nothing to a screen reader: the words beside it do.
    """
    reached, began = share(value, of), share(start, of) if start is not None else 0.0
    parts = [format_html('<rect class="bar-now {}" width="{}" height="10"/>', kind, f"{reached:.4g}")]
    if began:
        parts.append(
            format_html('<rect class="bar-start" width="{}" height="10"/>', f"{min(began, reached):.4g}")
        )
    return format_html(
        '<svg class="meter-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" '
        'focusable="false">{}</svg>',
        SafeString("".join(parts)),
    )
