"""What waits, what went out, what could not be sent. Links stand blanked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.letters.actions import retry_letter
from mentorbank.network.letters.models import Letter
from mentorbank.network.letters.queries import letters_failed, letters_waiting
from mentorbank.network.letters.states import LetterState
from mentorbank.pages.desk.pages import found, note_look, page_of

STATES = {
    "waiting": gettext_lazy("Waiting"),
    "sent": gettext_lazy("Sent"),
    "failed": gettext_lazy("Could not be sent"),
}


def letters(request: HttpRequest) -> HttpResponse:
    seen = Letter.objects.visible_to(request.reader).select_related("to").order_by("-written_at", "-pk")
    kinds = {
        "waiting": letters_waiting(request.reader),
        "sent": seen.filter(state=LetterState.POSTED),
        "failed": letters_failed(request.reader),
    }
    state = request.GET.get("state", "") if request.GET.get("state") in STATES else "waiting"
    context = {
        "page": page_of(request, kinds[state]),
        "state": state,
        "states": [
            (code, name, kinds[code].count() if code != "sent" else None) for code, name in STATES.items()
        ],
    }
    return render(request, "desk/letters.html", context)


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    one: Letter = found(Letter.objects.visible_to(request.reader), pk, "to", "reply_to")
    note_look(request, one.to, one)
    return render(request, "desk/letter.html", {"letter": one, "failed": one.state == LetterState.FAILED})


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send once more what could not be sent."""
    one: Letter = found(Letter.objects.visible_to(request.reader), pk, "to")
    try:
        retry_letter(letter=one, by=request.reader, now=request.now)
        messages.success(request, _("On its way again."))
    except NotNow as refusal:
        messages.warning(request, str(refusal))
    return redirect("desk:letter", pk)
