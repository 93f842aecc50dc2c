"""Whose a post is: the body that it belongs to, resolved by what stands before and around it.

A post without a body of its own belongs to the body of the post before it (or the parent of a
party body there), to one named before that has such a head, or to the chronicle's own. A part of a
body (组织部, 党校, 审判委员会) takes its parent from the post before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.language.bodies_before import fitting, headed
from extractors.language.body_words import among, base, data, ends_body, place_of
from extractors.language.gazetteer import longest_name, short_name, starts_abroad
from extractors.language.scope import Scope, of_place, own_short, resolve_body, resolve_place
from extractors.language.titles import Title
from extractors.lexicon import table

NOWHERE = Scope(None, (), None)
"""A scope that resolves nothing: what it leaves unchanged has no place of its own to resolve."""

_LONGEST_ROOTED = 12  # longer names of bodies stand by themselves
_WHOLE = re.compile(r"(?:大学|公司|集团|科学院|医院|中国|美国|英国|日本)(?=.{2})")
_SCHOOLS = ("大学", "学院", "学校", "中学", "小学", "党校")
_NOTE = re.compile(r"\([^()]*\)")
_OWN_ZONE = re.compile(
    "(?:经济(?:技术)?(?:产业)?开发区|高新(?:技术)?(?:产业)?(?:开发)?区|经开区|高新园区|"
    "(?:工业|产业|科技|农业|物流|化工)(?:园区?|集中区))(?=[党管政纪工团])"
)
_ZONE = re.compile("(?:特区|新区|高新区|经开区|开发区|林区|矿区|管理区)(?=$|[党管政人纪工团])")


def whose(
    body: str,
    title: Title,
    previous: str,
    chained: bool,
    scope: Scope,
    near: Sequence[str],
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
    if not body and previous and strict and not base(previous).endswith(headed(title)):
        previous = previous if beside and _is_short(previous) else ""
    if body[:1] == "校" and len(body) > 1 and not scope.body:
        school = next((n for n in (base(previous), *reversed(named)) if n.endswith(_SCHOOLS)), "")
        body = school + body[1:] if school else body
    if scope.units and not scope.body and _OWN_ZONE.match(body):
        return _of_zone(body, previous, scope, named)
    if scope.body and not chained and _goes_back(body, title, previous, scope.body, listed, beside):
        previous = ""
    if scope.titled and body[:1] == scope.titled[-1] and body[0] in "厅局院行社":
        return scope.titled + body[1:]  # 厅党组书记, 局办公室主任 in the office's own chronicle
    if body in data()["party"] and not previous and not scope.body and named:
        return resolve_body(named[-1], scope) + body  # 检察院召开会议,党组书记甲
    if body or previous or _own(title, scope):
        return _organisation(body, title, previous, chained, scope, near, listed, beside)
    if found := fitting(title, named):
        return resolve_body(found, scope)
    if scope.titled and (own := fitting(title, (scope.titled,))):
        return own
    return _organisation(body, title, "", chained, scope, near) or scope.titled


def _of_zone(body: str, previous: str, scope: Scope, named: Sequence[str]) -> str:
    """The body of a development zone that is called by its kind alone (经济开发区党工委): by the
    longer name told before, else with the name of the place that it belongs to."""
    if whole := next((n for n in reversed(named) if n.endswith(body) and n != body), ""):
        return resolve_body(whole, scope)
    place = place_of(previous)
    known = place and longest_name(place) == place
    return short_name(place if known else scope.units[-1].name) + body


def _goes_back(
    body: str, title: Title, previous: str, own: str, listed: bool, beside: bool
) -> bool:
    """Whether a post is the chronicle's own body's again, after one of another or of a part."""
    if previous.startswith(own):
        return body in among("of_body") and base(previous) != own
    if not body:
        # 东湖大学校长甲来访,副校长乙接待, but not 东湖大学书记甲、校长乙来访
        return not listed and not beside and own.endswith(headed(title))
    return not listed and _is_part(body, previous, own)


def _is_part(body: str, previous: str, own: str) -> bool:
    """Whether a body is a part of the chronicle's own (党委, 国际交流处) rather than of the one
    before, which is another's."""
    if body in ("党委", "纪委", "党组"):
        return True
    office = body.endswith(tuple(data()["generic"]["of_office"])) and not longest_name(body)
    return office and not previous.startswith(own)


def _is_short(organisation: str) -> bool:
    """Whether a body is called by a name that does not say what it is: 招商车研."""
    return len(organisation) >= 4 and not ends_body(organisation) and not place_of(organisation)


def _is_one(organisation: str) -> bool:
    """Whether a party body has a parent that can have heads of its own: 青江集团党委, no 市委."""
    return base(organisation) != organisation and not place_of(organisation)


def _own(title: Title, scope: Scope) -> bool:
    """Whether the head alone says whose post it is: a 市长, or the head of the chronicle's body."""
    return (
        title.head in data()["government"]
        or title.name in data()["default"]
        or (scope.body is not None and scope.body.endswith(headed(title)))
    )


def _organisation(
    body: str,
    title: Title,
    previous: str,
    chained: bool,
    scope: Scope,
    near: Sequence[str],
    listed: bool = False,
    beside: bool = False,
) -> str:
    """The body of a post from its words (``body``, may be empty) and the body before it."""
    if zone := _ZONE.match(body):  # 特区党委, 新区管委会 where the text names it
        around = "" if resolve_place("我" + zone[0], scope) else _nearest(near, zone[0])
        body = around + body[zone.end() :] if around else body
    if body in data()["stands_for"] and not previous and not scope.body:
        body = data()["stands_for"][body]
    level = data()["government"].get(title.head)
    if level:
        return _government(body, level, previous, scope, near)
    if of_prefecture := _prefecture(body, title, previous, scope, near):
        return of_prefecture
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
    if title.head in ("总理", "首相") and body and _is_state(body):
        return body + "政府"
    party = next((p for p in data()["rooted"]["parties"] if body.startswith(p)), "")
    if party and re.fullmatch(r"[省市区县州]委(?:会|员会)?", body[len(party) :]):
        return party + resolve_body(body[len(party) :], scope)
    above = place_of(previous) if chained or beside else ""
    own_level = resolve_body(body, NOWHERE) == body
    if longest_name(above) == above != "" and body[0] == above[-1] and own_level:
        return of_place(above, body[1:])
    if above and (chained or listed) and base(body) in among("of_any_place"):
        return above + body  # 河东乡乡长甲、人大主席乙
    if chained and (other := _other_province(part, previous, scope)):
        return other + body
    above = place_of(previous)
    if body in data()["rooted"]["commissions"] and longest_name(above) == above:
        # 东湖市副市长、卫健委主任: the city's, not the nation's
        if body in data()["rooted"]["of_city"]:
            return _of_city(body, above, scope)
        return (above or (own_short(scope) if scope.units and not scope.body else "")) + body
    resolved = resolve_body(body, scope)
    if resolved != body or longest_name(body):
        return resolved
    place = place_of(previous)
    if own_level and place and longest_name(place) == place and body[0] == place[-1]:
        return of_place(place, body[1:])  # 岚县县委副书记甲,县委常委乙 told by a university
    level = "街道" if body.startswith("街道") else body[0]
    if body[0] in "区县旗镇乡街" and (around := _nearest(near, level)):
        return of_place(around, body[len(level) :])
    return _inside(body, previous, scope)


_STATE = re.compile(r"(?:[\u4e00-\u9fff]{0,8}(?:共和国|王国|联邦|合众国))?国?")
_ASSEMBLY = re.compile(r"^(.*(?:政协|人大|人民代表大会))(?:常委会|常务委员会)?(?:党组)?$")


def _is_state(body: str) -> bool:
    """Whether a body is a state abroad: 日本国, 老挝人民民主共和国."""
    state = starts_abroad(body)
    return bool(state) and _STATE.fullmatch(body, len(state)) is not None


_PREFECTURE = re.compile(r"^(.{2,5}?)(?:地委|地革委|行署|专署|地区|专区)")
_OF_PREFECTURE = re.compile(r"^(?:地委|地革委|行署|专署|行政公署|专员公署)")


def _prefecture(body: str, title: Title, previous: str, scope: Scope, near: Sequence[str]) -> str:
    """A committee or office of the prefecture of the post before, or of one that the text speaks
    of, where the county lies in another today: 徽州专区开会,副专员甲主持. Else empty."""
    if not body and title.head == "专员" and not previous:
        body = "专署"
    if not _OF_PREFECTURE.match(body):
        return ""
    own = {unit.short for unit in scope.units}
    for name in (previous, *near):
        match = _PREFECTURE.match(name)
        if match and match[1] not in own:
            middle = "地区" if body.startswith("行政公署") else ""
            return match[1] + middle + body
    return ""


def _of_the_same(body: str, previous: str) -> str:
    """A part of the body before: it opens with its last word (全国政协常委、政协法制委员会副主任),
    is a committee of the congress (人大常委会委员、财政经济委员会主任) or a ministry of the state
    abroad (蒙古国国会委员、工业部部长). Else empty.
    """
    for word in ("政协", "人大", "党委"):
        if body.startswith(word) and word in previous and len(body) > len(word):
            return previous[: previous.rindex(word)] + body
    if body in among("of_assembly") and (assembly := _ASSEMBLY.match(previous)):
        return assembly[1] + body
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
        ("区委", "市委", "县委", "省委", *data()["heads_of_boards"].get(title.head, ()))
    )
    own = scope.units[-1].name if scope.units and not scope.body else ""
    if own and previous.endswith("政府") and title.head == "书记" and place_of(previous) == own:
        previous = ""  # 市长甲部署,副书记乙宣读决定: of the committee of that place
    if previous:
        return previous if stays else base(previous)
    if title.head == "书记" and not scope.body and scope.units:
        return resolve_body(f"{scope.units[-1].name[-1]}委", scope)  # a 书记 alone: the place's own
    return scope.body or ""


def _of_city(body: str, place: str, scope: Scope) -> str:
    """A body that cities and prefectures have: of the one of the post before, or the own one."""
    if not place.endswith(("市", "州")):
        place = next((unit.name for unit in reversed(scope.units) if unit.level == "city"), "")
    return (short_name(place) if body.endswith("区") else place) + body  # 曲靖军分区


_OFFICE_OF = re.compile(
    r"^(.+(?:[局厅办]|公司|集团|医院|学院|大学|中心|[法检察]院|委员会|革委会))[^局厅]{2,8}(?:办公室|[处科室股队组]|支队)$"
)


def _inside(body: str, previous: str, scope: Scope) -> str:
    """A body without a place of its own inside the office before, the chronicle's own body, or
    the chronicle's place; unchanged where it can stand by itself."""
    office = base(previous)
    if within := _OFFICE_OF.match(office):
        office = within[1]  # 省水利厅办公室主任甲、规划处处长乙
    if body.endswith(tuple(data()["generic"]["of_office"])) and office.endswith(
        tuple(data()["generic"]["offices"])
    ):
        return office + body
    if scope.body and not body.startswith(_of_state()):
        of_school = scope.body.endswith(("大学", "学院", "学校"))
        inner = data()["generic"]["of_school" if of_school else "of_office"]
        own = base(body).endswith(tuple(inner)) and not _of_another(body, scope.body)
        return scope.body + body if own else body
    rooted = data()["rooted"]
    if body.startswith(_of_state()):
        return body
    if body.startswith(tuple(rooted["of_city"])) and scope.units:
        return _of_city(body, place_of(previous), scope)
    inner = base(body) if place_of(previous) else body
    if inner.endswith(tuple(rooted["endings"])) and not body.startswith(tuple(rooted["never"])):
        place = place_of(previous)
        place = place if longest_name(place) == place else ""
        if base(body).endswith(tuple(rooted["own_name"])):
            return body  # 甲集团工会 is a firm's
        if (place or scope.units) and len(body) <= _LONGEST_ROOTED:
            return (place or own_short(scope)) + body
    return body


def _of_another(body: str, own: str) -> bool:
    """Whether a name already says whose part it is: 清华大学公共管理学院, 斯坦福大学实验室."""
    levels = ("省", "市", "县", "区", "自治区")
    return (
        body.startswith((own, *levels, "驻", "某", "武警", "解放军"))
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
    if previous.endswith("街道办事处") and body.endswith("工委"):
        return previous.removesuffix("办事处") + body
    if previous.endswith("机关党委") and body in ("纪委", "团委", "工会"):
        return previous.removesuffix("党委") + body
    if body in data()["of_committee"] and previous.endswith("自治区党委"):
        return previous + body
    place = place_of(previous)
    if body.endswith("武装部") and previous.endswith("局") and (county := longest_name(previous)):
        return county + body  # 县公安局局长甲、武装部政委乙
    if place and previous.startswith(place):
        if body in data()["of_committee"]:
            return of_place(place, f"委{body}")
        if body in data()["of_place"]:
            return place + body
    return base(previous) + body


_IS_ZONE = re.compile("(?:高新|经开|开发|园|示范|保税|度假|管理)区$")


def _above(place: str, level: str, scope: Scope) -> bool:
    """Whether a place stands above the own one, which has such a head itself: 三明市 where 永安市
    tells of 三明市副市长甲 and 市长乙."""
    own = [unit.name for unit in scope.units]
    return not scope.body and place in own[:-1] and own[-1].endswith(level)


def _nearest(near: Sequence[str], level: str) -> str:
    """The first of the units around that has this level; empty where none has."""
    return next((name for name in near if name.endswith(level)), "")


def _government(body: str, level: str, previous: str, scope: Scope, near: Sequence[str]) -> str:
    """The government of a 市长, 区长: of the place written, of the post before, or the own one."""
    body = body.removeprefix("中共")
    if body.endswith(("人委", "人民委员会")):
        body = body.removesuffix("人委").removesuffix("人民委员会") + "政府"
    if body.endswith(
        ("政府", "公署", "管委会", "人民委员会", "专署", "行署", "革命委员会", "革委会", "人委")
    ):
        around = _nearest(near, level)
        if around and body[0] == level and resolve_place("我" + level, scope) is None:
            return around + "政府"
        return resolve_body(body, scope)
    if body:
        if body.endswith(level):
            place = body.removesuffix(level) if body.endswith(level * 2) else body
        elif body.endswith(tuple("省市区县州盟旗镇乡")):
            return resolve_body(body, scope) + "政府"
        else:
            place = body + level
        return resolve_body((resolve_place(place, scope) or place) + "政府", scope)
    place = place_of(previous)
    if place.endswith(level) and not (_above(place, level, scope) or _IS_ZONE.search(place)):
        return place + "政府"
    if (around := _nearest(near, level)) and resolve_place("我" + level, scope) is None:
        return around + "政府"
    return resolve_body(level + "政府", scope)
