"""Chains of posts before a name, each with its body: 区委常委、组织部部长、党校校长钟科.

A chain ends where the name begins and is read backwards from there; its bodies are then resolved
forwards, because a post without a body of its own belongs to the body of the post before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from extractors.language.document import PostSpan
from extractors.language.gazetteer import longest_name
from extractors.language.scope import Scope, resolve_body, resolve_place
from extractors.language.titles import Title
from extractors.lexicon import table, words

SEPARATORS = "、,;和及与暨并兼/"
_STOP = frozenset("、,。;:!?《》—\n“‘( ☆△●▲◆■○◇□※▪★")
_CLOSERS = {")": "(", "”": "“", "’": "‘", "》": "《"}
_LONGEST_BODY = 45
_DATE = r"\d{1,4}[年月日时点]"
_NOTE = re.compile(r"\([^()]*\)")
_TAKEN = re.compile(r"(?:(?<![时原现曾前新历])任|(?<![作认])为|当选|的|于)$")
_FORMER = re.compile(r"^(?:时任|原任|原|前任|曾任)(?=.{2})")
_LEADING = re.compile(r"^(?:以及|兼任|和|及|与|并|暨|兼|/|\s)+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A post as it stands before its body is known: ``text[start:title.start]`` is the body."""

    start: int
    body: str
    title: Title


@lru_cache(maxsize=1)
def _data() -> Any:
    return table("chains")


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    inside = "|".join(sorted(_data()["inside"], key=len, reverse=True))
    leads = "|".join(sorted(_data()["leads"], key=len, reverse=True))
    return re.compile(f"(?:{inside})|({leads}|{_DATE})")


def body_start(text: str, end: int, floor: int) -> int:
    """Where the body before a title that starts at ``end`` begins, not before ``floor``.

    It reaches back to punctuation or to a word that can stand in no body's name; brackets and
    quotation marks that close inside it belong to it.
    """
    at = end
    while at > floor and end - at < _LONGEST_BODY:
        char = text[at - 1]
        if char in _CLOSERS:
            opening = text.rfind(_CLOSERS[char], max(floor, at - 30), at - 1)
            if opening < 0:
                break
            at = opening
        elif char in _STOP:
            break
        else:
            at -= 1
    cut = at
    for match in _leads().finditer(text, at, end):
        if match.group(1) and not _in_brackets(text, at, match.start()):
            cut = match.end()
    lead = _LEADING.match(text[cut:end])
    return cut + (lead.end() if lead else 0)


def _in_brackets(text: str, start: int, at: int) -> bool:
    stretch = text[start:at]
    return any(stretch.count(o) > stretch.count(c) for c, o in _CLOSERS.items())


def chain(text: str, by_end: dict[int, Title], at: int, floor: int) -> tuple[Piece, ...]:
    """The posts that stand right before ``at``, first one first; empty where there is none.

    ``by_end`` holds the titles of the text by their end; nothing before ``floor`` is read.
    """
    pieces: list[Piece] = []
    while title := by_end.get(at):
        if title.start < floor:
            break
        start = body_start(text, title.start, max(floor, _joined(text, by_end, title.start, floor)))
        if pieces and _TAKEN.search(text[max(floor, start - 3) : start]):
            break  # 甲任主任,乙局局长丙: the post behind 任 is another's
        pieces.append(Piece(start, text[start : title.start], title))
        before = start
        while before > floor and text[before - 1] in SEPARATORS + " ":
            before -= 1
        if text.endswith("以", floor, before):
            before -= 1
        if text.endswith("任", floor, before) and text.endswith("兼", floor, before - 1):
            before -= 2
        # 副会长兼秘书长: the second title took 兼 as its modifier, so nothing is left between.
        if before not in by_end or by_end[before] is title:
            break
        at = before
    return tuple(reversed(pieces))


def _status(text: str, piece: Piece) -> str:
    """What stands before the body says of the post: 原甲公司经理, 拟任乙局局长."""
    if _FORMER.match(piece.body) or text.endswith(("时任", "原任", "曾任"), 0, piece.start):
        return "former"
    return "proposed" if text.endswith("拟任", 0, piece.start) else ""


def _joined(text: str, by_end: dict[int, Title], at: int, floor: int) -> int:
    """The end of the last title before ``at`` that a conjunction follows (负责人和甲会会长); 0:
    none."""
    for end in range(at, max(floor, at - _LONGEST_BODY), -1):
        if end in by_end and (end == at or text[end] in SEPARATORS):
            return end
    return 0


def resolve(
    text: str,
    pieces: Sequence[Piece],
    scope: Scope,
    carried: str = "",
    near: str = "",
    named: Sequence[str] = (),
) -> tuple[PostSpan, ...]:
    """Posts with their bodies, in order; those that name no post (groups, trades) are left out.

    ``carried`` is the body of the post before the chain, for a chain whose first post has none;
    ``near`` the lower unit that the text spoke of last (耀州区), for a 区委 in a city's chronicle;
    ``named`` the bodies that the text named before, the last one last: a post without a body goes
    to one that has such a head (团长: 代表团), a short name to the long one that ends in it.
    """
    posts: list[PostSpan] = []
    previous = carried
    for piece in pieces:
        title = piece.title
        status = title.status or _status(text, piece)
        body, name = _elided(_FORMER.sub("", piece.body), title)
        organisation = _whose(body, title, previous, bool(posts), scope, near, named)
        organisation = _completed(organisation, body, named)
        if _is_group(title, body, organisation):
            continue
        if organisation:
            name = _short_title(name, organisation)
            posts.append(
                PostSpan(
                    piece.start,
                    title.end,
                    text[piece.start : title.end],
                    organisation,
                    name,
                    status,
                )
            )
            previous = organisation
    return tuple(posts)


def _whose(
    body: str,
    title: Title,
    previous: str,
    chained: bool,
    scope: Scope,
    near: str,
    named: Sequence[str],
) -> str:
    """The body of a post: its own, the one of the post before, one named before that has such a
    head, or the chronicle's own."""
    strict = title.head in _data()["generic"]["strict"]
    if not body and previous and strict and not base(previous).endswith(_headed(title)):
        previous = ""
    if scope.body and not chained and body in ("党委", "纪委", "党组"):
        previous = ""
    if body or previous or _own(title, scope):
        return _organisation(body, title, previous, scope, near)
    fitting = _fitting(title, named)
    return resolve_body(fitting, scope) if fitting else _organisation(body, title, "", scope, near)


def _own(title: Title, scope: Scope) -> bool:
    """Whether the head alone says whose post it is: a 市长, or the head of the chronicle's body."""
    return (
        title.head in _data()["government"]
        or title.name in _data()["default"]
        or (scope.body is not None and scope.body.endswith(_headed(title)))
    )


def _headed(title: Title) -> tuple[str, ...]:
    return tuple(_data()["headed"].get(title.head, ()))


def _fitting(title: Title, named: Sequence[str]) -> str:
    """The last body named that has such a head; the empty string where none has."""
    return next((n for n in reversed(named) if n.endswith(_headed(title)) and _headed(title)), "")


def _completed(organisation: str, body: str, named: Sequence[str]) -> str:
    """The longer name that the text gave before for a body it now calls by its end."""
    if organisation != body or organisation in named:
        return organisation
    if body in _data()["generic"]["bodies"]:
        end = body.removeprefix("该")
        return next(
            (
                n
                for n in reversed(named)
                if len(n) > len(end) + 1
                and (n.endswith(end) or (end in n[2:] and n.endswith("公司")))
            ),
            organisation,
        )
    if len(body) < 4:
        return organisation
    return next(
        (n for n in named if n.endswith(body) and 2 <= len(n) - len(body) <= 10), organisation
    )


def _short_title(name: str, organisation: str) -> str:
    return name.removeprefix("国家") if organisation == "中华人民共和国" else name


def _elided(body: str, title: Title) -> tuple[str, str]:
    """教育 + 部长 as 教育部 + 部长; 新西兰驻华 + 大使 as 新西兰驻华大使馆 + 大使."""
    head = title.head
    if body and head in _data()["embassy"] and "驻" in body and not body.endswith("馆"):
        return body + _data()["embassy"][head], title.name
    short = _data()["elided"].get(head, "")
    if (
        body
        and short
        and title.name == head
        and not body.endswith((short, *_endings()))
        and resolve_place(body, _NOWHERE) is None
    ):
        return body + short, title.name
    return body, title.name


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(words("body_endings"))


def _is_group(title: Title, body: str, organisation: str) -> bool:
    if title.name not in _data()["groups"]["none"]:
        return False
    if title.name == "代表" and body.endswith(("人民代表大会", "人大", "代表大会")):
        return False
    own = body.endswith(_endings())
    return not own or title.name in ("领导", "同志", "嘉宾", "代表", "干部", "先生", "女士", "群众")


_NOWHERE = Scope(None, (), None)


def base(organisation: str) -> str:
    """The parent of a party body or board inside a body: 河西学院党委 is 河西学院."""
    for suffix in sorted(_data()["party"], key=len, reverse=True):
        rest = organisation.removesuffix(suffix)
        if (
            rest != organisation
            and len(rest) >= 2
            and not (suffix in _data()["standing"] and not rest.endswith(_endings()))
        ):
            return rest
    return organisation


_OF_PLACE = re.compile(
    r"^(.{1,14}[省市区县州盟旗镇乡])(?:委|政府|人民政府|人大|政协|纪委|监委|党工委|检察院|法院)"
)


def place_of(organisation: str) -> str:
    """The place whose committee, government or congress this is: 绵阳市委 is 绵阳市."""
    match = _OF_PLACE.match(organisation.removeprefix("中共"))
    return match[1] if match else ""


def _organisation(body: str, title: Title, previous: str, scope: Scope, near: str) -> str:
    level = _data()["government"].get(title.head)
    if level:
        return _government(body, level, previous, scope, near)
    if not body:
        if title.name in _data()["default"]:
            return str(_data()["default"][title.name])
        if title.head == "专员" and previous.endswith("地委"):
            return previous.removesuffix("地委") + "专署"
        if title.head == "主席" and base(previous).endswith("自治区"):
            return base(previous) + "政府"
        if previous:
            stays = title.name in _data()["party_heads"]
            return (
                previous
                if stays or previous.endswith(("区委", "市委", "县委", "省委"))
                else base(previous)
            )
        return scope.body or ""
    part = _NOTE.sub("", body)
    if part in _data()["parts"] and previous:
        return _part(part, previous)
    above = place_of(previous)
    if (
        longest_name(above) == above != ""
        and body[0] == above[-1]
        and resolve_body(body, _NOWHERE) == body
    ):
        return above + body[1:]
    if (
        scope.body
        and scope.body.endswith(("大学", "学院", "学校"))
        and body.endswith(tuple(_data()["generic"]["of_school"]))
        and resolve_body(body, scope) == body
        and not longest_name(body)
    ):
        return scope.body + body
    if near.endswith(body[0]) and body[0] in "区县" and resolve_body(body, scope) == body:
        return near + body[1:]
    if (
        previous
        and body.endswith(tuple(_data()["generic"]["of_office"]))
        and base(previous).endswith(("局", "厅", "公司", "集团", "医院", "学院", "大学", "中心"))
        and resolve_body(body, scope) == body
        and not longest_name(body)
    ):
        return base(previous) + body
    if title.head == "主席" and body.endswith("自治区"):
        return (resolve_place(body, scope) or body) + "政府"
    if body == "国家" and title.head == "主席":
        return "中华人民共和国"
    return resolve_body(body, scope)


def _part(body: str, previous: str) -> str:
    if body in _data()["of_committee"]:
        place = place_of(previous)
        if place and previous.startswith(place):
            return f"{place}委{body}"
    return base(previous) + body


def _government(body: str, level: str, previous: str, scope: Scope, near: str) -> str:
    """The government of a 市长, 区长: of the place written, of the post before, or the own one."""
    body = body.removeprefix("中共")
    if body.endswith(("政府", "公署", "管委会")):
        if near.endswith(level) and body[0] == level and resolve_place(level, scope) is None:
            return near + "政府"
        return resolve_body(body, scope)
    if body:
        if body.endswith(level):
            place = body.removesuffix(level) if body.endswith(level * 2) else body
        elif body.endswith(tuple("省市区县州盟旗镇乡")):
            return resolve_body(body, scope) + "政府"
        else:
            place = body + level
        return (resolve_place(place, scope) or place) + "政府"
    place = place_of(previous)
    if place.endswith(level):
        return place + "政府"
    if near.endswith(level) and resolve_place(level, scope) is None:
        return near + "政府"
    return resolve_body(level + "政府", scope)
