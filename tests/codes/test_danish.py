import pytest

from mentorbank.codes import danish


def skill(words):
    value = danish.read(words).value
    return value.written, value.oral


@pytest.mark.parametrize(
    ("written", "levels", "test", "year"),
    [
        ("PD1 bestået 2024", ("A2", "B1"), "PD1", 2024),
        ("Prøve i Dansk 2, bestået 2025", ("B1", "B1+"), "PD2", 2025),
        ("PD3", ("B2", "B2"), "PD3", None),
        ("Studieprøven 2023", ("C1", "C1"), "SP", 2023),
        ("PD1 og PD2 bestået", ("B1", "B1+"), "PD2", None),
    ],
)
def test_the_tests_give_a_level_per_skill(written, levels, test, year):
    reading = danish.read(written)

    assert reading.sure
    assert skill(written) == levels
    assert (reading.value.test, reading.value.year) == (test, year)


@pytest.mark.parametrize(
    "written", ["DU2 modul 5", "du 2, mod. 5", "Danskuddannelse 2 modul 5", "DU2.5", "2.5 på DU2"]
)
def test_a_module_is_read_in_any_spelling(written):
    assert skill(written) == ("A2", "B1")


def test_the_last_module_completed_is_what_the_test_says():
    for course, test in (("DU1", "PD1"), ("DU2", "PD2")):
        assert skill(f"{course} modul 6 bestået") == skill(test)
    assert skill("DU3 modul 5 afsluttet") == skill("PD3")
    assert skill("DU3 modul 6 afsluttet") == skill("Studieprøven")


@pytest.mark.parametrize("written", ["PD2 ikke bestået", "skal til PD3", "PD2?", "DU2"])
def test_a_test_not_passed_or_a_course_without_a_module_is_unsure(written):
    assert not danish.read(written).sure


@pytest.mark.parametrize(
    "written", ["taler fint dansk", "lidt", "flydende", "snakker bra dansk", "hun taler fint dansk"]
)
def test_praise_and_doubt_are_unsure_with_a_likely_level(written):
    reading = danish.read(written)

    assert reading.value
    assert not reading.sure


def test_levels_as_such_are_read_for_both_skills_or_for_each():
    assert skill("A2") == ("A2", "A2")
    assert skill("B1 mundtlig, A2 skriftlig") == ("A2", "B1")
    assert skill("begynder") == ("A1", "A1")
    assert skill("modersmål") == ("native", "native")
    assert not danish.read("A2-B1").sure


def test_what_the_engine_compares_has_no_plus():
    assert danish.for_cefr("B1+") == "B1"
    assert danish.for_cefr(None) is None


def test_nothing_about_danish_is_unreadable():
    assert danish.read("ring i morgen").value is None
    assert danish.read(None).value is None
