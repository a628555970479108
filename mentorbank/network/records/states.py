"""Where a row of an uploaded file stands on its way in."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RowState(TextChoices):
    """In the order in which staff look at them."""

    UNREADABLE = "unreadable", _("Cannot be read")
    KNOWN = "known", _("Seems to exist already")
    UNSURE = "unsure", _("Unsure")
    SURE = "sure", _("Ready to import")
    LEFT_OUT = "left_out", _("Left out")
    ENTERED = "entered", _("Imported")


#: What a person has to look at before the row can enter.
OPEN_STATES = (RowState.UNREADABLE, RowState.KNOWN, RowState.UNSURE)
