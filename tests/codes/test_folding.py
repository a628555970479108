import unicodedata

import pytest

from mentorbank.codes.folding import clean, fold, plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("aarhus", "Århus"),
        ("oestergaard", "Østergaard"),
        ("SOENDERGAARD", "Søndergård"),
        ("baek", "Bæk"),
        ("andre", "André"),
        ("yilmaz", "Yılmaz"),
        ("lodz", "Łódź"),
        ("strasse", "Straße"),
    ],
)
def test_spellings_of_the_same_name_fold_to_one(one, other):
    assert fold(one) == fold(other)


def test_a_letter_written_as_two_characters_folds_like_one():
    assert fold(unicodedata.normalize("NFD", "Århus Ø")) == fold("Århus Ø") == "aarhus oe"


def test_clean_removes_control_zero_width_and_bidi_characters():
    assert clean("Ma\u200bryam\u202e \u2067Ali\u2069\x00\u00ad") == "Maryam Ali"


def test_clean_makes_one_space_of_any_white_space():
    assert clean(" Anne\t\n  Marie\u00a0\u2028Dahl ") == "Anne Marie Dahl"


def test_clean_keeps_letters_of_every_script():
    for name in ("ሰላም", "مريم", "王芳", "Ólafsdóttir", "O’Brien-Smith"):
        assert clean(name) == unicodedata.normalize("NFC", name)


def test_plain_leaves_words_only():
    assert plain("Social- og sundheds-assistent (SOSU)!") == "social og sundheds assistent sosu"
    assert plain("C++ / C#") == "c++ c#"
