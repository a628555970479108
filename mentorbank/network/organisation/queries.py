"""Questions about the organisation."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from mentorbank.codes import places
from mentorbank.network.organisation.models import Area, Division, Network, Programme


def the_network() -> Network:
    """The one network; unsaved with its defaults before anybody has filled the settings in."""
    return Network.objects.defer("logo").filter(pk=1).first() or Network(pk=1)


def first_programme() -> Programme | None:
    """What people sign up to when they name no programme."""
    return Programme.objects.order_by("pk").first()


def programme_coded(code: str) -> Programme | None:
    """The programme with this code, as a link to the sign-up names it."""
    return Programme.objects.filter(code=code).first() if code and code.isprintable() else None


def all_programmes() -> QuerySet[Programme]:
    """Every programme, the first one first."""
    return Programme.objects.all()


def all_divisions() -> QuerySet[Division]:
    """Every division there ever was, by name."""
    return Division.objects.all()


def open_divisions(today: date) -> QuerySet[Division]:
    """Divisions that have opened and not closed, by name."""
    opened = Division.objects.filter(opened_on__lte=today)
    return opened.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=today))


def division_of(postcode: str, areas: Iterable[Area] | None = None) -> Division | None:
    """The division of the narrowest area that covers `postcode`, otherwise the nearest one.

    `areas` (with their divisions) may be given by callers who ask for many postcodes.
    """
    if areas is None:
        areas = Area.objects.filter(division__closed_on__isnull=True).select_related("division")
    areas = list(areas)
    covering = [area for area in areas if postcode and area.first <= postcode <= area.last]
    if covering:
        return min(covering, key=lambda area: (int(area.last) - int(area.first), area.pk)).division
    return _nearest(postcode, areas)


def _nearest(postcode: str, areas: list[Area]) -> Division | None:
    """Nobody is left without a division: the one whose area begins nearest, or the first of all."""
    here = places.place(postcode)
    known = [(area, places.place(area.first)) for area in areas]
    if here and any(there for _, there in known):
        near = [(places.distance_km(here, there), area.pk, area) for area, there in known if there]
        return min(near)[2].division
    return min((area.division for area in areas), key=lambda division: division.pk, default=None)
