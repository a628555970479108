import pytest

from mentorbank.codes import education
from mentorbank.codes.education import Education


@pytest.mark.parametrize(
    ("written", "field", "level"),
    [
        ("Sygepleje", "0913", None),
        ("Bachelor i sygepleje", "0913", 6),
        ("MSc in Computer Science", "0613", 7),
        ("ph.d. i kemi", "0531", 8),
        ("Revision (cand.merc.aud.)", "0411", 7),
        ("Læreruddannelsen", "0113", 6),
        ("HF", "0011", 3),
        ("Design", "021", None),
        ("0913", "0913", None),
    ],
)
def test_field_and_level_are_read(written, field, level):
    reading = education.read(written)

    assert reading.value == Education(field, level)
    assert reading.sure


@pytest.mark.parametrize(("written", "level"), [("Ph.d.", 8), ("universitet", 7), ("teknisk skole", 3)])
def test_a_level_without_a_field_is_never_sure(written, level):
    reading = education.read(written)

    assert reading.value == Education("", level)
    assert not reading.sure


def test_a_degree_of_a_whole_faculty_is_unsure():
    assert education.read("Cand.mag.").value == Education("02", 7)
    assert not education.read("Cand.mag.").sure


def test_an_empty_cell_is_unreadable():
    assert education.read(None).value is None


def test_labels_exist_in_danish_and_english_and_others_get_the_danish():
    assert education.label("0913", "en") == "Nursing and midwifery"
    assert education.label("0913", "nb") == "Sygepleje og jordemoderfag"
    assert education.label_lang("0913", "nb") == "da"
    assert education.level_label(6, "en") == "Bachelor's or equivalent level"
    assert education.level_label(6, "ar") == "بكالوريوس"
