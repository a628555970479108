"""The components of every page. ``{% load parts %}``, and see them alive at /parts/.

Layouts: ``parts/desk.html`` (staff), ``parts/phone.html`` (participants), ``parts/front.html`` (public).
Blocks: title, heading, lead, actions (desk), crumbs (desk), steps (phone), content, footer, scripts.

In running text
    {{ name|person }}  {{ phone|phone }}  {% words text "da" %}  {% icon "met" %}
    {% pill "late" kind="late" %}  {% count 3 kind="late" %}  {% avatar "Amal Haddad" size="big" %}
Boxes and rows
    {% card "Title" count=3 count_kind="late" kind="deep" level=2 href=url link=_("open") %}…{% endcard %}
    <ul class="rows">{% row who=… what=… why=… since=… href=… action=_("Call") url=… post=True avatar=True %}
    {% notice kind="ok" title="" %}…{% endnotice %}  {% empty "Nobody waits" %}…{% endempty %}
    {% loading "Reckoning…" id="busy" %}
    {% figure label value below=… href=… definition=… note=… kind="late" %}  in <div class="grid four">
    {% chart picture _("days waited") %}  a Picture of mentorbank.files with its table
Things to press
    {% button "Propose" href=url kind="primary" size="small" icon="plus" %}
    {% post_button "Confirm" url name= value= %}
    {% picture_button "met" "We met" name="answer" value="met" %}  in <div class="pictures"> of a form
Progress
    {% meter "Danish" 4 10 start=2 note="…" %}  {% points "Goals" 16 20 %}  {% progress 2 4 %}
    {% steps names 1 %}  {% path "meetings" %}
Forms and tables
    {% error_summary form %}  {% field form.email %}  {% fields form %}
    {% th "Waited" sort="waited" %}  {% pages page_obj %}  and Django's own {% querystring page=2 %}

Kinds: ``ok`` (spruce), ``look`` (gold: a person should look), ``late`` (brick), ``plum`` (people), ``plain``.
"""

from collections.abc import Sequence
from typing import Any

from django import forms, template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from mentorbank.files.pictures import Picture
from mentorbank.pages.parts import bars
from mentorbank.pages.parts.context import initials
from mentorbank.pages.parts.drawings import FLIPPED_IN_RTL, ICONS

register = template.Library()

PATH = {
    "interview": gettext_lazy("Interview"),
    "mentor": gettext_lazy("Mentor"),
    "contract": gettext_lazy("Contract"),
    "meetings": gettext_lazy("Meetings"),
    "ending": pgettext_lazy("last step of a partnership", "Ending"),
}


# --- in running text


@register.filter
def person(name: object) -> SafeString:
    """A name keeps its own direction, whatever stands around it."""
    return format_html("<bdi>{}</bdi>", name)


@register.filter
def phone(number: object) -> SafeString:
    """A number to call, read from left to right in every language."""
    dialled = "".join(c for c in str(number or "") if c.isdigit() or c == "+")
    if not dialled:
        return SafeString("")  # a link to nowhere helps nobody
    return format_html(
        '<a class="phone" href="tel:{}"><bdi dir="ltr">{}</bdi></a>', dialled, spaced(str(number))
    )


@register.filter
def spaced(number: str) -> str:
    """A Danish number as people read it aloud, "86 12 34 56"; any other stays as it is."""
    own = number.removeprefix("+45")
    if own == number or len(own) != 8 or not own.isdigit():
        return number
    return " ".join(own[at : at + 2] for at in range(0, 8, 2))


@register.simple_tag
def words(text: object, lang: str = "") -> SafeString:
    """A person's own words, or a label that has no translation, marked with the language they are in."""
    if not lang:
        return format_html('<span dir="auto">{}</span>', text)
    if lang == get_language():
        return format_html("{}", text)
    return format_html('<span lang="{}" dir="{}">{}</span>', lang, direction(lang), text)


def direction(lang: str) -> str:
    try:
        return "rtl" if get_language_info(lang)["bidi"] else "ltr"
    except KeyError:
        return "auto"


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of drawings.ICONS; a name that is none is an error at once, not an empty place."""
    flip = " flip" if name in FLIPPED_IN_RTL else ""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        flip,
        SafeString(ICONS[name]),
    )


@register.simple_tag
def avatar(name: str, size: str = "") -> SafeString:
    return format_html('<span class="avatar {}" aria-hidden="true">{}</span>', size, initials(str(name)))


@register.simple_tag
def pill(text: object, kind: str = "plain") -> SafeString:
    return format_html('<span class="pill {}">{}</span>', kind, text)


@register.simple_tag
def count(number: int, kind: str = "look") -> SafeString:
    return format_html('<span class="count {}">{}</span>', kind, number)


@register.simple_tag
def look_static(path: str) -> str:
    """``{% static %}`` that never fails: the page that says sorry must not break for want of a file list."""
    try:
        return staticfiles_storage.url(path)
    except ValueError:
        return f"/static/{path}"


# --- boxes and rows


@register.simple_block_tag
def card(content: str, title: object = "", **options: Any) -> str:
    """Options: kind, level (of the heading, 2 or 3), count, count_kind, href and link (top right), id."""
    return render_to_string("parts/card.html", {"content": content, "title": title, "level": 2, **options})


@register.simple_block_tag
def notice(content: str, kind: str = "plain", title: object = "") -> str:
    return render_to_string("parts/notice.html", {"content": content, "kind": kind, "title": title})


@register.simple_block_tag
def empty(content: str, title: object, icon: str = "door") -> str:
    """What a list says while it holds nothing: the title names it, the content says what to do first."""
    return render_to_string("parts/empty.html", {"content": content, "title": title, "icon_name": icon})


@register.inclusion_tag("parts/loading.html")
def loading(text: object = "", id: str = "") -> dict[str, Any]:
    """Shown by htmx while it waits: point hx-indicator at ``#id``."""
    return {"text": text or _("One moment…"), "id": id}


@register.inclusion_tag("parts/row.html", takes_context=True)
def row(context: template.Context, who: object, **options: Any) -> dict[str, Any]:
    """Who, why, since when, and the one action that helps.

    Options: what, why, since, late, href (of the person), action, url, post, name, value, avatar, pill,
    pill_kind, kind.
    """
    return {"who": who, "csrf_token": context.get("csrf_token"), **options}


@register.inclusion_tag("parts/figure.html")
def figure(label: object, value: object, **options: Any) -> dict[str, Any]:
    """A number with its basis. Options: below, href, note, definition, kind, first (number above label)."""
    return {"label": label, "value": value, **options}


@register.inclusion_tag("parts/chart.html")
def chart(picture: Picture, caption: object = "", table: bool = True) -> dict[str, Any]:
    """A picture of mentorbank.files with its table twin behind a button."""
    rows = picture.rows if table else ()
    # Every text in a picture's svg was escaped when it was drawn (files.pictures).
    return {"svg": SafeString(picture.svg), "caption": caption, "headings": picture.headings, "rows": rows}


# --- things to press


@register.inclusion_tag("parts/button.html")
def button(text: object, href: str = "", kind: str = "secondary", **options: Any) -> dict[str, Any]:
    """A link when ``href`` is given, else a button.

    Options: type, name, value, size, icon, form, wide, describe (for readers who do not see the row).
    """
    return {"text": text, "href": href, "kind": kind, "type": "submit", **options}


@register.inclusion_tag("parts/post_button.html", takes_context=True)
def post_button(
    context: template.Context, text: object, url: str, kind: str = "secondary", **options: Any
) -> dict[str, Any]:
    """A whole form of one button."""
    return {"text": text, "url": url, "kind": kind, "csrf_token": context.get("csrf_token"), **options}


@register.inclusion_tag("parts/picture_button.html")
def picture_button(picture: str, text: object, **options: Any) -> dict[str, Any]:
    """A big choice with a drawing. Options: name and value, or href; pressed for the one already chosen."""
    return {"picture": picture, "text": text, **options}


# --- progress


@register.inclusion_tag("parts/meter.html")
def meter(label: object, value: float, of: float, **options: Any) -> dict[str, Any]:
    """Options: start (two tones), kind ("gold"), text instead of "4 of 10", note."""
    said = options.get("text") or _("%(value)s of %(of)s") % {"value": value, "of": of}
    drawn = bars.bar(value, of, start=options.get("start"), kind=options.get("kind", ""))
    return {"label": label, "bar": drawn, **options, "text": said}


@register.inclusion_tag("parts/points.html")
def points(label: object, value: float, of: float) -> dict[str, Any]:
    """One criterion of a match: 16/20 with its bar, gold where little of what was possible is there."""
    kind = "gold" if of and value / of < bars.GOLD_UNDER else ""
    return {"label": label, "value": value, "of": of, "bar": bars.bar(value, of, kind=kind)}


@register.inclusion_tag("parts/steps.html")
def steps(names: Sequence[object], now: int) -> dict[str, Any]:
    """A line of steps; ``now`` counts from 0. Those before are done."""
    states = ("done" if at < now else "now" if at == now else "later" for at in range(len(names)))
    return {"steps": [{"name": name, "state": state} for name, state in zip(names, states, strict=True)]}


@register.inclusion_tag("parts/steps.html")
def path(now: str) -> dict[str, Any]:
    """The way of a partnership: ``now`` is a key of PATH."""
    return steps(list(PATH.values()), list(PATH).index(now))


@register.inclusion_tag("parts/progress.html")
def progress(now: int, of: int) -> dict[str, Any]:
    return {"now": now, "of": of, "bar": bars.bar(now, of)}


# --- forms


def shape(bound: BoundField) -> str:
    """How a field is laid out: "group" of choices, one "check" box, or a "line" to write in."""
    widget = bound.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "group"
    return "check" if isinstance(widget, forms.CheckboxInput) else "parts" if bound.use_fieldset else "line"


def first_input(bound: BoundField) -> str:
    """The id an error message leads to."""
    return bound.id_for_label or f"{bound.auto_id}_0"


@register.inclusion_tag("parts/field.html")
def field(
    bound: BoundField, label: object = "", hint: object = "", look: str = "", **options: Any
) -> dict[str, Any]:
    """Label, hint, the field, and what is wrong with it right beside.

    look: "inline" (filters) or "tiles" (choices three abreast).
    """
    if hint:
        bound.help_text = hint
    many = shape(bound) == "group" and isinstance(bound.field.widget, forms.CheckboxSelectMultiple)
    return {
        "field": bound,
        "label": label or bound.label,
        "look": look,
        "shape": shape(bound),
        "many": many,
        **options,
    }


@register.inclusion_tag("parts/fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    return {"form": form}


@register.inclusion_tag("parts/error_summary.html")
def error_summary(*given: forms.BaseForm | None) -> dict[str, Any]:
    """All that is wrong, at the top of the page, each a link to its field. Nothing when all is well."""
    found = [form for form in given if form is not None and form.is_bound and form.errors]
    listed = [(first_input(b), b.label, e) for form in found for b in form.visible_fields() for e in b.errors]
    general = [e for form in found for e in form.non_field_errors()]
    general += [e for form in found for b in form.hidden_fields() for e in b.errors]
    return {"listed": listed, "general": general}


# --- tables


@register.inclusion_tag("parts/th.html", takes_context=True)
def th(context: template.Context, text: object = "", sort: str = "", kind: str = "") -> dict[str, Any]:
    """A heading of a column; ``sort`` makes it a link that turns the order in the url, from page 1."""
    request = context.get("request")
    now = request.GET.get("sort", "") if request else ""
    state = {sort: "ascending", f"-{sort}": "descending"}.get(now, "") if sort else ""
    query = request.GET.copy() if request else None
    if sort and query is not None:
        query["sort"] = f"-{sort}" if state == "ascending" else sort
        query.pop("page", None)
    return {
        "text": text,
        "sort": sort,
        "state": state,
        "kind": kind,
        "query": query.urlencode() if query else "",
    }


@register.inclusion_tag("parts/pages.html", takes_context=True)
def pages(context: template.Context, page: Page) -> dict[str, Any]:
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "request": context.get("request")}
