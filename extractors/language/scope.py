"""Whose chronicle it is, and what 我市, 区委, 省卫健委, 学校党委 mean in it.

A scope is made from the place of an entry's context (``张掖市``, ``四川省成都市青白江区``,
``中国海洋大学（山东省青岛市）``). The functions here are pure: words and a scope in, a name out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.language.gazetteer import (
    Unit,
    as_written,
    find,
    longest_name,
    of_character,
    of_the_time,
    read_path,
    short_name,
    starts_abroad,
)
from extractors.language.own_body import body_words, inside

NATION = "中华人民共和国"
_NATIONAL = frozenset((NATION, "中国", "全国", "国家", "中央"))
_BRACKETS = re.compile(r"^(?P<body>.+)[(（](?P<place>[^()（）]+)[)）]$")
_TOWNSHIP = re.compile(r"^[^省市县]{1,10}(?:[镇乡村]|街道|苏木|嘎查|社区|公社)$")
_AREA = re.compile(
    r"^[^省市县]{1,14}(?:新区|开发区|高新区|经开区|园区|示范区|管理区|风景区|名胜区|保税区|试验区|"
    r"度假区|矿区|林区|农场|林场|垦区|专区|地区|行署区|边区|苏区|特区|群岛|岛)$"
)
_CORPS = re.compile(r"^新疆生产建设兵团(?:[第农][一二三四五六七八九十]+师)?")
_OLD_PREFECTURE = re.compile(
    r"^(?P<province>[^省]{2,3}省|.{2,6}自治区)(?P<name>(?P<short>[\u4e00-\u9fff]{2,5}?)(?:专区|地区|行署|府|道))"
    r"(?P<rest>[\u4e00-\u9fff]{1,4}[县市旗区州厅])$"
)
"""A county with the prefecture that it was part of: 四川省温江专区大邑县, 福建省福宁府霞浦县."""
_UNKNOWN_UNIT = re.compile(r"^[^省市县区]{1,8}(?:[县市旗]|(?<!新|发|业|园)区)$")
_BODY_END = re.compile(
    r"(?:大学|中学|小学|学校|一中|公司|集团|企业|银行|中心|工程|电视台|报社|联合会|"
    r"[院厂矿局所会部厅委社馆队站场园港库署办台团组])$"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The place of a chronicle: as given, its units (province to own), and the body if it is one's.

    ``place`` is the string as given (None: unknown). A township or a development zone, which has
    no code in the gazetteer, stands as a last unit with an empty ``code``.
    ``titled`` is the body of that place whose chronicle the document's title says it is
    (青江县教育局大事记); posts that name no body are its. Else it is empty.
    """

    place: str | None = None
    units: tuple[Unit, ...] = ()
    body: str | None = None
    titled: str = ""


@lru_cache(maxsize=4096)
def scope_of(place: str | None) -> Scope:
    """The scope that a context's place gives; an unknown string gives a scope without units."""
    text = (place or "").strip()
    if not text:
        return Scope(place)
    if match := _BRACKETS.match(text):
        inner, whole_place = scope_of(match["place"]), read_path(match["body"])[1]
        if inner.units and inner.body is None and whole_place == len(match["body"]):
            return Scope(
                place, of_the_time(scope_of(match["body"]).units, inner.units, match["body"])
            )
        if inner.body and whole_place == len(match["body"]):  # 上海市（某厂）
            return Scope(place, scope_of(match["body"]).units, inner.body)
        whole = not inner.units and _BODY_END.search(match["place"])  # 甲公司(集团), no place
        return Scope(place, inner.units, text if whole else match["body"])
    if text in _NATIONAL:
        return Scope(place)
    if corps := _CORPS.match(text):
        inner = scope_of("新疆维吾尔自治区" + text[corps.end() :])
        return replace(inner, place=place)
    if old := _OLD_PREFECTURE.match(text):
        inner = scope_of(old["province"] + old["rest"])
        if len(inner.units) > 1 and all(unit.short != old["short"] for unit in inner.units):
            prefecture = Unit("", old["name"], old["short"], "city", inner.units[0].code)
            kept = [unit for unit in inner.units[1:] if unit.level != "city"]
            return replace(inner, place=place, units=(inner.units[0], prefecture, *kept))
    units, length, last = read_path(text)
    if units and length == len(text):
        return Scope(place, (*units[:-1], as_written(units[-1], last)))
    if not units and (name := longest_name(text)) and _AREA.match(text[len(name) :]):
        above = find(name)
        # 河北雄安新区 stands in its province; 兰州新区 is one name
        if above is not None and above.level == "province":
            units, length = (above,), len(name)
    rest = text[length:]
    if units and _UNKNOWN_UNIT.match(rest):
        # a district or county that the gazetteer does not have: merged long ago, or a new one
        return Scope(place, (*units, Unit("", rest, short_name(rest), "county", units[-1].code)))
    if _TOWNSHIP.match(rest) or _AREA.match(rest):
        parent = units[-1].code if units else ""
        level = "township" if _TOWNSHIP.match(rest) else "area"
        return Scope(place, (*units, Unit("", rest, short_name(rest), level, parent)))
    own = units[-1].name if len(units) > 1 and text[:length].endswith(units[-1].name) else ""
    body = text[length - len(own) :] if own else text  # 山西省长治市第二人民医院
    return Scope(place, units, body if _BODY_END.search(text) else None)


def own_short(scope: Scope) -> str:
    """The own place as bodies of it are called: 凉山州 for 凉山彝族自治州."""
    return own_place(scope) if scope.body or not scope.units else _called(scope.units[-1], "")


def own_place(scope: Scope) -> str:
    """The short full form of the own place (青白江区, 张掖市); the body for a body's chronicle.

    ``中华人民共和国`` for the nation; the string as given where it is unknown; empty for none.
    """
    if scope.body:
        return scope.body
    if scope.units:
        return scope.units[-1].name
    return scope.place or ""


# ---------------------------------------------------------------- levels

_LEVEL_WORDS = ("自治区", "自治州", "自治县", "自治旗", "新区", "开发区", "地区", "街道")
_LEVEL = "|".join((*_LEVEL_WORDS, *"省市区县旗州盟镇乡村"))
_UNIT_WORD = re.compile(
    rf"^(?:我|全|本|在|到|来|该|我们|咱)?(?P<level>{_LEVEL})(?:里|上|内|中|直|境|境内)?$"
)
_WITHIN_OWN = ("境内", "全境", "辖区内")
_IN_CHARACTER = re.compile(r"^(?:[在来到赴驻抵返离莅入进])?(?P<one>[\u4e00-\u9fff])$")


def _unit_of_level(level: str, scope: Scope) -> Unit | None:
    """The lowest unit of the scope with that level word (市 in a district: the city)."""
    for unit in reversed(scope.units):
        if unit.name.endswith(level):
            return unit
    if level.startswith("自治"):
        return _unit_of_level(level[-1], scope)
    if level == "地区":
        for unit in reversed(scope.units):
            if unit.level == "city":
                return replace(unit, name=unit.short + "地区")
    return None


def _called(unit: Unit, level: str) -> str:
    """The unit's name as the level word asks: 州 凉山州, 自治州 凉山彝族自治州."""
    if "自治" in unit.name and unit.level != "province" and not level.startswith("自治"):
        return unit.short + unit.name[-1]
    return unit.name


def resolve_place(words: str, scope: Scope) -> str | None:
    """The place that words of the chronicle's own mean, None where they mean none.

    ``我市 全市 本市 到区 在区 区里`` give the unit of that level (the own place, or the city above
    a district), ``全省 我省`` the province; one character after 在 来 赴 驻 (``兰``, ``在兰``) the
    short name of the city or province, the own one's as well; ``我校 学校`` the body of a body's
    chronicle.
    """
    if match := _UNIT_WORD.match(words):
        unit = _unit_of_level(match["level"], scope)
        if unit is not None:
            return unit.name
    if scope.units and words and words in (*_WITHIN_OWN, _clipped(scope.units[-1])):
        return scope.units[-1].name
    if scope.body:
        own_words = rf"(?:我|全|本|到|来|在|该)?(?:{body_words(scope.body)})"
        if re.fullmatch(own_words, words):
            return scope.body
    if match := _IN_CHARACTER.match(words):
        found = of_character(match["one"], scope.units)
        return found.short if found is not None else None
    return None


def _clipped(unit: Unit) -> str:
    """A longer name clipped to its first character and its level: 佳市 for 佳木斯市."""
    return unit.short[0] + unit.name[-1] if len(unit.short) > 2 else ""


# ---------------------------------------------------------------- bodies

_COMMITTEE = re.compile(
    r"^(?:中共|中国共产党)(?P<place>[^,。]{1,14}?[省市区县州旗镇乡])(?:第[0-9一二三四五六七八九十]+届)?委员会$"
)
_CONFERENCE = re.compile(
    r"^(?:中国人民)?(?:政协|政治协商会议)(?P<place>[^第届]{1,12}[省市区县州旗盟]|全国)委员会(?P<rest>.*)$"
)
_LEAGUE = re.compile(r"^(?:共青)?团(?P<level>中央|[省市区县州旗盟镇乡地](?=委))")
_PARTY = re.compile(r"^(?:中共|中国共产党)(?=[\u4e00-\u9fff])")
# Words that begin like a level and are something else: 市场监管局 is no body of a 市.
_NOT_A_LEVEL = re.compile(
    r"^(?:市场|市容|市民(?!政|族|宗|营|委|盟|建|进)|市政(?!府|协|务|法|研|数|治)|市郊|市值|市属|市直|市级|区块|区域|区划|"
    r"区级|区属|区直|县域|县级|县属|县直|省级|省属|省直|州级|镇级|乡村|乡镇|村镇|村民|村级|街道社|省际|旗舰|旗帜|旗袍|"
    r"盟军|盟友|盟员|村落|镇定|乡土|开发区域|新区域)"
)
_PARTY_OF_BODY = re.compile(
    r"(?:中共|中国共产党).{2,20}(?:大学|学院|学校|中学|公司|集团|银行|医院|[厂矿局厅])委员会$"
)
_LOWER = re.compile(
    r"[\u4e00-\u9fff]{1,3}?(?:[县旗](?![级域城乡属直内际政委])|军分区|警备区|地委|行署|专署)"
)
_LEVEL_BODY = re.compile(rf"^(?P<level>{_LEVEL})(?P<rest>[\u4e00-\u9fff“\d(].*)$")
_GOVERNMENT = re.compile(r"人民政府")
_DOUBLED = re.compile(
    r"([省市县区旗盟州镇乡])(?<=[\u4e00-\u9fff]{2}.)(?<!治.)\1(?=委(?!员)|政府|人民政府|人大|政协|纪委)"
)
_BARE = re.compile(
    r"^(?:政府|人大|政协(?!第)|革委会|革命委员会|人委|纪委|纪检委|监委|纪委监委|检察院|法院|人武部|党代会)"
    r"(?=$|[办常副机工委党监内专秘研政生人保])"
)
_STATE_BODY = re.compile(
    r"^(?:委|政府|人大|政协|人民代表大会|纪委|监委|人民政府|党委|党工委|委员会|革命委员会|革委会|人委|人民委员会|"
    r"管委会|法院|人民法院|检察院|人民检察院)"
)


def resolve_body(name: str, scope: Scope) -> str:
    """The short full form of a body with its place resolved.

    区委 青白江区委; 区人民政府 青白江区政府; 市委 in a district's chronicle 成都市委; 省卫健委
    甘肃省卫健委; 地委 张掖地委; 校党委 中国海洋大学党委. Long and short forms (卫生健康委员会,
    卫健委) stay as written. A name that begins with a place keeps it, without the higher places
    before a party, government or people's body; a doubled level is made one (耀州区区委).
    What cannot be resolved is returned unchanged.
    """
    if not name:
        return name
    if scope.body and (own := inside(name, scope.body, scope.units)) is not None:
        return own
    if committee := _COMMITTEE.match(name):
        name = committee["place"] + "委"
    if league := _LEAGUE.match(name):
        return _league(league["level"], name, scope) or name
    if conference := _CONFERENCE.match(name):
        name = conference["place"] + "政协" + conference["rest"]
    if _PARTY_OF_BODY.match(name):
        return name
    short = _GOVERNMENT.sub("政府", _PARTY.sub("", name))
    short = _DOUBLED.sub(r"\1", short)  # 河东镇镇委
    if short.startswith("中国") and longest_name(short, 2, full_only=True):
        short = name = short[2:]  # 中国内蒙古自治区党委 where guests from abroad stand beside
    if placed := _placed(short):
        return placed
    if of_prefecture := _prefecture(short, scope):
        return of_prefecture
    if not _NOT_A_LEVEL.match(short) and (match := _LEVEL_BODY.match(short)):
        unit = _unit_of_level(match["level"], scope)
        if match["rest"].startswith("中级") and unit is not None and unit.level == "county":
            unit = next((u for u in reversed(scope.units) if u.level == "city"), unit)
        if unit is not None:
            return of_place(_called(unit, match["level"]), match["rest"])
    if _BARE.match(short) and scope.units and not scope.body:
        own_unit = scope.units[-1]
        return _called(own_unit, own_unit.name[-1]) + short
    if short.startswith("兵团") and any(u.short == "新疆" for u in scope.units):
        return "新疆生产建设" + short
    plain = short.startswith(("区", "市", "县", "省", "州", "政府")) or _DOUBLED.search(name)
    return short if plain else name


def _placed(name: str) -> str | None:
    """A name that opens with a place, the higher places before a state's body dropped."""
    position = 0
    last_start = 0
    if name.startswith("市中级"):
        return None  # the court of a city, not one of 市中区
    while True:
        here = longest_name(name, position, full_only=True)
        if not here:
            break
        last_start, position = position, position + len(here)
        if position == len(name):
            break
    if not position:
        opens = longest_name(name) not in ("", name) and not _BARE.match(name)
        return name if opens or starts_abroad(name) else None
    rest = name[position:]
    level = name[position - 1]
    if level in "省区" and _LOWER.match(rest) and position - last_start > 2:
        return rest  # 某省甲县林业局: a county of old
    if len(rest) > 1 and rest[0] == level and _STATE_BODY.match(rest[1:]):
        rest = rest if _twice(name[last_start:position], rest[1:]) else rest[1:]
        return name[last_start:position] + rest
    if _STATE_BODY.match(rest):
        return name[last_start:position] + rest
    return name[:position] + rest


def of_place(place: str, rest: str) -> str:
    """The body of a place by what follows the place in its name: 青江区 and 委 are 青江区委.

    The committee of a county of one character has the level twice: 泾县县委.
    """
    return f"{place}{place[-1]}{rest}" if _twice(place, rest) else place + rest


def _twice(place: str, rest: str) -> bool:
    return len(place) == 2 and rest.startswith("委") and not rest.startswith("委员")


def _league(level: str, name: str, scope: Scope) -> str:
    """The committee of the Youth League by its level: 团市委 is 青江团市委. Else empty."""
    if level == "中央":
        return "共青团" + name.removeprefix("共青团").removeprefix("团")
    city = next((unit for unit in reversed(scope.units) if unit.level == "city"), None)
    unit = city if level == "地" else _unit_of_level(level, scope)
    return f"{unit.short}{name}" if unit else ""


def _prefecture(name: str, scope: Scope) -> str | None:
    """地委 行署 专署 of a prefecture: the short name without 市 (张掖地委, 张掖地区行署)."""
    match = re.match(r"^(?P<word>地委|地革委|地区|行署|专署|行政公署|专员公署)(?P<rest>.*)$", name)
    if match is None:
        return None
    city = next((u for u in reversed(scope.units) if u.level == "city"), None)
    if city is None or match["word"] == "地区":
        return None
    middle = "地区" if match["word"] == "行政公署" else ""
    middle = "专区" if match["word"] == "专员公署" else middle
    return f"{city.short}{middle}{name}"
