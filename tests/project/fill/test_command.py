import pytest

from mentorbank.network.people.models import Mentee, Mentor
from mentorbank.project.fill.command import main

pytestmark = pytest.mark.django_db


def test_fill_makes_as_many_people_as_asked_for(capsys):
    assert main(["--people", "40", "--years", "0.5", "--seed", "3"]) == 0

    assert Mentor.objects.count() + Mentee.objects.count() == 40
    assert "40 people" in capsys.readouterr().out


def test_fill_leaves_a_network_with_people_alone(capsys):
    main(["--people", "10"])

    assert main(["--people", "10"]) == 2
    assert "already" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--people", "5"], ["--years", "0"], ["--people", "many"]])
def test_fill_says_what_it_takes(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)

    assert left.value.code == 2
    assert "--people" in capsys.readouterr().err
