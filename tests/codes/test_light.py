"""The room is light: nothing heavy is loaded before it is used, and the usual look-up takes no time."""

import subprocess
import sys
import time

from mentorbank.codes import occupations

ALL = "occupations, education, languages, danish, goals, places, values, headings, folding, reading"
HEAVY = ("django", "phonenumbers", "babel", "openpyxl", "numpy")


def test_importing_the_room_loads_nothing_heavy_and_no_table():
    code = (
        f"import sys; from mentorbank.codes import {ALL}; from mentorbank.codes.tables import table; "
        f"print([name for name in {HEAVY!r} if name in sys.modules], table.cache_info().currsize)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.split() == ["[]", "0"]


def test_a_known_title_is_read_in_far_less_than_a_millisecond():
    titles = list(occupations.lexicon().phrases)[:2_000]
    occupations._read.cache_clear()
    start = time.process_time()
    for title in titles:
        occupations.read(title)
    assert (time.process_time() - start) / len(titles) < 0.001
