"""Texts judged by hand: what is shown as sure must be right."""

from pathlib import Path

from mentorbank.codes import education, occupations

HERE = Path(__file__).parent


def gold(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    _header, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [(kind, text, right.split()) for kind, text, right in rows]


def meaning(kind, text):
    """The reading and its value as the gold files write it."""
    if kind == "occupation":
        reading = occupations.read(text)
        return reading, reading.value
    reading = education.read(text)
    level = f":{reading.value.level}" if reading.value and reading.value.level is not None else ""
    return reading, f"{reading.value.field}{level}" if reading.value else None


def test_every_text_of_the_pilot_is_right_or_unsure_and_never_wrong_but_sure():
    for kind, text, right in gold("gold_pilot.tsv"):
        reading, value = meaning(kind, text)
        assert value in right, f"{text}: {value}, not {right} (certainty {reading.certainty})"


def test_nine_of_ten_texts_of_the_pilot_need_no_person():
    rows = gold("gold_pilot.tsv")
    sure = [text for kind, text, _ in rows if meaning(kind, text)[0].sure]
    assert len(sure) >= 0.9 * len(rows)


def test_other_titles_are_mostly_right_and_hardly_ever_wrong_but_sure():
    rows = gold("gold_titles.tsv")
    readings = [(occupations.read(text, lang), right) for lang, text, right in rows]
    hits = sum(reading.value in right for reading, right in readings)
    wrong = [reading for reading, right in readings if reading.sure and reading.value not in right]
    assert len(rows) >= 150
    assert hits >= 0.8 * len(rows)
    assert len(wrong) <= 0.03 * len(rows), wrong
