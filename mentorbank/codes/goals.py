"""The one list of goal areas, which are also what mentors offer, and the words people use for them."""

import re
from functools import cache

from mentorbank.codes.folding import plain
from mentorbank.codes.reading import Reading, as_text, ranked
from mentorbank.codes.tables import by_code, label_in, table
from mentorbank.codes.words import EXACT, Lexicon

AREAS = (
    "own_network",
    "job_search",
    "job_interview",
    "workplace_culture",
    "possible_jobs",
    "internship",
    "authorisation",
    "study",
    "danish",
    "society",
    "own_business",
    "politics",
)

# The six yes-questions of the sign-up and the goal areas that a yes stands for.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "new_here": (),
    "no_network": ("own_network",),
    "how_society_works": ("society",),
    "job_or_study": ("job_search", "study"),
    "talk_danish": ("danish",),
    "same_profession": ("own_network",),
}

_LIST = re.compile(r"\s*(?:[,;/|\n•]|(?<!\w)-(?!\w)|\bog\b|\bsamt\b|\bplus\b|\band\b|،)\s*", re.IGNORECASE)
_JOINT = re.compile(r" (?:og|and) ", re.IGNORECASE)
_TIED = {" og ": " \ue000 ", " and ": " \ue001 "}
_MOST = 40


def label(code: str, lang: str) -> str:
    """The name of a goal area in da, en, nb or ar; Danish for every other language; the code if unknown."""
    row = by_code("goals").get(code)
    return label_in(row, lang)[0] if row else code


def areas_of(questions: set[str] | frozenset[str]) -> tuple[str, ...]:
    """The goal areas that yes-answers to these questions stand for, in the order of :data:`AREAS`."""
    wanted = {area for question in questions for area in QUESTIONS.get(question, ())}
    return tuple(area for area in AREAS if area in wanted)


def read(words: object) -> list[Reading[str]]:
    """Each goal of a list; "ansøgning og cv" stays whole. What cannot be read stays in the list."""
    text = _whole_phrases().sub(
        lambda match: _JOINT.sub(lambda joint: _TIED[joint[0].lower()], match[0]), as_text(words)
    )
    parts = [_untied(part) for part in _LIST.split(text) if plain(part)][:_MOST]
    kept: dict[str, Reading[str]] = {}
    for part in parts:
        reading = ranked(part.strip(), _lexicon().meanings(part))
        kept.setdefault(reading.value or part, reading)
    return list(kept.values())


def _untied(part: str) -> str:
    for joint, mark in _TIED.items():
        part = part.replace(mark, joint)
    return part.strip()


@cache
def _whole_phrases() -> re.Pattern[str]:
    """Known phrases that hold an *and* and must not be cut there, longest first."""
    words = [word for row in table("goal_words") for word in row["words"].split("|") if _JOINT.search(word)]
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile("|".join(re.escape(word) for word in longest_first), re.IGNORECASE)


@cache
def _lexicon() -> Lexicon:
    phrases: dict[str, dict[str, float]] = {}
    for row in table("goal_words"):
        for word in row["words"].split("|"):
            phrases.setdefault(plain(word), {})[row["code"]] = float(row["certainty"] or EXACT)
    for row in table("goals"):
        for lang in ("da", "en", "nb", "ar"):
            phrases.setdefault(plain(row[lang]), {row["code"]: EXACT})
    return Lexicon(phrases)
