"""What is broken on purpose in the copy: text added to a file, and what is then said."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Break:
    rule: str
    path: str
    text: str
    says: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.says}"


NETWORK, PAGES = "mentorbank/network/", "mentorbank/pages/"
ARROWS = "imports follow the arrows"
WEB = "the network room does not know the web"
STYLE = "templates carry no style, script or handler"
ELSEWHERE = "pages load nothing from elsewhere"
WRITES = "writes stand only in actions, migrations and fill"
ACTIONS = "every action says what it does and takes names"
SMALL = "functions and files stay small"
NAMES = "no drawer for odds and ends"
SAID = "packages and the engine explain themselves"
LIGHT = "styles and script stay light"
ODD_PAGE = PAGES + "mine/templates/mine/odd.html"
STYLES = PAGES + "parts/static/parts/odd.css"
NOISE = Random(1).randbytes(30_000).hex()


def importing(line: str) -> str:
    """An import inside a function: the arrows see it, and Django still starts."""
    return f"\n\ndef _odd():\n    {line}\n"


BREAKS = [
    Break(
        ARROWS,
        NETWORK + "base/spans.py",
        importing("from mentorbank.pages.parts import apps"),
        "mentorbank.network.base.spans -> mentorbank.pages.parts",
    ),
    Break(
        ARROWS,
        "mentorbank/codes/folding.py",
        importing("from mentorbank.files import sheets"),
        "mentorbank.codes.folding -> mentorbank.files",
    ),
    Break(ARROWS, "mentorbank/attic/__init__.py", "", "attic"),
    Break(
        ARROWS,
        NETWORK + "organisation/models.py",
        importing("from mentorbank.network.matching import models"),
        "mentorbank.network.organisation.models -> mentorbank.network.matching.models",
    ),
    Break(ARROWS, NETWORK + "attic/__init__.py", '"""Odd."""\n', "mentorbank.network.attic"),
    Break(
        ARROWS,
        PAGES + "mine/apps.py",
        importing("from mentorbank.pages.desk import apps"),
        "mentorbank.pages.mine.apps -> mentorbank.pages.desk",
    ),
    Break(
        ARROWS,
        NETWORK + "people/states.py",
        importing("from mentorbank.network.people import models"),
        "mentorbank.network.people.states -> mentorbank.network.people.models",
    ),
    Break(ARROWS, NETWORK + "signals/oddments.py", '"""Odd."""\n', "mentorbank.network.signals.oddments"),
    Break(
        ARROWS,
        NETWORK + "outcomes/rules.py",
        importing("from mentorbank.network.signals import actions"),
        "mentorbank.network.outcomes.rules -> mentorbank.network.signals.actions",
    ),
    Break(
        ARROWS,
        "mentorbank/engine/recipe.py",
        importing("import django"),
        "mentorbank.engine.recipe -> django",
    ),
    Break(
        ARROWS,
        PAGES + "desk/apps.py",
        importing("from mentorbank.engine import recipe"),
        "mentorbank.pages.desk.apps -> mentorbank.engine",
    ),
    Break(
        WEB, NETWORK + "letters/states.py", importing("from django.http import HttpResponse"), "django.http"
    ),
    Break(
        WEB,
        NETWORK + "journal/rules.py",
        importing("from django.shortcuts import redirect"),
        "django.shortcuts",
    ),
    Break(
        WEB,
        NETWORK + "signals/rules.py",
        importing("from django.dispatch import receiver"),
        "django.dispatch",
    ),
    Break(
        WEB,
        NETWORK + "intake/rules.py",
        importing("from django.db.models.signals import post_save"),
        "django.db.models.signals",
    ),
    Break(
        WEB,
        NETWORK + "organisation/rules.py",
        importing("from django.contrib import messages"),
        "django.contrib.messages",
    ),
    Break(
        WEB,
        NETWORK + "outcomes/actions.py",
        "\n\nfrom django.apps import apps\n\n\ndef _odd():\n    apps.get_model('people', 'Person')\n",
        "get_model",
    ),
    Break(WEB, NETWORK + "people/loose/thing.py", "", "INP001"),
    Break(
        "a key points to the same or an earlier step",
        NETWORK + "organisation/models.py",
        "\n\nclass OddAhead(models.Model):\n"
        '    recipe = models.ForeignKey("matching.Recipe", models.CASCADE, related_name="+")\n',
        "organisation.OddAhead.recipe points from organisation ahead to matching",
    ),
    Break(
        "a key across steps has no way back",
        NETWORK + "journal/models.py",
        '\n\nclass OddBack(models.Model):\n    who = models.ForeignKey("people.Person", models.CASCADE)\n',
        "journal.OddBack.who",
    ),
    Break(
        "migrations are up to date",
        NETWORK + "signals/models.py",
        "\n\nclass OddNoun(models.Model):\n    word = models.TextField()\n",
        "signals: Create model OddNoun",
    ),
    Break(
        "every route has a row in the policy",
        PAGES + "front/urls.py",
        "\nfrom django.urls import path as odd_path\n"
        'urlpatterns = [*urlpatterns, odd_path("odd/", lambda request: None, name="odd")]\n',
        "front:odd",
    ),
    Break(
        "templates name routes that exist",
        ODD_PAGE,
        '<a href="{% url "mine:nowhere" %}">odd</a>\n',
        "mine:nowhere",
    ),
    Break(
        "templates name routes that exist",
        PAGES + "mine/apps.py",
        '\n\ndef _away():\n    redirect("mine:no_such_place")\n',
        "mine:no_such_place",
    ),
    Break(WRITES, PAGES + "mine/apps.py", "\n\ndef _odd_save(thing):\n    thing.save()\n", "thing.save()"),
    Break(
        WRITES,
        NETWORK + "people/queries.py",
        "\n\ndef _odd_create(noun):\n    noun.objects.create(name='odd')\n",
        "noun.objects.create()",
    ),
    Break(
        WRITES,
        NETWORK + "signals/queries.py",
        "\n\ndef _odd_update(rows):\n    rows.filter(a=1).update(a=2)\n",
        "update()",
    ),
    Break(
        WRITES,
        NETWORK + "journal/queries.py",
        "\n\ndef _odd_delete(row):\n    row.delete()\n",
        "row.delete()",
    ),
    Break(
        WRITES,
        "mentorbank/project/wsgi.py",
        "\n\ndef _odd(rows, new):\n    rows.bulk_create(new)\n",
        "rows.bulk_create()",
    ),
    Break(
        "models do not override saving",
        NETWORK + "signals/models.py",
        "\n\nclass OddSaver(models.Model):\n    class Meta:\n        abstract = True\n\n"
        "    def save(self, *args, **kwargs):\n        super().save(*args, **kwargs)\n",
        "OddSaver.save",
    ),
    Break(
        "only jobs read the clock",
        NETWORK + "people/rules.py",
        "\n\ndef _odd_clock(timezone):\n    return timezone.now()\n",
        "people/rules.py",
    ),
    Break(
        "every job named for later exists",
        NETWORK + "intake/rules.py",
        '\n\ndef _odd_later(later):\n    later("letters.no_such_job", 1)\n',
        "letters.no_such_job",
    ),
    Break(
        "every job named for later exists",
        NETWORK + "intake/rules.py",
        "\n\ndef _odd_named(later, name):\n    later(name, 1)\n",
        "written out",
    ),
    Break(
        "every job named for later exists",
        "mentorbank/project/scheduler.py",
        '\n\n_ODD = Job("letters.no_such_tick", minutes=1)\n',
        "letters.no_such_tick",
    ),
    Break(
        ACTIONS,
        NETWORK + "signals/actions.py",
        "\n\ndef odd_by_place(person, mentor, *, now):\n    '''Odd.'''\n",
        "odd_by_place takes arguments by place",
    ),
    Break(
        ACTIONS,
        NETWORK + "signals/actions.py",
        "\n\ndef odd_and_silent(*, person, now):\n    return person\n",
        "odd_and_silent does not say",
    ),
    Break(
        "pages read through visible_to",
        PAGES + "mine/apps.py",
        "\n\ndef _odd_rows(Person):\n    return Person.objects.filter(pk=1)\n",
        "Person.objects is not followed",
    ),
    Break(SAID, "mentorbank/attic/__init__.py", "", "attic/__init__.py does not say"),
    Break(
        SAID,
        "mentorbank/engine/recipe.py",
        "\n\ndef odd_points():\n    return 1\n",
        "odd_points has no docstring",
    ),
    Break(NAMES, PAGES + "mine/utils.py", '"""Odd."""\n', "is named utils"),
    Break(NAMES, PAGES + "mine/oddity.py", "\n\nclass LetterService:\n    pass\n", "LetterService"),
    Break(NAMES, PAGES + "mine/oddity.py", "\n\ndef process_letter():\n    pass\n", "process_letter"),
    Break(SMALL, PAGES + "mine/long_function.py", "def long():\n" + "    x = 1\n" * 50, "long has 51 lines"),
    Break(SMALL, PAGES + "mine/long_file.py", "x = 1\n" * 401, "has 401 lines"),
    Break(STYLE, ODD_PAGE, '<p style="color: red">odd</p>\n', "a style attribute"),
    Break(STYLE, ODD_PAGE, '<p onclick="odd()">odd</p>\n', "a handler attribute"),
    Break(STYLE, ODD_PAGE, '<a href="javascript:odd()">odd</a>\n', "a javascript: address"),
    Break(STYLE, ODD_PAGE, "<script>odd()</script>\n", "a script without a file"),
    Break(STYLE, ODD_PAGE, "<style>p { color: red }</style>\n", "a style element"),
    Break(STYLE, ODD_PAGE, '<p hx-on:click="odd()">odd</p>\n', "htmx code in an attribute"),
    Break(ELSEWHERE, ODD_PAGE, '<script src="https://cdn.example/odd.js"></script>\n', "cdn.example/odd.js"),
    Break(ELSEWHERE, ODD_PAGE, '<img alt="" src="//pictures.example/odd.png">\n', "pictures.example/odd.png"),
    Break(ELSEWHERE, ODD_PAGE, '<form action="http://forms.example/"></form>\n', "forms.example"),
    Break("styles work from right to left", STYLES, "p { margin-left: 1rem }\n", "margin-left"),
    Break("styles work from right to left", STYLES, "p { text-align: right }\n", "text-align: right"),
    Break("styles work from right to left", STYLES, "p { left: 0 }\n", "left:"),
    Break(LIGHT, STYLES, f"/* {NOISE} */\n", "our styles weigh"),
    Break(LIGHT, PAGES + "parts/static/parts/odd.js", "odd();\n" * 800, "our script weighs"),
    Break(
        "catalogues are complete",
        ODD_PAGE,
        '{% load i18n %}{% translate "Nobody translated this" %}\n',
        "Nobody translated this",
    ),
    Break(
        "nothing names a workplace",
        "docs/odd.md",
        "Found in /{}/main/docs.\n".format("work"),
        "docs/odd.md:1",
    ),
    Break("documents point to what exists", "docs/odd.md", "See [there](nowhere.md).\n", "nowhere.md"),
]
