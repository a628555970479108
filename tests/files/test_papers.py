"""Papers: every letter has a shape, nothing is fetched, and a machine without Pango says so."""

import http.server
import re
import subprocess
import sys
import threading

import pytest

from mentorbank.files.papers import paper

from .pdf_letters import Letters

TEXTS = {
    "da": "Kontrakt mellem Åse Bjørn og Zoë: mål, møder, ærlighed – 3 × 60 min.",
    "en": "Contract: “goals”, meetings & an honest end. €100 • 1½ hours…",
    "nb": "Avtale mellom Øyvind og Håkon: mål og møter",
    "ar": "عقد بين المرشدة والمتدربة: الأهداف والمواعيد ١٢٣",
    "ti": "ሰላም ወልዱ ገብረመድህን",
    "prs": "قرارداد میان رهنما و شاگرد، پشتو: ښځه ټولګی",
}


def drawn(language: str, html: str = "", **more: str) -> Letters:
    text = TEXTS[language]
    return Letters(paper(html or f"<h1>{text}</h1><p>{text}", language=language, title="T", **more))


@pytest.mark.parametrize("language", TEXTS)
def test_every_letter_of_our_languages_has_a_shape_from_a_noto_font(language):
    letters = drawn(language)

    assert letters.missing == set()
    assert all(font.name.startswith("Noto-") for font in letters.fonts.values())
    shown = set(letters.text) | set(" ")
    assert set(TEXTS[language]) - shown <= set("لاأ")  # lam and alef are drawn as one


def test_the_check_sees_a_letter_that_no_font_has():
    letters = drawn("da", "<p>Ida \U0010fffd Bo \ue123")

    assert letters.missing == {"\U0010fffd", "\ue123"}


def test_names_in_other_scripts_stand_in_a_danish_contract():
    letters = drawn("da", f'<p>Mellem <bdi lang="ti">{TEXTS["ti"]}</bdi> og <bdi lang="ar">{TEXTS["ar"]}</bdi>')

    assert letters.missing == set()
    assert {"ሰ", "م", "M"} <= set(letters.text)


def test_arabic_letters_are_joined():
    letters = drawn("ar", "<p>بب ب")

    assert len(letters.glyphs_of("ب")) == 3  # at the beginning, at the end, alone


@pytest.mark.parametrize(("language", "direction"), [("ar", "R"), ("da", "L"), ("prs", "R"), ("nb-NO", "L")])
def test_the_language_gives_the_direction(language, direction):
    content = Letters(paper("<p>a</p>", language=language, title="T"))._streams
    left = min(float(x) for text in content.values() for x in re.findall(rb"1 0 0 -1 ([\d.]+) [\d.]+ Tm", text))

    assert (left > 300) == (direction == "R")


def test_the_paper_is_tagged_and_knows_its_language_and_title():
    pdf = paper("<h1>Kontrakt</h1><table><tr><th>Mål</th><td>Job</td></tr></table>", language="da", title="Kontrakt")
    text = b"".join(Letters(pdf)._objects.values())

    assert b"/Lang (da)" in text
    assert b"/Marked true" in text
    assert b"/Title (Kontrakt)" in text
    assert b"/S /H1" in text
    assert b"/S /TH" in text
    assert b"pdfuaid:part" in b"".join(Letters(pdf)._streams.values())


def test_nothing_is_fetched_from_the_network_or_the_disk(tmp_path):
    (tmp_path / "secret.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="9">SECRET</text></svg>')
    asked: list[str] = []

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)

    server = http.server.HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    there = f"http://127.0.0.1:{server.server_port}"
    html = f'<link rel=stylesheet href="{there}/a.css">'
    html += f'<style>@import "{there}/b.css"; p {{ background: url({there}/c) }}</style><p>'
    html += f'<img src="{there}/d.png"><img src="file://{tmp_path}/secret.svg"><a href="{there}">x</a>'

    letters = drawn("da", html, css=f'@import "{there}/e.css";')
    server.shutdown()
    server.server_close()

    assert asked == []
    assert letters.text.startswith("x")
    assert "SECRET" not in letters.text


def test_what_comes_with_the_paper_is_shown():
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" width="99" height="20"><text y="15">Logo</text></svg>'

    with_it = paper('<img src="paper:l" alt="L">', language="da", title="T", resources={"l": ("image/svg+xml", logo)})

    assert "Logo" in Letters(with_it).text


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_a_machine_without_pango_is_told_what_to_install():
    answer = run(
        "import cffi\n"
        "def nothing(*a, **k): raise OSError('cannot load library')\n"
        "cffi.FFI.dlopen = nothing\n"
        "from mentorbank.files.papers import PaperToolsMissing, paper\n"
        "try: paper('<p>x', language='da', title='T')\n"
        "except PaperToolsMissing as missing: print(missing)"
    )

    assert "apt-get install libpango-1.0-0" in answer
    assert "fonts-noto-core" in answer


def test_the_room_loads_nothing_heavy():
    heavy = run(
        "import sys, mentorbank.files.calendars, mentorbank.files.papers, mentorbank.files.pictures, "
        "mentorbank.files.sheets\n"
        "print(*{name.partition('.')[0] for name in sys.modules} & {'openpyxl', 'weasyprint', 'icalendar', 'segno', "
        "'numpy', 'django', 'PIL', 'fontTools'})"
    )

    assert heavy == ""
