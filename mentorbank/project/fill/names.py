"""Invented names of many origins. None belongs to anybody we know."""

from random import Random

#: Where a newcomer may come from, with her mother tongue, first names and family names.
ORIGINS: dict[str, tuple[str, list[str], list[str]]] = {
    "SY": (
        "ar",
        ["Amal", "Rania", "Hala", "Lina", "Nour", "Salma", "Dima"],
        ["Haddad", "Khoury", "Sabbagh", "Darwish"],
    ),
    "IR": (
        "fa",
        ["Shirin", "Maryam", "Nasrin", "Parisa", "Leila", "Azadeh"],
        ["Karimi", "Hosseini", "Rahimi", "Tehrani"],
    ),
    "AF": ("prs", ["Fatima", "Zahra", "Laila", "Mina", "Freshta"], ["Rahimi", "Noori", "Ahmadi", "Popal"]),
    "SO": ("so", ["Hodan", "Sagal", "Ifrah", "Ayaan", "Deqa"], ["Warsame", "Abdi", "Farah", "Jama"]),
    "ER": ("ti", ["Selam", "Tigist", "Rahwa", "Semhar", "Luwam"], ["Tesfaye", "Woldu", "Gebre", "Kidane"]),
    "UA": ("uk", ["Olena", "Iryna", "Oksana", "Daria", "Kateryna"], ["Novak", "Shevchuk", "Bondar", "Koval"]),
    "PL": ("pl", ["Ewa", "Agnieszka", "Joanna", "Magda"], ["Kowalska", "Wójcik", "Zielińska", "Mazur"]),
    "TR": ("tr", ["Ayşe", "Elif", "Zeynep", "Derya"], ["Yılmaz", "Kaya", "Demir", "Öztürk"]),
    "VN": ("vi", ["Linh", "Mai", "Hương", "Thảo"], ["Nguyễn", "Trần", "Phạm", "Lê"]),
    "CN": ("zh", ["Mei", "Xiu", "Lan", "Hui"], ["Wang", "Zhang", "Liu", "Chen"]),
    "BR": ("pt", ["Camila", "Beatriz", "Luana", "Renata"], ["Souza", "Ribeiro", "Carvalho", "Lima"]),
    "PK": ("ur", ["Hanan", "Sana", "Amina", "Bushra"], ["Malik", "Qureshi", "Hussain", "Chaudhry"]),
    "IQ": ("ku", ["Rojin", "Shilan", "Berivan", "Zîn"], ["Barzani", "Amedi", "Karwan", "Hawrami"]),
    "IN": ("hi", ["Priya", "Anjali", "Kavita", "Meera"], ["Sharma", "Patel", "Nair", "Iyer"]),
    "ET": ("am", ["Hanna", "Meron", "Bethlehem", "Saba"], ["Bekele", "Alemu", "Tadesse", "Haile"]),
}
DANISH = """
    Kirsten Hanne Bente Lise Jette Birgit Anne Lone Pia Inger Susanne Marianne Helle Åse Karen Tine Rikke
    Maja     Louise Charlotte Camilla Sofie Ida Signe Dorthe Gitte Ulla Vibeke Astrid Øllegaard
""".split()  # noqa: SIM905
FAMILIES = """
    Holm Bach Mørk Dahl Ravn Lund Toft Krog Østergaard Søndergård Vestergaard Møller Skov Bæk Kjær Aagaard Friis
    Thomsen Nørgaard Bruun Winther Juhl Damgaard Sørensen Bjerre
""".split()  # noqa: SIM905


def newcomer(chance: Random) -> tuple[str, str, str]:
    """A name with its country and mother tongue (ISO codes)."""
    country = chance.choice(sorted(ORIGINS))
    language, first, family = ORIGINS[country]
    return f"{chance.choice(first)} {chance.choice(family)}", country, language


def volunteer(chance: Random) -> str:
    """A name as many mentors have."""
    middle = f" {chance.choice(FAMILIES)}" if chance.random() < 0.3 else ""
    return f"{chance.choice(DANISH)}{middle} {chance.choice(FAMILIES)}"
