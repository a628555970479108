"""Verbs about letters: write, post, send a sign-in code, change a text."""

from .codes import count_code_asked, count_code_try, forget_codes_asked, send_sign_in_code
from .posting import post, retry_letter
from .texts import save_letter_text, use_shipped_text
from .writing import mark_opened, revoke_links, write

__all__ = [
    "count_code_asked",
    "count_code_try",
    "forget_codes_asked",
    "mark_opened",
    "post",
    "retry_letter",
    "revoke_links",
    "save_letter_text",
    "send_sign_in_code",
    "use_shipped_text",
    "write",
]
