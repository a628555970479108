"""Every sentence a reader can meet has its translation; `make catalogues` brings the catalogues up to date.

Sentences are found by Django's makemessages in a temporary copy, in which the engine's texts are marked as
sentences too: the engine knows no gettext, and the shortlist shows the same texts translated.
"""

import os
import re
import runpy
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

#: Staff's two languages have every sentence; the others have what participants can meet.
COMPLETE = ("da", "en")
FOR_PARTICIPANTS = ("nb", "ar")
STAFF_ONLY = (
    "mentorbank/pages/desk/",
    "mentorbank/pages/parts/living",
    "mentorbank/pages/parts/templates/parts/living",
    "mentorbank/pages/parts/templates/parts/desk",
    "mentorbank/network/intake/actions/deciding",
    "mentorbank/network/intake/actions/staffing",
    "mentorbank/network/letters/actions/",
    "mentorbank/network/letters/states",
    "mentorbank/network/people/actions/staff",
    "mentorbank/network/people/states",
    "mentorbank/network/organisation/",
    "mentorbank/network/signals/",
    "mentorbank/network/matching/",
    "mentorbank/network/outcomes/",
    "mentorbank/network/records/",
    "mentorbank/engine/",
    "mentorbank/files/",
    "mentorbank/project/command",
    "mentorbank/project/demo",
    "mentorbank/project/fill",
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def complete(root: Path) -> list[str]:
    """Sentences that a catalogue lacks, has unfinished or has with other placeholders, and those it has in vain."""
    wanted = sentences(root)
    problems = []
    for language in (*COMPLETE, *FOR_PARTICIPANTS):
        path = catalogue_of(root, language)
        have = load(path, language) if path.exists() else Catalog(language)
        due = [m for m in wanted if m.id and (language in COMPLETE or for_participants(m))]
        problems += [f"{language}: {told}" for message in due for told in judge(message, have)]
        idle = [m for m in have if m.id and key(m) not in index(wanted)]
        problems += [f"{language}: {message.id!r} is said nowhere any more" for message in idle]
    return problems


def judge(wanted: Message, have: Catalog) -> list[str]:
    """What is wrong with the translation of one sentence."""
    place = wanted.locations[0][0] if wanted.locations else ""
    message = index(have).get(key(wanted))
    if message is None:
        return [f"{wanted.id!r} ({place}) is not in the catalogue"]
    said = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if message.fuzzy or not all(said):
        return [f"{wanted.id!r} ({place}) is not translated"]
    meant = placeholders(*ids(wanted))
    odd = [text for text in said if not placeholders(text) <= meant]
    if odd or meant - placeholders(*said):
        return [f"{wanted.id!r} ({place}) has other placeholders in its translation"]
    return []


def ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)


def placeholders(*texts: str) -> set[str]:
    return {found for text in texts for found in PLACEHOLDER.findall(text)}


def for_participants(message: Message) -> bool:
    return not all(str(place).removeprefix("./").startswith(STAFF_ONLY) for place, _line in message.locations)


def key(message: Message) -> tuple[str | None, str]:
    return message.context, ids(message)[0]


@cache
def _indexed(catalogue_id: int, catalogue: Catalog) -> dict[tuple[str | None, str], Message]:
    return {key(message): message for message in catalogue if message.id}


def index(catalogue: Catalog) -> dict[tuple[str | None, str], Message]:
    return _indexed(id(catalogue), catalogue)


def catalogue_of(root: Path, language: str) -> Path:
    return root / "mentorbank" / "locale" / language / "LC_MESSAGES" / "django.po"


def load(path: Path, language: str) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=language)


@cache
def sentences(root: Path) -> Catalog:
    """Every sentence of the tree, as makemessages finds them."""
    with TemporaryDirectory(prefix="mentorbank-sentences-") as folder:
        copy = Path(folder)
        gather(root, copy, ["da"], keep=False)
        return load(catalogue_of(copy, "da"), "da")


def gather(root: Path, copy: Path, languages: list[str], *, keep: bool) -> None:
    """Run makemessages in a copy; with `keep` on top of the catalogues there are."""
    drop = shutil.ignore_patterns("__pycache__", "migrations", "*.mo", *([] if keep else ["locale"]))
    shutil.copytree(root / "mentorbank", copy / "mentorbank", ignore=drop)
    (copy / "mentorbank" / "locale").mkdir(exist_ok=True)
    words = copy / "mentorbank" / "engine" / "words.py"
    marked = [f"    gettext_noop({text!r})\n" for text in runpy.run_path(str(words))["TEXTS"].values()]
    with words.open("a", encoding="utf-8") as file:
        file.write("\n\ndef _sentences():\n" + "".join(marked))
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        "--no-obsolete",
        "--no-wrap",
        "--add-location=file",
    ]
    command += [argument for language in languages for argument in ("-l", language)]
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy),
        "DJANGO_SETTINGS_MODULE": "mentorbank.project.settings",
    }
    done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(f"makemessages failed:\n{done.stderr[-2000:]}")


def renew(root: Path) -> None:
    """Bring the catalogues up to date: new sentences empty, changed ones fuzzy, forgotten ones gone."""
    with TemporaryDirectory(prefix="mentorbank-sentences-") as folder:
        copy = Path(folder)
        gather(root, copy, [*COMPLETE, *FOR_PARTICIPANTS], keep=True)
        for language in (*COMPLETE, *FOR_PARTICIPANTS):
            target = catalogue_of(root, language)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(catalogue_of(copy, language), target)
