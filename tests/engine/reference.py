"""The engine's rules once more, slowly and one pair at a time: what every fast path must equal."""

import math
from fractions import Fraction
from statistics import median

from mentorbank.engine.ladder import one_step

TALK = {"A1": 1500, "A2": 3500, "B1": 6000, "B2": 8500, "C1": 9500, "C2": 10000, "native": 10000, None: 8500}


def common(wanted, code):
    """Leading digits in common; having all of the wanted ones counts as four."""
    count = 0
    for one, other in zip(wanted, code, strict=False):
        if one != other:
            break
        count += 1
    return 4 if count == len(wanted) else count


def profession(mentee, mentor, recipe):
    hers = [code for code in (mentee.target, mentee.origin) if code]
    if not hers or not mentor.occupation:
        return None
    rungs = [0]
    for code in hers:
        rungs.append(
            [0, *(recipe.ladder[r] for r in ("major", "sub_major", "minor", "same"))][
                common(code, mentor.occupation)
            ]
        )
        if mentor.occupation in one_step(code):
            rungs.append(recipe.ladder["step"])
    return max(rungs)


def goals(mentee, mentor, recipe):
    if not mentee.goals or not mentor.offers:
        return None
    return 10000 * len(mentee.goals & mentor.offers) // len(mentee.goals)


def time(mentee, mentor, recipe):
    if not mentee.times or not mentor.times:
        return None
    return 10000 * len(mentee.times & mentor.times) // min(len(mentee.times), len(mentor.times))


def education(mentee, mentor, recipe):
    level = None
    if mentee.level is not None and mentor.level is not None:
        level = [10000, 7000, 4000, 0][min(max(mentee.level - mentor.level, 0), 3)]
    if not mentee.field:
        return level
    if not mentor.field:
        return None
    field = [0, 0, 3500, 6500, 10000][common(mentee.field, mentor.field)]
    return field if level is None else (7 * field + 3 * level) // 10


def language(mentee, mentor, recipe):
    if not mentee.languages or not mentor.languages:
        return None
    both = [
        min(TALK[mentee.languages[c]], TALK[mentor.languages[c]])
        for c in mentee.languages
        if c in mentor.languages
    ]
    return max(both, default=0) * 10000 // max(TALK[level] for level in mentee.languages.values())


def nearness(mentee, mentor, recipe):
    share = None
    if mentee.place and mentor.place:
        km = kilometres(mentee.place, mentor.place)
        line = (recipe.none_km - km) / (recipe.none_km - recipe.full_km)
        share = math.floor(10000 * min(max(line, 0), 1))
        if mentor.travel_km is not None and km > mentor.travel_km:
            share = 0
    elif mentee.division is not None and mentor.division is not None:
        whole = 7500 if mentee.place else 10000
        share = whole if mentee.division == mentor.division else 0
    return max(share, recipe.online) if share is not None and mentor.online else share


def kilometres(one, other):
    (a, b), (c, d) = (map(math.radians, one), map(math.radians, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(min(half, 1)))


CRITERIA = {f.__name__: f for f in (profession, goals, education, language, nearness, time)}


def used(name, mentee):
    return bool(
        {
            "profession": mentee.origin or mentee.target,
            "goals": mentee.goals,
            "time": mentee.times,
            "education": mentee.field or mentee.level is not None,
            "language": mentee.languages,
            "nearness": mentee.place is not None or mentee.division is not None,
        }[name]
    )


def maxima(mentee, recipe):
    """Largest remainder, one point at a time."""
    weights = {name: points for name, points in recipe.points.items() if points and used(name, mentee)}
    whole = sum(weights.values())
    exact = {name: Fraction(10000 * points, whole) for name, points in weights.items()}
    found = {name: int(share) for name, share in exact.items()}
    while weights and sum(found.values()) < 10000:
        neediest = max(exact, key=lambda name: exact[name] - int(exact[name]))
        found[neediest] += 1
        exact[neediest] = Fraction(int(exact[neediest]))
    return {name: found.get(name, 0) for name in recipe.points}


def points(mentee, mentors, recipe):
    """One dict of points per mentor, silence counted as the median rounded down."""
    rows = [{} for _ in mentors]
    for name, most in maxima(mentee, recipe).items():
        shares = [CRITERIA[name](mentee, mentor, recipe) if most else 0 for mentor in mentors]
        known = [most * share // 10000 for share in shares if share is not None]
        silent = math.floor(median(known)) if known else 0
        for row, share in zip(rows, shares, strict=True):
            row[name] = silent if share is None else most * share // 10000
    return rows
