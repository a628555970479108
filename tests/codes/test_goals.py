from mentorbank.codes import goals


def codes(words):
    return [reading.value for reading in goals.read(words)]


def test_there_are_twelve_areas():
    assert len(goals.AREAS) == len(set(goals.AREAS)) == 12


def test_a_list_of_the_pilot_is_read_and_cv_stays_with_its_application():
    assert codes("ansøgning og cv, egen virksomhed, job, praktik") == [
        "job_search",
        "own_business",
        "internship",
    ]
    assert codes("Netværk og bedre dansk; politik") == ["own_network", "danish", "politics"]


def test_english_and_norwegian_words_are_known():
    assert codes("job interview, networking, further education") == ["job_interview", "own_network", "study"]
    assert codes("jobbsøknad, godkjenning") == ["job_search", "authorisation"]


def test_a_name_of_an_area_is_read_as_that_area_in_every_language():
    for area in goals.AREAS:
        for lang in ("da", "en", "nb", "ar"):
            assert codes(goals.label(area, lang)) == [area], goals.label(area, lang)


def test_what_cannot_be_read_stays_in_the_list():
    readings = goals.read("praktik, svømning")

    assert [(reading.written, reading.value) for reading in readings] == [
        ("praktik", "internship"),
        ("svømning", None),
    ]


def test_the_six_questions_lead_to_areas_as_the_domain_says():
    assert len(goals.QUESTIONS) == 6
    assert goals.areas_of({"no_network", "same_profession"}) == ("own_network",)
    assert goals.areas_of({"job_or_study", "talk_danish"}) == ("job_search", "study", "danish")
    assert goals.areas_of({"new_here"}) == ()
