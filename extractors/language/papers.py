"""Documents: the titles in 《》 that an entry adopts, signs, studies, issues or reviews.

A title that is only pointed at (落实…《意见》相关规定, 按照《条例》), a newspaper, a programme or a
song is left out unless it is the object of such a verb. The verbs are in
``extractors/lexicon/papers.toml``.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.document import Frame, Named, register, text_of
from extractors.lexicon.alternation import any_of, any_word

_LONGEST_TITLE = 160
_LOOK_AHEAD = 70
_LOOK_BACK = 400
# A title that lost its closing mark and its last character at the end of a torn line.
_TORN = {"协": "协议", "条": "条例", "通": "通知"}
_MARKS = re.compile(r"[《》。;\n]")
_LONGEST_REST = 60
"""How many characters of a title may stand on the line behind the one that it is torn at."""

_NEAR = 18
"""How far behind a verb a title may stand that only says what the paper is (characters)."""

_DEEPEST = 6
_REPORT = re.compile(
    "(?:的|为题的?,?[^。;]{0,12})(?:工作|专题|主题|动员|学术|形势|政治|总结|辅导|典型|主旨|大会|书面|长篇)?(?:报告|汇报|述职|陈述|答辩)"
)
_WORK_REPORT = re.compile("(?:的|为题的?,?[^。;]{0,12})(?:工作报告|汇报|述职|陈述|答辩)")
_HEARD = re.compile(
    r"(?:听取|审议|讨论)[^。;]*$|(?:会议|全会|大会|代表会)(?!议)(?![^。]*为[^,。;]{2,16}作)[\s\S]{0,200}$"
)
_MADE = re.compile(r"(?:作|做)了?(?:题为)?《$")
_REPORT_BEHIND = re.compile("的?(?:工作|专题|主题|主旨|总结|书面)?(?:报告|发言|讲话|说明|汇报)")
_REPORT_TITLE = re.compile("(?:报告|讲话|说明|总结|发言|汇报)$")
_TORN_OFF = re.compile(r"[。;,\n《]")
_SENTENCE_END = re.compile(r"[。;!?\n]")


@dataclass(frozen=True, slots=True)
class _Verbs:
    before: re.Pattern[str]
    after: re.Pattern[str]
    capacity: dict[str, str]
    not_a_title: re.Pattern[str]
    not_after: re.Pattern[str]
    short: frozenset[str]
    appears: re.Pattern[str]
    decreed: tuple[re.Pattern[str], re.Pattern[str]]


@lru_cache(maxsize=1)
def _verbs() -> _Verbs:
    data = tomllib.loads((files("extractors.lexicon") / "papers.toml").read_text("utf-8"))
    capacity = {verb: kind for kind, verbs in data["capacities"].items() for verb in verbs}
    return _Verbs(
        re.compile(any_of([*map(re.escape, capacity), *data["not_a_paper"]["before"]])),
        _longest_first(capacity),
        capacity,
        re.compile("|".join(data["not_a_paper"]["titles"])),
        re.compile("|".join(data["not_a_paper"]["after"])),
        frozenset(data["not_a_paper"]["short"]),
        re.compile(data["appearing"]["after"].removeprefix("^")),
        (re.compile(data["decreed"]["before"]), re.compile(data["decreed"]["title"])),
    )


def _longest_first(verbs: Iterable[str]) -> re.Pattern[str]:
    return re.compile(any_word(verbs))


def titles(text: str) -> Iterator[tuple[int, int, int]]:
    """Each outermost title as (start, end, after): the words without marks, and where to go on.

    Titles nest (《关于修改〈条例〉的决定》, 《…《…》…》); where the closing mark is missing the
    title ends at the next sentence end, line end or opening mark.
    """
    position = 0
    while (opening := text.find("《", position)) >= 0:
        stop = min(len(text), opening + 1 + _LONGEST_TITLE)
        end = _end_of_title(text, opening + 1, stop)
        if end is None:
            # unclosed: up to the first mark that no title holds
            torn = _TORN_OFF.search(text, opening + 1, stop)
            end = torn.start() if torn else stop
            yield opening + 1, end, end
            position = max(end, opening + 1)
        else:
            yield opening + 1, end, end + 1
            position = end + 1


def _end_of_title(text: str, start: int, stop: int) -> int | None:
    """Where the mark stands that closes the title of ``text[start:stop]``, None where none does."""
    last = text.rfind("》", start, stop)
    if last < 0:
        return None
    depth = 1
    for mark in _MARKS.finditer(text, start, stop):
        at, character = mark.start(), mark[0]
        if character == "《":
            depth += 1
            if depth > _DEEPEST:
                return None
        elif character == "》":
            depth -= 1
            if depth == 0 or at == last or _closes(text, at):
                return at
        elif (depth == 1 or at > last) and (character != "\n" or not _goes_on(text, at, stop)):
            return None
    return None


def _goes_on(text: str, at: int, stop: int) -> bool:
    """Whether a title that is torn at a line end closes on the next line."""
    mark = _MARKS.search(text, at + 1, stop)
    return mark is not None and mark[0] == "》" and mark.start() - at <= _LONGEST_REST


def _closes(text: str, at: int) -> bool:
    """A closing mark before 《, 、 or a stop closes the outer title even where one is missing."""
    return at + 1 >= len(text) or text[at + 1] in "、,。;!?\n"


@dataclass(frozen=True, slots=True)
class _Lead:
    """What the sentence has said before a title: the last verb, how far back it is, and where."""

    verb: str = ""
    far: int = 0
    upto: int = 0


def _lead(text: str, start: int, before: _Lead) -> _Lead:
    """The lead of the title that opens at ``start``; ``before`` is that of the title before it.

    Other titles in a list say nothing about this one and count as two characters.
    """
    begin = max(before.upto, start - _LOOK_BACK)
    stop = max((m.end() for m in _SENTENCE_END.finditer(text, begin, start)), default=begin)
    fresh = stop > begin or begin > before.upto
    verb, far = ("", 0) if fresh else (before.verb, before.far + 2)
    said = list(_verbs().before.finditer(text, stop, start))
    if said:
        last = said[-1]
        return _Lead(last[0], start - last.start(), start)
    return _Lead(verb, far + start - stop, start)


def _capacity(text: str, start: int, after: int, lead: _Lead) -> str:
    """What is done with the title ``text[start : after - 1]``; empty for nothing."""
    verbs = _verbs()
    name = text[start : after - 1]
    own = _own_of(lead.verb) if lead.far < _LOOK_BACK else ""
    before = text[max(0, start - _LOOK_BACK) : start]
    by, called = verbs.decreed
    if called.search(name) and by.search(before):
        return "issued"
    if (no := verbs.not_after.match(text, after)) and not (own == "studied" and no[0] == "精神"):
        return ""
    if verbs.appears.match(text, after):
        return "issued"
    if lead.verb in ("题为", "以") and lead.far < 4 and _REPORT.match(text, after):
        return "reviewed" if _WORK_REPORT.match(text, after) or _HEARD.search(before) else ""
    if _MADE.search(before) and (_REPORT_TITLE.search(name) or _REPORT_BEHIND.match(text, after)):
        return "reviewed"
    if own:
        return "" if verbs.not_a_title.search(name) and own != "studied" else own
    if lead.verb and lead.far < 40:
        return ""
    stop = _SENTENCE_END.search(text, after, after + _LOOK_AHEAD)
    end = min(stop.start() if stop else len(text), after + _LOOK_AHEAD)
    if verbs.not_a_title.search(name):
        return ""
    match_after = verbs.after.search(_without_titles(text[after:end]))
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
    told: list[str] = []
    starts = [frame.start for frame in frames]
    lead = _Lead()
    for start, end, after in titles(text):
        if end == start:
            continue
        closed = after == end + 1
        name = _name(text, start, end, closed)
        lead = _lead(text, start - 1, lead)
        capacity = _capacity(text, start, end + 1, lead)
        if name in _verbs().short:
            said = text[start - 1 - lead.far : start - 1]
            stated = bool(_own_of(lead.verb)) and len(said) <= _NEAR and "," not in said
            capacity = capacity if stated and not any(n.endswith(name) for n in told) else ""
        elif not capacity and len(name) > 4 and (not lead.verb or _own_of(lead.verb)):
            capacity = _issued_in_frame(start, frames)
        told.append(name)
        lead = replace(lead, upto=after)
        frame = bisect_right(starts, start) - 1
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
    own = doc._
    own.papers = find_papers(text_of(doc), own.frames)
    return doc
