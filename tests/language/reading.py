"""What the tests of this folder share: reading one sentence with the real components."""

from __future__ import annotations

from extractors.language.appointments import appointments
from extractors.language.capacities import acts
from extractors.language.document import Frame, PersonSpan
from extractors.language.people import people
from extractors.language.scope import scope_of
from schema.records import DateRange

COUNTY = "湖南省邵阳市新宁县"
DISTRICT = "湖北省宜昌市夷陵区"
CITY = "山东省滨州市"


def read(text: str, place: str = CITY) -> tuple[PersonSpan, ...]:
    """The people of a text in a chronicle of ``place``."""
    return people(text, scope_of(place))


def named(text: str, place: str = CITY) -> list[str]:
    """Their names, in order."""
    return [person.name for person in read(text, place)]


def posts_of(text: str, place: str = CITY) -> dict[str, list[tuple[str, str]]]:
    """(body, title) of each person."""
    return {p.name: [(q.organisation, q.title) for q in p.posts] for p in read(text, place)}


def capacities_of(text: str, kind: str = "meeting", place: str = CITY) -> dict[str, set[str]]:
    """Capacities of those who take part, in an event of one kind."""
    found = read(text, place)
    frame = Frame(0, len(text), DateRange("2023-05-01", "2023-05-01"), kind)
    result: dict[str, set[str]] = {}
    for index, capacities in acts(text, found, (frame,)).items():
        result.setdefault(found[index].name, set()).update(capacities)
    return result


def changes_of(text: str, place: str = CITY) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """What is given to or taken from whom."""
    found = read(text, place)
    return {
        found[i].name: ("+".join(c.capacities), [(p.organisation, p.title) for p in c.posts])
        for i, c in appointments(text, found, scope_of(place)).items()
    }
