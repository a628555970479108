"""The charts of the effects page, drawn by `mentorbank.files`."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mentorbank.files.pictures import Bar, Curve, Picture, bars_across, step_curves


def funnel(stages: list[tuple[Any, int]]) -> Picture:
    """From sign-up to work: how many came to each stage."""
    last = len(stages) - 1
    bars = [
        Bar(str(name), number, kind="amber" if at == last else "") for at, (name, number) in enumerate(stages)
    ]
    return bars_across(
        bars, key="stages", title=_("From sign-up to work"), headings=(_("Stage"), _("How many"))
    )


def waiting(curves: list[tuple[str, list[tuple[int, float]] | None]]) -> Picture | None:
    """The share still waiting by days since ready; None while nobody has been matched."""
    drawn = [Curve(name, steps) for name, steps in curves if steps and len(steps) > 1]
    if not drawn:
        return None
    return step_curves(
        drawn,
        key="waiting",
        title=_("How long until a mentor"),
        x_heading=_("Days since ready"),
        y_shown=percent,
    )


def percent(share: float) -> str:
    gap = "" if get_language() == "ar" else "\u202f"
    return f"{round(share * 100)}{gap}%"
