"""The two steps of signing in, and where each kind of reader arrives."""

from time import monotonic, sleep
from typing import Any

from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.internal.stagekit import clear_login
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from mentorbank.network.letters.actions import count_code_try
from mentorbank.project.sign_in.adapter import Adapter
from mentorbank.project.sign_in.forms import AddressForm, CodeForm


class AskForCode(RequestLoginCodeView):
    """Step one: an address. The answer is the same, and takes as long, whether we know it or not."""

    def get_form_class(self) -> type[AddressForm]:
        return AddressForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "now": self.request.now}

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: Any) -> None:
        """Coming back here means another address or a new code, so the old one is dropped."""
        clear_login(request)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        started = monotonic()
        response = super().post(request, *args, **kwargs)
        sleep(max(0.0, settings.SIGN_IN_SECONDS - (monotonic() - started)))
        return response

    def form_valid(self, form: AddressForm) -> HttpResponse:
        process = LoginCodeVerificationProcess.initiate(
            request=self.request,
            user=form.user,
            email=form.cleaned_data.get("email"),
            phone=form.cleaned_data.get("phone"),
        )
        process.state["ask"] = form.ask_id
        process.persist()
        return redirect(self.get_success_url())


class ConfirmCode(ConfirmLoginCodeView):
    """Step two: the code. Tries are counted in the database, for several may come at the same moment."""

    def get_form_class(self) -> type[CodeForm]:
        return CodeForm

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if count_code_try(self._process.state.get("ask")):
            return super().post(request, *args, **kwargs)
        self._process.abort()
        messages.error(request, str(Adapter.error_messages["too_many_login_attempts"]))
        return redirect("account_request_login_code")


def start(request: HttpRequest) -> HttpResponse:
    """allauth's own name for the way in leads to our first step."""
    return redirect_to_login(_wished(request), settings.LOGIN_URL)


def sign_in_anew(request: HttpRequest) -> HttpResponse:
    """Before a passkey is added long after signing in: the code proves once more who sits there."""
    wished = _wished(request)
    logout(request)
    return redirect_to_login(wished, settings.LOGIN_URL)


def _wished(request: HttpRequest) -> str:
    wished = request.GET.get("next", "")
    own = url_has_allowed_host_and_scheme(wished, {request.get_host()}, require_https=request.is_secure())
    return wished if own else settings.LOGIN_REDIRECT_URL


def arrive(request: HttpRequest) -> HttpResponse:
    """Staff come to the desk, everybody else to her own page."""
    return redirect("desk:today" if request.reader.is_staff else "mine:home")
