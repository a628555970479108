"""Every address has a row in the policy, and nobody passes without one."""

from collections.abc import Iterator

import pytest
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver, path, reverse
from django.urls.converters import IntConverter

from mentorbank.network.base.actor import Role
from mentorbank.project import policy
from tests.builders import a_division, a_person, staff


def routes(resolver=None, spaces: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every route of the project by its full name."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield spaces + (entry.name or ""), entry
        else:
            yield from routes(entry, f"{spaces}{entry.namespace}:" if entry.namespace else spaces)


ROUTES = dict(routes())


def address(route: URLPattern, name: str) -> str:
    """An address of the route with invented values."""
    kinds = route.pattern.converters.items()
    return reverse(name, kwargs={key: 9 if isinstance(kind, IntConverter) else "nothing" for key, kind in kinds})


def test_every_route_has_a_row_and_every_row_a_route():
    assert "" not in ROUTES, "a route without a name cannot have a row"
    assert set(policy.rows()) == set(ROUTES)


READERS = {
    policy.ANONYMOUS: lambda: None,
    policy.PARTICIPANT: lambda: a_person(),
    Role.COORDINATOR: lambda: staff(Role.COORDINATOR, a_division()).person,
    Role.DIVISION_LEADER: lambda: staff(Role.DIVISION_LEADER, a_division()).person,
    Role.NETWORK_LEADER: lambda: staff(Role.NETWORK_LEADER).person,
    Role.NETWORK_ADMINISTRATOR: lambda: staff(Role.NETWORK_ADMINISTRATOR).person,
}


@pytest.mark.parametrize("role", READERS)
def test_every_role_enters_exactly_the_routes_of_its_rows(client, db, role, monkeypatch):
    person = READERS[role]()
    if person:
        client.force_login(person.user)
    held = {role, policy.PARTICIPANT} if person else {role}
    for name, route in ROUTES.items():
        monkeypatch.setattr(route, "callback", lambda request, **_values: HttpResponse("inside"))
        entered = client.get(address(route, name)).content == b"inside"
        assert entered == bool(held & policy.rows()[name]), name


def test_the_groups_name_roles_that_exist():
    assert {role for roles in policy.rows().values() for role in roles} <= set(policy.ROLES)


def test_a_route_without_a_row_is_closed_to_everybody(client, db, monkeypatch):
    new = path("forgotten/", lambda request: HttpResponse("inside"), name="forgotten")
    monkeypatch.setattr(get_resolver(), "url_patterns", [new, *get_resolver().url_patterns])
    client.force_login(staff(Role.NETWORK_LEADER).person.user)

    assert client.get("/forgotten/").status_code == 403


def test_the_components_are_open_to_all_in_a_demo_only(client, db, settings):
    assert client.get("/parts/").status_code == 302
    settings.DEMO = True
    assert client.get("/parts/").status_code == 200
