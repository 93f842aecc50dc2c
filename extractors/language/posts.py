"""Chains of posts before a name, each with its body: 区委常委、组织部部长、党校校长钟科.

A chain ends where the name begins and is read backwards from there; its bodies are then resolved
forwards, because a post without a body of its own belongs to the body of the post before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extractors.language.bodies_before import completed, fitting
from extractors.language.body_words import among, base, data, ends_body
from extractors.language.document import PostSpan
from extractors.language.gazetteer import longest_name, starts_abroad
from extractors.language.post_bodies import NOWHERE, whose
from extractors.language.scope import Scope, resolve_body, resolve_place
from extractors.language.titles import Title
from extractors.lexicon.alternation import any_of

SEPARATORS = "、,;和及与暨并兼/"
_JOINERS = SEPARATORS + "同跟"
_STOP = frozenset("、,。;:!?《》—\n“‘( 【】〔〕☆△●▲◆■○◇□◎※▪★◈⊙▷▶►➢✦❖")
_CLOSERS = {")": "(", "”": "“", "’": "‘", "》": "《"}
_MARK = re.compile(f"[{re.escape(''.join(sorted({*_STOP, *_CLOSERS})))}]")
_LONGEST_BODY = 45
_DATES = tuple(rf"{digit}\d{{0,3}}[年月日时点]" for digit in range(10))
_TAKEN = re.compile(r"(?:(?<![时原现曾前新历])任|(?<![作认])为|当选|的|于)$")
_FORMER = re.compile(r"^(?:时任|原任|原|前任|曾任)(?=.{2})")
_NEW = re.compile(r"^(?:新任|现任|首任|继任|第[一二三四五六]任)(?=[\u4e00-\u9fff]{2})")
_LIVING_AT = re.compile(
    r"^(?:[住驻在](?:[市县区州旗省]|[\u4e00-\u9fff]{1,2})|(?![原前各我时该])[\u4e00-\u9fff](?=全国))"
    "的?(?=(?:全国|自治区|省|市)(?:人大|政协|人民代表大会))"
)
"""Where a delegate lives: 住市省政协委员 is one of the province's; of 驻青全国人大代表 no more than
青 is left here."""
_FORMER_PART = re.compile(r"(?<=.)原(?=(?:党组|党委|纪委|党支部|党总支)$)")
_TERM = re.compile(
    r"(?<![^省市县区州盟旗])第?[0-9一二三四五六七八九十]+届"
    r"(?=(?:全国|自治区|(?:共青)?团?[省市县区州盟旗])(?:人大|政协|人民代表大会|委|政府))"
)
_THAT_ONE = re.compile(r"^该(?P<kind>校|院|公司|集团|医院|学院|大学)(?=.)")
_ZONE = re.compile(
    r"(?:[到赴在入往向对与和至,、:。;\n]|^)(?P<zone>[^到赴在入往向对与和至,、:。;\n]{2,14}?"
    r"(?:开发|高新|经开|保税|度假|示范|名胜|风景|试验|管理|工业园|产业园|园|新)区)"
)
_WORKS = re.compile(
    r"(?:^|[^\u4e00-\u9fff])(?:我?[省市县区]|全县|地区)?(?P<works>[\u4e00-\u9fff]{2,12}?(?:水库|水?电站|铁路|公路|大桥|渠道?|运河|灌区|大坝|"
    r"水闸|大堤|电厂|机场|码头|隧道|港|工程))(?:枢纽|扩建|一期|二期|配套|改造|续建)*(?P<end>工程)?(?:正式|全面|全线|破土|胜利|续建)*"
    r"(?:动工|开工|破土|兴建|上马|施工|奠基|启动|复工)"
)
_SHORT_FOR = re.compile(r"\((?:以下|下称|以下均)?(?:简称)?[^()]{1,12}\)$")
_IN_CHARGE = re.compile(r"^(?:主管|分管|主抓|主持)[^,。、]{1,14}?(?:工作|的)?(?:的|$)")
_CHARGE = re.compile(r"(?:主管|分管|主持|负责)[^,。、;]{2,12}的$")
_WITH = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:与|及|同|和(?=[省市区自我国]))(?P<level>我|自治区|国家|[省市区县州](?!场|民|容|郊|域|划|块|际|情|政|级|直|属))?"
    r"(?=[\u4e00-\u9fff]{3})"
)
_FIRMS = ("公司", "集团")
_WITH_PARTS = ("大学", "学院", *_FIRMS, "医院")
_STATIONED = re.compile(r"驻[\u4e00-\u9fff]{0,4}?(?:某|部队|官兵|武警|解放军|[陆海空]军|办)")
_OF_COUNTY = ("县委", "县长", "县革", "县纪")
_LEADING = re.compile(r"(?:以及|同(?![济仁方德文兴和庆泰])|兼任|和|及|与|并|暨|兼|/|\s)+")


class Piece(NamedTuple):
    """A post as it stands before its body is known: ``text[start:title.start]`` is the body."""

    start: int
    body: str
    title: Title


@lru_cache(maxsize=1)
def _leads() -> tuple[re.Pattern[str], frozenset[str]]:
    """Words that stand in no body's name, dates, and longer words that are no leads though one is
    in them; and these last by themselves."""
    inside = data()["inside"]
    first = data()["leads_first"]
    return re.compile(any_of(first, inside, data()["leads"], _DATES)), frozenset(inside)


@lru_cache(maxsize=64)  # asked before every title and every ending of one text
def _marks(text: str) -> tuple[int, ...]:
    """Where the characters stand at which a body's name may have to begin."""
    return tuple(match.start() for match in _MARK.finditer(text))


def body_start(text: str, end: int, floor: int) -> int:
    """Where the body before a title that starts at ``end`` begins, not before ``floor``.

    It reaches back to punctuation or to a word that can stand in no body's name; brackets and
    quotation marks that close inside it belong to it.
    """
    at = after_leads(text, reach(text, end, floor), end)
    for match in _WITH.finditer(text, at, end):
        place = match["level"] or longest_name(text, match.end(), full_only=True)
        place = place or starts_abroad(text[match.end() : end])
        if place and not _in_place(text, match):
            at = match.start() + 1  # 在招待所与省电力公司董事长甲会谈
    return at


def reach(text: str, end: int, floor: int) -> int:
    """How far back a body before ``end`` can reach: to punctuation, not before ``floor``."""
    at = end
    marks = _marks(text)
    while at > floor and end - at < _LONGEST_BODY:
        before = bisect_left(marks, at) - 1
        at = max(marks[before] + 1 if before >= 0 else 0, floor, end - _LONGEST_BODY)
        char = text[at - 1] if at > floor and end - at < _LONGEST_BODY else ""
        if char not in _CLOSERS:
            break
        opening = text.rfind(_CLOSERS[char], max(floor, at - 30), at - 1)
        if opening < 0:
            break
        at = opening
    return at


def after_leads(text: str, at: int, end: int) -> int:
    """Past the last word in ``text[at:end]`` that can stand in no body's name."""
    cut = at = max(at, text.rfind("我", at, end - 1))  # 送派我院内科医师: 我院 begins a name
    leads, no_leads = _leads()
    for match in leads.finditer(text, at, end):
        if match[0] in no_leads or _in_brackets(text, at, match.start()):
            continue
        if match[0] == "驻" and _STATIONED.match(text, match.start()):
            continue
        if not _in_place(text, match):
            cut = match.end()
    lead = _LEADING.match(text, cut, end)
    if lead and not longest_name(text, cut, full_only=True):
        cut = lead.end()
    return cut


def _in_place(text: str, match: re.Match[str]) -> bool:
    """Whether a lead is part of the name of a place: 应 in 应城市, but not 任 in 任县委书记."""
    if match[0] == "任" and text.startswith(_OF_COUNTY, match.end()):
        return False
    return any(
        len(longest_name(text, at, full_only=True)) > match.end() - at
        for at in (match.start(), max(0, match.start() - 1))
    )


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
        stop = title.start
        if start == title.start and (charge := _CHARGE.search(text, max(floor, start - 20), start)):
            stop = charge.start()  # 中央办公厅分管日常工作的副主任
            start = body_start(text, stop, floor)
        if title.head in data()["embassy"] and text.endswith("驻", floor, start):
            start = body_start(text, start - 1, floor)  # 中国驻蒙古国大使
        if pieces and _TAKEN.search(text[max(floor, start - 3) : start]):
            break  # 甲任主任,乙局局长丙: the post behind 任 is another's
        holder = by_end.get(start)
        if holder is not None and start == title.start and title.head in data()["of_heads"]:
            # 联合国秘书长发言人: whom he speaks for is his body
            start = body_start(
                text, holder.start, max(floor, _joined(text, by_end, holder.start, floor))
            )
        if pieces and pieces[-1].start == title.end and title.head in data()["ranks"]:
            pieces[-1] = Piece(start, text[start:stop], pieces[-1].title)  # 省军区少将司令员
        else:
            pieces.append(Piece(start, text[start:stop], title))
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
        if end in by_end and (end == at or text[end] in _JOINERS):
            return end
    return 0


def resolve(
    text: str,
    pieces: Sequence[Piece],
    scope: Scope,
    carried: str = "",
    near: Sequence[str] = (),
    named: Sequence[str] = (),
    listed: bool = False,
    beside: bool = False,
) -> tuple[PostSpan, ...]:
    """Posts with their bodies, in order; those that name no post (groups, trades) are left out.

    ``carried`` is the body of the post before the chain, for a chain whose first post has none;
    ``near`` the units that the text spoke of, the last one first (耀州区), for a 区委 in a city's
    chronicle;
    ``named`` the bodies that the text named before, the last one last: a post without a body goes
    to one that has such a head (团长: 代表团), a short name to the long one that ends in it;
    ``listed`` says that the chain follows the person before in a list, ``beside`` that at most a
    comma parts them.
    """
    posts: list[PostSpan] = []
    previous = carried
    for piece in pieces:
        title = piece.title
        status = title.status or _status(text, piece)
        body = piece.body
        for no_part in (_LIVING_AT, _NEW, _FORMER, _FORMER_PART, _SHORT_FOR, _TERM):
            body = no_part.sub("", body)
        body = _of_that_one(body, title, named)
        if not posts:
            body = _of_zone(text, piece.start, body)
        body, name = _elided(_IN_CHARGE.sub("", body), title)
        if body and text.startswith("原", title.start):
            name = "原" + name  # 省委原副书记 says so in his title, 原省委副书记 before it
        whole = body
        if body in among("generic", "bodies") and not _is_own(body, scope):
            whole = completed(body, body, named)
        elif body in among("of_named") and not base(previous).endswith(_WITH_PARTS):
            whole = next((n for n in reversed(named) if n.endswith(body) and n != body), body)
            if whole == body and body in ("董事会", "监事会") and not previous:
                whole = next((n for n in reversed(named) if n.endswith(_FIRMS)), "") + body
        if whole == body and body in among("of_works"):
            whole = of_works(text, piece.start, body)
        if whole != body and not base(previous).endswith(_WITH_PARTS):
            organisation = resolve_body(whole, scope)
        else:
            organisation = whose(
                body, title, previous, bool(posts), scope, near, named, listed, beside
            )
            organisation = completed(organisation, body, named)
        if _is_group(title, body, organisation):
            continue
        organisation = _TERM.sub("", organisation)
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


def _is_own(body: str, scope: Scope) -> bool:
    """Whether a word for a body is the chronicle's own: 公司 in the chronicle of a firm."""
    return scope.body is not None and resolve_body(body, scope) == scope.body


def _of_that_one(body: str, title: Title, named: Sequence[str]) -> str:
    """A body that the text named before, or a part of it: 该校图书馆, [对]方 of a contract."""
    if body == "方":
        return fitting(title, named) or body
    match = _THAT_ONE.match(body)
    if match is None:
        return body
    endings = tuple(data()["that_one"][match["kind"]])
    whole = next((name for name in reversed(named) if name.endswith(endings)), "")
    return whole + body[match.end() :] if whole else body


def of_works(text: str, start: int, body: str) -> str:
    """A staff or office with the works that the text has begun before ``start``: 东河水库 and
    工程指挥部 are 东河水库工程指挥部. Unchanged where it has begun none."""
    begun = next(reversed([m for m in _WORKS.finditer(text, 0, start)]), None)
    if begun is None:
        return body
    works = begun["works"]
    return works + (body.removeprefix("工程") if works.endswith("工程") else body)


def _of_zone(text: str, start: int, body: str) -> str:
    """A 管委会 with the zone that the text named last: 到临江开发区调研,管委会主任甲."""
    if body not in data()["of_zone"]:
        return body
    zones = [m for m in _ZONE.finditer(text, 0, start)]
    return zones[-1]["zone"] + body if zones else body


def _short_title(name: str, organisation: str) -> str:
    return name.removeprefix("国家") if organisation == "中华人民共和国" else name


def _is_group(title: Title, body: str, organisation: str) -> bool:
    if title.name.startswith(("杰出", "著名", "知名")) and title.head in among("groups", "none"):
        return True
    if title.name not in among("groups", "none"):
        return False
    if title.name == "代表" and body.endswith(("人民代表大会", "人大", "代表大会")):
        return False
    own = ends_body(body)
    return not own or title.name in among("groups", "never")


def _sends_envoys(body: str) -> bool:
    """Whether a body before a post is a state or says where a mission is: 日本国, 芬兰驻华."""
    if not body or body.endswith(("馆", "处")):
        return False
    return "驻" in body or starts_abroad(body) in (body, body.removesuffix("国"))


@lru_cache(maxsize=1)
def _elided_bodies() -> tuple[str, ...]:
    return tuple(data()["elided_bodies"])


def _elided(body: str, title: Title) -> tuple[str, str]:
    """教育 + 部长 as 教育部 + 部长; 新西兰驻华 + 大使 as 新西兰驻华大使馆 + 大使."""
    head = title.head
    if head in ("监事会主席", "董事会主席") and not body:
        return head[:3], title.name.replace(head, "主席")
    if head == "党主席" and body:
        return body + "党", title.name.replace("党主席", "主席")
    if body and head in data()["split"]:
        end, rest = data()["split"][head]
        return body + end, title.name.replace(head, rest)
    if head == "小组长" and body.endswith(tuple(data()["small_groups"])):
        return body + "小组", title.name.replace("小组长", "组长")
    if head in data()["embassy"] and _sends_envoys(body):
        return body + data()["embassy"][head], title.name
    short = data()["elided"].get(head, "")
    if (
        body
        and short
        and title.name == head
        and (not (body.endswith(short) or ends_body(body)) or body.endswith(_elided_bodies()))
        and resolve_place(body, NOWHERE) is None
    ):
        return body + short, title.name
    return body, title.name
