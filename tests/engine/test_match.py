"""`mentorbank match` on spreadsheets as people have them."""

import csv
import io
import json
from pathlib import Path

import pytest

from mentorbank.engine.command import main
from mentorbank.files.sheets import Table, write_xlsx

MENTEES = """ID;Name;Profession;Languages;Goals;Availability;Preferences;Postcode
M1;A;Dentist;Arabic (native), English B2;Danish;evening;must speak Arabic;8000
M2;B;Nurse;Somali (native);Study;day;skal være en kvinde;2100
M3;C;Cook;English C1;Own business;weekend;;5000
"""
MENTORS = """ID;Job title;Languages spoken;Can help with;Availability;Max mentees;Postcode;Remarks
R1;Dentist;Danish, Arabic;Danish, study;evening;1;8000;
R2;Nurse;Danish;Study;day;1-2;2100;kun kvinder
R3;Dentist;Danish;Danish;evening;1;8000;ikke i december
R4;zzgrblx;Danish;;;;5000;
"""
PILOT = Path(__file__).parents[2] / "demo"


@pytest.fixture
def files(tmp_path):
    """The two files as paths, ready to be changed."""
    mentees, mentors = tmp_path / "mentees.csv", tmp_path / "mentors.csv"
    mentees.write_text(MENTEES, encoding="utf-8")
    mentors.write_text(MENTORS, encoding="utf-8")
    return mentees, mentors


@pytest.fixture
def women(tmp_path):
    """A recipe for a programme for women."""
    recipe = tmp_path / "women.toml"
    recipe.write_text('audience = "women"\n', encoding="utf-8")
    return recipe


def run(capsys, *arguments):
    """Exit code, output and errors of the command."""
    code = main([str(each) for each in arguments])
    told = capsys.readouterr()
    return code, told.out, told.err


def plan_rows(capsys, *arguments):
    """The rows of the plan by mentee, from --json."""
    code, out, _ = run(capsys, *arguments, "--json")
    assert code == 0
    return {row["mentee"]: row for row in json.loads(out)["rows"]}


def test_a_plan_names_a_mentor_and_the_reasons_for_each_mentee(files, capsys):
    code, out, _ = run(capsys, *files)

    assert code == 0
    assert "M1  ->  R1" in out
    assert "same profession: Dentists" in out
    assert "3 of 3 mentees get a mentor." in out
    assert "Proven: no plan does better." in out


def test_points_of_the_criteria_and_wishes_add_up(files, capsys):
    for row in plan_rows(capsys, *files).values():
        parts = [
            row[name]
            for name in ("profession", "goals", "education", "language", "nearness", "time", "wishes")
        ]
        assert row["points"] == sum(parts)


def test_a_must_about_an_unknown_gender_is_to_be_confirmed_unless_the_audience_answers(files, women, capsys):
    assert "gender" in plan_rows(capsys, *files)["M2"]["to be confirmed"]
    assert plan_rows(capsys, *files, "--recipe", women)["M2"]["to be confirmed"] == ""


def test_a_mentor_who_wants_women_is_kept_from_men(files, capsys):
    mentees, mentors = files
    mentees.write_text("id,occupation,gender\nM2,Nurse,man\n", encoding="utf-8")

    code, out, _ = run(capsys, mentees, mentors, "--explain", "M2")

    assert code == 0
    assert "1 of 4 wish for a mentee of another gender" in out


def test_an_employer_to_be_avoided_excludes(files, capsys):
    mentees, mentors = files
    mentees.write_text("id,occupation,wishes\nM2,Nurse,not from Coop\n", encoding="utf-8")
    mentors.write_text("id,occupation,employer\nR1,Nurse,Coop Danmark\nR2,Cook,Lego\n", encoding="utf-8")

    assert plan_rows(capsys, mentees, mentors)["M2"]["mentor"] == "R2"


def test_what_was_not_surely_read_is_listed_with_line_column_and_reading(files, capsys):
    _, out, _ = run(capsys, *files)

    assert "mentors.csv, column “Max mentees”, line 3: “1-2” read as 2" in out
    assert "mentors.csv, column “Job title”, line 5: “zzgrblx” not understood, counts as unknown" in out
    assert "mentors.csv, column “Remarks”, line 4: “ikke i december” a remark, not used" in out
    assert "mentees.csv: not needed: Name" in out


def test_why_nobody_is_said_with_what_each_veto_excludes(files, capsys):
    mentees, mentors = files
    mentees.write_text("id,occupation,wishes\nM1,Dentist,must speak Urdu\n", encoding="utf-8")

    row = plan_rows(capsys, mentees, mentors)["M1"]

    assert row["mentor"] is None
    assert row["why nobody"] == "no mentor is possible: of 4, 4 do not speak Urdu"


def test_when_others_need_her_more_it_is_said(files, capsys):
    mentees, mentors = files
    mentees.write_text("id,occupation\nM1,Dentist\nM2,Cook\n", encoding="utf-8")
    mentors.write_text("id,occupation\nR1,Dentist\n", encoding="utf-8")

    code, out, _ = run(capsys, mentees, mentors)

    assert code == 0
    assert "1 of 1 mentors are possible, but others need them more" in out
    assert "The bank lacks: Cooks (1 ask, 0 places)" in out


def test_a_workbook_in_gives_a_workbook_or_csv_out(files, tmp_path, capsys):
    book = tmp_path / "mentees.xlsx"
    book.write_bytes(write_xlsx([Table("List", ["id", "occupation"], [["M1", "Dentist"], ["M2", "=1+1"]])]))

    assert run(capsys, book, files[1], "--out", tmp_path / "plan.xlsx")[0] == 0
    assert (tmp_path / "plan.xlsx").read_bytes()[:2] == b"PK"
    assert run(capsys, book, files[1], "--out", tmp_path / "plan.csv", "--top", "2")[0] == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "plan.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [row["mentee"] for row in rows] == ["M1", "M2"]
    assert rows[0]["next best"].count("(") == 2


def test_a_dash_writes_csv_to_the_standard_output_and_notes_beside_it(files, capfd):
    code = main([*map(str, files), "--out", "-"])
    out, err = capfd.readouterr()

    assert code == 0
    assert out.lstrip("\ufeff").startswith("mentee;mentor;points;")
    assert "get a mentor" in err


def test_a_town_with_many_postcodes_is_the_middle_of_its_municipality(files, capsys):
    mentees, mentors = files
    mentees.write_text(
        "id,desired role,city,requirements\nM1,Nurse,Copenhagen,must live within 20 km\n", encoding="utf-8"
    )
    mentors.write_text("id,occupation,postcode\nR1,Nurse,8000\nR2,Cook,2100\n", encoding="utf-8")

    _, out, _ = run(capsys, mentees, mentors)

    assert "“Copenhagen” read as the middle of København" in out
    assert "wish met: within 20 km" in out


def test_the_recipe_maps_columns_and_splits_points(files, tmp_path, capsys):
    recipe = tmp_path / "r.toml"
    recipe.write_text('[criteria]\nprofession = 10000\n[columns.mentors]\noccupation = "name of work"\n')
    files[1].write_text("id;Name of work;x\nR1;Dentist;1\n", encoding="utf-8")

    row = plan_rows(capsys, *files, "--recipe", recipe)["M1"]

    assert row["points"] == row["profession"] == 10_000


def test_a_million_pairs_show_progress_when_asked(files, capsys):
    _, _, err = run(capsys, *files, "--progress", "--workers", "2")

    assert "3 of 3 mentees" in err


@pytest.mark.parametrize(
    ("mentors", "said"),
    [
        ("id;food\nR1;x\n", "expected a column for an occupation"),
        ("job;food\nDentist;x\n", "expected a column for an id"),
        ("", "empty"),
        ("id;job\n", "headings in line 1 and nothing below"),
        (
            "id;job\nR1;Cook\nR1;Nurse\n",
            "line 3, column “id”: expected different ids, “R1” also stands in line 2",
        ),
        ("id;job\nR1;Cook\n;Nurse\n", "line 3, column “id”: expected an id, found an empty cell"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_nothing_is_written(
    files, tmp_path, capsys, mentors, said
):
    files[1].write_text(mentors, encoding="utf-8")

    code, out, err = run(capsys, *files, "--out", tmp_path / "plan.csv")

    assert (code, out) == (2, "")
    assert "mentors.csv" in err
    assert said in err
    assert not (tmp_path / "plan.csv").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--out", "plan.txt"], "ends in .csv or .xlsx"),
        (["--out", "nowhere/plan.csv"], "a folder that exists"),
        (["--recipe", "no.toml"], "no.toml: cannot be read"),
        (["--explain", "M9"], "there is no mentee “M9”; there are M1, M2, M3"),
    ],
)
def test_options_that_cannot_be_used_are_refused_in_words(files, capsys, options, said):
    code, _, err = run(capsys, *files, *options)

    assert code == 2
    assert said in err


def test_a_recipe_with_a_mistake_is_refused_with_its_line(files, tmp_path, capsys):
    recipe = tmp_path / "r.toml"
    recipe.write_text("version = 2\n[criteria]\nprofession = 1\n")

    assert "r.toml: line 2: the criteria must give 10000 points" in run(capsys, *files, "--recipe", recipe)[2]


def test_a_mapped_column_that_is_not_there_is_refused(files, tmp_path, capsys):
    recipe = tmp_path / "r.toml"
    recipe.write_text('[columns.mentees]\noccupation = "Trade"\n')

    assert (
        "maps occupation to a column “Trade” that is not there" in run(capsys, *files, "--recipe", recipe)[2]
    )


def test_the_pilots_files_are_matched_as_they_are(capsys):
    rows = plan_rows(capsys, PILOT / "mentees.xlsx", PILOT / "mentorer.csv", "--recipe", PILOT / "pilot.toml")

    assert len(rows) == 12
    assert all(row["mentor"] for row in rows.values())
    assert not any(row["to be confirmed"] for row in rows.values())
