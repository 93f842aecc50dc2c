"""Where an event happened: venues, places visited, and the own place where the grammar says so.

Conventions of the annotation guide: places keep the prefixes that are written, 现场 is dropped and
项目 kept, unnamed venues are left out, 我市 到区 在兰 are resolved, and the chronicle's own place
as the bare subject of 召开 or 举行 is a location unless a venue is named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.document import (
    Frame,
    Named,
    PersonSpan,
    covered,
    merged,
    register,
    text_of,
)
from extractors.language.place_deeds import (
    honoured,
    honoured_sites,
    moved_from,
    named_places,
    remade,
    unveiled,
)
from extractors.language.place_incidents import own_struck, struck
from extractors.language.place_items import all_of
from extractors.language.place_openings import chosen, found_there, opening_place
from extractors.language.place_phrases import own_words, visited
from extractors.language.place_subjects import finished, own_in_room, own_subject, spoken
from extractors.language.place_townships import bare_townships
from extractors.language.place_venues import rooms, venues
from extractors.language.scope import Scope, own_place

_SENTENCE_END = re.compile(r"[。;!?\n]")
_OPENED = frozenset(("meeting", "ceremony", "training", "condolence"))
"""Where these name no place else, the township that opens the entry is theirs."""
_TOWN_ENDS = ("镇", "乡", "村", "街道", "公社", "县", "区")
_ON_PAPER = frozenset(("appointment", "policy"))  # where only the place of the meeting counts


def find_places(
    text: str, frames: Sequence[Frame], scope: Scope, people: Sequence[PersonSpan] = ()
) -> tuple[Named, ...]:
    """The places of the events of a clean text, frame by frame, in the order of the text.

    Inside the spans of ``people`` and of their posts nothing is a place.
    """
    starts, ends = merged(covered(people))
    named_after = all_of("named_after")
    found: list[Named] = []
    for frame in frames:
        candidates = list(venues(text, frame, scope))
        sites: list[Named] = []
        held = sorted(place.start for place in candidates)
        if frame.type != "appointment":
            candidates += opening_place(text, frame, scope)
            candidates += chosen(text, frame)
            candidates += found_there(text, frame)
        if frame.type not in _ON_PAPER:
            candidates += visited(text, frame, scope)
            candidates += rooms(text, frame)
            if frame.type == "award":
                candidates += named_places(text, frame)
            candidates += honoured(text, frame, scope)
            sites = list(honoured_sites(text, frame))
            candidates += sites
            candidates += unveiled(text, frame)
            candidates += remade(text, frame, scope)
            candidates += moved_from(text, frame)
            candidates += own_struck(text, frame, scope)
            places = sorted(place.start for place in candidates)
            own = own_subject(text, frame, scope)
            candidates += [s for s in own if not _has_venue(text, s, held)]
            candidates += own_in_room(text, frame, scope)
            candidates += struck(text, frame)
            candidates += finished(text, frame, places)
            taken = merged([(place.start, place.end) for place in candidates])
            candidates += [t for t in bare_townships(text, frame, scope) if not _touches(t, *taken)]
        elif frame.type == "appointment":
            own = own_subject(text, frame, scope)
            candidates += [s for s in own if not held and _MEETS.search(text, s.end, s.end + 16)]
        if not candidates and frame.type in _OPENED:
            candidates += opening_place(text, frame, scope, of_any=True)
        # 甲镇获评: the town is no person, though a surname begins it
        towns = [p for p in sites if p.name.endswith(_TOWN_ENDS)]
        outside = [
            p
            for p in candidates
            if p.name.endswith(named_after) or p in towns or not _touches(p, starts, ends)
        ]
        if frame.type not in _ON_PAPER:
            outside += own_words(text, frame, scope)  # 来我 is no name, whoever takes it for one
        elif frame.type == "appointment":
            # 来校宣布: who is sent to tell it tells it there
            outside += [
                p for p in own_words(text, frame, scope) if _TELLS.match(text, p.end, frame.end)
            ]
        said = spoken(text, frame)
        said_starts, said_ends = [a for a, _ in said], [b for _, b in said]
        outside = [place for place in outside if not _touches(place, said_starts, said_ends)]
        found += _distinct(outside, scope)
    return tuple(found)


def _has_venue(text: str, subject: Named, places: Sequence[int]) -> bool:
    """True where the sentence of the subject names a place after it, and more than a room of it."""
    match = _SENTENCE_END.search(text, subject.end)
    stop = match.start() if match else len(text)
    index = bisect_right(places, subject.end - 1)
    if index == len(places) or places[index] >= stop:
        return False
    return _ROOM.match(text, places[index], stop) is None


_ROOM = re.compile(
    r"[^,。;市县区州旗镇乡村]{0,14}(?:会议室|会议厅|报告厅|多功能厅|礼堂)(?=召开|举行|举办|组织|集中)"
)
"""A room of the own house: 我县在政府二楼会议室召开 tells both."""


_TELLS = re.compile("(?:召开|出席|参加|主持|宣读|宣布)")
_MEETS = re.compile(r"召开[^,。;\n]{0,10}(?:大会|会议|会)")


def _touches(place: Named, starts: Sequence[int], ends: Sequence[int]) -> bool:
    index = bisect_right(starts, place.start) - 1
    if index >= 0 and place.start < ends[index]:
        return True
    return index + 1 < len(starts) and starts[index + 1] < place.end


_LEVELS = ("县", "区", "市", "镇", "乡", "村", "公社", "街道")
"""新政 after 新政镇 says nothing new."""


def _distinct(places: Sequence[Named], scope: Scope) -> list[Named]:
    """In the order of the text, without a place that only repeats a part of another one.

    双桥村 after 某镇双桥村 says nothing new; 深圳 before 深圳前海剧场 stands on its own.
    """
    ordered = sorted(places, key=lambda p: (p.start, -(p.end - p.start)))
    names = {place.name for place in ordered}
    tails = "\n".join(sorted(name[1:] for name in names))
    own = own_place(scope)
    short = scope.units[-1].short if scope.units else own
    kept: list[Named] = []
    seen: set[str] = set()
    reach = -1
    for place in ordered:
        repeated = place.name in seen or place.end <= reach
        part = len(place.name) >= 3 and place.name in tails
        repeated = repeated or any(
            place.name == n + w or place.name + w == n for n in seen for w in _LEVELS
        )
        if repeated or part or (place.name == short != own and own in names):
            continue
        kept.append(place)
        seen.add(place.name)
        reach = max(reach, place.end)
    return kept


def _told(frames: Sequence[Frame], body: int) -> tuple[Frame, ...]:
    """The frames without the headline lines that stand before ``body``."""
    return tuple(f if f.start >= body else replace(f, start=body) for f in frames if f.end > body)


register()


@Language.component("places")
def places(doc: Doc) -> Doc:
    """Sets ``doc._.places``: Named with clean offsets, frame by frame."""
    own = doc._
    scope, frames, people = own.scope or Scope(), own.frames, own.people
    text, body = text_of(doc), own.entry.body if own.entry is not None else 0
    found = find_places(text, _told(frames, body), scope, people)
    if not found and body:
        # a headline only repeats; where the telling names no place it may still say one
        headed = [frame for frame in frames if frame.start < body]
        found = find_places(text, headed, scope, people)
    own.places = found
    return doc
