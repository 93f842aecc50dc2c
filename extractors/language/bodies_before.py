"""Which body that a text named before is meant by a post without one, or with a short one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.language.body_words import among, data
from extractors.language.titles import Title

_TERM = re.compile(r"第?[0-9一二三四五六七八九十]+届")
_CONFERENCE = re.compile(
    r"^(?:中国人民)?(?:政协|政治协商会议)(?:第?[0-9一二三四五六七八九十]+届)?([^第]{2,12})"
    r"(?:第?[0-9一二三四五六七八九十]+届)?(?:全国)?委员会$"
)


_ELECTED = re.compile(
    r"^(.*(?:妇联|妇女联合会|工会|工商联|工商业联合会|文联|科协|残联|侨联|青联|学联|贫协|红十字会|协会|学会))"
    r"(?:第?[0-9一二三四五六七八九十]+届)(?:执行|常务|常)?(?:委员会|执委会|常委会|理事会|主席团)$"
)


def headed(title: Title) -> tuple[str, ...]:
    return tuple(data()["headed"].get(title.head, ()))


def fitting(title: Title, named: Sequence[str]) -> str:
    """The last body named that has such a head; the empty string where none has."""
    endings = headed(title)
    if not endings:
        return ""
    never = tuple(data()["headed_never"].get(title.head, ("\0",)))
    for name in reversed(named):
        if name.endswith(endings) and not name.endswith(never) and not name[0].islower():
            short = _CONFERENCE.sub(r"\1政协", name)  # no h革委会, which is damaged
            return _ELECTED.sub(r"\1", _TERM.sub("", short) if "人大" in short else short)
        if title.head in data()["of_congress"] and name.endswith(("人大", "人民代表大会")):
            return _TERM.sub("", name) + "常委会"  # 县十届人大选举甲为主任
    return ""


def completed(organisation: str, body: str, named: Sequence[str]) -> str:
    """The longer name that the text gave before for a body it now calls by its end."""
    if (short := _COMMISSION.match(body)) and organisation.endswith(body[1:]):
        return (
            _commission(organisation.removesuffix(body[1:]), short["core"], named) or organisation
        )
    if (organisation != body and not _LEAGUE.fullmatch(body)) or organisation in named:
        return organisation
    inner = next((p for p in data()["party"] if body.endswith(p)), "")
    if inner and body.removesuffix(inner) in among("generic", "bodies"):
        whole = completed(body.removesuffix(inner), body.removesuffix(inner), named)
        return whole + inner
    if inner and (full := _firm(body.removesuffix(inner), named)):
        return full + inner
    if body in among("generic", "bodies"):
        end = body.removeprefix("该")
        longer = [n for n in reversed(named) if len(n) > len(end) + 1 and not _JOINS.search(n)]
        named_whole = (n for n in longer if n.endswith(end) or (end in n[2:] and n[-2:] == "公司"))
        of_parts = (n[: n.index(end, 2) + len(end)] for n in longer if end in n[2:])
        if len(end) > 1 and (kinds := tuple(data()["that_one"].get(end, ()))):
            kin = next((n for n in longer if n.endswith(kinds)), organisation)
            return next(named_whole, next(of_parts, kin))
        return next(named_whole, next(of_parts, organisation) if len(end) > 1 else organisation)
    if _LEAGUE.fullmatch(body):
        return next((n for n in reversed(named) if _LEAGUE_IN_FULL.fullmatch(n)), organisation)
    if organisation == body and _FIRM.fullmatch(body):
        return _firm(body, named) or body
    if len(body) < 4:
        return organisation
    return next((n for n in named if n.endswith(body) and _opens_name(n, body)), organisation)


_COMMISSION = re.compile(r"^[省市县区州旗](?P<core>[^党纪监团常政人市县区省州旗地]{1,4})委(?:会)?$")


def _commission(place: str, core: str, named: Sequence[str]) -> str:
    """The commission of a place by its full name, where the text gave it: 县科委 after
    青江县科学工作委员会. Empty where it gave none."""
    for name in reversed(named):
        inner = name.removeprefix(place).removeprefix(place[-1:]).removesuffix("委员会")
        rest = iter(inner)
        if (
            name.endswith("委员会")
            and name.startswith((place, place[-1:]))
            and inner.startswith(core[0])
            and len(inner) > len(core)
            and all(char in rest for char in core)
        ):
            return f"{place}{inner}委员会"
    return ""


def _firm(short: str, named: Sequence[str]) -> str:
    """The firm that a text named before in full: 青机集团 after 青江机械有限公司. Else empty."""
    firm = _FIRM.fullmatch(short)
    if firm is None:
        return ""
    stem = firm[1]
    for name in reversed(named):
        if name.endswith(_FIRMS) and name != short:
            rest = iter(name)
            of_its_signs = name[0] == stem[0] != "中" and all(char in rest for char in stem)
            if stem in name or (of_its_signs and len(name) >= len(short) + 2):
                return name
    return ""


_FIRMS = ("公司", "集团", "银行", "厂")
_FIRM = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?:公司|集团|股份|药业|银行|科技|重工|汽车)")
_LEAGUE = re.compile(r"团[省市区县州旗盟镇乡]委")
_LEAGUE_IN_FULL = re.compile(r"共青团[\u4e00-\u9fff]{2,10}委(?:员会)?")
_JOINS = re.compile(
    r"[\u4e00-\u9fff]{2}及[\u4e00-\u9fff]{2}|^[\u4e00-\u9fff]{2,4}?(?<![主责信委担放])任(?!务|丘|城|县)"
)
_NO_NAME = re.compile(r"[长任赴到在与和同对为是及、,]|书记|主席|主持|召开|会议|代表|来自")


def _opens_name(name: str, end: str) -> bool:
    """Whether what stands before ``end`` in a longer name can open a body's name."""
    prefix = name.removesuffix(end)
    return 2 <= len(prefix) <= 14 and not _NO_NAME.search(prefix)
