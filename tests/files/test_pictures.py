"""Pictures: what a screen reader is told, what the policy forbids, both directions, and the table twin."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from mentorbank.files.pictures import Bar, Curve, Picture, bars_across, bars_upright, qr_code, step_curves

SVG = "{http://www.w3.org/2000/svg}"
FUNNEL = [Bar("Tilmeldt", 400), Bar("Samtale", 300, "300 · 91 %"), Bar("I <job> & studie", 100, kind="goal")]
AARHUS = Curve("Århus", [(0, 1), (10, 0.5), (30, 0.25)], until=40, band=[(0, 1, 1), (10, 0.4, 0.6), (30, 0.1, 0.4)])
ESBJERG = Curve("Esbjerg", [(0, 1), (20, 0.8)], until=20)


def funnel(direction="ltr", bars=FUNNEL) -> Picture:
    return bars_across(bars, key="f", title="Fra tilmelding", headings=("Trin", "Antal"), direction=direction)


def months(count=12, direction="ltr") -> Picture:
    bars = [Bar(f"m{number}", number) for number in range(count)]
    return bars_upright(bars, key="m", title="Dage", headings=("Måned", "Dage"), direction=direction)


def waiting(direction="ltr") -> Picture:
    return step_curves([AARHUS, ESBJERG], key="w", title="Ventetid", x_heading="Dage", direction=direction)


def code() -> Picture:
    return qr_code("https://example.org/l/abc", key="q", title="Til siden")


EVERY = {"across": funnel, "upright": months, "curves": waiting, "qr": code}


def shapes(picture: Picture, tag: str, class_: str = "") -> list[ET.Element]:
    found = ET.fromstring(picture.svg).iter(SVG + tag)
    return [shape for shape in found if class_ in shape.get("class", "").split() or not class_]


def texts(picture: Picture) -> list[str]:
    return ["".join(shape.itertext()) for shape in shapes(picture, "text")]


@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_every_picture_has_a_name_and_nothing_the_policy_forbids(make):
    root = ET.fromstring(make().svg)
    names = {child.get("id"): child.text for child in root if child.tag in (SVG + "title", SVG + "desc")}

    assert root.get("role") == "img"
    assert [names[part] for part in root.get("aria-labelledby").split()] == list(names.values())
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=|url\(", make().svg)


def test_a_description_is_told_after_the_title():
    picture = bars_across(FUNNEL, key="f", title="T", headings=("a", "b"), description="Hver fjerde får job.")

    assert ET.fromstring(picture.svg).get("aria-labelledby") == "f-title f-desc"
    assert "Hver fjerde får job.</desc>" in picture.svg


def test_the_words_of_people_cannot_become_markup():
    assert "<job>" not in funnel().svg
    assert "I <job> & studie" in texts(funnel())


def test_bars_are_as_long_as_their_share_of_the_longest():
    bars = shapes(funnel(), "rect", "bar")

    assert [bar.get("width") for bar in bars] == ["100.00%", "75.00%", "25.00%"]
    assert [bar.get("x") for bar in bars] == ["0%", "0%", "0%"]
    assert len(shapes(funnel(), "rect", "goal")) == 1


def test_right_to_left_bars_begin_at_the_right():
    picture = funnel("rtl")

    assert [bar.get("x") for bar in shapes(picture, "rect", "bar")] == ["0%", "25%", "75%"]
    assert {label.get("x") for label in shapes(picture, "text", "label")} == {"100%"}
    assert ET.fromstring(picture.svg).get("direction") == "rtl"


def test_the_table_says_what_the_bars_say():
    assert funnel().headings == ("Trin", "Antal")
    assert funnel().rows == (("Tilmeldt", "400"), ("Samtale", "300 · 91 %"), ("I <job> & studie", "100"))


def test_standing_bars_stand_on_one_line_in_reading_order():
    bars = shapes(months(), "rect", "bar")
    mirrored = shapes(months(direction="rtl"), "rect", "bar")

    feet = {round(float(bar.get("y")) + float(bar.get("height")), 1) for bar in bars}
    starts = [float(bar.get("x").rstrip("%")) for bar in bars]
    assert feet == {200.0}
    assert starts == sorted(starts)
    assert [bar.get("x") for bar in mirrored] == [bar.get("x") for bar in reversed(bars)]


@pytest.mark.parametrize(("count", "labelled"), [(12, 12), (13, 7), (60, 12)])
def test_labels_keep_room_on_a_phone_while_the_table_has_all(count, labelled):
    assert len(shapes(months(count), "text", "label")) == labelled
    assert len(months(count).rows) == count


def test_curves_fall_in_steps_where_the_data_do():
    group = shapes(waiting(), "g", "curve-1")[0]
    treads = [(line.get("x1"), line.get("x2"), line.get("y1")) for line in group if line.get("y1") == line.get("y2")]

    assert treads == [("0%", "25%", "20"), ("25%", "75%", "130"), ("75%", "100%", "185")]


def test_curves_are_told_apart_without_colour_and_named():
    first, second = (shapes(waiting(), "g", f"curve-{number}")[0] for number in (1, 2))

    assert first.get("stroke-dasharray") != second.get("stroke-dasharray")
    assert {"Århus", "Esbjerg", "100%", "50%", "0", "20", "40"} <= set(texts(waiting()))


def test_the_band_lies_around_its_curve():
    boxes = list(shapes(waiting(), "g", "band-1")[0])

    assert [(box.get("y"), box.get("height")) for box in boxes] == [("20", "0"), ("108", "44"), ("152", "66")]


def test_right_to_left_time_runs_from_the_right():
    group = shapes(waiting("rtl"), "g", "curve-1")[0]

    assert (group[0].get("x1"), group[0].get("x2")) == ("100%", "75%")


def test_the_table_of_curves_says_nothing_beyond_what_is_known():
    assert waiting().headings == ("Dage", "Århus", "Esbjerg")
    assert waiting().rows == (("0", "100%", "100%"), ("10", "50%", "100%"), ("20", "50%", "80%"), ("30", "25%", ""))


def test_many_steps_are_read_off_at_the_ticks():
    steep = replace(ESBJERG, steps=[(day, 1 - day / 100) for day in range(100)], until=100)

    rows = step_curves([steep], key="w", title="T", x_heading="Dage").rows

    assert [row[0] for row in rows] == ["0", "20", "40", "60", "80", "100"]
    assert rows[2] == ("40", "60%")


def test_the_code_leads_where_its_twin_says():
    size = int(shapes(code(), "rect", "qr-light")[0].get("width"))
    dark = {(0, 0): 0}
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v", shapes(code(), "path")[0].get("d")):
        dark |= {(int(x) + step, int(y)): 1 for step in range(int(length))}
    import segno

    expected = segno.make_qr("https://example.org/l/abc", error="m").matrix_iter(border=4)
    drawn = [[dark.get((x, y), 0) for x in range(size)] for y in range(size)]
    assert drawn == [[int(bool(dot)) for dot in row] for row in expected]
    assert code().rows == (("https://example.org/l/abc",),)


@pytest.mark.parametrize("bars", [[], [Bar("a", 0), Bar("b", 0)]])
def test_nothing_to_show_is_no_failure(bars):
    assert ET.fromstring(funnel(bars=bars).svg) is not None
    assert ET.fromstring(step_curves([], key="w", title="T", x_heading="x").svg) is not None


def test_mistakes_of_the_caller_are_said():
    with pytest.raises(ValueError, match="shorter than nothing"):
        funnel(bars=[Bar("a", -1)])
    with pytest.raises(ValueError, match="cannot be the id"):
        bars_across([], key='x" onload="', title="T", headings=("a", "b"))
    with pytest.raises(ValueError, match="needs a title"):
        bars_across([], key="x", title=" ", headings=("a", "b"))
    with pytest.raises(ValueError, match="rise in x"):
        step_curves([Curve("a", [(2, 1), (1, 1)])], key="w", title="T", x_heading="x")
    with pytest.raises(ValueError, match="needs an address"):
        qr_code("", key="q", title="T")
