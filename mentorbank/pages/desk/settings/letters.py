"""The texts of letters: for everybody, for a programme, for a division, in each language."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from mentorbank.network.letters.actions import save_letter_text, use_shipped_text
from mentorbank.network.letters.models import LetterText
from mentorbank.network.letters.queries.texts import LANGUAGES, kinds, own_texts, preview, text_for
from mentorbank.network.letters.states import LetterKind
from mentorbank.pages.desk.pages import done

from .forms import TextForm, WhichTextForm


def texts(request: HttpRequest) -> HttpResponse:
    """Every kind of letter, and which have words of the network's own."""
    own = set(own_texts().values_list("kind", flat=True))
    rows = [{"kind": kind.value, "label": kind.label, "own": kind.value in own} for kind in kinds()]
    return render(request, "desk/settings/texts.html", {"rows": rows})


def text(request: HttpRequest, kind: str) -> HttpResponse:
    """One kind: choose for whom, read how it looks, write own words or take them back."""
    if kind not in LetterKind.values:
        raise Http404
    which, place = _place(request)
    current = text_for(kind, place["language"], place["programme"], place["division"])
    own = own_texts().filter(kind=kind, **place).first()
    words = {"subject": current.subject, "body": current.body, "sms": current.sms}
    form = TextForm(request.POST if request.method == "POST" else None, initial=words)
    if request.method == "POST" and _changed(request, form, kind, place, own):
        return redirect(f"{request.path}?{request.GET.urlencode()}")
    context = {
        "kind": LetterKind(kind),
        "which": which,
        "form": form,
        "own": own,
        "shown": preview(kind, place["language"], place["programme"], place["division"]),
        "direction": "rtl" if get_language_info(place["language"])["bidi"] else "ltr",
        "language": place["language"],
    }
    return render(request, "desk/settings/text.html", context)


def _place(request: HttpRequest) -> tuple[WhichTextForm, dict[str, Any]]:
    """For whom the text is, as the address says; junk means everybody, in the first language."""
    which = WhichTextForm(request.GET or {"language": LANGUAGES[0]})
    chosen = which.cleaned_data if which.is_valid() else {}
    place = {"language": chosen.get("language") or LANGUAGES[0]}
    return which, place | {"programme": chosen.get("programme"), "division": chosen.get("division")}


def _changed(
    request: HttpRequest, form: TextForm, kind: str, place: dict[str, Any], own: LetterText | None
) -> bool:
    """Take the own words back, or put new ones in force."""
    if "shipped" in request.POST:
        if own:
            use_shipped_text(text=own, by=request.reader, now=request.now)
        messages.success(request, _("The wider text is in force again."))
        return True
    if not form.is_valid():
        return False
    words = {**place, **form.cleaned_data}
    kept = done(form, lambda: save_letter_text(kind=kind, by=request.reader, now=request.now, **words))
    if kept:
        messages.success(request, _("Saved. Letters from now on read like this."))
    return kept is not None
