"""The English text of every reason, once. Other languages translate these very texts."""

from collections.abc import Callable, Mapping
from typing import Any

TEXTS: dict[str, str] = {
    "profession-same": "same profession: %(occupation)s",
    "profession-step": "one step from %(hers)s: %(occupation)s",
    "profession-minor": "close to %(hers)s: %(occupation)s",
    "profession-sub-major": "related to %(hers)s: %(occupation)s",
    "profession-major": "the same level of work as %(hers)s: %(occupation)s",
    "profession-other": "another profession: %(occupation)s",
    "goals-all": "offers everything asked for: %(areas)s",
    "goals-some": "offers %(count)s of %(of)s goals: %(areas)s",
    "goals-none": "offers none of the goals: %(areas)s",
    "education-same": "same field of education: %(field)s",
    "education-near": "close field of education: %(field)s",
    "education-broad": "related field of education: %(field)s",
    "education-other": "another field of education: %(field)s",
    "education-level": "same or higher level of education",
    "education-level-below": "lower level of education",
    "language-shared": "both speak %(language)s",
    "language-weak": "can talk in %(language)s, with difficulty",
    "language-none": "no language in common",
    "near": "%(km)s km away",
    "far": "far away: %(km)s km",
    "far-online": "%(km)s km away, but meets online",
    "beyond-travel": "%(km)s km away, travels at most %(travel_km)s km",
    "beyond-travel-online": "%(km)s km away, travels at most %(travel_km)s km, but meets online",
    "division-same": "same division",
    "division-other": "another division",
    "time-shared": "both have time: %(times)s",
    "time-none": "no time in common",
    "mentee-wish-met-language": "wish met: speaks %(language)s",
    "mentee-wish-met-same-profession": "wish met: the same profession",
    "mentee-wish-met-within-km": "wish met: within %(km)s km",
    "mentee-wish-met-same-division": "wish met: the same division",
    "mentee-wish-met-municipality": "wish met: lives in %(municipality)s",
    "mentee-wish-broken-language": "wish not met: does not speak %(language)s",
    "mentee-wish-broken-same-profession": "wish not met: not the same profession",
    "mentee-wish-broken-within-km": "wish not met: not within %(km)s km",
    "mentee-wish-broken-same-division": "wish not met: another division",
    "mentee-wish-broken-municipality": "wish not met: does not live in %(municipality)s",
    "mentor-wish-broken-language": "the mentor wished for a mentee who speaks %(language)s",
    "mentor-wish-broken-same-profession": "the mentor wished for a mentee of the same profession",
    "mentor-wish-broken-within-km": "the mentor wished for a mentee within %(km)s km",
    "mentor-wish-broken-same-division": "the mentor wished for a mentee of the same division",
    "mentor-wish-broken-municipality": "the mentor wished for a mentee who lives in %(municipality)s",
    "mentee-confirm-language": "to be confirmed: speaks %(language)s",
    "mentee-confirm-same-profession": "to be confirmed: the same profession",
    "mentee-confirm-within-km": "to be confirmed: within %(km)s km",
    "mentee-confirm-same-division": "to be confirmed: the same division",
    "mentee-confirm-municipality": "to be confirmed: lives in %(municipality)s",
    "mentor-confirm-language": "to be confirmed: the mentee speaks %(language)s, as the mentor requires",
    "mentor-confirm-same-profession": "to be confirmed: the same profession, as the mentor requires",
    "mentor-confirm-within-km": "to be confirmed: within %(km)s km, as the mentor requires",
    "mentor-confirm-same-division": "to be confirmed: the same division, as the mentor requires",
    "mentor-confirm-municipality": "to be confirmed: the mentee lives in %(municipality)s, as required",
    "confirm-gender": "to be confirmed: the gender wished for",
    "confirm-employer": "to be confirmed: not an employer to be avoided",
    "confirm-their-gender": "to be confirmed: the gender the mentor wishes a mentee to have",
    "confirm-their-employer": "to be confirmed: the mentee has no employer the mentor avoids",
    "confirm-given": "to be confirmed: a requirement about which nothing is known",
    "missing-profession": "occupation not known",
    "missing-goals": "not known what the mentor offers",
    "missing-education": "education not known",
    "missing-education-level": "level of education not known",
    "missing-language": "languages not known",
    "missing-language-level": "level of %(language)s not known",
    "missing-nearness": "place not known",
    "missing-time": "time not known",
    "excluded-full": "have no free place",
    "excluded-language": "do not speak %(language)s",
    "excluded-same-profession": "have another profession",
    "excluded-within-km": "live more than %(km)s km away",
    "excluded-same-division": "belong to another division",
    "excluded-municipality": "do not live in %(municipality)s",
    "excluded-gender": "are not of the gender wished for",
    "excluded-employer": "work for an employer to be avoided",
    "excluded-their-gender": "wish for a mentee of another gender",
    "excluded-their-employer": "avoid the mentee's employer",
    "excluded-given": "are ruled out by a requirement",
    "excluded-their-wishes": "require something of a mentee that does not hold here",
}

# The values that are codes, for which a reader expects a word.
CODES = ("occupation", "hers", "areas", "field", "language", "municipality", "times")


def as_written(name: str, value: Any) -> str:
    """A value without labels: lists with commas, whole numbers without a point."""
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def say(
    template_id: str,
    values: Mapping[str, Any],
    translate: Callable[[str], str] = str,
    label: Callable[[str, Any], str] = as_written,
) -> str:
    """A reason in words.

    `translate` turns the English text into the reader's (gettext fits); `label(name, value)` turns a code
    into a word, name being the value's name in the text. Raises KeyError for an id that does not exist.
    """
    text = translate(TEXTS[template_id])
    return text % {name: label(name, value) for name, value in values.items()}
