"""The component `bodies`: bodies that take part in what is told, not those it only speaks of.

A body's name ends in one of the endings of the lexicon (委员会, 局, 集团) and begins after punctuation or
after a word that stands in no name. It takes part where a verb of acting follows, where it stands
after 由, 与, 受 and the like, where it holds the meeting that is named after it, or in a list with
one that does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick
from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.document import Named, PersonSpan
from extractors.language.gazetteer import is_place_name
from extractors.language.posts import body_start
from extractors.lexicon import table, words

_ADVERB = re.compile(r"(?:\([^()]{1,20}\))?(?:等)?(?:共同|联合|分别|正式|先后|首次|主动|积极|成功|隆重|还|也|再次|将|相继|一起|在[^,。;、]{1,20}|于[^,。;、]{1,16}|\d+日(?:上午|下午|晚)?|今天|上午|下午|又|已|已经|曾|一行[^,]{0,6})*")
_JOINED = re.compile(r"和|与|同|及|暨|或|以及")
_QUOTE = re.compile(r"[“《]")
_COUNTED = re.compile(r"^[0-9一二两三四五六七八九十百千]+(?:家|个|所|名|支|位|余)")


@dataclass(frozen=True, slots=True)
class Body:
    """A body's name where it stands, before it is known to take part (clean offsets)."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=1)
def _data() -> Any:
    return table("acting")


@lru_cache(maxsize=1)
def _endings() -> ahocorasick.Automaton:
    from extractors.lexicon import columns

    automaton = ahocorasick.Automaton()
    for row in columns("body_endings"):
        automaton.add_word(row[0], (row[0], row[1] if len(row) > 1 else ""))
    for word in words("not_bodies"):
        automaton.add_word(word, (word, "-"))
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=1)
def _after() -> dict[str, tuple[tuple[str, str], ...]]:
    by_first: dict[str, list[tuple[str, str]]] = {}
    for capacity, verbs in _data()["after"].items():
        for verb in verbs:
            by_first.setdefault(verb[0], []).append((verb, capacity))
    return {c: tuple(sorted(v, key=lambda x: -len(x[0]))) for c, v in by_first.items()}


@lru_cache(maxsize=1)
def _meeting() -> re.Pattern[str]:
    return re.compile(_data()["meetings"]["pattern"])


def names(text: str, start: int = 0, taken: Sequence[tuple[int, int]] = ()) -> tuple[Body, ...]:
    """Names of bodies in ``text[start:]`` from the left, none inside a stretch that is taken."""
    found: list[Body] = []
    blocks = sorted(taken)
    for last, (ending, kind) in _endings().iter_long(text, start):
        end = last + 1
        if kind == "-" or any(a < end and end - len(ending) < b for a, b in blocks):
            continue
        floor = max([start, *(b for a, b in blocks if b <= end)])
        if found and found[-1].end > floor and found[-1].end <= end - len(ending) \
                and text[found[-1].end:found[-1].end + 1] in "、,和与及同":
            floor = found[-1].end + 1
        at = _split(text, body_start(text, end - len(ending), floor), end)
        if found and found[-1].start >= at:
            found.pop()
        if _is_name(text, at, end):
            found.append(Body(at, end, kind))
    return tuple(found)


def _split(text: str, start: int, end: int) -> int:
    """Past a conjunction that joins this body to one before it (甲局和乙局: 乙局)."""
    at = start
    for match in _JOINED.finditer(text, start, end):
        left = text[at:match.start()]
        if len(left) >= 2 and (left.endswith(_strong()) or is_place_name(left)):
            at = match.end()
    return at


@lru_cache(maxsize=1)
def _strong() -> tuple[str, ...]:
    return tuple(w for w in words("body_endings") if len(w) >= 2) + (
        "市委", "区委", "县委", "省委", "局", "厅", "政协", "人大", "法院")


def _is_name(text: str, start: int, end: int) -> bool:
    name = text[start:end]
    generic = _data()["generic"]
    return (2 <= len(name) <= 40 and name not in generic["whole"]
            and not name.startswith(tuple(generic["starts"]))
            and not _COUNTED.match(name) and not is_place_name(name)
            and name.count("“") == name.count("”") and name.count("(") == name.count(")"))


def bodies(text: str, people: Sequence[PersonSpan] = (), start: int = 0) -> tuple[Named, ...]:
    """Bodies that take part, each with what it does there (clean offsets)."""
    taken = [(p.start, p.end) for p in people]
    taken += [(q.start, q.end) for p in people for q in p.posts]
    taken += [m.span() for m in re.finditer(r"《[^《》]{1,80}》|“[^“”]{1,40}”", text)]
    listed = names(text, start, taken)
    found: dict[int, Named] = {}
    for index, body in enumerate(listed):
        capacity = _capacity(text, body)
        if capacity:
            found[index] = Named(body.start, body.end, _clean(text[body.start:body.end]), capacity)
    # In a list one that acts carries the others: 甲、乙、丙联合开展.
    for index in range(len(listed) - 1, 0, -1):
        before, body = listed[index - 1], listed[index]
        between = text[before.end:body.start]
        if index in found and index - 1 not in found and between in ("、", "和", "与", "及", "以及", ",", "同"):
            if not _quoted(text, before.start):
                found[index - 1] = Named(before.start, before.end,
                                         _clean(text[before.start:before.end]),
                                         found[index].capacity)
    for index in range(1, len(listed)):
        before, body = listed[index - 1], listed[index]
        between = text[before.end:body.start]
        if index - 1 in found and index not in found and between in ("、", "和", "与", "及", "以及"):
            found[index] = Named(body.start, body.end, _clean(text[body.start:body.end]),
                                 found[index - 1].capacity)
    return tuple(found[i] for i in sorted(found))


def _clean(name: str) -> str:
    return name.replace(" ", "").replace("\n", "")


def _capacity(text: str, body: Body) -> str:
    """What the body does, or the empty string where it is only spoken of."""
    if _quoted(text, body.start):
        return ""
    rest = text[body.end:body.end + 40]
    if _meeting().match(rest):
        return "host"
    adverb = _ADVERB.match(text, body.end)
    at = adverb.end() if adverb else body.end
    verb = next(((v, c) for v, c in _after().get(text[at:at + 1], ()) if text.startswith(v, at)),
                None)
    before = text[max(0, body.start - 4):body.start]
    for capacity, leads in _data()["before"].items():
        if before.endswith(tuple(leads)) and capacity != "other":
            return verb[1] if verb else str(capacity)
    if verb and (_opens(text, body.start) or len(verb[0]) >= 2):
        return verb[1]
    if before.endswith(tuple(_data()["before"]["other"])):
        return "other"
    return ""


def _opens(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in ",。;:!?\n、“ 日"


def _quoted(text: str, at: int) -> bool:
    """Whether the clause before ``at`` only speaks of what others said or decided."""
    clause = max(text.rfind(mark, 0, at) for mark in ",。;!?\n") + 1
    return any(word in text[clause:at] for word in _data()["quoting"]["words"])


@Language.component("bodies")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.bodies`` from the telling of the entry."""
    doc._.bodies = bodies(doc.text, doc._.people, doc._.entry.body)
    return doc
