import pytest

from mentorbank.codes.values import Wish, read_wishes


def wishes(text):
    return [reading.value for reading in read_wishes(text)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("kun kvinder", [Wish("gender", "woman", "must")]),
        ("gerne en kvinde", [Wish("gender", "woman", "wish")]),
        ("Must be a woman", [Wish("gender", "woman", "must")]),
        ("skal bo i København", [Wish("municipality", "101", "must")]),
        ("helst en der taler tigrinya", [Wish("language", "ti", "wish")]),
        ("max 20 km", [Wish("within_km", "20", "wish")]),
        ("skal være fra samme afdeling", [Wish("same_division", "", "must")]),
        ("ikke fra Lego", [Wish("not_employer", "Lego", "must")]),
        ("må ikke være fra Novo Nordisk", [Wish("not_employer", "Novo Nordisk", "must")]),
        ("Max. 15 km. væk", [Wish("within_km", "15", "wish")]),
        ("skal kunne engelsk", [Wish("language", "en", "must")]),
        (
            "skal være en kvinde; helst en der taler urdu; skal bo i Odense; samme fag",
            [
                Wish("gender", "woman", "must"),
                Wish("language", "ur", "wish"),
                Wish("municipality", "461", "must"),
                Wish("same_profession", "", "wish"),
            ],
        ),
    ],
)
def test_free_words_become_wishes_with_their_strength(written, expected):
    assert wishes(written) == expected
    assert all(reading.sure for reading in read_wishes(written))


def test_what_is_only_named_is_a_wish_and_may_be_a_must():
    reading = read_wishes("samme fag")[0]

    assert reading.value.strength == "wish"
    assert reading.others[0][0] == Wish("same_profession", "", "must")


def test_a_strength_holds_for_the_rest_of_its_sentence():
    assert [wish.strength for wish in wishes("skal være en kvinde, samme fag")] == ["must", "must"]


def test_not_a_man_is_an_unsure_wish_for_a_woman_and_never_for_a_man():
    reading = read_wishes("helst ikke en mand")[0]

    assert (reading.value, reading.sure) == (Wish("gender", "woman", "wish"), False)


def test_a_part_that_says_nothing_known_stays_in_the_list():
    readings = read_wishes("gerne en kvinde; kan lide at strikke")

    assert [reading.value is None for reading in readings] == [False, True]


def test_no_words_are_no_wishes():
    assert read_wishes(None) == read_wishes("  ;  ") == []
