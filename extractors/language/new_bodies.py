"""Bodies that a sentence says are founded, whatever their names end in: 某某商务会馆成立."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.language.acting import data
from extractors.language.body_words import ends_body
from extractors.language.document import Named
from extractors.language.gazetteer import is_place_name

_FOUNDED = re.compile(
    r"(?:揭牌成立|挂牌成立|成立|组建|诞生|创刊|建校|建厂|建院|揭牌|挂牌|开业)(?=[,。;!?\n]|$|仪式|典礼|大会|并|后)"
)
_SENTENCE = re.compile(r"[。;!?\n:]")
_OPENING = re.compile(
    r"[\s△☆●▲■◆○★·□※◇]*(?:[^,。;:!?\n]{0,16}?[年月日旬春夏秋冬初底][ ,])?"
    r"(?:\s|[本同是当该][年月日]|[上中下]旬|[上下]午|晚上?|全国|我国|第[一二三四五六七八九十]家|首家|首个|首批|同时|为)*"
)
_HELD = re.compile("出席|参加|举行了?|举办了?")
_ADVERBS = re.compile(r"(?:正式|宣告|宣布|隆重|[在于][^,。;]{2,16}?)*$")
_NOT_IN_A_NAME = re.compile(
    r"[的了《》,“”\s于在经由为并]|仪式|典礼|大会|会议|项目|工程|活动|大楼|大厦|系统|平台|举行|召开|参加|出席|宣布|决定|批准|同意|关于|"
    r"全[省市县区州]|市场|大厦|商厦|广场|条例|展览|公园|大桥|公路|铁路|水库|隆重|热烈"
)
_RENAMED_PAPER = re.compile(
    r"《(?P<old>[^《》]{1,10}(?:报|晚报|导报|周刊|杂志))》(?:正式|也)?(?:更名|改名|易名|改称|复名|更改)为?"
    r"《(?P<new>[^《》]{2,12})》"
)
_TOWNSHIPS = re.compile(
    r"(?:公社|农场|区公所|办事处)(?:也|均|都|分别|同时|正式|相应)*"
    r"(?:改建|改设|改|恢复|更名|改名|易名|复名|分设|分|析|划)[为成称]?"
    r"(?P<new>[\u4e00-\u9fff]{2,12}?[乡镇](?:(?:、|和|与|及)[\u4e00-\u9fff]{2,12}?[乡镇])*)(?![\u4e00-\u9fff])"
)
_MADE_BY = re.compile(
    "(?:共建|共同建立|合建|合办|创办|筹建|援建|投资|组建|建立|承建|捐建|设立|主办)的[^的]+$"
)
_NOTE = re.compile(r"\([^()\n]{2,20}\)$")
_NOT_A_TOWNSHIP = re.compile(r"^[为成乡镇]|[0-9一二三四五六七八九十两个各全的等]")
_LONGEST, _REACH = 24, 60


def new_bodies(text: str) -> Iterator[Named]:
    """What is the subject of a founding, or the object of its ceremony (clean offsets)."""
    for verb in _FOUNDED.finditer(text):
        back = max(0, verb.start() - _REACH)
        stops = [m.end() for m in _SENTENCE.finditer(text, back, verb.start())]
        start = stops[-1] if stops else back
        for held in _HELD.finditer(text, start, verb.start()):
            start = held.end()
        opening = _OPENING.match(text, start, verb.start())
        start = opening.end() if opening else start
        adverbs = _ADVERBS.search(text, start, verb.start())
        subject = text[start : adverbs.start() if adverbs else verb.start()]
        note = _NOTE.search(subject)
        if note:
            subject = subject[: note.start()]
        if "的" in subject and ends_body(subject) and _MADE_BY.search(subject):
            start += subject.rindex("的") + 1  # 与某大学共建的[联合实验室]揭牌
            subject = subject[subject.rindex("的") + 1 :]
        parts = list(re.finditer("[^、]+", subject))
        if all(_is_name(part[0]) for part in parts):
            for part in parts:
                yield Named(start + part.start(), start + part.end(), part[0], "founded", 0.7)


def renamed_papers(text: str, start: int) -> Iterator[Named]:
    """Papers that change their names, the old one and the new: 《甲报》更名为《乙日报》."""
    for match in _RENAMED_PAPER.finditer(text, start):
        for group in ("old", "new"):
            yield Named(match.start(group), match.end(group), match[group], "founded", 0.8)


def townships(text: str, start: int) -> Iterator[Named]:
    """Townships that communes are made into: 甲公社改为[乙回族乡]、[丙镇]."""
    for match in _TOWNSHIPS.finditer(text, start) if "公社" in text else ():
        for new in re.finditer(r"(?!和|与|及)[\u4e00-\u9fff]{1,12}?[乡镇](?![乡镇])", match["new"]):
            if not _NOT_A_TOWNSHIP.search(new[0]):
                at = match.start("new") + new.start()
                yield Named(at, at + len(new[0]), new[0], "founded", 0.7)


def _is_name(name: str) -> bool:
    return (
        3 <= len(name) <= _LONGEST
        and not is_place_name(name)
        and not name.startswith(tuple(data()["generic"]["starts"]))
        and name not in data()["generic"]["whole"]
        and _NOT_IN_A_NAME.search(name) is None
        and name[-1] not in "里内上下后前时一"
    )
