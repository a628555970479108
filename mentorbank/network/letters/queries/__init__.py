"""Questions about letters: their texts, the links they carry, what waits and what went out."""

from .links import hashed, link_address, open_link, token_by, token_of
from .outbox import letters_due, letters_failed, letters_to, letters_waiting
from .texts import Text, kinds, placeholders, preview, shipped, text_for

__all__ = [
    "Text",
    "hashed",
    "kinds",
    "letters_due",
    "letters_failed",
    "letters_to",
    "letters_waiting",
    "link_address",
    "open_link",
    "placeholders",
    "preview",
    "shipped",
    "text_for",
    "token_by",
    "token_of",
]
