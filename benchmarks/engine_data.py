"""Invented banks and waiting lists of any size, drawn column by column so that a million take seconds."""

import numpy as np

from mentorbank.codes import goals, occupations, places
from mentorbank.engine import Bank, Column, Mentee, Spot

FIELDS = ("0110", "0113", "0211", "0231", "0311", "0313", "0411", "0413", "0421", "0511", "0531", "0611", "0613",
          "0713", "0714", "0731", "0732", "0811", "0911", "0912", "0913", "0916", "0923", "1013")  # fmt: skip
SPOKEN = ("ar", "fa", "uk", "ti", "so", "ur", "tr", "pl", "vi", "ru", "es", "fr", "prs", "am", "zh")
TIMES = ("day", "evening", "weekend")
ISCO = occupations.groups(4)


def zipf(draw, many, size):
    """Numbers below `many`, the low ones more often, as trades and towns are."""
    weights = 1 / (np.arange(many) + 3)
    return draw.choice(many, size, p=weights / weights.sum())


def subsets(codes, draw, most, many):
    """Distinct small sets of codes."""
    found = {
        tuple(sorted(draw.choice(codes, draw.integers(1, most + 1), replace=False).tolist()))
        for _ in range(many)
    }
    return tuple(map(frozenset, sorted(found)))


def spots(draw):
    """All Danish postcodes, with travel radius and online or not."""
    where = [(place.lat, place.lon) for place in places.places().values()]
    return tuple(
        Spot(each, None, None, travel, online)
        for each in where
        for travel, online in ((None, None), (20, True))
    )


def speakers(draw):
    """Who speaks what: Danish always, English mostly, a third language sometimes."""
    levels = (None, "B1", "C1", "native")
    rows = [(("da", "native"), ("en", level)) for level in levels] + [(("da", "native"),), ()]
    rows += [
        tuple(sorted((("da", "native"), ("en", level), (code, "native"))))
        for code in SPOKEN
        for level in levels
    ]
    return tuple(rows)


def a_bank(mentors, seed=1):
    """A bank: Zipf trades and towns, educations that mostly follow the trade, a tenth of everything unknown."""
    draw = np.random.default_rng(seed)
    trades = (*ISCO, None)
    educations = tuple((field, level) for field in (*FIELDS, None) for level in (3, 5, 6, 7, None))
    trade = np.where(draw.random(mentors) < 0.1, len(ISCO), zipf(draw, len(ISCO), mentors))
    follows = draw.random(mentors) < 0.7
    education = np.where(follows, trade * 5 % len(educations), draw.integers(0, len(educations), mentors))
    values = {
        "profession": (trade, trades),
        "goals": (None, (*subsets(goals.AREAS, draw, 5, 900), frozenset())),
        "education": (education, educations),
        "language": (None, speakers(draw)),
        "nearness": (None, (*spots(draw), Spot())),
        "time": (None, (*subsets(TIMES, draw, 3, 60), frozenset())),
    }
    columns = {
        name: Column(_narrow(cells if cells is not None else zipf(draw, len(each), mentors), len(each)), each)
        for name, (cells, each) in values.items()
    }
    return Bank(range(mentors), draw.choice([0, 1, 1, 1, 2], mentors), columns, {})


def _narrow(cells, many):
    """Cells in the smallest type that holds them."""
    return cells.astype(np.uint16 if many <= 1 << 16 else np.uint32)


def a_waiting_list(mentees, seed=2):
    """Mentees: one in five names no profession, most speak some Danish."""
    draw = np.random.default_rng(seed)
    trade, where = zipf(draw, len(ISCO), mentees), [(p.lat, p.lon) for p in places.places().values()]
    town, areas = zipf(draw, len(where), mentees), subsets(goals.AREAS, draw, 3, 200)
    silent, slots = draw.random(mentees) < 0.2, subsets(TIMES, draw, 2, 30)
    pick = draw.integers(0, 1 << 30, (mentees, 5))
    return [
        Mentee(
            i,
            origin=None if silent[i] else ISCO[trade[i]],
            field=FIELDS[pick[i, 0] % len(FIELDS)],
            level=int(3 + pick[i, 0] % 5),
            languages={
                SPOKEN[pick[i, 1] % len(SPOKEN)]: "native",
                "da": ("A1", "A2", "B1", "B2")[pick[i, 2] % 4],
            },
            place=where[town[i]],
            goals=areas[pick[i, 3] % len(areas)],
            times=slots[pick[i, 4] % len(slots)],
        )
        for i in range(mentees)
    ]


def a_table(mentees, mentors, seed=3):
    """Points of everybody with everybody, as the engine gives them, for solvers that want a full table."""
    from mentorbank.engine import Recipe, Task

    task = Task(a_waiting_list(mentees, seed), a_bank(mentors, seed), Recipe(), 1)
    table = np.array([task.folded(mentee).totals(task.bank) for mentee in range(mentees)], dtype=np.int64)
    return np.maximum(table, 0)
