"""The component `appointments`: posts that are given or taken, with the words after the name.

任命甲为乙部部长, 甲任书记, 免去甲的乙职务, 甲不再担任乙, 甲由乙调整为丙: the post stands behind
the name (or the list of names), so it is read forwards from the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import posts
from extractors.language.body_names import names as names_of_bodies
from extractors.language.document import PersonSpan, PostSpan, text_of
from extractors.language.gazetteer import longest_name
from extractors.language.scope import Scope
from extractors.language.titles import Title, titles

_GAP = re.compile(r"(?:\([^()\n]{1,40}\)|同志|先生|女士|等)*")
_SEPARATOR = re.compile(r"(?:\([^()\n]{1,40}\)|同志)*(?:、|和|及|以及|与|,| )(?:[^、,。;]{0,30})?$")
_GIVES = re.compile(
    r"(?:同志)?(?:此前|现已|现|将|已|曾|先后|随后)?(?:被)?(?P<verb>任命为|聘任为|聘为|选举为|推选为|推举为|增选为|补选为|选为|当选为|当选|连任|升任|转任|调任|改任|出任|接任|继任|就任|"
    r"担任|兼任|拟任|任|兼|为)"
)
_TAKES = re.compile(
    r"(?:同志)?(?P<verb>不再担任|不再兼任|辞去|卸任|被免去)|(?:同志)?(?:兼任|担任)?的(?=[^,。;]{2,40}职务)|(?=[^,。;的任为]{2,40}职务)"
)
_MOVES = re.compile(r"(?:同志)?由(?P<old>[^,。;]{2,40}?)(?:调整为|改任|转任|调任|升任)")
_MORE = re.compile(
    r"(?:职务)?,(?:现已|现|并|同时|后|又|还|随后)?(?:兼任|出任|担任|任|转任|改任|调任)"
)
_REMOVAL = re.compile(r"(?:免去|接受|撤销|罢免|免)[^,。;:任]{0,4}$")
_ELECTION = re.compile(
    r"选举|推选|补选|增选|当选|代表大会|党代会|人代会|代表会议|第一次全体会议|换届"
)
_NAMING = re.compile(
    r"(?:任命|决定任命|聘任|聘请|选举|推选|补选|增选|推举|任命了|批准任命|决定|通过|委任|任用|派|调)[::]?[^,。;]{0,2}$"
)


_HEADING = re.compile(r"(?:^|\n)[^\n。;,]{0,12}?(?P<what>任命|免去|免职|聘任|罢免)[::]?(?=\n)")


@dataclass(frozen=True, slots=True)
class Change:
    """A post given to or taken from a person: ``capacity`` appointed, removed or elected."""

    capacity: str
    posts: tuple[PostSpan, ...]


def appointments(text: str, people: Sequence[PersonSpan], scope: Scope) -> dict[int, Change]:
    """Changes by index into ``people`` (clean offsets in the posts)."""
    heads = titles(text)
    named = tuple((b.end, text[b.start : b.end]) for b in names_of_bodies(text))
    found: dict[int, Change] = {}
    carried, running, since = "", "", 0
    for index, person in enumerate(people):
        group = _group(text, people, index)
        if group is None:
            continue
        opening = _opening(people[group[0]])
        if re.search(r"[。;]", text[since:opening]):
            running = ""
        change = _change(
            text,
            people,
            group,
            heads,
            scope,
            carried,
            [n for end, n in named if end <= person.start],
            running or _standing(text, opening),
        )
        if change is None:
            continue
        running, since = change.capacity, people[group[-1]].end
        if change.posts:
            carried = change.posts[-1].organisation
        for i in group:
            found[i] = change
    return found


def _group(text: str, people: Sequence[PersonSpan], last: int) -> tuple[int, ...] | None:
    """The list of names that ends with person ``last``; None where the list goes on behind it."""
    if last + 1 < len(people):
        between = text[people[last].end : _opening(people[last + 1])]
        if re.fullmatch(r"(?:\([^()\n]{1,40}\)|同志)*(?:、|和|及|以及|与)", between):
            return None
    group = [last]
    while group[0] > 0:
        before = people[group[0] - 1]
        between = text[before.end : _opening(people[group[0]])]
        if not re.fullmatch(r"(?:\([^()\n]{1,40}\)|同志)*(?:、|和|及|以及|与)", between):
            break
        group.insert(0, group[0] - 1)
    return tuple(group)


def _standing(text: str, at: int) -> str:
    """What a line before, such as 任命: or 免去:, says of the lines that follow it."""
    lines = [m for m in _HEADING.finditer(text, 0, at)]
    if not lines:
        return ""
    return "removed" if lines[-1]["what"].startswith(("免", "罢")) else "appointed"


def _opening(person: PersonSpan) -> int:
    return min([person.start, *(p.start for p in person.posts)])


def _change(
    text: str,
    people: Sequence[PersonSpan],
    group: tuple[int, ...],
    heads: Sequence[Title],
    scope: Scope,
    carried: str,
    named: Sequence[str],
    running: str,
) -> Change | None:
    opening = _opening(people[group[0]])
    limit = _opening(people[group[-1] + 1]) if group[-1] + 1 < len(people) else len(text)
    heads = [t for t in heads if t.end <= limit]
    end = _GAP.match(text, people[group[-1]].end)
    at = end.end() if end else people[group[-1]].end
    clause = max(text.rfind(mark, 0, opening) for mark in "。;\n") + 1
    before = text[clause:opening]
    removal = _REMOVAL.search(before)
    if running == "removed" and text.startswith("的", at) and "职务" in text[at : at + 45]:
        removal = _REMOVAL.search("免去")
    if removal or text.startswith(("不再", "辞去", "同志不再", "卸任", "被免去"), at):
        match = _TAKES.match(text, at)
        if match is None:
            return None
        pieces = _pieces(text, match.end(), heads)
        given = posts.resolve(text, pieces, scope, carried, named=named)
        return Change("removed", given) if given else None
    moved = _MOVES.match(text, at)
    if moved:
        old = posts.resolve(text, _pieces(text, moved.start("old"), heads), scope, carried)
        new = posts.resolve(
            text, _pieces(text, moved.end(), heads), scope, old[-1].organisation if old else carried
        )
        return Change("appointed", old + new) if new else None
    match = _GIVES.match(text, at)
    if match is None:
        return None
    naming = _NAMING.search(before)
    if match["verb"] in ("为", "兼") and not naming and running not in ("appointed", "elected"):
        return None
    pieces = _pieces(text, match.end(), heads)
    given = posts.resolve(text, pieces, scope, carried, named=named)
    if not given:
        return None
    told = text[text.rfind("。", 0, opening) + 1 : opening]
    more = _MORE.match(text, pieces[-1].title.end)
    if more:
        given += posts.resolve(
            text, _pieces(text, more.end(), heads), scope, given[-1].organisation, named=named
        )
    elected = (
        running == "elected"
        or "选" in match["verb"]
        or (_ELECTION.search(told) is not None and "任命" not in told)
    )
    if match["verb"] == "拟任":
        given = tuple(
            PostSpan(p.start, p.end, p.surface, p.organisation, p.title, "proposed") for p in given
        )
    return Change("elected" if elected else "appointed", given)


def _pieces(text: str, at: int, heads: Sequence[Title]) -> tuple[posts.Piece, ...]:
    """The posts that follow from ``at``: each a body (which may be empty) and a title."""
    pieces: list[posts.Piece] = []
    joined = ""
    for title in heads:
        if title.start < at:
            continue
        body = text[at : title.start]
        if re.search(r"[,。;:!?\n]|、(?![^“”]*”)", body) or len(body) > 45:
            break
        if joined == "," and body and not (longest_name(body) or body[0] in "省市区县州"):
            break
        if pieces and re.match(r"[现已并同时后又还随]{0,3}(?:出任|担任|兼任|转任|调任|任)", body):
            break
        body = re.sub(r"^(?:新一届|该|的)", "", body)
        pieces.append(posts.Piece(title.start - len(body), body, title))
        at = title.end
        separator = re.match(r"(?:\([^()]{1,12}\))?(?:、|,?兼任|兼|和|,)", text[at : at + 20])
        if not separator:
            break
        joined = separator.group()[-1]
        at += separator.end()
    return tuple(pieces)


@Language.component("appointments")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.appointments``: changes by index into ``doc._.people``."""
    doc._.appointments = appointments(text_of(doc), doc._.people, doc._.scope)
    return doc
