from mentorbank.codes.reading import LONGEST_WRITTEN, Reading, as_text, ranked, unreadable


def test_a_reading_is_sure_from_85_percent_on_and_never_without_a_value():
    assert Reading("kok", "5120", 0.85).sure
    assert not Reading("kok", "5120", 0.84).sure
    assert not Reading("kok", None, 1.0).sure


def test_ranked_puts_the_likeliest_first_and_names_each_value_once():
    reading = ranked("læge", [("2212", 0.5), ("2211", 0.9), ("2212", 0.6)])

    assert (reading.value, reading.certainty) == ("2211", 0.9)
    assert reading.others == (("2212", 0.6),)


def test_nothing_known_is_unreadable():
    assert ranked("???", []) == unreadable("???") == Reading("???", None, 0.0)


def test_a_long_text_is_cut_before_anyone_looks_at_it():
    assert len(as_text("x" * 10_000_000)) == LONGEST_WRITTEN


def test_an_empty_cell_is_an_empty_text_and_a_number_its_digits():
    assert as_text(None) == ""
    assert as_text(2100) == "2100"
