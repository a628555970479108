"""The two sides of a match as plain values: codes and numbers, never a name, a gender or an origin."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from dataclasses import field as default

WISH_KINDS = ("language", "same_profession", "within_km", "same_division", "municipality")
STRENGTHS = ("must", "wish")


@dataclass(frozen=True)
class Wish:
    """What one side asks of the other.

    `kind` is one of `WISH_KINDS`; `value` is a language code, kilometres or a municipality, and None for the
    kinds that need none; `strength` is "must" (a broken one vetoes the pair) or "wish" (a broken one costs
    points). Wishes about gender, an employer or a person never stand here: they reach the engine as vetoes.
    """

    kind: str
    value: str | float | None = None
    strength: str = "wish"

    def __post_init__(self) -> None:
        if self.kind not in WISH_KINDS:
            raise ValueError(f"wish {self.kind!r}: expected one of {', '.join(WISH_KINDS)}")
        if self.strength not in STRENGTHS:
            raise ValueError(f"strength {self.strength!r}: expected must or wish")


@dataclass(frozen=True)
class Mentee:
    """One mentee; what is None or empty was not stated, and a criterion she did not state is not used.

    `origin` and `target` are ISCO-08 codes of one to four digits; `field` an ISCED-F 2013 code of two to four
    digits, `level` an ISCED level 0-8; `languages` maps a language code to a CEFR level, "native" or None;
    `place` is (latitude, longitude) in degrees.
    """

    id: Hashable
    origin: str | None = None
    target: str | None = None
    field: str | None = None
    level: int | None = None
    languages: Mapping[str, str | None] = default(default_factory=dict)
    place: tuple[float, float] | None = None
    division: Hashable | None = None
    municipality: str | None = None
    times: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    wishes: tuple[Wish, ...] = ()
    weeks_waited: int = 0

    @property
    def occupations(self) -> tuple[str, ...]:
        """The codes she stated, the wanted one first, each once."""
        return tuple(dict.fromkeys(code for code in (self.target, self.origin) if code))


@dataclass(frozen=True)
class Mentor:
    """One mentor; what is None or empty is unknown, which neither helps nor harms her.

    `offers` are goal areas; `places` how many mentees she can take now; `travel_km` how far she travels;
    `online` whether meeting on a screen is fine. The rest as in `Mentee`.
    """

    id: Hashable
    occupation: str | None = None
    field: str | None = None
    level: int | None = None
    languages: Mapping[str, str | None] = default(default_factory=dict)
    place: tuple[float, float] | None = None
    division: Hashable | None = None
    municipality: str | None = None
    times: frozenset[str] = frozenset()
    offers: frozenset[str] = frozenset()
    places: int = 1
    travel_km: float | None = None
    online: bool | None = None
    wishes: tuple[Wish, ...] = ()
