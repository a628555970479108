"""Eight processes at once: a place is held once, a mentee is asked for once, an answer given is an answer kept."""

import json
import subprocess
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

PROCESSES = 8


@pytest.fixture
def racer(start_python) -> Callable[..., subprocess.Popen]:
    return partial(start_python, "tests.network.partnerships.racer")


def said(started: subprocess.Popen) -> Any:
    output, _nothing = started.communicate(timeout=180)
    assert started.returncode == 0
    return json.loads(output)


@pytest.mark.soak
def test_whatever_eight_processes_do_a_place_is_held_once_and_no_answer_is_lost(racer, seconds):
    said(racer("setup"))

    racing = [racer("race", seed, seconds) for seed in range(PROCESSES)]
    told = [said(process) for process in racing]
    after = said(racer("show"))

    acts = [act for each in told for act in each["done"]]
    proposed = [pk for verb, pk, _ in acts if verb == "proposed"]
    assert len(proposed) == len(set(proposed)) > PROCESSES
    assert set(map(str, proposed)) == set(after["proposals"])
    assert after["most on a place"] <= 1
    assert after["most open for a mentee"] <= 1
    assert after["most partners"] <= 1
    lost = [act for act in acts if act[0] == "answered" and not stands(act, after["proposals"])]
    assert lost == []
    accepted = [row for row in after["proposals"].values() if row[0] == "accepted"]
    assert after["partnerships"] == len(accepted) > 0


def stands(act: list[Any], proposals: dict[str, list[str]]) -> bool:
    """The side's answer is in the row: as given, or changed by a later act of the same side."""
    side, said = act[2].split(" ")
    state, mentee, mentor = proposals[str(act[1])]
    kept = mentee if side == "mentee" else mentor
    return kept == said or (kept in ("yes", "no") and (kept == "no") == (state == "declined" or said == "yes"))
