"""One invented person at a time: profile, languages, wishes."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from .names import newcomer, volunteer

#: Division code → postcodes its people live in, and how many of all people live there.
HOMES: dict[str, tuple[list[str], int]] = {
    "copenhagen": (["2100", "2200", "2300", "2500"], 40),
    "aarhus": (["8000", "8220", "8240", "8260"], 25),
    "vollsmose": (["5000", "5220", "5240"], 15),
    "esbjerg": (["6700", "6715", "6800"], 12),
    "tingbjerg": (["2700"], 8),
}
#: Profession and the education that leads to it, as people write them.
WORK = [
    ("Sygeplejerske", "Sygepleje"),
    ("Læge", "Medicin"),
    ("Tandlæge", "Odontologi"),
    ("Bioanalytiker", "Bioanalyse"),
    ("Farmaceut", "Farmaci"),
    ("Softwareudvikler", "Datalogi"),
    ("Dataanalytiker", "Statistik"),
    ("Bygningsingeniør", "Byggeri og anlæg"),
    ("Maskiningeniør", "Maskinteknik"),
    ("Arkitekt", "Arkitektur"),
    ("Revisor", "Revision (cand.merc.aud.)"),
    ("Bogholder", "Regnskab"),
    ("Økonom", "Økonomi"),
    ("Jurist", "Jura"),
    ("Journalist", "Journalistik"),
    ("Pædagog", "Pædagogik"),
    ("Folkeskolelærer", "Læreruddannelsen"),
    ("Socialrådgiver", "Socialrådgivning"),
    ("Grafisk designer", "Design"),
    ("Kok", "Kok"),
    ("Psykolog", "Psykologi"),
    ("Social- og sundhedsassistent", "SOSU"),
]
OFFERS = ["own_network", "job_search", "job_interview", "workplace_culture", "internship", "authorisation"]
OFFERS += ["study", "danish", "society", "own_business", "politics", "possible_jobs"]
EMPLOYERS = ["Regionshospitalet", "Kommunen", "Nordlys A/S", "Havnen", "Universitetet", "selvstændig"]
GOALS = {
    "own_network": ("Kende fem mennesker i mit fag", 5),
    "job_search": ("Sende ti gode ansøgninger", 10),
    "job_interview": ("Føle mig tryg til en jobsamtale", None),
    "internship": ("Finde en praktikplads", None),
    "authorisation": ("Få min danske autorisation", None),
    "study": ("Vælge en uddannelse", None),
    "danish": ("Tale dansk på arbejdet", None),
    "society": ("Forstå hvordan systemet virker", None),
}
TICKS = ["new_here", "no_network", "how_society_works", "job_or_study", "talk_danish", "same_profession"]
TIMES = ["day", "evening", "weekend"]
LEVELS = ["A1", "A2", "A2", "B1", "B1", "B2"]


@dataclass(frozen=True)
class Walk:
    """A drawn person as the sign-up would give her."""

    division: str
    words: str
    person: dict[str, Any]
    profile: dict[str, Any]
    languages: list[dict[str, str]]
    target: str = ""
    places: int = 1
    ticks: list[str] = field(default_factory=list)
    wishes: list[dict[str, str]] = field(default_factory=list)

    def contract_goals(self, chance: Random, starts_on: date, months: int) -> list[dict[str, Any]]:
        """One to three goals among those the person came with."""
        areas = [area for area in self.profile["goals"] if area in GOALS] or ["job_search"]
        chosen = chance.sample(areas, min(len(areas), chance.randint(1, 3)))
        due_on = starts_on + timedelta(days=30 * months - 20)
        return [
            {
                "area": area,
                "text": GOALS[area][0],
                "target": GOALS[area][1],
                "start": chance.randint(0, 3),
                "due_on": due_on,
            }
            for area in chosen
        ]


def a_mentor(chance: Random, key: int) -> Walk:
    """A volunteer with a profession, offers and one to three places."""
    division, postcode = _home(chance)
    words, education = chance.choice(WORK)
    languages = [{"language": "da", "spoken": "native"}, {"language": "en", "spoken": "C1"}]
    if chance.random() < 0.22:
        languages.append({"language": chance.choice(["ar", "fa", "so", "uk", "tr", "pl"]), "spoken": "B2"})
    return Walk(
        division=division,
        words=words,
        person=_person(chance, volunteer(chance), f"mentor{key}", postcode, "da"),
        profile={
            "occupation_words": words,
            "education_words": education,
            "employer": chance.choice(EMPLOYERS),
            "years": chance.randint(2, 35),
            "offers": sorted(chance.sample(OFFERS, chance.randint(2, 5))),
            "times": sorted(chance.sample(TIMES, chance.randint(1, 3))),
            "note": "Jeg vil gerne dele mit netværk." if chance.random() < 0.5 else "",
        },
        languages=languages,
        places=chance.choices([1, 2, 3], [70, 24, 6])[0],
    )


def a_mentee(chance: Random, key: int, year: int) -> Walk:
    """A newcomer with a profession, a mother tongue, some Danish and wishes."""
    division, postcode = _home(chance)
    words, education = chance.choice(WORK)
    target = words if chance.random() < 0.7 else chance.choice(WORK)[0]
    name, country, mother_tongue = newcomer(chance)
    spoken = [
        {"language": mother_tongue, "spoken": "native"},
        {"language": "da", "spoken": chance.choice(LEVELS)},
    ]
    if chance.random() < 0.6:
        spoken.append({"language": "en", "spoken": "B2"})
    writes = "ar" if mother_tongue == "ar" else chance.choice(["da", "en"])
    ticks = sorted(chance.sample(TICKS, chance.randint(1, 4)), key=TICKS.index)
    return Walk(
        division=division,
        words=words,
        target=target,
        person=_person(chance, name, f"mentee{key}", postcode, writes),
        profile={
            "occupation_words": words,
            "target_words": target,
            "education_words": education,
            "goals": sorted(chance.sample(list(GOALS), chance.randint(1, 4))),
            "times": sorted(chance.sample(TIMES, chance.randint(1, 2))),
            "origin": country,
            "arrival_year": chance.randint(year - 12, year),
            "note": "Jeg vil gerne høre, hvordan du arbejder her." if chance.random() < 0.5 else "",
        },
        languages=spoken,
        ticks=ticks,
        wishes=_wishes(chance, mother_tongue),
    )


def _home(chance: Random) -> tuple[str, str]:
    codes = list(HOMES)
    division = chance.choices(codes, [HOMES[code][1] for code in codes])[0]
    return division, chance.choice(HOMES[division][0])


def _person(chance: Random, name: str, handle: str, postcode: str, language: str) -> dict[str, Any]:
    """By phone alone one in five, otherwise by e-mail; addresses nobody owns."""
    fields = {"name": name, "postcode": postcode, "language": language, "gender": "woman"}
    number = int(handle[6:]) + (500_000 if handle.startswith("mentee") else 0)
    if chance.random() < 0.2:
        return fields | {"phone": f"+4520{number:06d}", "channel": "sms"}
    return fields | {"email": f"{handle}@example.org", "channel": "email"}


def _wishes(chance: Random, mother_tongue: str) -> list[dict[str, str]]:
    wishes = []
    if chance.random() < 0.35:
        wishes.append({"kind": "same_profession", "value": "", "strength": "wish"})
    if chance.random() < 0.25:
        wishes.append({"kind": "language", "value": mother_tongue, "strength": "wish"})
    return wishes
