"""`mentorbank import`: what it says and how it ends."""

import pytest

from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.network.records.models import Upload
from mentorbank.project.command import main
from tests.builders import a_coordinator, a_division, a_programme
from tests.network.records.lists import DEMO, a_list

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "liste.csv"
    path.write_bytes(a_list({}, {"Navn": "Bo Friis", "Mail": "bo@example.org", "Mobil": ""}))
    return path


def test_a_dry_run_on_an_empty_database_says_what_it_understood(capsys):
    code = main(["import", "mentees", str(DEMO / "mentees.xlsx"), "--dry-run"])

    said = capsys.readouterr().out
    assert code == 1
    assert "5  Ready to import" in said and "7  Unsure" in said
    assert "row 13, Sagal Novak" in said and "“taler fint dansk”" in said
    assert not Mentee.objects.exists() and not Upload.objects.exists()


def test_a_file_that_enters_whole_ends_with_0(capsys, file):
    a_division(), a_programme()

    assert main(["import", "mentors", str(file)]) == 0
    assert "2  Imported" in capsys.readouterr().out
    assert Mentor.objects.count() == 2 and not Upload.objects.exists()


def test_rows_that_stay_out_end_with_1_and_are_named(capsys, file):
    a_division(), a_programme()
    file.write_bytes(a_list({}, {"Navn": "", "Mail": "nobody"}))

    assert main(["import", "mentors", str(file)]) == 1
    assert "row 3, no name: " in capsys.readouterr().out
    assert Mentor.objects.count() == 1


def test_whoever_brings_them_in_can_settle_the_rest_on_the_page(capsys, file):
    by = a_coordinator()
    a_programme()
    file.write_bytes(a_list({"Stilling": "Forsker"}))

    assert main(["import", "mentors", str(file), "--by", by.person.email, "--programme", "general"]) == 1
    assert f"/desk/imports/{Upload.objects.get(by=by.person).pk}/" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mentors", "nowhere.csv"], "cannot be opened"),
        (["mentors", __file__], "test_importing.py"),
        (["mentors", "{file}", "--programme", "nix"], "There is no programme 'nix'. These exist: general."),
        (["mentors", "{file}", "--by", "x@y.dk"], "Nobody who brings lists in signs in as x@y.dk."),
        (["cats", "{file}"], "choose from"),
        (["mentors"], "required: file"),
    ],
)
def test_what_cannot_be_is_said_kindly_and_ends_with_2(capsys, file, arguments, said):
    a_programme()
    try:
        code = main(["import", *(each.format(file=file) for each in arguments)])
    except SystemExit as end:  # argparse
        code = end.code

    assert code == 2 and said in capsys.readouterr().err
    assert not Mentor.objects.exists()


def test_a_network_without_a_programme_is_told_to_make_one(capsys, file):
    assert main(["import", "mentors", str(file)]) == 2
    assert "The network has no programme yet" in capsys.readouterr().err
