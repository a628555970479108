import pytest

from mentorbank.codes import occupations


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Sygeplejerske", "2221"),
        ("SYGEPLEJERSKER", "2221"),
        ("sygeplejersken på OUH", "2221"),
        ("intensivsygeplejerske", "2221"),
        ("uddannet sygeplejerske", "2221"),
        ("RN", "2221"),
        ("sykepleier", "2221"),
        ("Politiker (byråd)", "1111"),
        ("cand.merc.aud.", "2411"),
        ("sosu-assistent", "5321"),
        ("skuespillerinde", "2655"),
        ("Senior Software Developer", "2512"),
        ("Ingeniør (bygning)", "2142"),
        ("bygnings konstruktør", "3112"),
        ("2221", "2221"),
        ("ISCO-08: 2221", "2221"),
    ],
)
def test_a_title_in_any_dress_is_read_as_sure(written, code):
    reading = occupations.read(written)

    assert (reading.value, reading.sure) == (code, True)


@pytest.mark.parametrize(
    "written", ["lærer", "projektleder", "forsker", "kok og tjener", "chauffør", "syerske"]
)
def test_a_title_of_several_meanings_is_unsure_and_names_them(written):
    reading = occupations.read(written)

    assert reading.value
    assert not reading.sure
    assert reading.others


@pytest.mark.parametrize(
    "written", ["", "   ", "?", "9999", "0000", "asdfgh qwerty", "studerende", "pensionist"]
)
def test_what_says_no_occupation_is_unreadable(written):
    assert occupations.read(written).value is None


def test_one_slip_in_a_long_word_is_less_sure_than_the_word_itself():
    slip, right = occupations.read("bygningskonstruktøør"), occupations.read("bygningskonstruktør")

    assert slip.value == right.value == "3112"
    assert slip.certainty < right.certainty


def test_the_rank_before_a_title_may_make_another_one():
    assert not occupations.read("chief nurse").sure


def test_chef_is_a_cook_in_english_and_a_manager_in_danish():
    assert occupations.read("chef", "en").value == "3434"
    assert not occupations.read("chef", "da").sure


def test_labels_exist_in_danish_and_english_and_others_get_the_danish():
    assert occupations.label("2221", "en") == "Nursing professionals"
    assert occupations.label("2221", "da") == occupations.label("2221", "ar") == "Sygeplejersker"
    assert occupations.label_lang("2221", "ar") == "da"
    assert occupations.label_lang("2221", "en-GB") == "en"
    assert occupations.label("nonsense", "da") == "nonsense"


def test_a_group_knows_its_parent():
    assert occupations.parent("2221") == "222"
    assert occupations.parent("2") is None


def test_search_finds_by_meaning_and_by_any_part_of_a_name():
    assert occupations.search("nurse", "en")[0] == ("2221", "Nursing professionals")
    assert ("2261", "Tandlæger") in occupations.search("tandl", "da")
    assert len(occupations.search("er", "da", limit=5)) == 5
    assert occupations.search("", "da") == []
