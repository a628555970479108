"""The import's pages: from a file to people, without JavaScript, and whatever is posted."""

import re
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.network.records.models import Upload
from tests.builders import a_coordinator, a_person, a_programme, an_administrator, another_division
from tests.network.records.lists import a_list, row, standing, the_pilots
from tests.pages.desk.conftest import signed_in

pytestmark = pytest.mark.django_db
_numbers = count(1)


def somebody(**cells: str) -> dict[str, str]:
    number = next(_numbers)
    letters = chr(97 + number // 26) + chr(97 + number % 26)
    return {"Navn": f"Åse Ny{letters}", "Mail": f"aase{number}@example.org", "Mobil": ""} | cells


def uploaded(desk: Client, data: bytes, kind: str = "mentors", name: str = "liste.csv") -> Upload:
    programme = a_programme()
    file = SimpleUploadedFile(name, data)
    answer = desk.post("/desk/imports/", {"kind": kind, "programme": programme.pk, "file": file})
    assert answer.status_code == 302, answer.content.decode()
    return Upload.objects.latest("pk")


def page(desk: Client, address: str) -> str:
    answer = desk.get(address)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_pilots_mentees_are_shown_with_counts_columns_and_what_to_look_at(desk):
    upload = uploaded(desk, the_pilots("mentees.xlsx"), "mentees", "mentees.xlsx")

    html = page(desk, f"/desk/imports/{upload.pk}/")

    assert "12 mentees, understood like this" in html and "Import 5 now" in html
    assert "Sheet “Mentees”; not read: Noter" in html
    assert "Signed up: 1 February 2026, Interview held: 17 June 2026" in html
    assert html.index("Selam Novak") < html.index("Maryam Tesfaye")
    assert html.count('type="checkbox"') == 2 and "checked" not in html


def test_a_list_is_settled_and_imported_by_plain_forms(desk):
    upload = uploaded(desk, a_list(somebody(**{"Antal mentees": "1-2"}), somebody(Stilling="Forsker")))
    base = f"/desk/imports/{upload.pk}/"
    for line in (2, 3):
        doubt = row(upload, line).doubts[0]
        choice = {"2": "1", "3": "-"}[str(line)]
        desk.post(f"{base}rows/{line}/", {"doubt": doubt, "choice": choice})

    answer = desk.post(f"{base}now/", {"course": "in_bank", "no_course": "in_bank"}, follow=True)

    assert "2 people were imported." in answer.content.decode()
    assert {mentor.state for mentor in Mentor.objects.all()} == {"in_bank"}


def test_a_held_interview_makes_ready_only_with_the_tick(desk):
    for ticked, state in (({}, "registered"), ({"held": "on"}, "ready")):
        rows = a_list(somebody(**{"Tilmeldt": "1/6 2026", "Samtale holdt": "1/7 2026"}))
        upload = uploaded(desk, rows, "mentees")
        desk.post(f"/desk/imports/{upload.pk}/now/", ticked)
        assert Mentee.objects.latest("pk").state == state


def test_a_name_is_typed_where_it_was_missing(desk):
    upload = uploaded(desk, a_list({"Navn": "", "Mail": "not-an-address", "Mobil": ""}))
    assert "Needs a name and an e-mail address or a phone number." in page(
        desk, f"/desk/imports/{upload.pk}/"
    )

    address = f"/desk/imports/{upload.pk}/rows/2/"
    desk.post(address, {"type": "1", "name": "Lone Kjær", "email": "lone@example.org", "phone": ""})

    assert standing(upload) == {"sure": 1}


def test_all_rows_with_the_same_words_are_settled_by_one_press(desk):
    upload = uploaded(desk, a_list(*(somebody(Stilling="Forsker") for _ in range(3))))
    assert "For all 3" in page(desk, f"/desk/imports/{upload.pk}/")

    given = {"doubt": row(upload).doubts[0], "choice": "2310", "alike": "1"}
    answer = desk.post(f"/desk/imports/{upload.pk}/rows/2/", given, follow=True)

    assert "3 rows settled." in answer.content.decode() and standing(upload) == {"sure": 3}


def test_columns_are_changed_by_select(desk):
    upload = uploaded(desk, a_list(somebody(Sted="Lego")))
    chosen = {f"column{n}": column["meaning"] for n, column in enumerate(upload.columns)}

    desk.post(f"/desk/imports/{upload.pk}/columns/", chosen | {"column5": "employer"})

    upload.refresh_from_db()
    assert upload.columns[5] == {"heading": "Sted", "meaning": "employer", "certainty": 1.0}


def test_300_rows_come_25_a_page_and_doubtful_ones_first(desk):
    upload = uploaded(desk, the_pilots("mentorer.csv"), name="mentorer.csv")

    first, last = page(desk, f"/desk/imports/{upload.pk}/"), page(desk, f"/desk/imports/{upload.pk}/?page=12")

    assert "Semicolons, Windows Danish." in first and "Import 252 now" in first
    assert "These are clear" not in first and "Look at these" not in last
    assert last.count('scope="row"') == 25


def test_a_page_costs_the_same_for_two_rows_and_for_many(desk):
    known = a_person(email="known@example.org")
    costs = []
    for number in (2, 24):
        rows = [somebody(Stilling="Forsker"), *(somebody(Mail=known.email) for _ in range(number - 1))]
        upload = uploaded(desk, a_list(*rows))
        page(desk, f"/desk/imports/{upload.pk}/")
        with CaptureQueriesContext(connection) as caught:
            page(desk, f"/desk/imports/{upload.pk}/")
        costs.append(len(caught))
    assert costs[0] == costs[1] <= 14


def test_what_stays_out_is_downloaded(desk):
    upload = uploaded(desk, a_list(somebody(), {"Mail": "", "Mobil": ""}), name="mine folk.csv")

    answer = desk.get(f"/desk/imports/{upload.pk}/rest/")

    assert answer.headers["Content-Disposition"] == "attachment; filename*=UTF-8''mine%20folk-to-finish.csv"
    text = answer.content.decode("utf-8-sig")
    assert "Åse Lund" in text and "Åse Ny" not in text


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "is empty"), (b"\x89PNG\r\n\x1a\n0", "is a picture"), (b"PK\x03\x04x", "damaged")],
)
def test_what_is_no_list_is_refused_beside_the_field(desk, data, said):
    given = {"kind": "mentors", "programme": a_programme().pk, "file": SimpleUploadedFile("x.xlsx", data)}

    answer = desk.post("/desk/imports/", given)

    assert answer.status_code == 200 and said in answer.content.decode()
    assert not Upload.objects.exists()


def test_the_list_of_somebody_else_is_not_there(desk):
    upload = uploaded(desk, a_list(somebody()))
    colleague = signed_in(a_coordinator(another_division(), "Nina Bo"))

    for part in ("", "rest/"):
        assert colleague.get(f"/desk/imports/{upload.pk}/{part}").status_code == 404
    for part in ("now/", "columns/", "rows/2/", "remove/"):
        assert colleague.post(f"/desk/imports/{upload.pk}/{part}").status_code == 404
    assert "liste.csv" not in page(colleague, "/desk/imports/")


def test_administrators_and_visitors_do_not_import():
    assert signed_in(an_administrator()).get("/desk/imports/").status_code == 403
    assert Client().get("/desk/imports/").status_code == 302


JUNK = ["", "\x00", "x" * 5_000, "-1", "9" * 30, "同:1", "same:999999", "another", "\u202e", "[]"]


@pytest.mark.parametrize("value", JUNK)
def test_junk_is_never_an_error_of_ours(desk, value):
    upload = uploaded(desk, a_list(somebody(Stilling="Forsker"), somebody(Navn="")))
    base = f"/desk/imports/{upload.pk}/"
    names = ("doubt", "choice", "alike", "name", "email", "phone", "postcode")
    given = dict.fromkeys(names, value)
    for part in ("rows/2/", "rows/3/", "rows/99/", f"rows/{2**40}/", "columns/", "now/"):
        for more in (
            {},
            {"type": "1"},
            {"only": "1"},
            dict.fromkeys((f"column{n}" for n in range(6)), value),
        ):
            assert desk.post(base + part, given | more).status_code < 500
    assert desk.post("/desk/imports/", {"kind": value, "programme": value, "file": value}).status_code < 500
    assert desk.get(base, {"page": value, "show": value}).status_code < 500
    assert desk.get(f"/desk/imports/{2**70}/").status_code == 404


def test_a_list_can_be_forgotten(desk):
    upload = uploaded(desk, a_list(somebody()))

    desk.post(f"/desk/imports/{upload.pk}/remove/")

    assert not Upload.objects.exists() and "No list yet" in page(desk, "/desk/imports/")
