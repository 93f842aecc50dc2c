"""What the extractors hand on: one Record for each entry of a chronicle.

Every offset in this module is a character offset into the decoded source text, half-open:
``source[span[0]:span[1]]`` are the very words. Nothing here knows how a record was found, nor
what becomes of it; `extractors` makes records and `graph` reads them.
"""

from __future__ import annotations

from dataclasses import dataclass

Span = tuple[int, int]
"""Start and end in the source, half-open."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """A day, a month, a year or a period as the text gives it.

    ``start`` and ``end`` are ISO dates, equal for one day; where no year is known they are
    ``--MM-DD``. ``precision`` is ``day``, ``month``, ``year`` or ``period`` (上旬, a season): the
    dates are then the first and last day of it, and say no more than that.
    """

    start: str
    end: str
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that a reader of the record should know: a stable code and one sentence."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Context:
    """What an attentive reader knows from the document around an entry."""

    place: str | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class RoleMention:
    """One post that an entry gives to one person.

    ``surface`` is as written (区委副书记), ``organisation`` the body in short full form with its
    place resolved (青白江区委), ``title`` the post alone (副书记), ``status`` one of ``""``,
    ``acting``, ``former``, ``concurrent``, ``proposed``, ``honorary``.
    """

    surface: str
    organisation: str
    title: str
    span: Span
    status: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A named person who takes part in an event, with posts and capacities of this event.

    ``capacity_confidence`` has one number for each of ``capacities``, in their order; it is empty
    where nothing is known.
    """

    name: str
    span: Span
    roles: tuple[RoleMention, ...] = ()
    capacities: tuple[str, ...] = ()
    confidence: float = 1.0
    capacity_confidence: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A body, a place or a document in an event.

    ``name`` is the cleaned name that the annotation guide asks for, ``span`` its words in the
    source, ``capacity`` what it does there (bodies: host, attend, sign, founded, awarded, other;
    documents: adopted, signed, studied, issued, reviewed; places: empty).
    """

    name: str
    span: Span
    capacity: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the event states: 8个项目 is value 8, unit 个, of 项目."""

    value: float
    unit: str
    of: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One dated happening inside an entry; ``span`` holds the words that tell of it.

    A confidence, here and on everything inside, is the chance that the fact is right: of facts at
    0.9 about nine in ten are (see `extractors.language.confidence`).
    """

    when: DateRange
    type: str
    span: Span
    headline: str = ""
    persons: tuple[PersonMention, ...] = ()
    organisations: tuple[Mention, ...] = ()
    locations: tuple[Mention, ...] = ()
    documents: tuple[Mention, ...] = ()
    series: str = ""
    ordinal: int | None = None
    figures: tuple[Figure, ...] = ()
    type_confidence: float = 1.0
    date_confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of one source: ``text == source_text[start:end]``, always."""

    entry_id: str
    source: str
    text: str
    start: int
    end: int
    context: Context
    events: tuple[EventRecord, ...]
    warnings: tuple[Warning, ...] = ()
