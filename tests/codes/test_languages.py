import pytest

from mentorbank.codes import languages
from mentorbank.codes.languages import Spoken


def spoken(words):
    return [reading.value for reading in languages.read(words)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("arabisk (modersmål), engelsk", [Spoken("ar", "native"), Spoken("en")]),
        ("dansk, engelsk, portugisisk, kinesisk", [Spoken("da"), Spoken("en"), Spoken("pt"), Spoken("zh")]),
        ("engelsk B2; tysk: A1 / farsi", [Spoken("en", "B2"), Spoken("de", "A1"), Spoken("fa")]),
        ("flydende tyrkisk og lidt spansk", [Spoken("tr", "C1"), Spoken("es", "A2")]),
        ("Dari", [Spoken("prs")]),
        ("pashto, somali, tigrinya", [Spoken("ps"), Spoken("so"), Spoken("ti")]),
        ("norsk (morsmål)", [Spoken("nb", "native")]),
        ("العربية", [Spoken("ar")]),
        ("Türkçe", [Spoken("tr")]),
        ("dansk, dansk (C1)", [Spoken("da", "C1")]),
        ("dansk (modersmål) engelsk (flydende)", [Spoken("da", "native"), Spoken("en", "C1")]),
        ("dansk engelsk arabisk", [Spoken("da"), Spoken("en"), Spoken("ar")]),
        ("kurdisk (sorani)", [Spoken("ckb")]),
    ],
)
def test_lists_are_read_with_their_levels(written, expected):
    assert spoken(written) == expected


def test_brackets_that_say_neither_level_nor_language_make_it_unsure():
    reading = languages.read("engelsk (aftenskole)")[0]

    assert (reading.value, reading.sure) == (Spoken("en"), False)


def test_a_slip_is_understood_and_an_unknown_word_stays_in_the_list():
    readings = languages.read("vietnamesik, klingonsk")

    assert readings[0].value == Spoken("vi")
    assert (readings[1].value, readings[1].written) == (None, "klingonsk")


def test_a_name_of_several_languages_is_unsure():
    reading = languages.read("afghansk")[0]

    assert not reading.sure
    assert {reading.value.language, *(other.language for other, _ in reading.others)} == {"prs", "ps"}


def test_every_name_of_every_language_is_read_as_that_language():
    for code in languages.codes():
        for lang in ("da", "en", "nb", "ar"):
            reading = languages.read(languages.label(code, lang))[0]
            meant = {reading.value.language, *(other.language for other, _ in reading.others)}
            assert code in meant, languages.label(code, lang)


def test_labels_and_directions():
    assert languages.label("prs", "da") == "dari"
    assert languages.label("ku", "ar") == "الكردية"
    assert languages.level_label("native", "nb") == "morsmål"
    assert languages.direction("ps") == languages.direction("prs") == "rtl"
    assert languages.direction("ti") == "ltr"
