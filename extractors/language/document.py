"""An entry as a spaCy Doc: one token a character, and what the components leave on it.

Token i is character i of the entry's clean text, so a token offset is a clean offset and spans need
no conversion. Each component reads what earlier ones left in ``doc._`` and sets its own attribute
once; none changes another's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.language.scope import Scope
from extractors.reading.entry import Entry
from schema.records import DateRange, Span


@dataclass(frozen=True, slots=True)
class Frame:
    """One happening: the stretch ``[start, end)`` of the clean text that tells of it.

    ``sure`` is the weight of the word that decides its type (see `kinds.decide`).
    """

    start: int
    end: int
    when: DateRange
    type: str
    sure: float = field(default=1.0, compare=False)


@dataclass(frozen=True, slots=True)
class PostSpan:
    """A post as written, with its body resolved: 区委副书记 is 青白江区委 / 副书记."""

    start: int
    end: int
    surface: str
    organisation: str
    title: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """A name where it stands (clean offsets), and the posts that these words give it.

    ``confidence`` is the chance of a name there by its characters alone.
    """

    start: int
    end: int
    name: str
    posts: tuple[PostSpan, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Named:
    """A body, a place or a document where it stands (clean offsets)."""

    start: int
    end: int
    name: str
    capacity: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Memory:
    """What the whole document tells that one entry does not: names that are sure somewhere in
    it, who is meant by a surname and a post (王书记) where only one person can be, and whose post
    a name and a title are where they have one body.
    """

    names: frozenset[str] = frozenset()
    abbreviations: dict[str, str] = field(default_factory=dict)
    officials: dict[str, str] = field(default_factory=dict)
    posts: dict[tuple[str, str], str] = field(default_factory=dict)


EXTENSIONS: dict[str, Any] = {
    "entry": None,
    "scope": None,
    "memory": Memory(),
    "frames": (),
    "papers": (),
    "people": (),
    "acts": {},
    "appointments": {},
    "bodies": (),
    "places": (),
}


class CharacterTokenizer:
    """Every character a token, white space included, so that offsets never shift."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._orths: dict[str, int] = {}  # a Doc is made twice as fast from these as from strings

    def __call__(self, text: str) -> Doc:
        try:
            orths = [self._orths[char] for char in text]
        except KeyError:
            self._orths |= {char: int(self.vocab.strings.add(char)) for char in set(text)}
            return self(text)
        return Doc(self.vocab, words=orths, spaces=[False] * len(text))  # type: ignore[arg-type]

    def to_bytes(self, **_: Any) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **_: Any) -> CharacterTokenizer:
        return self

    def to_disk(self, path: Any, **_: Any) -> None:
        return None

    def from_disk(self, path: Any, **_: Any) -> CharacterTokenizer:
        return self


def register() -> None:
    """Make the attributes known to spaCy; more than once does no harm."""
    for name, default in EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


@dataclass(frozen=True, slots=True)
class Found:
    """What the components left on a Doc, taken from it once (``doc._`` is slow to ask)."""

    text: str
    entry: Entry
    scope: Scope
    memory: Memory
    frames: tuple[Frame, ...]
    papers: tuple[Named, ...]
    people: tuple[PersonSpan, ...]
    acts: dict[int, tuple[str, ...]]
    appointments: dict[int, Any]
    bodies: tuple[Named, ...]
    places: tuple[Named, ...]


def found_in(doc: Doc) -> Found:
    """All that is known of a Doc after every component."""
    own = doc._
    return Found(
        own.entry.clean.text,
        own.entry,
        own.scope or Scope(),
        own.memory,
        own.frames,
        own.papers,
        own.people,
        own.acts,
        own.appointments,
        own.bodies,
        own.places,
    )


def covered(people: Sequence[PersonSpan]) -> list[Span]:
    """The stretches that are persons and their posts, in no order."""
    spans = [(p.start, p.end) for p in people]
    return spans + [(q.start, q.end) for p in people for q in p.posts]


def merged(spans: Iterable[Span]) -> tuple[list[int], list[int]]:
    """Starts and ends, both sorted, of the stretches that the spans cover together."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def text_of(doc: Doc) -> str:
    """The clean text of a Doc; ``doc.text`` puts it together again from its tokens every time."""
    entry = doc._.entry
    return doc.text if entry is None else str(entry.clean.text)


def make_doc(nlp: Language, entry: Entry, scope: Scope, memory: Memory) -> Doc:
    """The entry's clean text as a Doc that knows its entry, its place and its document."""
    doc = nlp.make_doc(entry.clean.text)
    own = doc._
    own.entry, own.scope, own.memory = entry, scope, memory
    return doc
