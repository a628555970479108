"""A mail server and an SMS gateway on this machine, which remember what they were given."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller


class Mailbox:
    """What an SMTP server took. `in_data` is called while the client waits for its answer to DATA."""

    def __init__(self) -> None:
        self.letters: list[Message] = []
        self.in_data: Any = None
        self.refusal = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.in_data:
            self.in_data()
        self.letters.append(message_from_bytes(envelope.content))
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[tuple[Mailbox, int]]:
    box = Mailbox()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield box, port
    finally:
        controller.stop()


class Gateway(BaseHTTPRequestHandler):
    """Takes POST {to, text, key}; sends each key once, as a good gateway does."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked.append({"headers": dict(self.headers), **json.loads(body)})  # type: ignore[attr-defined]
        if self.server.in_post:  # type: ignore[attr-defined]
            self.server.in_post()  # type: ignore[attr-defined]
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.send_header("Content-Length", "0")
        if self.server.status == 302:  # type: ignore[attr-defined]
            self.send_header("Location", "http://127.0.0.1:9/")
        self.end_headers()

    def log_message(self, *_arguments: Any) -> None:
        """Quiet."""


@contextmanager
def sms_gateway() -> Iterator[Any]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    server.asked, server.status, server.in_post = [], 200, None  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
