"""A reason is the id of a sentence and the values in it; the sentence itself stands in `words`."""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Reason(NamedTuple):
    """`template` is a key of `words.TEXTS`; `values` are codes and numbers, said as words by `say`."""

    template: str
    values: Mapping[str, Any] = {}
