"""Handing a letter over: e-mail through Django's mail, SMS to a gateway or a file."""

import json
import sys
from email.utils import formataddr, parseaddr
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language_info

from mentorbank.network.base.names import clean
from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.queries.links import link_address
from mentorbank.network.letters.queries.texts import shipped
from mentorbank.network.letters.states import LetterKind
from mentorbank.network.organisation.queries import the_network
from mentorbank.network.people.models import Channel

SECONDS = 20  # how long a gateway may take


def hand_over(letter: Letter) -> None:
    """Give the letter to the outside world, or raise what went wrong."""
    text = letter.body.replace("{link}", link_address(letter))
    if letter.channel == Channel.SMS:
        _send_sms(letter, text)
    else:
        _email(letter, text).send()
    if settings.DEMO and letter.kind == LetterKind.SIGN_IN_CODE:
        _tell_operator(letter, text)


def _email(letter: Letter, text: str) -> EmailMultiAlternatives:
    network = the_network()
    sender = formataddr((clean(network.name), parseaddr(settings.DEFAULT_FROM_EMAIL)[1]), "utf-8")
    answers = letter.reply_to.email if letter.reply_to and letter.reply_to.email else network.email
    message = EmailMultiAlternatives(
        subject=clean(letter.subject),
        body=text,
        from_email=sender,
        to=[letter.address or letter.to.email],
        reply_to=[answers] if answers else None,
        headers={"Message-ID": letter.message_id, "Auto-Submitted": "auto-generated",
                 "Content-Language": letter.language},
    )
    message.attach_alternative(_page(letter, network.name), "text/html")
    if letter.calendar:
        method = f"; method={letter.calendar_method}" if letter.calendar_method else ""
        message.attach("meetings.ics", letter.calendar, f"text/calendar{method}")
    return message


def _page(letter: Letter, network: str) -> str:
    """The HTML part: the same paragraphs, the link as a button."""
    paragraphs = [part.split("{link}") for part in letter.body.split("\n\n")]
    rtl = get_language_info(letter.language)["bidi"]
    return render_to_string("letters/letter.html", {
        "paragraphs": paragraphs,
        "link": link_address(letter),
        "button": shipped(letter.kind, letter.language).button,
        "language": letter.language,
        "direction": "rtl" if rtl else "ltr",
        "subject": letter.subject,
        "network": network,
    })


class _NoRedirect(HTTPRedirectHandler):
    """A gateway that sends us elsewhere would get a message that is not meant for it."""

    def redirect_request(self, req: Request, fp: object, code: int, *rest: object) -> None:
        raise HTTPError(req.full_url, code, "The SMS gateway redirected.", None, None)  # type: ignore[arg-type]


def _send_sms(letter: Letter, text: str) -> None:
    number = letter.address or letter.to.phone
    if not settings.SMS_GATEWAY:
        _to_file(letter, number, text)
        return
    body = json.dumps({"to": number, "text": text, "key": letter.key}).encode()
    headers = {"Content-Type": "application/json", "Idempotency-Key": letter.key}
    if settings.SMS_TOKEN:
        headers["Authorization"] = f"Bearer {settings.SMS_TOKEN}"
    request = Request(settings.SMS_GATEWAY, data=body, headers=headers, method="POST")  # noqa: S310
    with build_opener(_NoRedirect).open(request, timeout=SECONDS) as answer:
        answer.read(1000)


def _to_file(letter: Letter, number: str, text: str) -> None:
    """Where no gateway is set (demo, tests), one line of JSON per message."""
    line = {"written": letter.written_at.isoformat(), "to": number, "text": text, "key": letter.key}
    path = Path(settings.SMS_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _tell_operator(letter: Letter, text: str) -> None:
    """The demo has no mailbox: whoever started it reads the code here."""
    code = next((word for word in text.split() if word.strip(".:").isdigit()), "")
    sys.stdout.write(f"  Sign-in code for {letter.address or letter.to.name}: {code.strip('.:')}\n")
    sys.stdout.flush()
