"""What a visitor wrote so far, kept on the server: leaving, going back or changing language loses nothing."""

from secrets import token_urlsafe
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

LONGEST = 1200  # signs kept of one answer: more than any form takes, so what was typed can be shown beside its error
MOST = 20  # ticks kept of one question
MANY = (forms.MultipleChoiceField, forms.TypedMultipleChoiceField)


class Draft:
    """The raw answers of one sign-up, by field name, and the key that makes sending it twice harmless."""

    def __init__(self, request: HttpRequest, name: str) -> None:
        self.session = request.session
        self.slot = f"draft:{name}"
        self.kept: dict[str, Any] = self.session.get(self.slot) or {}

    @property
    def values(self) -> dict[str, list[str]]:
        return self.kept.get("values", {})

    @property
    def key(self) -> str:
        return self.kept.get("key", "")

    @property
    def programme(self) -> str:
        return self.kept.get("programme", "")

    def begin(self, programme: str) -> None:
        """Choose the programme; what is already written stays."""
        self.kept = {"key": self.key or token_urlsafe(18), "values": self.values, "programme": programme}
        self.session[self.slot] = self.kept

    def keep(self, form: type[forms.Form], answers: QueryDict) -> None:
        """Keep the answers to the fields of this form, right or wrong."""
        told = {
            name: [
                value[:LONGEST] for value in answers.getlist(name)[: MOST if isinstance(field, MANY) else 1]
            ]
            for name, field in form.base_fields.items()
        }
        self.kept = {**self.kept, "key": self.key or token_urlsafe(18), "values": {**self.values, **told}}
        self.session[self.slot] = self.kept

    def data(self) -> MultiValueDict[str, str]:
        """The answers in the form a Django form is bound to."""
        return MultiValueDict(self.values)

    def initial(self, form: type[forms.Form]) -> dict[str, Any]:
        """What to show in the fields of this form before anything is judged."""
        known = {name: field for name, field in form.base_fields.items() if name in self.values}
        return {
            name: self.values[name] if isinstance(field, MANY) else "".join(self.values[name][-1:])
            for name, field in known.items()
        }

    def forget(self) -> None:
        self.session.pop(self.slot, None)
