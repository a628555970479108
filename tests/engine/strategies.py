"""Random mentees, mentors and recipes, small enough to meet often."""

from hypothesis import strategies as st

from mentorbank.engine import Mentee, Mentor, Recipe, Wish
from mentorbank.engine.recipe import CRITERIA

OCCUPATIONS = st.sampled_from(
    [None, "2211", "2212", "2221", "3221", "2261", "3251", "226", "22", "0110", "5120", "9112"]
)
FIELDS = st.sampled_from([None, "0911", "0912", "091", "09", "0921", "0311", "1013"])
LEVELS = st.sampled_from([None, 0, 3, 5, 6, 7, 8])
SPOKEN = st.dictionaries(
    st.sampled_from(["ar", "da", "en", "ti"]), st.sampled_from([None, "A1", "B1", "C1", "native"])
)
PLACES = st.sampled_from([None, (55.68, 12.57), (55.40, 10.39), (56.15, 10.20), (55.70, 12.50)])
DIVISIONS = st.sampled_from([None, 1, 2])
TOWNS = st.sampled_from([None, "Odense", "Aarhus"])
TIMES = st.frozensets(st.sampled_from(["day", "evening", "weekend"]))
AREAS = st.frozensets(st.sampled_from(["study", "danish", "politics", "job_search"]))
WISHES = st.lists(
    st.one_of(
        st.builds(
            Wish, st.just("language"), st.sampled_from(["ar", "da"]), st.sampled_from(["must", "wish"])
        ),
        st.builds(
            Wish, st.just("within_km"), st.sampled_from([10, 150.5]), st.sampled_from(["must", "wish"])
        ),
        st.builds(Wish, st.just("municipality"), st.just("Odense"), st.sampled_from(["must", "wish"])),
        st.builds(
            Wish,
            st.sampled_from(["same_profession", "same_division"]),
            st.none(),
            st.sampled_from(["must", "wish"]),
        ),
    ),
    max_size=2,
).map(tuple)

MENTEES = st.builds(
    Mentee,
    id=st.just("mentee"),
    origin=OCCUPATIONS,
    target=OCCUPATIONS,
    field=FIELDS,
    level=LEVELS,
    languages=SPOKEN,
    place=PLACES,
    division=DIVISIONS,
    municipality=TOWNS,
    times=TIMES,
    goals=AREAS,
    wishes=WISHES,
)
MENTORS = st.lists(
    st.builds(
        Mentor,
        id=st.uuids(),
        occupation=OCCUPATIONS,
        field=FIELDS,
        level=LEVELS,
        languages=SPOKEN,
        place=PLACES,
        division=DIVISIONS,
        municipality=TOWNS,
        times=TIMES,
        offers=AREAS,
        places=st.sampled_from([0, 1, 1, 2]),
        travel_km=st.sampled_from([None, 5, 200]),
        online=st.sampled_from([None, True, False]),
        wishes=WISHES,
    ),
    max_size=12,
)


@st.composite
def recipes(draw):
    """Any split of the 10,000 points, zeros among them."""
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=5, max_size=5)))
    parts = [high - low for low, high in zip([0, *cuts], [*cuts, 10_000], strict=True)]
    return Recipe(points=dict(zip(CRITERIA, parts, strict=True)))
