"""The component `appointments`: posts that are given or taken, with the words after the name.

任命甲为乙部部长, 甲任书记, 免去甲的乙职务, 甲不再担任乙, 甲由乙调整为丙: the post stands behind
the name (or the list of names), so it is read forwards from the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import posts
from extractors.language.body_names import names as names_of_bodies
from extractors.language.changes import NEXT, Case, Change, pieces_from
from extractors.language.document import PersonSpan
from extractors.language.handed_out import handed_out
from extractors.language.headings import headings_in, standing
from extractors.language.scope import Scope
from extractors.language.speech import speeches
from extractors.language.successions import inherited
from extractors.language.titles import Title, titles
from extractors.language.without_verbs import composed, headed, is_told_apart

_GAP = re.compile(
    r"(?:\([^()\n]{1,40}\)|同志|先生|女士|教授|研究员|院士|博士|(?:副?主任|主治)?医师|等?[0-9一二三四五六七八九十]+余?(?:人|名|位)(?:同志)?|等)*"
)
_LISTED_GROUP = re.compile(r"(?:\([^()\n]{1,40}\)|同志)*(?:、|和|及|以及|与)[^,。;、]{2,12}")
_LISTED = re.compile(
    r"(?:\([^()\n]{1,40}\)|同志)*(?:、|和|及|以及|与)|\([^()\n]{1,40}\),|"
    r"(?:\([^()\n]{1,40}\))?、[\u4e00-\u9fff·]{2,5}(?:\([^()\n]{1,12}\))?(?:、|和)"
)
_UNREAD = re.compile(r"、[\u4e00-\u9fff·]{2,5}(?:\([^()\n]{1,12}\))?(?=[为任])")
"""The last item of a list where it was not read as a name."""
_SENTENCE_END = re.compile(r"[。\n]")
_GIVES = re.compile(
    r"(?:同志)?(?:被?(?:分配|选调|抽调|调|派)(?:到|往|至)?[^,。;]{0,14}?(?=担任|任|出任)|来[^,。;]{1,8}?(?=担任|任|出任)|(?:由|从|自)[^,。;]{2,14}?(?:调入|调来|调至|调到|调回|转来|来)[^,。;]{0,6}?(?=担任|任|出任))?(?:此前|现已|现|将|已|曾|先后|随后|分别|仍|仍旧|继续|续|暂|均|都|同时)?(?:被)?(?P<verb>分任|分兼|分别兼|受聘担任|受聘为|受聘任|受聘|任命为|聘任为|聘为|选举为|推选为|推举为|增选为|补选为|增补为|递补为|递补|选为|当选连任|连选连任|当选为|当选|连任|升任|提升为|提拔为|晋升为|转任|调任|改任|出任|接替[^,。;]{1,4}?(?:担任|出任|任|为)|接任|继任|就任|到任|充任|署理|"
    r"代理|代行|担任|兼任|拟任|任|兼|为|是)"
)
_TAKEN = "辞去|请辞|卸任|被?(?:免去|免除|解除|撤销|撤去|罢免)(?!其|了其)"
_TAKES = re.compile(
    rf"(?:同志)?(?:因[^,。;]{{1,14}}?)?(?P<verb>不再担任|不再兼任|{_TAKEN})|"
    r"(?:同志)?(?:兼任|担任)?的(?=[^,。;]{2,40}(?:职务|资格))|(?:同志)?(?=[^,。;的为]{2,40}(?:职务|资格|[长任记席员理监]职(?=[,。;\n]|$)))"
)
_ITS_POSTS = re.compile(r"的?(?:党内外)?(?:原任|现任|所任|一切|领导|等)?职务")
_POST_ENDS = re.compile(
    r"的?(?:原任|所任|上述|领导|行政|党内)?职务?(?:自然|自行|相应|同时|随之|随即|一并)*"
    r"(?:免除|免去|解除|撤销|终止|消失)"
)
"""How a post ends by itself: 原局长甲的职务自然免除."""
_NOTED = re.compile(
    r"(?:\([^()\n]{1,30}\))?,(?:[^,。;\n]{1,16},){0,8}?(?:(?:现任|现为|现系)(?P<now>[^。;\n]{2,80}?),)?"
    r"拟(?:任命为|任|提名为|提名任|推荐为|提拔为|提拔任|转任|调任|选拔为|晋升为)"
)
_MOVES = re.compile(r"(?:同志)?由(?P<old>[^,。;]{2,40}?)(?:调整为|改任|转任|调任|升任)")
_MORE = re.compile(
    r"(?:职务)?(?:\([^()\n]{1,16}\))?,(?:现已|现|并|同时|后|又|还|随后)?(?:兼任|出任|担任|任|转任|改任|调任)"
)
_AND_LOSES = re.compile(
    r"(?:职务)?(?:\([^()\n]{1,16}\))?[,;、](?:同时|并)?(?:免去其?|不再担任|不再兼任|辞去)(?:原任|所任)?的?"
)
_HELD_BY = re.compile(
    r"(?:同志)?(?:等)?(?:\([^()\n]{1,20}\))?(?:分别|先后|继续|暂时|暂|仍)?"
    r"(?:兼任|兼|担任|出任|接任|继任|充任|代理|代|兼代|兼理)(?=[,。;)\n]|$)"
)
_BY = re.compile(r"(?:先后|分别|依次|轮流|一直|改|仍|暂|则|均|都|后|先|现|并)?由$")
"""What stands between a post and those who hold it: 主任先后由甲、乙担任."""
_LEAVING = re.compile(rf"(?:因[^,。;]{{1,14}}?)?(?:此前)?(?:不再|{_TAKEN})")
_OTHERS_COUNTED = re.compile(r"[,;、][^,。;]{0,12}\d+(?:人|名)")
_LED = re.compile(r"的[^,。;]{0,20}?(?:队|团|组|班子|一行)")
"""What one leads who is its head: 由副院长甲任队长的医疗队."""
_CLAUSE_END = re.compile(r"(?:职务?|一职)?(?:[,。;、()\n]|$)")
_REMOVAL = re.compile(r"(?:免去|接受|撤销|罢免|免除|解除|(?<!任)免)[^,。;:任]{0,4}:?$")
_CHANGES = re.compile(r"任免|任命|名单|人事|干部调整|任职|选举|推选|改选|换届|组成")
_ELECTION = re.compile(
    r"(?<!评)选举|补、?选|票选|公推|公举|推举|改选|(?:^|[,;议会])选(?!举|出)|(?<!评)选出|推选|补选|增选|增补|递补|替补|当选|代表大会|党代会|人代会|代表会议|第一次全体会议|换届"
)
_NAMING = re.compile(
    r"(?:任命|决定任命|聘任|聘请|选举|(?<!评)选出|推选|补选|增选|增补|递补|替补|提升|提拔|推举|任命了|批准任命|决定|通过|委任|任用|提名|推荐|派|调|票选|公推|公举|(?<![推补当入评初遴海民文大])选|(?<=[,。;绅商民众])[推举])[::]?(?:[\u4e00-\u9fff]{2,4}、){0,5}[^,。;]{0,2}$"
    r"|(?:聘请|聘任|特聘|聘)[^,。;]{2,12}$"
)


def appointments(text: str, people: Sequence[PersonSpan], scope: Scope) -> dict[int, Change]:
    """Changes by index into ``people`` (clean offsets in the posts)."""
    heads = titles(text)
    by_end = {title.end: title for title in heads}
    bodies = names_of_bodies(text)
    headings = headings_in(text)
    found: dict[int, Change] = {}
    opens = [_opening(people, i) for i in range(len(people))]
    said = speeches(text)
    carried, running, since = "", "", 0
    for index, person in enumerate(people):
        group = _group(text, people, opens, index, by_end)
        if group is None or any(a <= person.start < b for a, b in said):
            continue
        opening = opens[group[0]]
        if _SENTENCE_END.search(text, since, opening):
            running = ""
        limit = opens[index + 1] if index + 1 < len(people) else len(text)
        gap = _GAP.match(text, person.end)
        at = gap.end() if gap else person.end
        if unread := _UNREAD.match(text, at):
            at = unread.end()
        case = Case(
            text,
            opening,
            at,
            text[max(text.rfind(mark, 0, opening) for mark in "。;\n") + 1 : opening],
            person,
            limit,
            heads,
            bodies,
            scope,
            carried,
            running or standing(headings, opening),
            text[max(since, people[group[0] - 1].end) if group[0] else 0 : opening],
            opening < people[group[0]].start,
            _runs_out(text, people, opens, index),
            since,
        )
        each = handed_out(text, case.at, len(group), heads, scope, case.named)
        if each:
            how = "elected" if _is_election(case, "") else "appointed"
            found.update((i, Change((how,), (post,))) for i, post in zip(group, each, strict=True))
            running, since, carried = how, person.end, each[-1].organisation
            continue
        change = _change(case)
        if change is None and group[0]:
            left = found.get(group[0] - 1)
            lost = left.posts if left is not None and "removed" in left.capacities else ()
            post = inherited(text, people[group[0] - 1], opening, case.at, lost)
            change = Change(("appointed",), post) if post else None
        if change is None:
            continue
        running, since = change.capacities[0], person.end
        if change.posts:
            carried, since = change.posts[-1].organisation, change.posts[-1].end
        found.update(dict.fromkeys(group, change))
    return found


def _joins(between: str, at: int, by_end: dict[int, Title]) -> bool:
    """Whether a name at ``at`` goes on with the list: after a mark, and a word for a group perhaps
    (甲、革命干部乙)."""
    if _LISTED.fullmatch(between):
        return True
    return at in by_end and _LISTED_GROUP.fullmatch(between) is not None


def _group(
    text: str,
    people: Sequence[PersonSpan],
    opens: Sequence[int],
    last: int,
    by_end: dict[int, Title],
) -> tuple[int, ...] | None:
    """The list of names that ends with person ``last``; None where the list goes on behind it."""
    if last + 1 < len(people):
        between = text[people[last].end : opens[last + 1]]
        if _joins(between, opens[last + 1], by_end):
            return None
    group = [last]
    while group[0] > 0:
        before = people[group[0] - 1]
        between = text[before.end : opens[group[0]]]
        if not _joins(between, opens[group[0]], by_end):
            break
        group.insert(0, group[0] - 1)
    return tuple(group)


def _runs_out(text: str, people: Sequence[PersonSpan], opens: Sequence[int], index: int) -> bool:
    """Whether behind a person nothing but others with their posts follows in the sentence."""
    for i in range(index, len(people)):
        gap = _GAP.match(text, people[i].end)
        at = gap.end() if gap else people[i].end
        if at >= len(text) or text[at] in "。;)\n" or _OTHERS_COUNTED.match(text, at):
            return True
        if i + 1 == len(people):
            return False
        if not NEXT.fullmatch(text, at, opens[i + 1]):
            return False
    return False


def _opening(people: Sequence[PersonSpan], i: int) -> int:
    """Where person ``i`` begins, posts and all; behind the one before whose post he shares."""
    at = min([people[i].start, *(p.start for p in people[i].posts)])
    return people[i].start if i and at < people[i - 1].end else at


def _change(case: Case) -> Change | None:
    """What is done to the people of a list, or None where nothing is."""
    if _is_removal(case):
        match = _TAKES.match(case.text, case.at)
        lost = case.posts(match.end()) if match else ()
        named = match is not None and pieces_from(case.text, match.end(), case.heads)
        if lost or named or _ITS_POSTS.match(case.text, case.at):
            return Change(("removed",), lost)
        return None
    if case.has_posts and _POST_ENDS.match(case.text, case.at):
        return Change(("removed",), ())
    if (consists := composed(case)) is not None:
        return consists
    if (noted := _noted(case)) is not None:
        return noted
    if case.heads and case.heads[0].start == case.at:
        by = case.before.endswith("由")
        if case.heads[0].status == "acting" and (by or case.has_posts):
            return Change(("appointed",), case.posts(case.at))  # 由副县长甲代理县长
        if case.heads[0].status == "concurrent" and (
            is_told_apart(case)
            or case.running
            or _NAMING.search(case.before)
            or _CLAUSE_END.match(case.text, case.heads[0].end)
        ):
            return Change((case.running or "appointed",), case.posts(case.at))  # 书记甲兼指挥长
        if by:
            return None
    moved = _MOVES.match(case.text, case.at)
    if moved:
        old = case.posts(moved.start("old"), status="former")
        new = case.posts(moved.end(), old[-1].organisation if old else "")
        return Change(("appointed",), old + new) if new else None
    by_them = _BY.search(case.before)
    if by_them and _HELD_BY.match(case.text, case.at):
        end = case.opening - len(by_them[0])
        held = posts.chain(case.text, {t.end: t for t in case.titles}, end, 0)
        given = posts.resolve(case.text, held, case.scope, case.carried, named=case.named)
        how = "elected" if _is_election(case, "") else "appointed"
        return Change((how,), given) if given else None
    match = _GIVES.match(case.text, case.at)
    if match is None:
        return headed(case)
    naming = _NAMING.search(case.before) or case.running in ("appointed", "elected")
    bare = match["verb"] in ("为", "是") and not naming and not is_told_apart(case)
    if bare and (match["verb"] == "是" or not _is_listed_change(case)):
        return None
    at = match.end()
    if case.heads and case.at <= case.heads[0].start < at:
        at = case.heads[0].start  # 书记甲兼指挥长: 兼 is read as a part of the title
    pieces = pieces_from(case.text, at, case.heads)
    if not pieces or _LED.match(case.text, pieces[-1].title.end):
        return None
    if match["verb"] == "兼" and not (
        naming or is_told_apart(case) or _CLAUSE_END.match(case.text, pieces[-1].title.end)
    ):
        return None  # 县长甲兼总指挥到工地检查: a post that he has
    given = case.posts(at, status="proposed" if match["verb"] == "拟任" else "")
    if match["verb"] in ("代理", "代行", "署理"):
        given = tuple(
            replace(p, title=f"代理{p.title.removeprefix('代理')}", status="acting") for p in given
        )
    capacity = "elected" if _is_election(case, match["verb"]) else "appointed"
    return _and_more(case, pieces[-1].title.end, Change((capacity,), given))


def _noted(case: Case) -> Change | None:
    """What a notice says of somebody who is to be appointed: 甲,男,现任乙局局长,拟任丙局局长."""
    match = _NOTED.match(case.text, case.at)
    if match is None:
        return None
    held = case.posts(match.start("now")) if match["now"] else ()
    last = held[-1].organisation if held else ""
    return Change(("appointed",), held + case.posts(match.end(), last, "proposed"))


def _is_removal(case: Case) -> bool:
    if case.running == "removed" and case.text.startswith("的", case.at):
        return "职务" in case.text[case.at : case.at + 45]
    return (
        _REMOVAL.search(case.before) is not None or _LEAVING.match(case.text, case.at) is not None
    )


def _is_listed_change(case: Case) -> bool:
    """Whether 甲为主任 is an item of a list of changes that the text speaks of: 任免一批干部,…."""
    opens = not case.before or case.before[-1] in ",:"
    return (
        opens and _CHANGES.search(case.text, max(0, case.opening - 160), case.opening) is not None
    )


def _is_election(case: Case, verb: str) -> bool:
    if case.before.endswith(("任命", "聘任", "任命了")):
        return False  # 补选甲为代表,决定任命乙为副市长
    told = case.text[case.text.rfind("。", 0, case.opening) + 1 : case.opening]
    return (
        case.running == "elected"
        or "选" in verb
        or (_ELECTION.search(told) is not None and "任命" not in told)
    )


def _and_more(case: Case, end: int, change: Change) -> Change:
    """With what goes on behind ``end`` for the same people: ,兼任丙主任 and ,免去其丁局长职务."""
    last = change.posts[-1].organisation if change.posts else ""
    more = _MORE.match(case.text, end)
    if more:
        return replace(change, posts=change.posts + case.posts(more.end(), last))
    lost = _AND_LOSES.match(case.text, end)
    if lost and (former := case.posts(lost.end(), last, "former")):
        return Change((*change.capacities, "removed"), change.posts + former)
    return change


@Language.component("appointments")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.appointments``: changes by index into ``doc._.people``."""
    own = doc._
    own.appointments = appointments(own.entry.clean.text, own.people, own.scope)
    return doc
