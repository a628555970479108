"""What fits into an SMS, and who may change texts and letters."""

from mentorbank.network.base.actor import Actor, Role
from mentorbank.network.letters.models import Letter
from mentorbank.network.people.rules import may_care_for

#: The alphabet of GSM 03.38, one septet a character; those of the second line take two.
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_TWICE = frozenset("\f^{}\\[~]|€")
GSM_LIMIT, WIDE_LIMIT = 160, 134


def sms_size(text: str) -> tuple[int, int]:
    """How much of an SMS `text` takes, and how much there is: septets, or UTF-16 units beyond GSM's alphabet."""
    if all(sign in _GSM or sign in _GSM_TWICE for sign in text):
        return sum(2 if sign in _GSM_TWICE else 1 for sign in text), GSM_LIMIT
    return len(text.encode("utf-16-le")) // 2, WIDE_LIMIT


def fits_sms(text: str) -> bool:
    size, limit = sms_size(text)
    return size <= limit


def may_edit_texts(by: Actor) -> bool:
    """Texts are the network administrator's."""
    return by.has(Role.NETWORK_ADMINISTRATOR)


def may_resend(by: Actor, letter: Letter) -> bool:
    """Staff who care for the person a letter goes to."""
    return may_care_for(by, letter.to)
