"""Settings of the organisation: the network, its divisions and its programmes."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from mentorbank.network.base.actor import Actor
from mentorbank.network.base.names import clean, clean_text
from mentorbank.network.base.refusals import NotAllowed, NotNow
from mentorbank.network.organisation.models import Area, Division, Network, Partner, Programme
from mentorbank.network.organisation.rules import may_change_settings

Thing = TypeVar("Thing", bound=Model)
LOGO_TYPES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
LOGO_BYTES = 200_000


@transaction.atomic
def save_network(*, by: Actor, logo: bytes | None = None, **fields: Any) -> Network:
    """Set the network's name, accent, phone, e-mail and, when given, its logo (PNG or JPEG, 200 KB)."""
    network = Network.objects.filter(pk=1).first() or Network(pk=1)
    if logo is not None:
        network.logo, network.logo_type = _logo(logo)
    return _save(network, by, fields)


@transaction.atomic
def save_division(*, by: Actor, division: Division | None = None, **fields: Any) -> Division:
    """Open a division or change one: name, code, city, opened_on, closed_on."""
    return _save(division or Division(), by, fields)


@transaction.atomic
def save_area(*, by: Actor, division: Division, area: Area | None = None, **fields: Any) -> Area:
    """Let a division cover the postcodes from `first` to `last`."""
    return _save(area or Area(division=division), by, fields)


@transaction.atomic
def remove_area(*, by: Actor, area: Area) -> None:
    """Take an area away; people keep the division they have."""
    _check_right(by)
    area.delete()


@transaction.atomic
def save_partner(*, by: Actor, division: Division, partner: Partner | None = None, **fields: Any) -> Partner:
    """Note a partner organisation of a division: name, kind."""
    return _save(partner or Partner(division=division), by, fields)


@transaction.atomic
def remove_partner(*, by: Actor, partner: Partner) -> None:
    """Take a partner organisation off the list."""
    _check_right(by)
    partner.delete()


@transaction.atomic
def save_programme(*, by: Actor, programme: Programme | None = None, **fields: Any) -> Programme:
    """Begin a programme or change one: audience, length, rhythm, order of asking, clocks."""
    return _save(programme or Programme(), by, fields)


def _save(thing: Thing, by: Actor, fields: Mapping[str, Any]) -> Thing:
    """Check and save; NotNow names the first field that does not fit."""
    _check_right(by)
    for field, value in fields.items():
        setattr(thing, field, _cleaned(value))
    try:
        thing.full_clean()
        with transaction.atomic():
            thing.save()
    except ValidationError as error:
        field, sentences = next(iter(error.message_dict.items()))
        raise NotNow(sentences[0], field="" if field == "__all__" else field) from error
    except IntegrityError as error:
        raise NotNow(_("These values do not fit together. Check them and save again.")) from error
    return thing


def _cleaned(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return clean_text(value) if "\n" in value else clean(value)


def _check_right(by: Actor) -> None:
    if not may_change_settings(by):
        raise NotAllowed(_("Only the network administrator changes settings."))


def _logo(data: bytes) -> tuple[bytes | None, str]:
    """The bytes and their type by what they begin with; nothing for an empty file."""
    if not data:
        return None, ""
    kind = next((kind for start, kind in LOGO_TYPES.items() if data.startswith(start)), "")
    if not kind or len(data) > LOGO_BYTES:
        raise NotNow(_("Choose a PNG or JPEG picture of at most 200 KB."), field="logo")
    return data, kind
