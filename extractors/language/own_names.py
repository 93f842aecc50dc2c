"""The name that a school, a hospital or a firm had when an entry of its chronicle happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.language.body_names import names as names_of_bodies
from extractors.language.gazetteer import longest_name, read_path
from extractors.language.own_body import same_kind
from extractors.language.scope import Scope, resolve_place, scope_of
from extractors.reading.entry import Entry

_RENAMED = re.compile(
    r"(?:更名|改名|改称|易名|定名|命名|升格|改建|扩建|改组|改制|复名)(?:成为|为|成|是)?(?:[“《])?"
    r"(?P<name>[\u4e00-\u9fff]{4,24})"
)
_FOUNDED = re.compile(
    r"(?:成立|创办|创建|建立|筹建|开办)(?:了)?(?P<made>[\u4e00-\u9fff]{4,24})|"
    r"(?:^|[\s,。日月年])(?P<name>[\u4e00-\u9fff]{4,24}?)(?:正式|宣告)?(?:成立|创办|创建|建立|建成|诞生|开诊|开学)"
)
_CHRONICLE = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{4,24}?)[(（]?(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})?年?(?:度|鉴)?[)）]?"
    r"(?:志|年鉴|工作|组织史)?[ ·—]{0,2}(?:大事记|大事年表|大事纪要|大事概览|纪事|要事)"
)
_OF_PLACE = re.compile(r"(?:[厅局委会院办行社团部处队所馆台站]|政协|人大|法院|检察院|大队|支队)$")
_WHOLE = re.compile(r"(?:人民)?(?:政府|委|委员会)")
"""A party committee and a government, whose chronicles tell of the whole place."""
_CLAUSE = re.compile(r"[。;\n]")


def scopes(entries: Sequence[Entry], title: str = "") -> Iterator[Scope]:
    """For each entry of a document the scope of its place, a body's own chronicle under the name
    that the entries before, or it itself, say the body had by then; a place's with the body that
    the document's ``title`` names."""
    name, year, first = "", 0, True
    for entry in entries:
        scope = scope_of(entry.context.place)
        if scope.body is None:
            titled = _titled(title, scope)
            yield replace(scope, titled=titled) if titled else scope
            continue
        if (entry.context.year or year) < year:
            name = ""  # the newest first: what an entry says holds for those above it
        year = entry.context.year or year
        renamed = _renamed(entry.clean.text, replace(scope, body=name or scope.body), scope.body)
        if first and not renamed:
            renamed = _founded(entry.clean.text, scope.body)
        first = False
        name = renamed or name
        yield replace(scope, body=name) if name and name != scope.body else scope


def _titled(title: str, scope: Scope) -> str:
    """The body below the own place whose chronicle the title says it is; empty where it is none."""
    match = _CHRONICLE.match(title.strip())
    if match is None or not scope.units:
        return ""
    body = match["body"]
    units, length, _ = read_path(body)
    inside = bool(units) and units[-1] == scope.units[-1] and _OF_PLACE.search(body, length)
    return body if inside and not _WHOLE.fullmatch(body, length) else ""


def _renamed(text: str, scope: Scope, today: str) -> str:
    """The name that the own body takes in this text; empty where it takes none."""
    for match in _RENAMED.finditer(text):
        name = match["name"]
        stops = [m.end() for m in _CLAUSE.finditer(text, 0, match.start())]
        before = text[stops[-1] if stops else 0 : match.start()]
        others = [before[b.start : b.end] for b in names_of_bodies(before)]
        own = (scope.body, today)
        mine = all(
            other in own or resolve_place(other, scope) in own or not same_kind(other, today)
            for other in others
        )
        if name.startswith(today) or (mine and same_kind(name, today)):
            return today if name.startswith(today) else name
    return ""


def _founded(text: str, today: str) -> str:
    """The name of the body whose founding opens the chronicle."""
    for match in _FOUNDED.finditer(text):
        name = match["made"] or match["name"]
        if same_kind(name, today) and longest_name(name) and name != today:
            return name
    return ""
