"""The pages of the import. Each request is one action or one question."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from mentorbank.network.base.refusals import NotNow
from mentorbank.network.records.actions import (
    choose_columns,
    choose_entering,
    import_rows,
    leave_out,
    receive_upload,
    remove_upload,
    settle_row,
    take_back,
    type_row,
)
from mentorbank.network.records.models import Upload, UploadRow
from mentorbank.network.records.queries import counts_of, programmes_in_order, rest_file
from mentorbank.network.records.queries.columns import lacking
from mentorbank.network.records.states import OPEN_STATES, RowState
from mentorbank.pages.desk.imports.forms import ColumnsForm, EnteringForm, UploadForm
from mentorbank.pages.desk.imports.shown import ROWS, how_read, shown_rows
from mentorbank.pages.desk.pages import done, found, page_of

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def imports(request: HttpRequest) -> HttpResponse:
    """Choose a file; those uploaded today stand below."""
    posted = request.method == "POST"
    programmes = programmes_in_order()
    initial = {"kind": request.GET.get("kind"), "programme": programmes.first()}
    form = UploadForm(
        request.POST if posted else None, request.FILES or None, programmes=programmes, initial=initial
    )
    if posted and form.is_valid() and (upload := done(form, lambda: _received(request, form.cleaned_data))):
        return redirect("desk:import", upload.pk)
    uploads = Upload.objects.visible_to(request.reader).order_by("-uploaded_at")
    return render(request, "desk/imports/choose.html", {"form": form, "uploads": uploads, "section": "bank"})


def _received(request: HttpRequest, given: dict[str, Any]) -> Upload:
    file = given["file"]
    return receive_upload(
        name=file.name,
        data=file.read(),
        kind=given["kind"],
        programme=given["programme"],
        by=request.reader,
        now=request.now,
    )


@require_GET
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What was understood, page by page, doubtful rows first."""
    return _preview(request, _upload(request, pk))


def _preview(request: HttpRequest, upload: Upload, status: int = 200, **forms: Any) -> HttpResponse:
    rows = UploadRow.objects.visible_to(request.reader).filter(upload=upload)
    wanted = request.GET.get("show")
    if wanted in RowState.values:
        rows = rows.filter(state=wanted)
    page = page_of(request, rows.doubtful_first(), ROWS)
    shown = shown_rows(request, upload, page)
    counts = counts_of(upload)
    context = {
        "upload": upload,
        "how": how_read(upload),
        "counts": counts,
        "total": sum(counts.values()),
        "filters": [(state, counts[state]) for state in RowState if counts[state]],
        "show": wanted,
        "lacking": lacking(upload.columns),
        "rest": sum(counts[state] for state in OPEN_STATES),
        "page": page,
        "doubtful": [row for row in shown if row.open],
        "settled": [row for row in shown if not row.open],
        "columns": ColumnsForm(upload),
        "entering": EnteringForm(upload),
        "query": _query(request),
        "section": "bank" if upload.kind == "mentors" else "waiting",
    }
    return render(request, "desk/imports/preview.html", {**context, **forms}, status=status)


@require_POST
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    """What the columns hold was changed: the file is read anew."""
    upload = _upload(request, pk)
    form = ColumnsForm(upload, request.POST)
    if form.is_valid():
        act = lambda: choose_columns(upload=upload, chosen=form.chosen(), by=request.reader, now=request.now)  # noqa: E731
        if _tried(request, act):
            messages.success(request, _("The file was read again."))
    else:
        messages.error(request, _("Choose for each column what it holds."))
    return redirect("desk:import", pk)


@require_POST
def row(request: HttpRequest, pk: int, line: int) -> HttpResponse:
    """One answer about one row, or about all rows like it."""
    upload = _upload(request, pk)
    if line >= 2**31:
        raise Http404
    rows = UploadRow.objects.visible_to(request.reader).filter(upload=upload)
    one = get_object_or_404(rows.select_related("upload__programme"), line=line)
    _tried(request, lambda: _answer(request, one))
    return redirect(_address(request, pk))


def _answer(request: HttpRequest, one: UploadRow) -> None:
    given, said = request.POST, {"row": one, "by": request.reader, "now": request.now}
    if "out" in given:
        leave_out(**said)
    elif "back" in given:
        take_back(**said)
    elif "type" in given:
        type_row(typed=given.dict(), **said)
    else:
        alike = "alike" in given
        number = settle_row(doubt=given.get("doubt", ""), choice=given.get("choice", ""), alike=alike, **said)
        if alike:
            sentence = ngettext("%(number)s row settled.", "%(number)s rows settled.", number)
            messages.success(request, sentence % {"number": number})


@require_POST
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Import now: every row that is ready, or none."""
    upload = _upload(request, pk)
    form = EnteringForm(upload, request.POST)
    if not form.is_valid():
        return _preview(request, upload, 422, entering=form)
    said = {"upload": upload, "by": request.reader, "now": request.now}
    if (
        _tried(request, lambda: choose_entering(chosen=form.entering(), **said))
        and "only" not in request.POST
    ):
        letters = form.cleaned_data["letters"]
        _tried(request, lambda: _tell(request, len(import_rows(letters=letters, **said))))
    return redirect("desk:import", pk)


def _tell(request: HttpRequest, number: int) -> None:
    sentence = ngettext("%(number)s person was imported.", "%(number)s people were imported.", number)
    messages.success(request, sentence % {"number": number})


@require_GET
def rest(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that stay out, as a file to finish."""
    upload = _upload(request, pk)
    data, ending = rest_file(upload, get_language() or "da")
    name = f"{upload.file_name.rpartition('.')[0] or upload.file_name}-{_('to-finish')}.{ending}"
    response = HttpResponse(data, content_type=TYPES[ending])
    response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{_quoted(name)}"
    return response


def _quoted(name: str) -> str:
    return urlencode({"": name.replace("/", "-").replace("\\", "-")}).removeprefix("=").replace("+", "%20")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget the file."""
    remove_upload(upload=_upload(request, pk), by=request.reader, now=request.now)
    messages.success(request, _("The file is forgotten."))
    return redirect("desk:imports")


def _upload(request: HttpRequest, pk: int) -> Upload:
    return found(Upload.objects.visible_to(request.reader), pk, "programme")


def _tried(request: HttpRequest, act: Callable[[], Any]) -> bool:
    """Call an action; a refusal is said at the top of the page."""
    try:
        act()
    except NotNow as refusal:
        messages.error(request, str(refusal))
        return False
    return True


def _query(request: HttpRequest) -> str:
    """Which page of which rows, to come back to it."""
    kept = {key: request.GET[key] for key in ("show", "page") if request.GET.get(key)}
    return f"?{urlencode(kept)}" if kept else ""


def _address(request: HttpRequest, pk: int) -> str:
    return reverse("desk:import", args=[pk]) + _query(request)
