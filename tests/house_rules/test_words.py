"""What counts as hard to read, so that `make words` lists the right texts."""

from tests.house_rules.words import Said


def test_a_plain_text_is_not_listed():
    said = Said("Tak for i dag. Vi skriver til dig, når vi har et forslag til en mentor.", "here")

    assert not said.hard


def test_a_sentence_of_fifteen_words_is_listed():
    assert Said("du " * 15, "here").hard
    assert not Said("du " * 14, "here").hard


def test_long_words_make_a_text_hard():
    said = Said("Godkendelse af udenlandske uddannelser forudsætter dokumentation fra myndighederne.", "here")

    assert said.lix > 60
    assert said.hard


def test_a_label_has_no_lix():
    assert Said("Samtykkeerklæring", "here").lix == 0


def test_holes_and_links_count_as_a_short_word():
    assert Said("Hej {name}, se https://example.org/very/long/address her", "here").longest == 5
