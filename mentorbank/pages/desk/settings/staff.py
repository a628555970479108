"""Staff are invited, change roles and leave."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentorbank.network.base.actor import Role
from mentorbank.network.intake.actions import invite_staff
from mentorbank.network.people.actions import change_role, end_role
from mentorbank.network.people.models import StaffRole
from mentorbank.network.people.queries import standing_roles
from mentorbank.pages.desk.pages import done

from .forms import InvitationForm, RoleForm, role_name


def held_roles() -> list[StaffRole]:
    """Every role held today, by name; `named` says it in words."""
    roles = list(standing_roles())
    for role in roles:
        role.named = role_name(role)
    return roles


def staff(request: HttpRequest) -> HttpResponse:
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        wanted = {**form.cleaned_data, "role": Role(form.cleaned_data["role"])}
        invited = done(form, lambda: invite_staff(by=request.reader, now=request.now, **wanted))
        if invited:
            messages.success(request, _("Invited. A letter says how to sign in."))
            return redirect("desk:settings_staff")
    return render(request, "desk/settings/staff.html", {"form": form, "roles": held_roles()})


def role(request: HttpRequest, pk: int) -> HttpResponse:
    """Change one role into another."""
    current = get_object_or_404(standing_roles(), pk=pk)
    form = RoleForm(request.POST or None, initial={"role": current.role, "division": current.division_id})
    if request.method == "POST" and form.is_valid():
        to, division = Role(form.cleaned_data["role"]), form.cleaned_data["division"]
        changed = done(
            form,
            lambda: change_role(role=current, to=to, division=division, by=request.reader, now=request.now),
        )
        if changed:
            messages.success(request, _("Saved."))
            return redirect("desk:settings_staff")
    return render(request, "desk/settings/role.html", {"form": form, "role": current})


@require_POST
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    current = get_object_or_404(StaffRole, pk=pk)
    end_role(role=current, by=request.reader, now=request.now)
    messages.success(request, _("The role has ended. What the person did stays on record."))
    return redirect("desk:settings_staff")
