"""One body behind its many names: 市委, 张掖市委, 中共张掖市委员会 are one in Zhangye's chronicle.

A name is read from the left: the place it opens with (or 市, 区 for the own one), then what stands
after it. What every unit has (committee, government, congress…) is told apart by the unit; a
department by the unit and its full stem; anything else by its own name. Only the name and the
chronicle's home are looked at, so the order of the input cannot matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from extractors.language.gazetteer import longest_name
from graph.identity.naming import full_names, naming
from graph.identity.places import (
    COUNTRY,
    Home,
    Place,
    is_relative,
    read_place,
    township_at_home,
)

_ORDINAL = re.compile(r"第[一二三四五六七八九十百零〇\d]+届")
_TERM_OF_COUNTRY = re.compile(rf"^(?:{_ORDINAL.pattern}|[一二三四五六七八九十]+届)(?=全国)")
_NATIONAL_CONFERENCE = re.compile(
    rf"^(?:中国人民政治协商会议|人民政协|政协)(?:{_ORDINAL.pattern})?全国委员会"
)
_OWN_BODY = re.compile(r"^(?:我校|学校|本校|校(?=党委|团委|纪委|长|学术|工会)|我院|学院(?=党委))")
LEADING = frozenset({"party_committee", "government", "congress", "cppcc"})
"""Kinds whose officers lead a unit: whoever holds one of these posts there is told by the unit."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body: ``key`` tells it apart everywhere, ``name`` is its official name.

    ``short`` is what readers call it (张掖市委 for 中共张掖市委员会; empty where that is the name).
    ``place`` is the unit it is named after (None where the name holds none), ``parent`` the body
    that its own name holds (河西学院党委: 河西学院), ``above`` the key of the government that a
    department belongs to by its kind.
    """

    key: str
    name: str
    kind: str
    place: Place | None = None
    parent: Body | None = None
    above: str = ""
    leads: bool = False
    short: str = ""

    @property
    def called(self) -> str:
        """The short name where there is one: posts are named after it (张掖市委 书记)."""
        return self.short or self.name


@lru_cache(maxsize=65536)
def body_of(name: str, home: Home) -> Body:
    """The body that ``name`` means in a chronicle of ``home``; any text gives some body."""
    text = re.sub(r"\s+", "", name)
    if home.body and (match := _OWN_BODY.match(text)):
        text = home.body + text[match.end() :]
    text = _NATIONAL_CONFERENCE.sub("全国政协", _TERM_OF_COUNTRY.sub("", text))
    words = naming()
    text = words.country_same.get(text, text)
    for form, own, kind, tails in words.before_unit:
        if text.startswith(form) and (body := _headed(text[len(form) :], own, kind, tails, home)):
            return body
    place_and_rest = read_place(text, home)
    if place_and_rest is not None and place_and_rest[1]:
        place, rest = place_and_rest
        if len(place.name) == 2 and rest.startswith(place.name[-1] + "委"):
            rest = rest[1:]  # 泾县县委: a county of one character has its level twice
        return _in_unit(place, rest, text[: len(text) - len(rest)], text, home)
    if place_and_rest is not None:
        place = place_and_rest[0]  # 城厢镇, 大弯街道: the unit itself acts
        return Body(place.full, place.name, "township" if place.kind == "township" else "other",
                    place)  # fmt: skip
    return _at_home(text, home) or _of_country(text, home) or _other(text, home, None)


def _at_home(text: str, home: Home) -> Body | None:
    """What a chronicle writes of its own place without naming it: 政协, 教育局, 城厢镇党委.

    A word for the own unit that the home cannot resolve (区委 in a city's chronicle) gives a body
    that only this chronicle has. None for a name that stands for itself.
    """
    if is_relative(text):
        scope = home.place.full if home.place else home.body
        return Body(f"{scope}/{text}", text, _kind(text))
    if home.place is None or home.body:
        return None
    for unit_body in naming().unit_bodies:
        if text == unit_body.form:
            return _unit_body(home.place, unit_body.name, unit_body.kind, unit_body.leads)
    if text in naming().party_departments:
        return _part_of(_unit_body(home.place, "委", "party_committee", True), text)
    found = township_at_home(text, home)
    if found is not None:
        forms = (*naming().party_organs, *(body.form for body in naming().unit_bodies))
        if not found[1] or found[1] in forms:
            place, rest = found
            return body_of(home.place.full + place.name + rest, home)
    if len(text) <= 8 and text.endswith("局") and not longest_name(text):
        return _department(home.place, text)
    return None


def _headed(rest: str, own: str, kind: str, tails: tuple[str, ...], home: Home) -> Body | None:
    """中共 + unit + 委员会; None where no unit, or something else, follows."""
    found = read_place(rest, home)
    if found is None:
        return None
    place, after = found
    after = _ORDINAL.sub("", after)
    if after in tails:
        return _unit_body(place, own, kind, leads=kind in LEADING)
    if own == "委" and after.startswith("委") and not after.startswith("委员会"):
        return _in_unit(place, after, place.name, place.name + after, home)
    return None


def _unit_body(place: Place, name: str, kind: str, leads: bool) -> Body:
    shown = name
    if name == "委" and (place.name.endswith("自治区") or place.kind in ("township", "village")):
        shown = "党委"
    full = full_names().get(name, "{}" + name).format(place.name)
    short = "" if place.name + shown == full else place.name + shown
    above = f"{place.full}|委" if kind == "discipline" and name != "监委" else ""
    return Body(f"{place.full}|{name}", full, kind, place, None, above, leads, short)


def _in_unit(place: Place, rest: str, prefix: str, text: str, home: Home) -> Body:
    """What follows a unit's name: one of its own bodies, a part of one, a department, or other."""
    words = naming()
    plain = _ORDINAL.sub("", rest)
    for unit_body in words.unit_bodies:
        if not plain.startswith(unit_body.form):
            continue
        body = _unit_body(place, unit_body.name, unit_body.kind, unit_body.leads)
        after = plain[len(unit_body.form) :]
        if not after:
            return body
        if unit_body.form == "委" and after.startswith(("员会", "会")):
            continue
        if len(unit_body.form) > 1 or after in words.party_departments or after[0] != "员":
            return _part_of(body, after)
    organ = _organ(rest, lambda head: _in_unit(place, head, prefix, prefix + head, home))
    if organ is not None:
        return organ
    department = _department(place, rest)
    if department is not None:
        return department
    return _other(text, home, place, rest)


def _part_of(parent: Body, after: str) -> Body:
    """What stands behind a unit's body: 市委 + 宣传部, 政府 + 党组, 政府 + 办公厅."""
    words = naming()
    if parent.kind == "party_committee" and after not in words.party_departments:
        for form, same in words.party_departments.items():
            if after.startswith(form):
                return _part_of(_part_of(parent, same), after[len(form) :])
    after = words.party_departments.get(after, after)
    if after in words.party_organs:
        kind = "party_group"
    elif after.startswith("常委会") or after == "常务会议":
        kind = parent.kind
    elif parent.kind == "party_committee" and after in words.party_departments.values():
        kind = "school" if after == "党校" else "party_department"
    else:
        kind = _kind(after)
        kind = "department" if kind == "other" and parent.kind == "government" else kind
        kind = "unit" if kind == "other" or parent.kind == "party_department" else kind
    short = parent.called + after if parent.short else ""
    party = parent.kind == "party_committee" and not parent.called.endswith("党委")
    name = f"中共{parent.called}{after}" if party and short else parent.name + after
    return Body(f"{parent.key}/{after}", name, kind, parent.place, parent, "",
                parent.leads and kind == parent.kind, short)  # fmt: skip


def _organ(text: str, resolve: Callable[[str], Body]) -> Body | None:
    """A body's party organ or board: the rest of the name is the body it belongs to."""
    words = naming()
    for organs, kind in ((words.party_organs, "party_group"), (words.unit_organs, "unit")):
        for organ in organs:
            head = text[: -len(organ)]
            if not text.endswith(organ) or len(head) < 2:
                continue
            parent = resolve(head)
            if kind == "unit" and parent.kind == "other":
                continue  # 中国金融工会: what is left of the name is no body
            if organ in ("管委会", "管理委员会"):
                organ, kind = "管委会", "zone"
            short = parent.called + organ if parent.short else ""
            return Body(f"{parent.key}/{organ}", parent.name + organ, kind, parent.place, parent,
                        short=short)  # fmt: skip
    return None


def _department(place: Place, rest: str) -> Body | None:
    """A department with its stem in full: 卫健委, 卫生健康委 and 卫生健康委员会 are one."""
    words = naming()
    for tail, full in words.tails.items():
        stem = rest.removesuffix(tail)
        if stem == rest or not stem:
            continue
        known = words.stems.get(stem)
        if known is None and (len(stem) > 10 or naming().part.match(rest)):
            return None
        if known is None and full in ("委员会", "办公室") and _kind(rest) == "task_force":
            return None
        stem = known or stem
        name = stem if stem.endswith(full) else stem + full
        return Body(f"{place.full}|{name}", place.name + name, "department", place, None,
                    f"{place.full}|政府")  # fmt: skip
    return None


def _of_country(text: str, home: Home) -> Body | None:
    """A body of the whole country: 教育部, 全国政协, 国家发改委; None for any other."""
    words = naming()
    for ministry in words.ministries:
        if text.startswith(ministry):
            name = words.country_same.get(ministry, ministry)
            kind = "party_department" if name.startswith("中央") else "department"
            own = Body(f"中国|{name}", name, kind, COUNTRY)
            rest = text[len(ministry) :]
            if not rest:
                return own
            if rest in words.party_organs:
                return Body(f"{own.key}/{rest}", name + rest, "party_group", COUNTRY, own)
            if nested := re.match(r"^(.+司)(.+处)$", rest):
                own = Body(f"{own.key}/{nested[1]}", name + nested[1], "unit", COUNTRY, own)
                rest = nested[2]
            return Body(f"{own.key}/{rest}", own.name + rest, "unit", COUNTRY, own)
    if not text.startswith(words.openers):
        return None
    organ = _organ(text, lambda head: _of_country(head, home) or _other(head, home, COUNTRY))
    if organ is not None:
        return organ
    match = words.part.match(text)
    if match is not None and (parent := _of_country(match["head"], home)) is not None:
        return Body(f"{parent.key}/{match['part']}", text, "unit", COUNTRY, parent)
    kind = words.country_kinds.get(text) or _kind(text)
    full = words.country_full.get(text, text)
    return Body(f"中国|{text}", full, kind, COUNTRY, leads=text in words.country_leads,
                short=text if full != text else "")  # fmt: skip


def _other(text: str, home: Home, place: Place | None, rest: str = "") -> Body:
    """A body with a name of its own: company, school, association… and their parts."""
    words = naming()
    if place is None:
        organ = _organ(text, lambda head: body_of(head, home))
        if organ is not None:
            return organ
    match = words.part.match(text)
    if match is not None and words.company_form.sub("", match["part"]):
        parent = body_of(match["head"], home)
        if parent.key != text:
            kind = _kind(match["part"])
            kind = kind if kind in ("hospital", "school", "company") else "unit"
            return Body(f"{parent.key}/{match['part']}", parent.name + match["part"], kind,
                        parent.place, parent)  # fmt: skip
    if place is None and text in words.generic:
        place, rest = home.place, text
    if place is None:
        return _without_place(text, home)
    if rest:
        name = place.name + rest
        return Body(f"{place.full}|{rest}", name, _kind(rest), place)
    return Body(text, text, _kind(text), place)


def _without_place(text: str, home: Home) -> Body:
    """A name that no place opens: its own everywhere, or (视察组) that of this chronicle alone."""
    kind, words = _kind(text), naming()
    scope = home.body or (home.place.full if home.place else "")
    known = longest_name(text) or text.startswith(("中国", "全国", "国际", "世界"))
    if scope and not known and (kind in words.scoped_kinds or text.endswith(words.scoped_ends)):
        return Body(f"{scope}/{text}", text, kind)
    return Body(text, text, kind)


def _kind(name: str) -> str:
    return next((kind for end, kind in naming().kinds if name.endswith(end)), "other")


@lru_cache(maxsize=65536)
def employer(body: Body) -> Body:
    """The body that a person of ``body`` works for: the one above a party group, board or unit."""
    while body.parent is not None and body.kind in ("party_group", "unit", "zone"):
        body = body.parent
    return body


@lru_cache(maxsize=65536)
def line_of(body: Body) -> str:
    """What a department is called across the reforms that renamed it; empty for any other body.

    甘肃省卫生厅 and 甘肃省卫生健康委员会 have one line; the unit is part of it.
    """
    if body.place is None or body.kind != "department":
        return ""
    words = naming()
    stem = body.key.partition("|")[2].partition("/")[0]
    for tail in words.reform_tails:
        short = stem.removesuffix(tail)
        root = words.reforms.get(short) if short != stem else None
        if root is not None:
            return f"{body.place.full}|{root}"
    return ""


def core_name(body: Body) -> str:
    """A company's name without its forms of business (股份有限公司), for finding likenesses."""
    return naming().company_form.sub("", body.name)
