"""Where one entry tells of several happenings, and what each of them is.

A chronicle's entry tells as a rule of one happening, agenda, speeches and guests included. A second
one begins where another date opens a stretch (28日凌晨,…; 29日,…) or where the same people go on to
something else (会议结束后,…前往…督导), and only if what follows is a happening of its own.

All offsets are clean offsets of the entry, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.document import Frame
from extractors.language.kinds import decide
from extractors.language.triggers import triggers
from extractors.language.type_model import likelier
from extractors.reading.entry import DatedSpan
from schema.records import DateRange

_SURE = 0.55  # a stretch whose type is less sure than this goes on telling of what came before
_APART = 0.7  # on the same day only a clear second happening counts

_LEAVES = re.compile(
    r"[^。;\n]{0,16}?(?:离[开去县境市州区校院厂京会]|返回|返程|返抵|回国|启程|结束|闭幕|落幕|告别|收工|扑灭|熄灭|解除|截止"
    r"|返(?!还|聘|修|贫|工|航)[^\W\d_]{1,2}(?=[,。;\n]))"
)
_ON_THE_WAY = re.compile(r"与会|参会|参加会议|会议代表|嘉宾|全体人员|期间|会前|仪式前")
_AFTER_AN_INSPECTION = re.compile(r"座谈会|汇报会|反馈会|见面会|座谈|交换意见|听取")
_GOES = re.compile(
    r"[,;](?=(?:并|随后|又|还)(?:率队|率领?|带队|带领)?[^,。;\n]{0,8}?(?:赴|前往|深入|到|来到)[^。;\n]{1,60}?"
    r"(?:督导|检查|调研|督查|视察|察看|查看|慰问))"
)
_DOES = re.compile(
    r"(?:;|。(?=赴))(?=(?:主持召开|主持|召开|参加(?!会议的)|出席(?!会议的)|赴|到|前往|会见|接待|督导|督查|调研|检查|视察|走访|慰问|看望))"
)
"""Where the same official goes on, his name not told again: 甲参加仪式;赴乙地检查."""
_ORDER = re.compile("第.{1,6}号.{0,8}令")
_TELLING = re.compile(r"(?:[^\W\d_年月日上中下旬午早晚至到底初、][“”‘’《》]?){3}")
_LOOKING = frozenset(("inspection", "visit", "condolence"))
_SOME_TIME = re.compile("同[日天]|同一天|次日|翌日|同月|是[日月]|此外|另外")
_HELD = re.compile("举行|举办|放映|上演")
_PART_OF_DAY = re.compile("上午|下午|晚|早|凌晨|中午")


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where a second happening may begin; ``when`` is None where no date says so, ``words`` are
    empty where the subject of the first goes on."""

    start: int
    when: DateRange | None
    words: str


def frames(
    text: str, body: int, when: DateRange, dates: Sequence[DatedSpan], place: str = ""
) -> tuple[Frame, ...]:
    """The happenings of one entry, a partition of its clean text; none for an empty text.

    ``body`` is the offset where the telling begins (what stands before is a headline), ``when`` the
    entry's own date, ``dates`` the dates that open a stretch, ``place`` the place whose chronicle
    it is with its higher units, which tells home from elsewhere.
    """
    if not text:
        return ()
    cuts = _cuts(text, body, dates)
    edges = [*(cut.start for cut in cuts), len(text)]
    kind, sure = decide(text[body : edges[0]], text[:body], place)
    found = [Frame(0, edges[0], when, kind, sure)]
    known = sure >= _SURE
    for cut, end in zip(cuts, edges[1:], strict=True):
        stretch = text[cut.start : end]
        kind, sure = decide(stretch, "", place)
        now = found[-1]
        if not cut.words:
            apart = sure >= _APART and kind != now.type and not {kind, now.type} <= _LOOKING
            if apart and not _AFTER_AN_INSPECTION.search(stretch[:80]):
                found.append(Frame(cut.start, end, now.when, kind, sure))
                known = True
            else:
                found[-1] = replace(now, end=end)
        elif not known and not _is_next_day(now, cut, text) and not _is_beside(cut, text, sure):
            known = sure >= _SURE
            found[-1] = (
                replace(now, end=end, type=kind, sure=sure) if known else replace(now, end=end)
            )
        elif cut.when is not None and cut.when != now.when:
            if _LEAVES.match(stretch, len(cut.words)) and sure < 1.0:
                found[-1] = replace(now, end=end, when=_until(now.when, cut.when))
            elif _goes_on(found[0], now, cut, text):
                found[-1] = replace(now, end=end)
            elif _is_another(now.type, kind, cut, text):
                found.append(Frame(cut.start, end, cut.when, kind, sure))
                known = sure >= _SURE
            elif sure >= _SURE and not _is_background(found[0], cut.when, kind):
                found.append(Frame(cut.start, end, cut.when, kind, sure))
                known = True
            elif sure < _SURE and _tells_on(found, cut, text):
                # one date after another: a happening too, though of no type that the words tell
                found.append(Frame(cut.start, end, cut.when, kind, sure))
            else:
                found[-1] = replace(now, end=end)
        elif _is_another(now.type, kind, cut, text) or (
            sure >= _APART and _is_second(now.type, kind, cut.words, stretch)
        ):
            found.append(Frame(cut.start, end, now.when, kind, sure))
        else:
            found[-1] = replace(now, end=end)
    return tuple(_with_likelier_type(frame, text) for frame in found)


def _with_likelier_type(frame: Frame, text: str) -> Frame:
    """The frame with the type that the words of its telling make likeliest beside the rules."""
    kind = likelier(frame.type, frame.sure, text[frame.start : frame.end])
    return frame if kind == frame.type else replace(frame, type=kind, sure=UNSURE)


UNSURE = 0.5
"""How sure a type is that the rules did not find."""


def _is_second(before: str, kind: str, words: str, stretch: str) -> bool:
    """Whether a stretch of the same day, opened by ``words``, tells of a happening of its own."""
    if kind == before or kind == "other" or _ON_THE_WAY.search(stretch[:30]):
        return False
    if _ORDER.match(words):
        return before == "policy" and kind == "appointment"
    if _SOME_TIME.match(words):
        return not {before, kind} <= _LOOKING
    if kind == "cultural" and before not in _LOOKING:
        return _HELD.search(stretch[:30]) is not None  # 当晚举行文艺晚会
    if kind not in triggers().second or {before, kind} <= _LOOKING:
        return False
    if before in _LOOKING and kind == "meeting":
        # what officials hear on the spot belongs to their visit
        return bool(_PART_OF_DAY.search(words)) and not _AFTER_AN_INSPECTION.search(stretch[:80])
    return kind in _LOOKING or bool(_PART_OF_DAY.search(words))


def _is_background(first: Frame, when: DateRange, kind: str) -> bool:
    """Whether an earlier date only tells how it all began (a festival closes; it opened on…)."""
    return when.end < first.when.start and kind == first.type


def _is_next_day(now: Frame, cut: _Cut, text: str) -> bool:
    """Whether a sentence opens with a day that lies behind what is told before it."""
    when = cut.when
    if when is None or text[cut.start - 1] not in "。\n":
        return False
    if when.precision == "day" and when.start > now.when.end:
        return True
    # a day of a disaster of several, a part of the month told: 8日晚至9日,…。9日上午,…; 中旬,…
    within = now.when.start < when.start and when.end <= now.when.end
    if not within or now.type not in ("incident", "other"):
        return False
    return when.precision == "period" or when.precision == now.when.precision == "day"


def _tells_on(found: Sequence[Frame], cut: _Cut, text: str) -> bool:
    """Whether a date opens the next of several happenings, or a later day that of two."""
    return _is_next_day(found[-1], cut, text) or (len(found) > 1 and text[cut.start - 1] in "。\n")


_ANOTHER = re.compile("同[日月天]|同一天|次日|翌日|是[日月]")
_SAME_PEOPLE = re.compile(
    "[ ,]*(?:又|还|再|继续|仍|再次|大会|会议|会上|全会|代表|与会|一行|该|其|他|她|双方|各)"
)


def _is_another(before: str, kind: str, cut: _Cut, text: str) -> bool:
    """Whether a sentence opens with 同日, 次日 or their like, and not with those told of before."""
    opens = _ANOTHER.match(cut.words) if text[cut.start - 1] in "。\n" else None
    if opens is None or kind == before != "ceremony" or {before, kind} <= _LOOKING:
        return False
    if before == "incident" and kind in ("other", "inspection"):
        return False  # what is done about it the day after
    return _SAME_PEOPLE.match(text, cut.start + len(cut.words)) is None


_BESIDE = re.compile("[同当][日天]|同一天")


def _is_beside(cut: _Cut, text: str, sure: float) -> bool:
    """Whether a sentence opens with 同日 and clearly tells something: not what stands before it."""
    return sure >= _APART and text[cut.start - 1] in "。\n" and bool(_BESIDE.match(cut.words))


_FOUNDED = frozenset(("organisation_change", "project", "other"))


def _goes_on(first: Frame, now: Frame, cut: _Cut, text: str) -> bool:
    """Whether a later or earlier date only adds to what is told: the works that began the year
    before, what became of the new body, the day inside the span of the happening."""
    when = cut.when
    if when is None:
        return False
    at = cut.start + len(cut.words)
    if now.type in _FOUNDED and triggers().becomes.match(text, at):
        return not _finished_later(now, when)
    year, began = when.start[:-6], first.when.start[:-6]
    if year.isdigit() and began.isdigit() and year < began:
        return True
    inside = now.when.start < when.start and when.end <= now.when.end
    if inside and now.type == "meeting" and _MEETS_ON.match(text, at):
        return True
    return inside and text[cut.start - 1] not in "。;\n" and when.precision == "day"


_MEETS_ON = re.compile("[ ,]*(?:上午|下午|晚)?[ ,]*(?:大会|会议|全会|闭会|闭幕|选举|代表们?)")


def _finished_later(now: Frame, when: DateRange) -> bool:
    """Whether works were finished on a day or in a month of a year after that of the happening:
    what is told so exactly is one of its own (次年8月15日竣工), unlike a bare year (次年竣工)."""
    year, before = when.start[:-6], now.when.start[:-6]
    exact = when.precision in ("day", "month") and now.type == "project"
    return exact and year.isdigit() and year > before


def _until(first: DateRange, last: DateRange) -> DateRange:
    """From the first day to the last, where the last does come later."""
    return replace(first, end=last.end) if last.end > first.end else first


def _cuts(text: str, body: int, dates: Sequence[DatedSpan]) -> list[_Cut]:
    """Every place where a second happening may begin, in order, none of them at the opening."""
    opening = body
    cuts: dict[int, _Cut] = {}
    for dated in dates:
        start = _clause_start(text, dated.start, opening)
        if not _tells(text[opening:start]):
            continue
        words = text[start : dated.end]
        cuts[start] = _Cut(start, dated.when, words)
    for cue in triggers().cues.finditer(text, body):
        at = cue.start("cue")
        if at not in cuts:
            cuts[at] = _Cut(at, None, cue["cue"])
    for goes in _GOES.finditer(text, body):
        at = goes.end()
        if at not in cuts:
            cuts[at] = _Cut(at, None, text[at : at + 2])
    for does in _DOES.finditer(text, body):
        if does.end() not in cuts:
            cuts[does.end()] = _Cut(does.end(), None, "")
    return [cuts[at] for at in sorted(cuts)]


def _tells(text: str) -> bool:
    """Whether there is more than marks, digits and a date between two places."""
    return _TELLING.search(text) is not None


def _clause_start(text: str, at: int, least: int) -> int:
    """Where the clause of offset ``at`` begins: 王书记于21日下午… is cut before 王."""
    start = max(text.rfind(mark, least, at) for mark in ",。!?;:\n")
    return max(start + 1, least)


@Language.component("frames")
def frames_component(doc: Doc) -> Doc:
    """Sets ``doc._.frames`` from the entry of the Doc."""
    own = doc._
    entry, scope = own.entry, own.scope
    units = getattr(scope, "units", ()) or ()
    place = "".join(unit.name for unit in units) or (entry.context.place or "")
    own.frames = frames(entry.clean.text, entry.body, entry.when, entry.dates, place)
    return doc
