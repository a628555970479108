"""The network's figures as the front page says them."""

from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentorbank.network.outcomes.queries import DEFINITIONS, Definition, Unit, public_figures

FRESH = 600  # seconds: counting all of a large network is not for every visitor


def shown_figures(now: datetime) -> list[dict[str, Any]]:
    """Each figure with its value in words and how it is counted."""
    counted = cache.get_or_set("front:public-figures", lambda: _plain(now), FRESH)
    return [_shown(DEFINITIONS[code], number) for code, number in counted]


def _plain(now: datetime) -> list[tuple[str, float]]:
    return [(figure.definition.code, figure.value or 0) for figure in public_figures(now)]


def _shown(definition: Definition, number: float) -> dict[str, Any]:
    return {"title": definition.title, "value": said(definition.unit, number), "told": definition}


def said(unit: Unit, number: float) -> str:
    if unit == Unit.SHARE:
        return _("%(number)s %%") % {"number": round(number * 100)}
    whole = number_format(round(number), use_l10n=True, force_grouping=True)
    if unit == Unit.DAYS:
        return ngettext("%(number)s day", "%(number)s days", round(number)) % {"number": whole}
    return whole
