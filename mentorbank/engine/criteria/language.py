"""Language: the best language the two can talk in, at the level of the one who knows it less."""

from collections.abc import Hashable, Sequence

import numpy as np

from mentorbank.engine.bank import Numbers
from mentorbank.engine.criteria.base import UNKNOWN, WHOLE
from mentorbank.engine.profiles import Mentee
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import Recipe

Spoken = tuple[tuple[str, str | None], ...]
Prepared = tuple[dict[str, int], Numbers, Numbers]

# How well a talk goes at a level. A language named without a level counts as B2 and is listed as missing.
TALK = {"A1": 1_500, "A2": 3_500, "B1": 6_000, "B2": 8_500, "C1": 9_500, "C2": 10_000, "native": 10_000}
UNSAID = TALK["B2"]


def talk(level: str | None) -> int:
    """What a level is worth; one that is neither CEFR nor native counts as not stated."""
    return TALK.get(level or "", UNSAID)


def best(mentee: Mentee, spoken: Spoken) -> tuple[int, str, str | None] | None:
    """The best common language: worth, code and the mentor's level of it; None when there is none."""
    common = [
        (min(talk(mentee.languages[code]), talk(level)), code, level)
        for code, level in spoken
        if code in mentee.languages
    ]
    return max(common, key=lambda each: (each[0], each[1])) if common else None


class Language:
    """Share: the worth of their best talk of the best talk the mentee's own languages allow."""

    name = "language"

    def used(self, mentee: Mentee) -> bool:
        """She named a language."""
        return bool(mentee.languages)

    def key(self, mentee: Mentee) -> Hashable:
        """What the shares depend on."""
        return tuple(sorted(mentee.languages.items(), key=lambda each: each[0]))

    def prepare(self, values: Sequence[Spoken]) -> Prepared:
        """A column of worths per language (0: not spoken), and which rows name no language at all."""
        codes = {code: at for at, code in enumerate(sorted({code for row in values for code, _ in row}))}
        worths = np.zeros((len(codes), len(values)), dtype=np.int64)
        for at, row in enumerate(values):
            for code, level in row:
                worths[codes[code], at] = talk(level)
        return codes, worths, np.array([not row for row in values], dtype=bool)

    def shares(self, mentee: Mentee, prepared: Prepared, recipe: Recipe) -> Numbers:
        """See the class."""
        codes, worths, silent = prepared
        found = np.zeros(len(silent), dtype=np.int64)
        for code, level in mentee.languages.items():
            if code in codes:
                found = np.maximum(found, np.minimum(worths[codes[code]], talk(level)))
        own = max(map(talk, mentee.languages.values()))
        return np.where(silent, UNKNOWN, found * WHOLE // own)

    def reason(self, mentee: Mentee, value: Spoken, share: int) -> Reason:
        """The language they would talk in, or that they share none."""
        found = best(mentee, value)
        if found is None:
            return Reason("language-none", {"languages": tuple(sorted(mentee.languages))})
        return Reason("language-shared" if share >= WHOLE // 2 else "language-weak", {"language": found[1]})

    def gaps(self, mentee: Mentee, value: Spoken) -> tuple[Reason, ...]:
        """No language at all, or no level of the one they would talk in."""
        if not value:
            return (Reason("missing-language"),)
        found = best(mentee, value)
        return (Reason("missing-language-level", {"language": found[1]}),) if found and not found[2] else ()
