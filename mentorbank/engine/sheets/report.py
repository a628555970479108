"""What a plan over two sheets says: rows for a table, sentences for a terminal, JSON for a program."""

from collections.abc import Iterable, Sequence
from typing import Any

from mentorbank.codes import education, goals, languages, occupations, places
from mentorbank.engine.reasons import Reason
from mentorbank.engine.recipe import CRITERIA, WHOLE
from mentorbank.engine.sheets.cells import Doubt
from mentorbank.engine.sheets.outcome import Outcome
from mentorbank.engine.shortlists import Candidate
from mentorbank.engine.sparse import NOBODY
from mentorbank.engine.words import as_written, say

HEADINGS = (
    "mentee", "mentor", "points", *CRITERIA, "wishes", "of", "reasons for", "reasons against", "missing",
    "to be confirmed", "why nobody", "next best",
)  # fmt: skip


def label(name: str, value: Any) -> str:
    """The English word of a code in a reason."""
    if name in ("occupation", "hers"):
        return occupations.label(value, "en")
    if name == "areas":
        return ", ".join(goals.label(area, "en") for area in value)
    if name == "field":
        return education.label(value, "en")
    if name == "language":
        return languages.label(value, "en")
    if name == "municipality":
        return places.municipality_name(value)
    return as_written(name, value)


def said(reasons: Iterable[Reason]) -> str:
    """Reasons as one text."""
    return "; ".join(say(reason.template, reason.values, label=label) for reason in reasons)


def table(outcome: Outcome, top: int) -> list[list[Any]]:
    """One row per mentee under `HEADINGS`; `top` mentors are named as next best."""
    return [_row(outcome, mentee, top) for mentee in range(len(outcome.task.mentees))]


def _row(outcome: Outcome, mentee: int, top: int) -> list[Any]:
    """One mentee: her mentor and the reasons, or why nobody."""
    who = outcome.task.mentees[mentee].id
    row = outcome.chosen(mentee)
    others = next_best(outcome, mentee, top)
    if row is None:
        nothing = [None] * (len(CRITERIA) + 3)
        return [who, None, *nothing, "", "", "", "", why_nobody(outcome, mentee), others]
    points = [row.points[name] for name in CRITERIA]
    reasons = [
        said(each) for each in (row.reasons_for, row.reasons_against, row.missing, row.to_be_confirmed)
    ]
    of = ", ".join(f"{name} {most}" for name, most in row.maxima.items() if most)
    return [who, row.mentor, row.total, *points, row.total - sum(points), of, *reasons, "", others]


def next_best(outcome: Outcome, mentee: int, top: int) -> str:
    """The best mentors beside the one in the plan, with their points."""
    if top <= 0:
        return ""
    own = int(outcome.plan.chosen[mentee])
    rows = outcome.shortlist(mentee, top + 1).rows
    return ", ".join(f"{row.mentor} ({row.total})" for row in rows if row.index != own)


def why_nobody(outcome: Outcome, mentee: int) -> str:
    """Why the plan has nobody for her."""
    found = outcome.shortlist(mentee, 1)
    if found.possible:
        best = found.rows[0]
        return (
            f"{found.possible} of {found.mentors} mentors are possible, but others need them more; "
            f"the best is {best.mentor} with {best.total} points"
        )
    counts = [f"{each.first} {said([each.reason])}" for each in found.excluded if each.first]
    return (
        f"no mentor is possible: of {found.mentors}, " + ", ".join(counts)
        if counts
        else "there are no mentors"
    )


def summary(outcome: Outcome) -> list[str]:
    """The plan in a few sentences."""
    plan, points = outcome.plan, outcome.matched
    many = len(plan.chosen)
    lines = [f"{len(points)} of {many} mentees get a mentor."]
    if len(points):
        tenth = points[: max(1, len(points) // 10)]
        lines[0] += f" Mean {points.mean():,.0f} of {WHOLE:,} points, lowest tenth {tenth.mean():,.0f}."
    lines.append(
        "Proven: no plan does better." if plan.bound == plan.objective
        else f"No plan does better by more than {plan.gap:.4%}."
    )  # fmt: skip
    for name, other in (
        ("First come, first served", outcome.first_come),
        ("Best pair first", outcome.greedy),
    ):
        got = other[other >= 0]
        mean = f", mean {got.mean():,.0f}" if len(got) else ""
        lines.append(f"{name} would match {len(got)}{mean}.")
    if plan.rather:
        lines.append(
            f"{plan.rather} pairs would both rather have each other; the plan gives more to all together."
        )
    waiting = sum(1 for mentee in range(many) if plan.chosen[mentee] == NOBODY and not plan.possible[mentee])
    if waiting:
        lines.append(f"For {waiting} no mentor is possible at all.")
    if outcome.lacks:
        asked = [
            f"{label('occupation', each.occupation)} ({each.mentees} ask, {each.places} places)"
            for each in outcome.lacks[:5]
        ]
        lines.append("The bank lacks: " + "; ".join(asked) + ".")
    return lines


def doubts(outcome: Outcome) -> list[Doubt]:
    """Every value that was not surely read."""
    return [*outcome.sides.mentee_side.doubts, *outcome.sides.mentor_side.doubts]


def grouped(found: Sequence[Doubt]) -> list[str]:
    """The same doubts once, with the lines where they stand."""
    lines: dict[tuple[str, str, str, str], list[int]] = {}
    for each in found:
        lines.setdefault((each.file, each.column, each.written, each.used), []).append(each.line)
    return [
        f"{file}, column “{column}”, line{'s' if len(at) > 1 else ''} {', '.join(map(str, at))}: “{written}” {used}"
        for (file, column, written, used), at in lines.items()
    ]


def ignored(outcome: Outcome) -> list[str]:
    """The columns nobody needed, by file."""
    sides = outcome.sides
    found = ((sides.mentee_side.file, sides.mentee_columns), (sides.mentor_side.file, sides.mentor_columns))
    return [f"{file}: not needed: {', '.join(columns.ignored)}" for file, columns in found if columns.ignored]


def explain(outcome: Outcome, mentee: int, top: int) -> list[str]:
    """All about one mentee: what each veto costs, her best mentors, and what the plan chose."""
    found = outcome.shortlist(mentee, top)
    one, own = outcome.task.mentees[mentee], int(outcome.plan.chosen[mentee])
    used = ", ".join(f"{name} {most}" for name, most in found.maxima.items() if most)
    lines = [f"{one.id}: points by {used}" if used else f"{one.id}: nothing stated to compare"]
    lines += [f"  {each.first} of {found.mentors} {said([each.reason])} ({each.alone} by this alone)"
              for each in found.excluded if each.alone]  # fmt: skip
    lines.append(f"  {found.possible} are possible")
    for row in found.rows:
        lines += ["", *candidate_lines(row, "  the plan's choice" if row.index == own else "")]
    if own == NOBODY:
        lines += ["", f"The plan has nobody for {one.id}: {why_nobody(outcome, mentee)}."]
    elif own not in [row.index for row in found.rows]:
        chosen = outcome.chosen(mentee)
        lines += ["", *candidate_lines(chosen, "  the plan's choice")] if chosen else []
    return lines


def candidate_lines(row: Candidate, mark: str = "") -> list[str]:
    """One mentor on a few lines."""
    parts = [f"{name} {row.points[name]}/{most}" for name, most in row.maxima.items() if most]
    lines = [f"{row.mentor}  {row.total:,} of {WHOLE:,}{mark}", "    " + ", ".join(parts)]
    if row.wishes or row.extra:
        lines.append(f"    wishes not met {row.wishes + row.extra}")
    if row.after_need is not None and row.after_need != row.total:
        lines.append(f"    {row.after_need:,} after what others need her for")
    told = (("for", row.reasons_for), ("against", row.reasons_against), ("missing", row.missing))
    lines += [f"    {name}: {said(reasons)}" for name, reasons in told if reasons]
    return lines + [f"    {said(row.to_be_confirmed)}"] * bool(row.to_be_confirmed)


def as_json(outcome: Outcome, top: int) -> dict[str, Any]:
    """Everything, as plain values."""
    plan = outcome.plan
    return {
        "summary": {
            "mentees": len(plan.chosen), "mentors": len(plan.prices), "matched": len(outcome.matched),
            "points": plan.total, "objective": plan.objective, "bound": plan.bound, "gap": plan.gap,
            "said": summary(outcome),
        },
        "rows": [dict(zip(HEADINGS, row, strict=True)) for row in table(outcome, top)],
        "lacks": [vars(each) for each in outcome.lacks],
        "readings": [vars(each) for each in doubts(outcome)],
        "not needed": ignored(outcome),
    }  # fmt: skip
