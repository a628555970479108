"""Recording interviews and screenings at the desk."""

import pytest

from mentorbank.network.letters.models import Letter
from mentorbank.network.people.models import Mentee, Mentor
from tests.builders import a_mentee, a_volunteer, an_applicant

pytestmark = pytest.mark.django_db
NO_WISHES = {"wishes-TOTAL_FORMS": "0", "wishes-INITIAL_FORMS": "0"}
READY = {
    "held_on": "2026-11-20",
    "occupation_words": "Tandlæge",
    "education_words": "",
    "languages": "arabisk modersmål, engelsk B2",
    "goals": ["authorisation", "danish"],
    "times": ["evening"],
    "facts": "Had a clinic",
    "decision": "ready",
    **NO_WISHES,
}


def address(one) -> str:
    return f"/desk/{'mentees' if isinstance(one, Mentee) else 'mentors'}/{one.pk}"


def test_an_interview_makes_the_mentee_ready_and_leads_to_her_shortlist(desk):
    mentee = an_applicant()
    answer = desk.post(f"{address(mentee)}/interview/", READY)

    assert answer.headers["Location"] == f"{address(mentee)}/shortlist/"
    mentee.refresh_from_db()
    assert (mentee.state, mentee.occupation, mentee.goals) == ("ready", "2261", ["authorisation", "danish"])
    skills = list(mentee.person.languages.values_list("language", "spoken"))
    assert skills == [("ar", "native"), ("en", "B2")]
    assert Letter.objects.filter(kind="mentee-ready", to=mentee.person).exists()


def test_wishes_are_read_from_words_and_kept_with_their_strength(desk):
    mentee = an_applicant()
    rows = [("gender:woman", "", "must"), ("municipality", "Århus", "must"), ("within_km", "20 km", "wish")]
    wishes = {"wishes-TOTAL_FORMS": "3", "wishes-INITIAL_FORMS": "0"}
    for at, (kind, value, strength) in enumerate(rows):
        wishes |= {f"wishes-{at}-kind": kind, f"wishes-{at}-value": value, f"wishes-{at}-strength": strength}
    desk.post(f"{address(mentee)}/interview/", READY | wishes)

    kept = set(mentee.wishes.values_list("kind", "value", "strength"))
    assert kept == {("gender", "woman", "must"), ("municipality", "751", "must"), ("within_km", "20", "wish")}


def test_wishes_come_back_as_they_were_and_saving_them_again_changes_nothing(desk):
    wish = [{"kind": "language", "value": "ar", "strength": "must"}]
    mentee = a_mentee(wishes=wish)
    shown = desk.get(f"{address(mentee)}/interview/").context["wishes"].initial

    assert shown == [{"kind": "language", "value": "Arabic", "strength": "must"}]
    rows = {f"wishes-0-{name}": value for name, value in shown[0].items()}
    desk.post(
        f"{address(mentee)}/interview/",
        READY | {"wishes-TOTAL_FORMS": "1", "wishes-INITIAL_FORMS": "1"} | rows,
    )
    assert list(mentee.wishes.values_list("kind", "value", "strength")) == [("language", "ar", "must")]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"decision": "not_now"}, "Write the reason for this decision."),
        ({"decision": ""}, "This field is required."),
        ({"held_on": "2026-11-30"}, "Choose a day that has been, or today."),
        ({"held_on": "yesterday"}, "Choose a day in the calendar"),
        ({"languages": "klingonsk"}, "We do not know the language"),
        (
            {"wishes-TOTAL_FORMS": "1", "wishes-0-kind": "within_km", "wishes-0-value": "far"},
            "Write kilometres",
        ),
        (
            {"wishes-TOTAL_FORMS": "1", "wishes-0-kind": "municipality", "wishes-0-value": "Atlantis"},
            "municipality",
        ),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_stays(desk, wrong, sentence):
    mentee = an_applicant()
    answer = desk.post(f"{address(mentee)}/interview/", READY | wrong)

    assert answer.status_code == 200
    assert sentence in answer.text
    assert "Had a clinic" in answer.text
    mentee.refresh_from_db()
    assert mentee.state == "registered"


def test_words_that_can_mean_several_occupations_are_asked_about(desk):
    mentee = an_applicant()
    asked = desk.post(f"{address(mentee)}/interview/", READY | {"occupation_words": "ingeniør"})

    codes = [code for code, _label in asked.context["form"].fields["occupation"].choices]
    assert "can mean several things" in asked.text
    assert len(codes) > 2
    chosen = READY | {"occupation_words": "ingeniør", "occupation": codes[0]}
    assert desk.post(f"{address(mentee)}/interview/", chosen).status_code == 302
    mentee.refresh_from_db()
    assert mentee.occupation == codes[0]


def test_a_talk_brings_a_volunteer_into_the_bank(desk):
    mentor = a_volunteer()
    told = {"held_on": "2026-11-20", "places": "2", "decision": "approve", "offers": ["danish"], **NO_WISHES}
    refused = desk.post(f"{address(mentor)}/screening/", told)
    assert "A mentor promises confidentiality before the first match." in refused.text

    desk.post(f"{address(mentor)}/screening/", told | {"promised_confidentiality": "on"})
    mentor = Mentor.objects.get(pk=mentor.pk)
    assert (mentor.state, mentor.places.filter(closed=False).count()) == ("in_bank", 2)


def test_pausing_and_resuming_keeps_the_place_in_the_list(desk):
    mentee = a_mentee()
    desk.post(f"{address(mentee)}/state/", {"move": "pause", "reason": "travels"})
    assert "Nobody waits here" in desk.get("/desk/mentees/waiting/").text

    desk.post(f"{address(mentee)}/state/", {"move": "resume"})
    assert mentee.person.name in desk.get("/desk/mentees/waiting/").text
    assert desk.post(f"{address(mentee)}/state/", {"move": "vanish"}).status_code == 404
