"""Whose a post is: the body that it belongs to, resolved by what stands before and around it.

A post without a body of its own belongs to the body of the post before it (or the parent of a
party body there), to one named before that has such a head, or to the chronicle's own. A part of a
body (组织部, 党校, 审判委员会) takes its parent from the post before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from extractors.language.gazetteer import longest_name, starts_abroad
from extractors.language.scope import Scope, own_place, resolve_body, resolve_place
from extractors.language.titles import Title
from extractors.lexicon import table, words
from extractors.lexicon.suffixes import Suffixes, suffixes

NOWHERE = Scope(None, (), None)
"""A scope that resolves nothing: what it leaves unchanged has no place of its own to resolve."""

_LONGEST_ROOTED = 12
"""Longer names of bodies than this stand by themselves (characters)."""
_WHOLE = re.compile(r"(?:大学|公司|集团|科学院|医院|中国|美国|英国|日本)(?=.{2})")
_NOTE = re.compile(r"\([^()]*\)")


@cache
def data() -> Any:
    """The content of chains.toml."""
    return table("chains")


@cache
def among(*keys: str) -> frozenset[str]:
    """A list of chains.toml, found by its table and name, as a set."""
    found = data()
    for key in keys:
        found = found[key]
    return frozenset(found)


@lru_cache(maxsize=1)
def _endings() -> Suffixes:
    return suffixes(words("body_endings"))


def ends_body(text: str, start: int = 0, stop: int | None = None) -> bool:
    """Whether ``text[start:stop]`` ends as names of bodies end."""
    return _endings().end(text, start, stop)


def whose(
    body: str,
    title: Title,
    previous: str,
    chained: bool,
    scope: Scope,
    near: str,
    named: Sequence[str],
    listed: bool = False,
    beside: bool = False,
) -> str:
    """The body of a post: its own, the one of the post before, one named before that has such a
    head, or the chronicle's own.

    ``chained`` says that the post before is the same person's, ``listed`` that nothing but a mark
    of a list stands between it and this one, ``beside`` that nothing but that or a comma does.
    """
    strict = title.head in among("generic", "strict") and not (chained and _is_one(previous))
    if not body and previous and strict and not base(previous).endswith(_headed(title)):
        previous = ""
    if scope.body and not chained and not listed and _is_part(body, previous, scope.body):
        previous = ""
    if body in data()["party"] and not previous and not scope.body and named:
        return resolve_body(named[-1], scope) + body  # 检察院召开会议,党组书记甲
    if body or previous or _own(title, scope):
        return _organisation(body, title, previous, chained, scope, near, beside)
    found = fitting(title, named)
    if found:
        return resolve_body(found, scope)
    return _organisation(body, title, "", chained, scope, near)


def _is_part(body: str, previous: str, own: str) -> bool:
    """Whether a body is a part of the chronicle's own (党委, 国际交流处) rather than of the one
    before, which is another's."""
    if body in ("党委", "纪委", "党组"):
        return True
    office = body.endswith(tuple(data()["generic"]["of_office"])) and not longest_name(body)
    return office and not previous.startswith(own)


def _is_one(organisation: str) -> bool:
    """Whether a party body has a parent that can have heads of its own: 青江集团党委, no 市委."""
    return base(organisation) != organisation and not place_of(organisation)


def _own(title: Title, scope: Scope) -> bool:
    """Whether the head alone says whose post it is: a 市长, or the head of the chronicle's body."""
    return (
        title.head in data()["government"]
        or title.name in data()["default"]
        or (scope.body is not None and scope.body.endswith(_headed(title)))
    )


def _headed(title: Title) -> tuple[str, ...]:
    return tuple(data()["headed"].get(title.head, ()))


def fitting(title: Title, named: Sequence[str]) -> str:
    """The last body named that has such a head; the empty string where none has."""
    endings = _headed(title)
    if not endings:
        return ""
    never = tuple(data()["headed_never"].get(title.head, ("\0",)))
    return next((n for n in reversed(named) if n.endswith(endings) and not n.endswith(never)), "")


def completed(organisation: str, body: str, named: Sequence[str]) -> str:
    """The longer name that the text gave before for a body it now calls by its end."""
    if organisation != body or organisation in named:
        return organisation
    inner = next((p for p in data()["party"] if body.endswith(p)), "")
    if inner and body.removesuffix(inner) in among("generic", "bodies"):
        whole = completed(body.removesuffix(inner), body.removesuffix(inner), named)
        return whole + inner
    if body in among("generic", "bodies"):
        end = body.removeprefix("该")
        return next(
            (
                n
                for n in reversed(named)
                if len(n) > len(end) + 1
                and not _JOINS.search(n)
                and (n.endswith(end) or (end in n[2:] and n.endswith("公司")))
            ),
            organisation,
        )
    if len(body) < 4:
        return organisation
    return next((n for n in named if n.endswith(body) and _opens_name(n, body)), organisation)


_JOINS = re.compile(r"[\u4e00-\u9fff]{2}及[\u4e00-\u9fff]{2}")
_NO_NAME = re.compile(r"[长任赴到在与和同对为是及、,]|书记|主席|主持|召开|会议|代表|来自")


def _opens_name(name: str, end: str) -> bool:
    """Whether what stands before ``end`` in a longer name can open a body's name."""
    prefix = name.removesuffix(end)
    return 2 <= len(prefix) <= 14 and not _NO_NAME.search(prefix)


@cache
def _party() -> tuple[str, ...]:
    """Party bodies and boards inside a body, the longest first."""
    return tuple(sorted(data()["party"], key=len, reverse=True))


def base(organisation: str) -> str:
    """The parent of a party body or board inside a body: 河西学院党委 is 河西学院."""
    for suffix in _party():
        rest = organisation.removesuffix(suffix)
        if (
            rest != organisation
            and len(rest) >= 2
            and not (suffix in data()["standing"] and not ends_body(rest))
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


def _organisation(
    body: str,
    title: Title,
    previous: str,
    chained: bool,
    scope: Scope,
    near: str,
    beside: bool = False,
) -> str:
    """The body of a post from its words (``body``, may be empty) and the body before it."""
    level = data()["government"].get(title.head)
    if level:
        return _government(body, level, previous, scope, near)
    if not body:
        return _without_words(title, previous, scope)
    part = _NOTE.sub("", body)
    if chained and (inner := _of_the_same(part, previous)):
        return inner
    if scope.body and not chained and previous != scope.body and part in data()["of_whole"]:
        previous = scope.body if previous.startswith(scope.body) else previous
    if previous and part in among("parts"):
        return _part(part, previous)
    if body == "国家" and title.head == "主席":
        return "中华人民共和国"
    if title.head == "主席" and body.endswith("自治区"):
        return (resolve_place(body, scope) or body) + "政府"
    if title.head in ("总理", "首相") and body and starts_abroad(body) == body:
        return body + "政府"
    party = next((p for p in data()["rooted"]["parties"] if body.startswith(p)), "")
    if party and re.fullmatch(r"[省市区县州]委(?:会|员会)?", body[len(party) :]):
        return party + resolve_body(body[len(party) :], scope)
    above = place_of(previous) if chained or beside else ""
    own_level = resolve_body(body, NOWHERE) == body
    if longest_name(above) == above != "" and body[0] == above[-1] and own_level:
        return above + body[1:]
    if chained and (other := _other_province(part, previous, scope)):
        return other + body
    above = place_of(previous)
    if body in data()["rooted"]["commissions"] and longest_name(above) == above:
        # 东湖市副市长、卫健委主任: the city's, not the nation's
        return (above or (own_place(scope) if scope.units and not scope.body else "")) + body
    resolved = resolve_body(body, scope)
    if resolved != body or longest_name(body):
        return resolved
    place = place_of(previous)
    if own_level and place and longest_name(place) == place and body[0] == place[-1]:
        return place + body[1:]  # 岚县县委副书记甲,县委常委乙 in the chronicle of a university
    if near.endswith(body[0]) and body[0] in "区县":
        return near + body[1:]
    return _inside(body, previous, scope)


def _of_the_same(body: str, previous: str) -> str:
    """A part that opens with the last word of the body before: 全国政协常委、政协法制委员会副主任;
    or a ministry of the state abroad before (蒙古国国会委员、工业部部长). Else empty."""
    for word in ("政协", "人大", "党委"):
        if body.startswith(word) and word in previous and len(body) > len(word):
            return previous[: previous.rindex(word)] + body
    state = starts_abroad(previous)
    if state and body.endswith("部") and not starts_abroad(body) and not body.startswith("国"):
        return state + body
    return ""


def _other_province(body: str, previous: str, scope: Scope) -> str:
    """The province of the post before where it is not the chronicle's own and the body is one that
    every province has: 西藏自治区教育工委副书记、教育厅党组成员. Else empty."""
    if not base(body).endswith("厅") or longest_name(body):
        return ""
    province = longest_name(previous.removeprefix("中共"), full_only=True)
    own = {unit.name for unit in scope.units}
    return province if province.endswith(("省", "自治区")) and province not in own else ""


def _without_words(title: Title, previous: str, scope: Scope) -> str:
    """The body of a post that names none."""
    if title.name in data()["default"]:
        return str(data()["default"][title.name])
    if title.head == "专员" and not previous:
        place = resolve_body("专署", scope)
        return place if place != "专署" else scope.body or ""
    if title.head == "专员" and previous.endswith("地委"):
        return previous.removesuffix("地委") + "专署"
    if title.head == "主席" and base(previous).endswith("自治区"):
        return base(previous) + "政府"
    stays = title.name in data()["party_heads"] or previous.endswith(
        ("区委", "市委", "县委", "省委")
    )
    if previous:
        return previous if stays else base(previous)
    if title.head == "书记" and not scope.body and scope.units:
        return resolve_body(f"{scope.units[-1].name[-1]}委", scope)  # a 书记 alone: the place's own
    return scope.body or ""


def _inside(body: str, previous: str, scope: Scope) -> str:
    """A body without a place of its own inside the office before, the chronicle's own body, or
    the chronicle's place; unchanged where it can stand by itself."""
    office = base(previous)
    if body.endswith(tuple(data()["generic"]["of_office"])) and office.endswith(
        tuple(data()["generic"]["offices"])
    ):
        return office + body
    if scope.body and not body.startswith(_of_state()):
        of_school = scope.body.endswith(("大学", "学院", "学校"))
        inner = data()["generic"]["of_school" if of_school else "of_office"]
        own = body.endswith(tuple(inner)) and not _of_another(body, scope.body)
        return scope.body + body if own else body
    rooted = data()["rooted"]
    if body.startswith(_of_state()):
        return body
    inner = base(body) if place_of(previous) else body
    if inner.endswith(tuple(rooted["endings"])) and not body.startswith(tuple(rooted["never"])):
        place = place_of(previous)
        place = place if longest_name(place) == place else ""
        if (place or scope.units) and len(body) <= _LONGEST_ROOTED:
            return (place or own_place(scope)) + body
    return body


def _of_another(body: str, own: str) -> bool:
    """Whether a name already says whose part it is: 清华大学公共管理学院, 斯坦福大学实验室."""
    levels = ("省", "市", "县", "区", "自治区")
    return (
        body.startswith((own, *levels))
        or _WHOLE.search(body) is not None
        or bool(longest_name(body))
    )


@lru_cache(maxsize=1)
def _of_state() -> tuple[str, ...]:
    """How bodies of the state begin, which belong to no place: 国家, 中国, 卫生部."""
    central = (
        name
        for row in table("departments")["central"]
        for name in (row["name"], *row.get("short", ()))
    )
    return ("国家", "中央", "全国", "中国", "中共", "最高", "联合国", *sorted(set(central)))


def _part(body: str, previous: str) -> str:
    if body in data()["of_committee"] and previous.endswith("自治区党委"):
        return previous + body
    if body in data()["of_committee"]:
        place = place_of(previous)
        if place and previous.startswith(place):
            return f"{place}委{body}"
    return base(previous) + body


def _government(body: str, level: str, previous: str, scope: Scope, near: str) -> str:
    """The government of a 市长, 区长: of the place written, of the post before, or the own one."""
    body = body.removeprefix("中共")
    if body.endswith(
        ("政府", "公署", "管委会", "人民委员会", "专署", "行署", "革命委员会", "革委会")
    ):
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
