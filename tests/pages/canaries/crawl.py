"""Opens every page a reader can reach by its links and forms' addresses, and keeps what was shown."""

import re
from collections.abc import Iterable

from django.test import Client

LINK = re.compile(r"""(?:href|action|hx-get|src)=["'](/[^"'#]*)""")
MOST = 250


def crawl(client: Client, starts: Iterable[str]) -> dict[str, str]:
    """Address → what it answered, as text; signing out and static files are left alone."""
    waiting, seen = list(starts), {}
    while waiting and len(seen) < MOST:
        address = waiting.pop(0).replace("&amp;", "&")
        if address in seen or address.startswith(("/static/", "/sign-in/logout", "/language/")):
            continue
        answer = client.get(address, follow=True)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        seen[address] = body.decode("utf-8", "replace") + str(dict(answer.headers))
        if "html" in answer.headers.get("Content-Type", ""):
            waiting += [found for found in LINK.findall(seen[address]) if found not in seen]
    return seen
