"""Documents: the titles in 《》 that an entry adopts, signs, studies, issues or reviews.

A title that is only pointed at (落实…《意见》相关规定, 按照《条例》), a newspaper, a programme or a
song is left out unless it is the object of such a verb. The verbs are in
``extractors/lexicon/papers.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.document import Frame, Named, register, text_of

_LONGEST_TITLE = 160
_LOOK_AHEAD = 70
_LOOK_BACK = 400
# A title that lost its closing mark and its last character at the end of a torn line.
_TORN = {"协": "协议", "条": "条例", "通": "通知"}
_TORN_OFF = re.compile(r"[。;,\n《]")
_SENTENCE_END = re.compile(r"[。;!?\n]")


@dataclass(frozen=True, slots=True)
class _Verbs:
    before: re.Pattern[str]
    after: re.Pattern[str]
    capacity: dict[str, str]
    not_a_title: re.Pattern[str]
    not_after: re.Pattern[str]


@lru_cache(maxsize=1)
def _verbs() -> _Verbs:
    data = tomllib.loads((files("extractors.lexicon") / "papers.toml").read_text("utf-8"))
    capacity = {verb: kind for kind, verbs in data["capacities"].items() for verb in verbs}
    return _Verbs(
        _longest_first({*capacity, *data["not_a_paper"]["before"]}),
        _longest_first(capacity),
        capacity,
        re.compile("|".join(data["not_a_paper"]["titles"])),
        re.compile("|".join(data["not_a_paper"]["after"])),
    )


def _longest_first(verbs: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(verbs, key=lambda v: (-len(v), v)))))


def titles(text: str) -> Iterator[tuple[int, int, int]]:
    """Each outermost title as (start, end, after): the words without marks, and where to go on.

    Titles nest (《关于修改〈条例〉的决定》, 《…《…》…》); where the closing mark is missing the
    title ends at the next sentence end, line end or opening mark.
    """
    position = 0
    while (opening := text.find("《", position)) >= 0:
        depth, at = 1, opening + 1
        stop = min(len(text), at + _LONGEST_TITLE)
        end = -1
        while at < stop:
            character = text[at]
            if character == "《":
                depth += 1
            elif character == "》":
                depth -= 1
                if depth == 0 or text.find("》", at + 1, stop) < 0 or _closes(text, at):
                    end = at
                    break
            elif character in "。;\n" and (depth == 1 or text.find("》", at, stop) < 0):
                break
            at += 1
        if end < 0:
            # unclosed: up to the first mark that no title holds
            torn = _TORN_OFF.search(text, opening + 1, stop)
            end = torn.start() if torn else stop
            yield opening + 1, end, end
            position = max(end, opening + 1)
            continue
        yield opening + 1, end, end + 1
        position = end + 1


def _closes(text: str, at: int) -> bool:
    """A closing mark before 《, 、 or a stop closes the outer title even where one is missing."""
    return at + 1 >= len(text) or text[at + 1] in "、,。;!?\n"


def _capacity(text: str, start: int, after: int) -> str:
    """What is done with the title ``text[start : after - 1]``; empty for nothing."""
    verbs = _verbs()
    name = text[start : after - 1]
    if verbs.not_after.match(text, after):
        return ""
    back = max(0, start - _LOOK_BACK)
    sentence = max((m.end() for m in _SENTENCE_END.finditer(text, back, start)), default=back)
    lead = _without_titles(text[sentence : start - 1])
    found = ""
    for match in verbs.before.finditer(lead):
        found = match[0]
    own = _own_of(found)
    if own:
        return "" if verbs.not_a_title.search(name) and own != "studied" else own
    if found and len(lead) - lead.rfind(found) < 40:
        return ""
    stop = _SENTENCE_END.search(text, after)
    end = min(stop.start() if stop else len(text), after + _LOOK_AHEAD)
    tail = _without_titles(text[after:end])
    if verbs.not_a_title.search(name):
        return ""
    match_after = verbs.after.search(tail)
    return _own_of(match_after[0]) if match_after else ""


def _own_of(verb: str) -> str:
    return _verbs().capacity.get(verb, "")


def _without_titles(words: str) -> str:
    """Other titles in a list say nothing about this one."""
    return re.sub(r"《[^《》]*》?", "《》", words)


def _name(text: str, start: int, end: int, closed: bool) -> str:
    name = re.sub(r"\s+", "", text[start:end]) if not text[start:end].isascii() else text[start:end]
    if not closed and name[-1:] in _TORN:
        name = name[:-1] + _TORN[name[-1]]
    return name


def find_papers(text: str, frames: Sequence[Frame] = ()) -> tuple[Named, ...]:
    """The documents of a clean text, each once a frame, with the capacity that the verbs give."""
    found: list[Named] = []
    seen: set[tuple[int, str]] = set()
    for start, end, after in titles(text):
        closed = after == end + 1
        name = _name(text, start, end, closed)
        capacity = _capacity(text, start, end + 1)
        if not capacity and len(name) > 4:
            capacity = _issued_in_frame(start, frames)
        frame = next((i for i, f in enumerate(frames) if f.start <= start < f.end), -1)
        if capacity and len(name) >= 2 and (frame, name) not in seen:
            seen.add((frame, name))
            found.append(Named(start, end, name, capacity, 1.0 if closed else 0.7))
    return tuple(found)


def _issued_in_frame(start: int, frames: Sequence[Frame]) -> str:
    """A title that opens an entry about a measure is what is issued (《条例》施行一周年 apart)."""
    inside = any(f.start <= start <= f.start + 12 and f.type == "policy" for f in frames)
    return "issued" if inside else ""


register()


@Language.component("papers")
def papers(doc: Doc) -> Doc:
    """Sets ``doc._.papers``: Named with clean offsets, in the order of the text."""
    doc._.papers = find_papers(text_of(doc), doc._.frames)
    return doc
