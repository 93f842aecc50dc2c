"""Places as subjects and objects: 我市召开, 某地发生地震, 某大桥通车, 修建某水库; and speech.

The functions read one frame of a clean text and yield Named with clean offsets; the words are in
``extractors/lexicon/venues.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractors.language.document import Frame, Named
from extractors.language.gazetteer import longest_name, unit_at, units_named
from extractors.language.place_items import (
    MEASURED,
    STAGE,
    all_of,
    any_of,
    generic,
    place_like,
    split_list,
    trim,
    words,
)
from extractors.language.place_phrases import clause_end, named, pattern
from extractors.language.scope import Scope, own_place, resolve_place
from extractors.lexicon import alternation

_STOP = re.compile(r"[,。;!?\n]")
BEGIN = re.compile(r"[。;!?\n,日午晚天晨月年△☆●◎○■◆▲★▼※】 ]")
OPENING = re.compile(
    r"(?:[△☆●◎○■◆▲★▼※【】· ]|\d{1,4}(?:[~—\-至、]\d{1,2})?[年月日时分点]许?|[~—\-至]|[上中下]旬|"
    r"[〇零一二三四五六七八九十]{1,3}(?:[年月日点]|时(?!代)|分(?![场厂校局院店队会区行]))|[上下]午|晚上?|凌晨|夜间?|[本同是当该次][年月日]|[年月][初底末]|[春夏秋冬]季?|当[日天晚])+"
)
_AT = re.compile(r"(?<=.{2})于(?=.{3})")
_MADE = re.compile(
    r"[^,。;]*(?:[位坐座]落?[于在][^,。;的]{2,16}的|[建造资办设]的|[米里亩层吨元]的)(?=[\u4e00-\u9fff]{4})"
)
"""甲、乙两县共建的某公路: who made it, and how large, tells no place of its own."""
_WORKS = re.compile(
    r"(?:(?:第?[一二三四五0-9]期)?(?:维修|修缮|整修|翻修|大修|加固|除险加固|拓宽|拓改|疏浚|清淤|修复)"
    r"|(?<=[路街巷])(?:亮化|绿化|硬化|美化)"
    r"|(?<=段)(?:改建|改线|扩建|加宽|改造))工程\Z"
)
"""某寺二期维修工程, 某水库除险加固工程: what is worked on stood there before."""
_LONGEST_SUBJECT = 60
_OPENS = re.compile("开业|揭牌|启用|投入")


def path_at(text: str, start: int) -> str:
    """The units that stand one in the other at ``start``: 某省某市某县."""
    end = start
    while name := unit_at(text, end):
        end += len(name)
    return text[start:end]


def own_subject(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """我市召开…, 某区与某公司举行…: the own place, or another one that is named so (攸县召开)."""
    own = own_names(scope)
    for verb in pattern("hosting").finditer(text, frame.start, frame.end):
        back = max(frame.start, verb.start() - _LONGEST_SUBJECT)
        start = max((m.end() for m in BEGIN.finditer(text, back, verb.start())), default=back)
        if day := _ITS_DAY.search(text, back, start):
            start = max((m.end() for m in BEGIN.finditer(text, back, day.start())), default=back)
        here = own.match(text, start, verb.start()) if own else None
        name = here["own"] if here else _other(text[start : verb.start()])
        if not name or not _partner().fullmatch(text, start + len(name), verb.start()):
            continue
        resolved = resolve_place(name, scope) if here else None
        yield Named(start, start + len(name), resolved or name, confidence=0.8)
    if frame.type in _HELD:
        for match in _site_subject().finditer(text, frame.start, frame.end):
            if span := trim(text, *match.span("site")):
                yield named(text, span, 0.8)
    if of_place(scope):
        level = re.compile("地区$|.$").search(own_place(scope))
        for match in _bare(level[0] if level else "").finditer(text, frame.start, frame.end):
            yield Named(*match.span("level"), own_place(scope), confidence=0.8)


_HELD = frozenset(("meeting", "ceremony", "cultural", "training", "condolence", "other"))


@lru_cache(maxsize=1)
def _site_subject() -> re.Pattern[str]:
    """某中学操场举行运动会, 县城举行庆祝大会: the place that stands as the subject."""
    opens = r"(?:^|(?<=[。;!?\n日月旬春夏秋冬晚午 ,△●◎]))"
    site = rf"(?P<site>[^\W\da-zA-Z_在由与和同]{{0,16}}?{any_of('site_subject')})"
    return re.compile(
        rf"{opens}{site}(?=(?:隆重|分别|联合|首次|内|上)?(?:举行|举办|上演))", re.MULTILINE
    )


_ITS_DAY = re.compile(r"(?<=[省市县区州旗])(?:[0-9]{1,2}月)?[0-9]{1,2}日\Z")
"""某县22日举行: the day stands between the place and its verb."""


@lru_cache(maxsize=16)
def _bare(level: str) -> re.Pattern[str]:
    """The level of the own place as the subject: 县召开会议, 市开展活动."""
    verbs = any_of("bare_subject")
    return re.compile(
        rf"(?:^|(?<=[。;\n日旬月春夏秋冬 ,△●◎]))(?P<level>[我本]?{level})(?={verbs})", re.MULTILINE
    )


def own_in_room(text: str, frame: Frame, scope: Scope) -> Iterator[Named]:
    """我县在政府二楼会议室召开: a room lies in the own place, so both are told."""
    if not of_place(scope):
        return
    for match in _in_room(own_place(scope), scope.units[-1].short).finditer(
        text, frame.start, frame.end
    ):
        name = match["own"]
        yield Named(*match.span("own"), resolve_place(name, scope) or name, confidence=0.8)


@lru_cache(maxsize=256)
def _in_room(own: str, short: str) -> re.Pattern[str]:
    room = r"[^,。;!?\n在]{2,24}?(?:室|厅|礼堂|楼|影剧院)"
    return re.compile(f"{_names(own, short).pattern}在(?={room}{any_of('hosting')})")


def _other(subject: str) -> str:
    """A unit that the subject opens with: in full, or a province or city in short (上海举行)."""
    if full := path_at(subject, 0):
        return full
    short = longest_name(subject)
    return short if short and units_named(short)[0].level != "county" else ""


def of_place(scope: Scope) -> bool:
    return bool(scope.units) and not scope.body


def own_names(scope: Scope) -> re.Pattern[str] | None:
    """How a chronicle calls its own place (group ``own``); None for that of a body, or of no place
    known."""
    return _names(own_place(scope), scope.units[-1].short) if of_place(scope) else None


@lru_cache(maxsize=256)
def _names(own: str, short: str) -> re.Pattern[str]:
    """The own place, long or short, clipped, or 我市, or its level alone."""
    level = own[-1:]
    called = [own, short + level, short, f"我{level}", f"本{level}"]
    if len(short) > 2:
        called.append(short[0] + level)
    names = "|".join([*map(re.escape, called), f"{level}[里上境]?"])
    return re.compile(f"(?P<own>{names})")


@lru_cache(maxsize=1)
def _partner() -> re.Pattern[str]:
    """Nothing between the place and its verb, or only a partner (与某公司) and adverbs."""
    with_whom = (
        r"(?:(?:[0-9]{1,2}月)?[0-9]{1,2}日)?(?:(?:与|同|和|联合|组织)(?:(?!在)[^,。]){2,40}?)?"
    )
    return re.compile(f"{with_whom}{any_of('between')}*")


def finished(text: str, frame: Frame, places: Sequence[int] = ()) -> Iterator[Named]:
    """某公园建成, 某工程举行开工典礼: the place that is the subject.

    ``places``: starts of places already found, sorted; a ceremony that has its own is held there.
    """
    for key, types in _SUBJECT_OF.items():
        if frame.type in types:
            for span in _subjects(text, frame, key, places):
                yield named(text, span, 0.8)
    if frame.type in ("project", "organisation_change", "ceremony", "other"):
        yield from _built(text, frame)


_SUBJECT_OF = {
    "finishing": ("project", "ceremony", "other"),
    "opening": ("project", "ceremony", "organisation_change"),
}


@lru_cache(maxsize=1)
def _adverbs() -> re.Pattern[str]:
    return re.compile(rf"(?:举行|举办|召开)?了?{any_of('how')}*\Z")


def _subjects(
    text: str, frame: Frame, key: str, places: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """In each clause, the places that are the subject of its first verb that has one."""
    done = frame.start - 1
    for verb in pattern(key).finditer(text, frame.start, frame.end):
        back = max(frame.start, verb.start() - _LONGEST_SUBJECT - 20)
        start = max((m.end() for m in _STOP.finditer(text, back, verb.start())), default=back)
        if start <= done:
            continue
        adverbs = _adverbs().search(text, max(start, verb.start() - 12), verb.start())
        stop = adverbs.start() if adverbs else verb.start()
        begin = start
        for attended in pattern("attending").finditer(text, begin, stop):
            begin = attended.end()
        if opening := OPENING.match(text, begin, stop):
            begin = opening.end()
        held = bisect_left(places, verb.end())
        if held < len(places):
            after = clause_end(text, verb.end(), min(frame.end, verb.end() + _LONGEST_SUBJECT))
            if places[held] < after:
                continue
        at = _AT.search(text, begin, stop) if key == "finishing" else None
        # 某港于某山西侧动工: what is built, and where
        parts = ((begin, at.start()), (at.end(), stop)) if at else ((begin, stop),)
        spans = [span for a, b in parts for span in _subject(text, a, b)]
        if spans:
            done = start
            yield from (span for span in spans if _fits(text[slice(*span)], key, verb[0]))


def _subject(text: str, begin: int, stop: int) -> list[tuple[int, int]]:
    """The places that fill ``text[begin:stop]``."""
    if not 2 <= stop - begin <= _LONGEST_SUBJECT or pattern("more").search(text, begin, stop):
        return []
    if made := _MADE.match(text, begin, stop):
        begin = made.end()
    if text.find("为", begin + 2, stop) >= 0 or text.find("对", begin, stop) >= 0:
        return []  # somebody does it for the place, or to it
    works = _WORKS.search(text, begin + 2, stop)
    if (
        works
        and place_like(text[begin : works.start()])
        and not generic(text[begin : works.start()])
    ):
        stop = works.start()
    items = list(split_list(text, begin, stop))
    if len(items) > 1 and generic(text[slice(*items[-1])]):
        stop = items[-2][1]  # 某河干流和骨干渠系
        del items[-1]
    spans = [trim(text, a, b) for a, b in items]
    last = spans[-1] if spans else None
    if last is None or not (
        last[1] == stop
        or STAGE.fullmatch(text, last[1], stop)
        or MEASURED.fullmatch(text, last[1], stop)
    ):
        return []
    return [span for span in spans if span is not None]


def _fits(name: str, key: str, verb: str) -> bool:
    """Whether what happens to it happens at it: 某医院开业 and 某中心揭牌 tell of a body."""
    if name.endswith(all_of("no_site")):
        return False
    if key == "opening":
        return "为" not in name and name.endswith(all_of("opened_site"))
    return not (name.endswith(all_of("opened_body")) and _OPENS.match(verb))


def _built(text: str, frame: Frame) -> Iterator[Named]:
    """县里修建某水库: what is built has a name and is the end of its clause."""
    for match in pattern("building").finditer(text, frame.start, frame.end):
        stop = clause_end(text, match.end(), min(frame.end, match.end() + _LONGEST_SUBJECT))
        for a, b in split_list(text, match.end(), stop):
            span = trim(text, a, b)
            of = span is not None and text[a : span[0]].endswith("的")
            if span is None or (span[0] != a and not of) or b - a < 4:
                continue
            if text[a] in "0123456789一二三四五两数":
                continue
            planned = pattern("planned").search(text, a, b)
            if planned is None and not text[a:b].endswith(all_of("no_site")):
                yield named(text, span, 0.6)


# ---------------------------------------------------------------- what others say


@lru_cache(maxsize=1)
def _speech() -> tuple[re.Pattern[str], ...]:
    says = (f"{word}道?[,:“]" for word in words()["speech"])
    told = rf"{alternation.any_of([*says, '感谢', '欢迎'])}[^。!?\n]*"
    asked = rf"{any_of('asking')}[,:](?=[^。!?\n]{{0,6}}{any_of('asked')})[^。!?\n]*"
    must = r"[。!?\n](?:要|必须|[一二三四五][要是])[^。!?\n]*"
    return tuple(re.compile(regex) for regex in (told, asked, must))


def spoken(text: str, frame: Frame) -> list[tuple[int, int]]:
    """The stretches that tell what somebody said: 他强调,要…; places in them are not visited."""
    spans: list[tuple[int, int]] = []
    for regex in _speech():
        spans += [match.span() for match in regex.finditer(text, frame.start, frame.end)]
    return spans
