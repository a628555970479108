"""The two ways an action says no, worded for the reader."""


class Refusal(Exception):
    """An action declined; nothing was written. `str(refusal)` is a sentence the reader can act on."""

    def __init__(self, message: object, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field  # the form field the sentence belongs beside, when there is one

    def __str__(self) -> str:
        return str(self.message)


class NotAllowed(Refusal):
    """This person may not do this (403)."""


class NotNow(Refusal):
    """The thing is not in a state where this can happen, or the values do not fit (409)."""
