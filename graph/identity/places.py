"""Which place a name means, for a reader who stands in a chronicle's own place.

The table of divisions (provinces, prefectures, counties) comes from `extractors.language.gazetteer`
(GB/T 2260 codes). What lies below a county is told by its last word, and belongs to the place that
is written before it or, in the chronicle of one county, to that county.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.language import gazetteer
from extractors.language.gazetteer import Unit
from extractors.language.townships import townships_named

COUNTRY_NAMES = frozenset({"中国", "中华人民共和国", "全国", "我国"})
_BRACKETED = re.compile(r"^(?P<body>.+)[(（](?P<place>[^()（）]+)[)）]$")
_TOWNSHIP = re.compile(
    r"^(?P<own>[\u4e00-\u9fff]{1,7}?(?:街道|苏木|(?<![小古])镇(?!村)|乡(?![村镇])))(?P<below>.*)$"
)
_VILLAGE = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:行政村|社区|嘎查|村)$")
_OWN = re.compile(r"^(?:我|全|本)(?P<word>省|市|州|区|县|旗|盟|镇|乡)$")
_RELATIVE = re.compile(r"^(?:我|全|本)?(?P<word>自治区|省|市|州|区|县|旗|盟)(?=.)")
_NOT_RELATIVE = re.compile(
    r"^(?:市场|市政[工道设]|市民|市区|区域|区块|区间|县域|县道|州际|省际|省道)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit: ``names`` from the province down to its own, ``code`` of six digits.

    ``kind`` is one of the vocabulary's location kinds. ``code`` is empty below the county and
    where the table has none. The country has the single name 中国.
    """

    names: tuple[str, ...]
    kind: str
    code: str = ""

    @property
    def full(self) -> str:
        """四川省成都市青白江区, the name that tells it from namesakes."""
        return "".join(self.names)

    @property
    def name(self) -> str:
        return self.names[-1]


COUNTRY = Place(("中国",), "country", "100000")


@dataclass(frozen=True, slots=True)
class Home:
    """Whose chronicle it is: a place, and for a university's or a works' own chronicle its name."""

    place: Place | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Where something happened: ``key`` tells it apart, ``parent`` is the unit it lies in.

    ``parent_basis`` is ``name`` where the words say so, ``gazetteer`` where the table of divisions
    does, ``home`` where the chronicle's own county is meant; empty without a parent.
    """

    key: str
    name: str
    kind: str
    code: str = ""
    parent: Place | None = None
    parent_basis: str = ""


def place_of(unit: Unit) -> Place:
    """A unit of the table as a Place."""
    names = tuple(part.name for part in gazetteer.chain(unit))
    return Place(names, unit.level, unit.code)


@lru_cache(maxsize=65536)
def parent_of(place: Place) -> Place | None:
    """The unit above; None for a province and for the country."""
    if len(place.names) < 2:
        return None
    if place.kind in ("township", "village"):
        kind = "township" if place.kind == "village" and len(place.names) > 1 else "county"
        above = place.names[:-1]
        known = read_place("".join(above), Home())
        return known[0] if known and not known[1] else Place(above, kind)
    unit = gazetteer.unit_of_code(place.code)
    above_unit = gazetteer.unit_of_code(unit.parent_code) if unit else None
    return place_of(above_unit) if above_unit else None


@lru_cache(maxsize=4096)
def home_of(context_place: str | None) -> Home:
    """The home that a record's ``context.place`` names: 甘肃省张掖市, 清华大学(北京市).

    A name that is no place is a body's own chronicle; None gives an empty Home.
    """
    text = (context_place or "").strip()
    if not text:
        return Home()
    if text in COUNTRY_NAMES:
        return Home(COUNTRY)
    if match := _BRACKETED.match(text):
        return Home(home_of(match["place"]).place, match["body"].strip())
    found = read_place(text, Home())
    if found and not found[1]:
        return Home(found[0])
    unit = gazetteer.find(text)
    if unit is not None:
        return Home(place_of(unit))
    return Home(found[0] if found else None, text)


@lru_cache(maxsize=4096)
def _around(home: Home) -> tuple[Unit, ...]:
    place: Place | None = home.place
    while place is not None:
        unit = gazetteer.unit_of_code(place.code) if place.code else None
        if unit is not None:
            return gazetteer.chain(unit)
        place = parent_of(place)
    return ()


def relative_place(word: str, home: Home) -> Place | None:
    """The unit that 省, 市, 区… means at home: the lowest of the own units that ends so."""
    if home.place is not None and home.place.name.endswith(word):
        return home.place
    for unit in reversed(_around(home)):
        if unit.name.endswith(word) and (word != "区" or unit.level == "county"):
            return place_of(unit)
    return None


def read_place(text: str, home: Home) -> tuple[Place, str] | None:
    """The place that ``text`` opens with and what follows it; None where it opens with none.

    Reads chains of full names (成都市青白江区, 甘肃张掖市), then a township and a village below
    them, and last a word for the own place (市委, 我区).
    """
    here: tuple[Unit, ...] = ()
    position = 0
    while position < len(text):
        unit, length = _next_unit(text, position, here, home)
        if unit is None:
            break
        here, position = gazetteer.chain(unit), position + length
    if here:
        return _below(place_of(here[-1]), text[position:])
    if not _NOT_RELATIVE.match(text) and (match := _RELATIVE.match(text)):
        own = relative_place(match["word"], home)
        if own is not None:
            return _below(own, text[match.end() :])
    return None


def _next_unit(
    text: str, position: int, here: tuple[Unit, ...], home: Home
) -> tuple[Unit | None, int]:
    name = gazetteer.longest_name(text, position, full_only=True)
    if not name:
        short = gazetteer.longest_name(text, position)
        after = position + len(short)
        if not short or (after < len(text) and not gazetteer.longest_name(text, after, True)):
            return None, 0
        name = short
    unit = gazetteer.find(name, here or _around(home))
    if unit is None or (here and (here[-1] not in gazetteer.chain(unit) or unit in here)):
        return None, 0
    return unit, len(name)


def _below(place: Place, rest: str) -> tuple[Place, str]:
    """Go on into a township and a village where the rest opens with one, and says so alone."""
    match = _TOWNSHIP.match(rest) if place.kind == "county" else None
    return _township(place, match) if match is not None else (place, rest)


def township_at_home(text: str, home: Home) -> tuple[Place, str] | None:
    """城厢镇 at the head of a name: the one of the county whose chronicle it is, or the only one of
    that name in the city (by the table of townships)."""
    match = _TOWNSHIP.match(text)
    if match is None or home.place is None:
        return None
    if home.place.kind == "county":
        return _township(home.place, match)
    known = known_township(match["own"], home)
    return _township(known[0], match) if known is not None else None


def known_township(name: str, home: Home) -> tuple[Place, str] | None:
    """The county and the full name of the only township of the own county or city that is called
    so, in full or barely (石庄 for 石庄镇); None where the table has none or several."""
    place = home.place
    if place is None or place.kind not in ("county", "city") or not place.code:
        return None
    found = townships_named(name, place.code)
    unit = gazetteer.unit_of_code(found[0][0]) if len(found) == 1 else None
    return (place_of(unit), found[0][1]) if unit is not None else None


def is_relative(text: str) -> bool:
    """True where a name opens with a word for the reader's own unit (市委, 我区)."""
    return bool(_RELATIVE.match(text)) and not _NOT_RELATIVE.match(text)


def _township(place: Place, match: re.Match[str]) -> tuple[Place, str]:
    township = Place((*place.names, match["own"]), "township")
    below = match["below"]
    if _VILLAGE.match(below):
        return Place((*township.names, below), "village"), ""
    return township, below


@lru_cache(maxsize=65536)
def locate(name: str, home: Home) -> Site:
    """The unit or venue that a location's cleaned name means at home.

    A whole name of a unit, full or short (张掖市, 兰州, 我区), is that unit. Anything else is a
    venue, told apart by the place written before it, else by the chronicle's own place.
    """
    if name in COUNTRY_NAMES:
        return site_of(COUNTRY)
    if (match := _OWN.match(name)) and (own := relative_place(match["word"], home)) is not None:
        return site_of(own)
    unit = gazetteer.find(name, _around(home))
    if unit is not None:
        return site_of(place_of(unit))
    found = read_place(name, home)
    if found is not None:
        place, rest = found
        if not rest:
            return site_of(place)
        return Site(f"{place.full}/{rest}", _venue_name(name, place, rest), "venue", "",
                    place, "name")  # fmt: skip
    own_village = township_at_home(name, home)
    if own_village is not None and own_village[0].kind == "village":
        return site_of(own_village[0])
    if name in gazetteer.foreign_places():
        return Site(name, name, "abroad")
    if (town := known_township(name, home)) is not None:
        county, full = town
        basis = "home" if county == home.place and name == full else "gazetteer"
        return Site(county.full + full, full, "township", "", county, basis)
    kind = "village" if _VILLAGE.match(name) else "venue"
    if (match := _TOWNSHIP.match(name)) and not match["below"]:
        kind = "township"
    if kind != "venue" and home.place is not None and home.place.kind == "county":
        return Site(home.place.full + name, name, kind, "", home.place, "home")
    namesakes = gazetteer.units_named(name)
    if namesakes and gazetteer.is_full_name(name):
        kind = namesakes[0].level  # which of them stays open: told apart by the chronicle
    scope = home.place.full if home.place else home.body
    return Site(f"{scope}/{name}", name, kind)


@lru_cache(maxsize=65536)
def site_of(place: Place) -> Site:
    """An administrative unit as a Site; the unit above is its parent."""
    above = parent_of(place)
    basis = "" if above is None else "gazetteer" if place.code else "name"
    return Site(place.full, place.name, place.kind, place.code, above, basis)


def _venue_name(name: str, place: Place, rest: str) -> str:
    """市会议中心 is 张掖市会议中心 to a reader elsewhere; a place that is written stays so."""
    relative = is_relative(name) and not gazetteer.longest_name(name, 0, full_only=True)
    return place.name + rest if relative else name
