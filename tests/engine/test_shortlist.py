"""The shortlist: exact, explained, and honest about what is missing and whom each veto excludes."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentorbank.engine import Bank, Mentee, Mentor, Recipe, Wish, say, shortlist
from mentorbank.engine.scoring import judge
from tests.engine.strategies import MENTEES, MENTORS, recipes

DENTIST = Mentee(
    "amal",
    origin="2261",
    languages={"ar": "native", "en": "B2"},
    goals=frozenset({"authorisation", "danish"}),
    wishes=(Wish("language", "ar"), Wish("within_km", 50, "must")),
    place=(56.15, 10.20),
)
KIRSTEN = Mentor("kirsten", occupation="2261", languages={"da": None, "en": None}, place=(56.16, 10.21))
LINA = Mentor(
    "lina", occupation="3251", languages={"ar": "native"}, place=(56.12, 10.16), offers=frozenset({"danish"})
)
FAR = Mentor("far", occupation="2261", place=(55.68, 12.57))
FULL = Mentor("full", occupation="2261", places=0, place=(56.15, 10.20))
SOMEWHERE = Mentor("somewhere", occupation="2261")
BANK = Bank.of([KIRSTEN, LINA, FAR, FULL, SOMEWHERE])


def by_name(found):
    """The rows of a shortlist by mentor."""
    return {row.mentor: row for row in found.rows}


def templates(reasons):
    """The ids of reasons."""
    return {reason.template for reason in reasons}


def test_a_broken_must_excludes_and_the_counts_add_up():
    found = shortlist(DENTIST, BANK)

    assert set(by_name(found)) == {"kirsten", "lina", "somewhere"}
    assert [(e.reason.template, e.alone, e.first) for e in found.excluded] == [
        ("excluded-full", 1, 1),
        ("excluded-within-km", 1, 1),
    ]
    assert found.possible + sum(each.first for each in found.excluded) == found.mentors == 5


def test_each_row_says_why_why_not_and_what_is_missing():
    row = by_name(shortlist(DENTIST, BANK))["kirsten"]

    assert {"profession-same", "language-shared", "near", "mentee-wish-met-within-km"} == templates(
        row.reasons_for
    )
    assert templates(row.reasons_against) == {"mentee-wish-broken-language"}
    assert templates(row.missing) == {"missing-goals", "missing-language-level"}


def test_a_must_about_something_unknown_is_to_be_confirmed():
    rows = by_name(shortlist(DENTIST, BANK))

    assert templates(rows["somewhere"].to_be_confirmed) == {"mentee-confirm-within-km"}
    assert rows["kirsten"].to_be_confirmed == ()


def test_vetoes_and_points_of_the_caller_stay_unnamed():
    found = shortlist(DENTIST, BANK, vetoes=[[1, -1, 0, 0, 0]], extra_points=[0, 0, 0, 0, -400])

    assert set(by_name(found)) == {"lina", "somewhere"}
    assert by_name(found)["lina"].to_be_confirmed == (("confirm-given", {"given": 0}),)
    assert by_name(found)["somewhere"].extra == -400
    assert [each.first for each in found.excluded if each.given == 0] == [1]


def test_a_mentors_own_must_excludes_as_well():
    wants_danish = Mentor("d", occupation="2261", wishes=(Wish("language", "da", "must"),))
    found = shortlist(Mentee("m", origin="2261", languages={"en": "C1"}), Bank.of([wants_danish]))

    assert found.rows == ()
    assert templates(e.reason for e in found.excluded if e.first) == {"excluded-their-wishes"}


def test_a_must_that_the_recipe_does_not_make_a_veto_counts_as_a_wish():
    recipe = Recipe(veto=("language",))
    row = by_name(shortlist(DENTIST, BANK, recipe))["far"]

    assert "mentee-wish-broken-within-km" in templates(row.reasons_against)
    assert row.wishes < 0


def test_points_after_need_take_the_price_of_the_place_off():
    row = by_name(shortlist(DENTIST, BANK, prices=[900, 0, 0, 0, 0]))["kirsten"]

    assert row.after_need == row.total - 900


@pytest.mark.parametrize("wrong", [{"vetoes": [[1]]}, {"vetoes": [1, 0]}, {"extra_points": [0.5] * 5}])
def test_arrays_that_do_not_fit_the_bank_are_refused_in_words(wrong):
    with pytest.raises(ValueError, match="expected"):
        shortlist(DENTIST, BANK, **wrong)


@settings(max_examples=150, deadline=None)
@given(MENTEES, MENTORS, recipes(), st.integers(0, 15))
def test_the_best_k_are_exact_and_everything_said_has_words(mentee, mentors, recipe, k):
    bank = Bank.of(mentors)
    found, judged = shortlist(mentee, bank, recipe, k), judge(mentee, bank, recipe)
    allowed = [at for at in range(len(bank)) if not judged.vetoed[at]]

    assert [row.index for row in found.rows] == sorted(allowed, key=lambda at: (-judged.totals[at], at))[:k]
    for row in found.rows:
        assert row.total == max(0, min(10_000, sum(row.points.values()) + row.wishes + row.extra))
        for reason in row.reasons_for + row.reasons_against + row.missing + row.to_be_confirmed:
            assert "%" not in say(*reason)
    assert found.possible + sum(each.first for each in found.excluded) == len(mentors)


def test_words_pass_through_the_readers_language_and_labels():
    danish = {"both speak %(language)s": "begge taler %(language)s"}

    assert say("language-shared", {"language": "ar"}) == "both speak ar"
    assert say("language-shared", {"language": "ar"}, danish.__getitem__, lambda name, code: "arabisk") == (
        "begge taler arabisk"
    )


def test_importing_the_engine_loads_nothing_heavy():
    heavy = "{'scipy', 'numba', 'openpyxl', 'django', 'phonenumbers'}"
    program = f"import sys, mentorbank.engine; print(sorted({heavy} & set(sys.modules)))"

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert told.strip() == "[]"
