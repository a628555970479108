"""Two ways to the same page: signed in, or by the link a letter carried."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from mentorbank.network.base.actor import Actor

#: Pages a link opens besides its own, because they are about the same thing.
BESIDES = {"partnership": ("contract", "meeting"), "contract": ("partnership", "meeting")}


@dataclass(frozen=True)
class Visit:
    """Who reads, and by which link. A link is for one person and one thing; every other page asks to sign in."""

    request: HttpRequest
    reader: Actor
    token: str = ""
    page: str = ""  # the page behind the link
    thing_id: int | None = None

    @property
    def post(self) -> bool:
        return self.request.method == "POST"

    def url(self, page: str, thing_id: int | None = None) -> str:
        """Where this visitor finds a page about a thing."""
        if self.token and thing_id == self.thing_id:
            if page == self.page:
                return reverse("mine:letter", args=[self.token])
            if page in BESIDES.get(self.page, ()):
                return reverse("mine:letter_part", args=[self.token, page])
            if page == "calendar" and self.page in BESIDES:
                return reverse("mine:letter_calendar", args=[self.token])
        return reverse(f"mine:{page}", args=[thing_id] if thing_id else [])
