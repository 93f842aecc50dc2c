"""What 学校, 厂党委 and 省局 mean in the chronicle of one body: which words stand for it there, and
which are a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.language.gazetteer import Unit, longest_name

_BODY_CLASSES = (
    (
        re.compile(
            r"(?:大学|学校|中学|小学|幼儿园|[一二三四五六七八九十]中|[党技农卫师商财艺]校|师专|医专|农专|高专|师范)$"
        ),
        "学校|校",
    ),
    (re.compile(r"学院$"), "学校|校|学院|院"),
    (
        re.compile(r"(?:医院|卫生院|分院|疗养院|研究院|设计院|法院|检察院|科学院|工程院|学院)$"),
        "医院|法院|检察院|院",
    ),
    (
        re.compile(r"(?:公司|集团|企业|银行|电厂|工厂|厂|矿|油田|铁路)$"),
        "集团公司|总公司|公司|集团|企业|厂|矿|总行|行",
    ),
    (re.compile(r"局$"), "局"),
    (re.compile(r"厅$"), "厅"),
    (re.compile(r"部$"), "部(?!队|落|属|分)"),
    (re.compile(r"(?:委|委员会)$"), "委(?!员|托)"),
    (re.compile(r"(?:农|林|牧|茶|渔|猪|鸡|种畜|盐)场$"), "总场|农场|林场|牧场|茶场|盐场|场"),
    (re.compile(r"(?:报|杂志|出版)社$"), "报社|出版社|社(?!会|保|科|区|团)"),
    (
        re.compile(r"(?:电视台|电台|气象台|地震台)$"),
        "电视台|电台|台(?!湾|北|商|联|办|属|资|胞|州|盟)",
    ),
    (re.compile(r"馆$"), "馆"),
    (re.compile(r"站$"), "站"),
    (re.compile(r"(?:工程|地质|勘探|施工|大|支|总)队$"), "大队|总队|支队|队"),
    (re.compile(r"处$"), "处"),
    (re.compile(r"段$"), "段"),
    (re.compile(r"(?:研究所|所)$"), "研究所|所"),
    (re.compile(r"协会$"), "协会"),
    (re.compile(r"学会$"), "学会"),
)
_INNER = (
    r"(?:党委|党组|党总支|党支部|纪委|纪检|团委|工会|行政|校长办|党政办|领导班子|"
    r"革委会|革命委员会|董事会|监事会|职代会)"
)


def same_kind(one: str, other: str) -> bool:
    """Whether two names are of bodies that are called alike: two hospitals, a school and a
    university."""
    return any(pattern.search(one) and pattern.search(other) for pattern, _ in _BODY_CLASSES)


def body_words(body: str) -> str:
    """The words (a regex) that stand for this body in its own chronicle."""
    for pattern, words in _BODY_CLASSES:
        if pattern.search(body):
            return words
    return "单位|本单位"


_LINE = re.compile(r"^(?P<level>[总省市州县区])(?P<kind>局)(?P<rest>.*)$")
_NOT_OWN = re.compile(
    r"院[士史校所]|校[友史园报刊区企]|[厂校矿院局社]办(?!公|$)|矿[山区井产]|厂[矿区房]|行[政业]|企业家|所在"
)
"""What begins like a word for the own body and is another: 校史研究室."""


def inside(name: str, body: str, units: Sequence[Unit]) -> str | None:
    """A body named from inside its own chronicle, None where the name is not."""
    words = body_words(body)
    if match := re.fullmatch(rf"(?:我|本|全)?(?:{words})(?P<rest>.*)", name):
        rest = match["rest"]
        if rest.startswith("长") or rest == "办":
            return body + name  # 校长办公室, 校办
        # 院 of 院士工作站, 校 of 校友会: the rest must be a body of its own kind
        if not rest or re.match(_INNER, rest) or not _NOT_OWN.match(match[0]):
            return body + rest
    if re.match(_INNER, name):
        return body + name
    return _of_line(name, body, units)


def _of_line(name: str, body: str, units: Sequence[Unit]) -> str | None:
    """An office of the own line of offices by its level: 省局 of a city's 税务局."""
    line = _LINE.match(name)
    office = body[len(_longest_path(body)) :]
    if line is None or not office.endswith(line["kind"]):
        return None
    if line["level"] == "总":
        return f"国家{office.removeprefix('国家')[:-1]}总局{line['rest']}"
    unit = next((unit for unit in reversed(units) if unit.name.endswith(line["level"])), None)
    return unit.name + office + line["rest"] if unit else None


def _longest_path(text: str) -> str:
    """The names of places that a text opens with."""
    at = 0
    while here := longest_name(text, at, full_only=True):
        at += len(here)
    return text[:at]
