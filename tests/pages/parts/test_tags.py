"""The components, one by one."""

import re
from collections.abc import Iterator

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from mentorbank.files.pictures import Bar, bars_across
from mentorbank.pages.parts.drawings import ICONS


def drawn(text: str, path: str = "/", **context: object) -> str:
    request = RequestFactory().get(path)
    html = Template("{% load parts %}" + text).render(Context({"request": request, **context}))
    return re.sub(r"\s+", " ", html).strip()


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


class ContactForm(forms.Form):
    email = forms.EmailField(label="E-mail", help_text="We write to you here.")
    wishes = forms.MultipleChoiceField(
        label="Wishes", choices=[("a", "A job"), ("b", "Friends")], widget=forms.CheckboxSelectMultiple
    )
    phone = forms.CharField(label="Phone", required=False)


def test_a_name_keeps_its_own_direction_and_cannot_carry_markup():
    assert drawn("{{ name|person }}", name="<b>أمل</b>") == "<bdi>&lt;b&gt;أمل&lt;/b&gt;</bdi>"


def test_a_phone_number_is_read_from_left_to_right_and_can_be_called():
    html = drawn("{{ number|phone }}", number="+45 86 12 34 56")
    assert 'href="tel:+4586123456"' in html
    assert '<bdi dir="ltr">+45 86 12 34 56</bdi>' in html


def test_own_words_carry_their_language_and_direction():
    with translation.override("da"):
        assert drawn("{% words 'نعم' 'ar' %}") == '<span lang="ar" dir="rtl">نعم</span>'
        assert drawn("{% words 'ja' 'da' %}") == "ja"
        assert drawn("{% words 'haa' %}") == '<span dir="auto">haa</span>'


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_a_drawing_that_screen_readers_pass_over(name: str):
    html = drawn("{% icon name %}", name=name)
    assert html.startswith("<svg")
    assert 'aria-hidden="true"' in html


def test_an_unknown_icon_is_noticed_at_once():
    with pytest.raises(KeyError):
        drawn("{% icon 'unicorn' %}")


@pytest.mark.parametrize(
    ("name", "letters"), [("Amal Haddad", "AH"), ("Åse", "Å"), ("Maria del Carmen Ruiz", "MR"), ("", "")]
)
def test_a_person_is_shown_by_two_letters(name: str, letters: str):
    assert f">{letters}</span>" in drawn("{% avatar name %}", name=name)


def test_a_card_names_itself_and_counts():
    html = drawn("{% card 'At risk' count=3 count_kind='late' %}<p>x</p>{% endcard %}")
    assert "<h2>At risk</h2>" in html
    assert '<span class="count late">3</span>' in html
    assert "<p>x</p>" in html


def test_a_card_counts_nobody_too():
    assert '<span class="count look">0</span>' in drawn("{% card 'At risk' count=0 %}x{% endcard %}")


def test_a_row_that_changes_something_sends_a_protected_form():
    html = drawn("{% row who='Jo' action='Call' url='/call/' post=True %}", csrf_token="secret")
    assert '<form method="post" action="/call/">' in html
    assert 'value="secret"' in html
    assert "<a " not in html


def test_a_row_that_only_leads_somewhere_is_a_link_that_says_whom_it_is_about():
    html = drawn("{% row who=who action='Look' url='/jo/' %}", who="Jo <i>")
    assert 'href="/jo/"' in html
    assert '<span class="visually-hidden">: <bdi>Jo &lt;i&gt;</bdi></span>' in html


def test_a_meter_shows_what_was_there_and_what_was_gained():
    html = drawn("{% meter 'Danish' 7 10 start=4 %}")
    assert 'class="bar-now " width="70"' in html
    assert 'class="bar-start" width="40"' in html
    assert "<strong>7 of 10</strong>" in html


def test_bars_are_written_with_a_full_stop_in_every_language():
    with translation.override("da"):
        assert 'width="33.33"' in drawn("{% meter 'x' 1 3 %}")


@pytest.mark.parametrize(("value", "of", "width"), [(15, 10, "100"), (-1, 10, "0"), (3, 0, "0")])
def test_a_bar_never_leaves_its_track(value: int, of: int, width: str):
    assert f'width="{width}"' in drawn("{% meter 'x' value of %}", value=value, of=of)


def test_few_points_are_gold_and_many_are_not():
    assert "gold" in drawn("{% points 'Language' 6 10 %}")
    assert "gold" not in drawn("{% points 'Goals' 16 20 %}")


def test_the_path_tells_what_is_done_and_where_we_are():
    html = drawn("{% path 'contract' %}")
    assert html.count('class="done"') == 2
    assert '<li class="now" aria-current="step">Contract</li>' in html
    assert html.count('class="later"') == 2


def test_a_field_is_tied_to_its_hint_and_to_what_is_wrong():
    html = drawn("{% field form.email %}", form=ContactForm({"email": "no"}))
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_email_error"' in html
    assert 'value="no"' in html


def test_a_group_of_choices_is_one_question():
    html = drawn("{% field form.wishes %}", form=ContactForm({}))
    assert '<fieldset class="field wrong" aria-describedby="id_wishes_error">' in html
    assert "<legend>Wishes</legend>" in html
    assert html.count('class="choice"') == 2


def test_what_may_be_skipped_says_so():
    form = ContactForm()
    assert "you may skip this" in drawn("{% field form.phone %}", form=form)
    assert "you may skip this" not in drawn("{% field form.email %}", form=form)


def test_the_summary_leads_to_each_field_that_needs_a_look():
    html = drawn("{% error_summary form %}", form=ContactForm({"email": "no"}))
    assert 'role="alert"' in html
    assert 'href="#id_email"' in html
    assert 'href="#id_wishes_0"' in html
    assert 'id="id_wishes_0"' in drawn("{% field form.wishes %}", form=ContactForm({}))


def test_nothing_wrong_no_summary():
    good = ContactForm({"email": "a@example.org", "wishes": ["a"]})
    assert drawn("{% error_summary a b c %}", a=good, b=ContactForm(), c=None) == ""


def test_sorting_turns_the_order_keeps_the_filters_and_starts_at_page_one():
    html = drawn("{% th 'Waited' sort='waited' %}", "/?sort=waited&page=3&in=aarhus")
    assert 'aria-sort="ascending"' in html
    assert 'href="?sort=-waited&amp;in=aarhus"' in html


def test_a_column_that_is_not_sorted_says_nothing_about_order():
    html = drawn("{% th 'Waited' sort='waited' %}", "/?sort=name")
    assert "aria-sort" not in html
    assert 'href="?sort=waited"' in html


def test_pages_keep_what_the_address_says():
    page = Paginator(range(100), 10).page(2)
    html = drawn("{% pages page %}", "/?in=aarhus&page=2", page=page)
    assert 'href="?in=aarhus&amp;page=3"' in html
    assert '<span aria-current="page">2</span>' in html


def test_one_page_needs_no_pages():
    assert drawn("{% pages page %}", page=Paginator(range(5), 10).page(1)) == ""


def test_bad_news_interrupts_and_good_news_does_not():
    assert 'role="alert"' in drawn("{% notice kind='late' %}x{% endnotice %}")
    assert 'role="status"' in drawn("{% notice kind='ok' %}x{% endnotice %}")


def test_a_figure_explains_itself():
    html = drawn("{% figure 'In work' '46 %' below='97 of 211' href='/who/' definition='Counted so.' %}")
    assert '<a href="/who/">97 of 211</a>' in html
    assert "Counted so." in html


def test_a_chart_comes_with_the_table_that_says_the_same():
    picture = bars_across([Bar("Ready <3", 262)], key="funnel", title="Funnel", headings=("Step", "People"))
    html = drawn("{% chart picture 'counted today' %}", picture=picture)
    assert "<svg" in html
    assert '<th scope="row">Ready &lt;3</th><td>262</td>' in html
    assert "<figcaption>counted today</figcaption>" in html
