"""Parties to an agreement whose names have none of the endings of bodies: 某县与[某某检测]签约."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.language.acting import data
from extractors.language.document import Named
from extractors.language.gazetteer import is_place_name

_SIGNED = re.compile(
    r"[与和同](?<!参.)(?P<other>[A-Za-z\u4e00-\u9fff·]{2,14}?)"
    r"(?:在[^,。;、与]{2,12})?(?:正式|成功|共同|再次|分别|现场|线上|举行|举办|就[^,。;]{2,20})*"
    r"(?:战略|全面|深度|校企|校地|校校|院企|银企|政企|产学研|友好|投资|招商|项目|业务|技术)*"
    r"(?:合作|共建|框架|协议|项目|备忘录|合同)*(?:集中)?(?:签约|签署|签订|签定|续签|签下)"
)
_FIRST = re.compile(r"(?:^|[,。;:!?\n\s日午])(?P<one>[A-Za-z\u4e00-\u9fff·]{3,12})$")
_NOT_A_PARTY = re.compile(
    r"[的了在就将被把等各]|双方|一方|代表|领导|企业$|单位$|部门$|公司$|[省市县区州盟旗镇乡村街道]$|政府|国$|方$|"
    r"会议|仪式|签|同志|先生|女士|客商|老板|群众|农民|职工|家长|会$|人$|户$|有关|相关|[0-9一二两三四五六七八九十]家"
)


def partners(text: str, start: int, have: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """Who signs with whom, where nothing in the name says that it is a body (clean offsets)."""
    if "签" not in text:
        return
    for match in _SIGNED.finditer(text, start):
        if _is_party(text, *match.span("other"), have):
            yield Named(*match.span("other"), match["other"], "sign", 0.6)
        one = _FIRST.search(text, max(start, match.start() - 16), match.start())
        if one and _is_party(text, *one.span("one"), have):
            yield Named(*one.span("one"), one["one"], "sign", 0.6)


def _is_party(text: str, start: int, end: int, have: Sequence[tuple[int, int]]) -> bool:
    name = text[start:end]
    return (
        len(name) >= 3
        and not any(a < end and start < b for a, b in have)
        and not is_place_name(name)
        and not name.startswith(tuple(data()["generic"]["starts"]))
        and _NOT_A_PARTY.search(name) is None
    )
