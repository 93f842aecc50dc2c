"""The component `people`: names where they stand, with the posts that the words before them give.

Three things show that a name begins: a post right before it, another name before it in a list, and
a clause that begins with it and goes on with what people do. What is sure somewhere in the document
(`Memory.names`) is found everywhere in it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect
from dataclasses import replace
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language import posts
from extractors.language.anchors import (
    AFTER_BODY,
    AFTER_GROUP,
    AFTER_POST,
    AT_CLAUSE,
    IN_LIST,
    OF_POST,
    TAKING_POST,
    Reading,
    anchors,
    holder_from,
    inside_quotation,
    is_called,
    known_at,
    quoted,
    read,
)
from extractors.language.behind_names import (
    after_notes,
    befalls,
    counts_units,
    firsts,
    is_noted,
    joint,
)
from extractors.language.called import by_surname
from extractors.language.confidence import chance
from extractors.language.document import Memory, PersonSpan, PostSpan
from extractors.language.document_posts import with_bodies
from extractors.language.foreign_names import foreign, of_others
from extractors.language.given_posts import posts_before, posts_behind
from extractors.language.names import (
    ASIDE,
    CJK,
    DATE,
    Name,
    best,
    follower,
    honorifics,
    lexicon,
    post_near,
)
from extractors.language.opinions import weighed
from extractors.language.scope import Scope
from extractors.language.shared_posts import groups, shareable
from extractors.language.trailing import before_posts, group_head, headed, led_until, pieces_after

REMEMBERED_CHANCE = chance(9.0)
LEAST = -0.9
"""A stretch at the head of a clause that weighs less than this is no name, whatever follows."""
CLEAR, SURE = 3.0, 8.0
"""The weights of a name in a list that needs nothing behind it to show its end, and of one that
alone makes the list one of names."""
_ITEM = re.compile(r"[\u4e00-\u9fff]{2,3}、")
_CONJUNCTIONS = frozenset("和与及同")
_TAKING = re.compile(r"(?:同志)?(?:任|为|兼|当|由)[^、,。;:!?\n]{0,45}")


def people(
    text: str, scope: Scope, memory: Memory | None = None, start: int = 0
) -> tuple[PersonSpan, ...]:
    """Every person named in ``text[start:]``, in order, with posts given there (clean offsets)."""
    sure = known_at(text, start, memory) if memory is not None else {}
    found = _unremembered(text, scope, start)
    called = memory is not None and is_called(text, memory)
    if not called and not sure:
        return found
    if not called and set(sure.items()) <= {(person.start, person.name) for person in found}:
        return tuple(_surer(person) if person.start in sure else person for person in found)
    return _people(read(text, scope, memory, start), start)


def _surer(person: PersonSpan) -> PersonSpan:
    """A name that was read without the document's help and is sure by it as well."""
    if person.confidence >= REMEMBERED_CHANCE:
        return person
    return replace(person, confidence=REMEMBERED_CHANCE)


@lru_cache(maxsize=1024)  # a document is read twice: for its names, then entry by entry
def _unremembered(text: str, scope: Scope, start: int) -> tuple[PersonSpan, ...]:
    """The people of a text in which none stands whom the document makes sure."""
    return _people(read(text, scope, None, start), start)


def _people(reading: Reading, start: int) -> tuple[PersonSpan, ...]:
    found: list[PersonSpan] = []
    cursor = start
    for at, need in anchors(reading, start):
        if at < cursor:
            continue
        listed = _listed(reading, at, need, cursor, found)
        found.extend(listed)
        if listed:
            cursor = listed[-1].end
    found += _before_posts(reading, found, start)
    found += by_surname(reading, found, start)
    return tuple(sorted(found, key=lambda person: person.start))


def _before_posts(reading: Reading, found: list[PersonSpan], start: int) -> list[PersonSpan]:
    """Names that only the post behind them shows: 青江医院秦立书记."""
    likeliest: dict[int, Name] = {}
    for at, need, post in before_posts(reading, start):
        end = reading.by_start[post].end
        if any((p.start < post and at < p.end) or p.start == end for p in found):
            continue
        name = _name(reading, at, need, until=post)
        if name is not None and name.end == post:
            likeliest[post] = max(name, likeliest.get(post, name), key=lambda n: n.weight)
    return [
        _person(reading, name, (), [p for p in found if p.end <= name.start])
        for name in likeliest.values()
    ]


def _listed(
    reading: Reading, at: int, need: float, floor: int, before: list[PersonSpan]
) -> list[PersonSpan]:
    """The name at ``at`` and those that follow it in a list without posts of their own."""
    held = at in reading.by_end
    pieces = posts.chain(reading.text, reading.by_end, at, floor) if held else ()
    if pieces and before and pieces[0].start == pieces[0].title.start == before[-1].end:
        # 甲少将和某军区副司令员乙: the rank behind a name is that name's.
        pieces, need = pieces[1:], need if pieces[1:] else AT_CLAUSE
    if not pieces and need == OF_POST:
        pieces = posts.chain(reading.text, reading.by_end, holder_from(reading, at), floor)
    if pieces and pieces[-1].title.head in groups()[1]:
        return []
    lowest = need if need == OF_POST else min(need, LEAST)
    if pieces:
        # 干部学思想, 农民利益: a word for a group is no post, so the name must be a likelier one.
        lowest = AFTER_GROUP if pieces[-1].title.name in groups()[0] else AFTER_POST
    elif need in (AT_CLAUSE, AFTER_BODY) and inside_quotation(reading.text, at):
        return []
    others = bool(pieces) and of_others(reading.scope, pieces[0].body)
    opens = not pieces and need in (AT_CLAUSE, AFTER_BODY)
    after_post = bool(pieces) and (need != OF_POST or reading.text.endswith(":", 0, at))
    until = led_until(reading, pieces[0].start if pieces else at, at)
    first = _name(reading, at, lowest, after_post, opens=opens, other_people=others, until=until)
    if first is None or not (pieces or first.weight >= need or _shown_behind(reading, first)):
        return []
    if pieces and quoted(reading.text, pieces[0].start, first.end):
        return []
    given = posts_before(reading, headed(reading, pieces, first.end), before)
    if given:
        given = _held_by(reading, pieces[0].start, floor) + given
    persons = [_person(reading, first, given, before)]
    shared = given if pieces and shareable(pieces[-1].title) else ()
    while True:
        if not pieces and counts_units(reading.text, persons[-1].end):
            return []
        then = _next(reading, persons[-1].end)
        name = _name(reading, then, IN_LIST, listed=True, other_people=others) if then else None
        if name is None or then in reading.by_end or reading.text.startswith(",", persons[-1].end):
            return persons  # 甲主持,乙出席: a clause of its own
        if (
            name.name not in reading.memory.names
            and name.weight < CLEAR
            and not _may_end(reading, name.end)
        ):
            return persons  # 甲、武汉钢铁设计院院长乙: a body begins here, no name
        persons.append(_person(reading, name, shared, before))


def _held_by(reading: Reading, at: int, floor: int) -> tuple[PostSpan, ...]:
    """The posts that a word joins to somebody whose own posts begin at ``at``: 组长为某院院长甲."""
    end = holder_from(reading, at)
    if end not in reading.by_end or reading.text[at - 1] not in "为是系":
        return ()
    pieces = posts.chain(reading.text, reading.by_end, end, floor)
    named = reading.bodies[: bisect(reading.body_ends, end)]
    return posts.resolve(reading.text, pieces, reading.scope, named=named)


def _shown_behind(reading: Reading, name: Name) -> bool:
    """Whether what stands behind a name shows it, though what stands before does not."""
    text, end = reading.text, name.end
    if name.weight >= TAKING_POST and (_takes_post(reading, end) or _loses_post(reading, end)):
        return True
    if name.weight >= 1.0 and (
        text.startswith(honorifics(), end) or ASIDE.match(text, end) or is_noted(text, end)
    ):
        return True
    if name.weight >= 1.0 and text.endswith("由", 0, name.start) and len(follower(text, end)) >= 2:
        return True  # 由甲接任
    joins = name.weight >= 2.0 and text.startswith(("和", "与"), end)
    if joins and post_near(text, end + 1, reading.by_start):
        return True  # 甲和秘书长乙
    return (name.weight >= 2.0 and _lists(reading, name)) or _lists_clearly(reading, name)


def _may_end(reading: Reading, at: int) -> bool:
    """Whether anything at ``at`` shows that a name ends there."""
    text = reading.text
    return (
        at >= len(text)
        or not CJK.match(text[at])
        or bool(follower(text, at))
        or DATE.match(text, at) is not None
        or at in reading.by_start
        or text.startswith(honorifics(), at)
    )


def _name(
    reading: Reading,
    at: int,
    need: float,
    after_post: bool = False,
    opens: bool = False,
    other_people: bool = False,
    listed: bool = False,
    until: int = 0,
) -> Name | None:
    """The name at ``at`` that weighs enough there: a Han one, else one of another people.

    Where it ``opens`` a clause, what follows must be what follows a person there; that is asked
    before the model of names, which is slow.
    """
    titles = reading.by_start.keys()
    known = reading.known_at.get(at, "")
    if len(known) > 3 or (known and known[0] not in lexicon().openings):
        sure = Name(at, at + len(known), known, 6.0)
        return None if opens and not _begins_clause(reading, sure) else sure
    parted = listed or opens or need == LEAST
    other = foreign(reading.text, at, titles, after_post, other_people, parted)
    if other is not None and until and other.end != until:
        other = None
    if other is not None and other.weight >= 3.0:
        if opens and not _begins_clause(reading, other):
            return None
        if opens:
            return other._replace(weight=max(other.weight, AT_CLAUSE))
        return other if need < AT_CLAUSE or other.end - at >= 4 else None
    if reading.text[at : at + 1] in _CONJUNCTIONS and (
        best(reading.text, at + 1, (), titles) or foreign(reading.text, at + 1, titles, after_post)
    ):
        return None  # 院长甲和乙书记: 和 joins
    if opens and other is None and not _may_begin_clause(reading, at):
        return None
    name = best(reading.text, at, reading.memory.names, titles, after_post, listed, until)
    if name is None or name.weight < 0.0 or (other is not None and other.weight >= 2.0):
        name = max(
            (n for n in (name, other) if n is not None), key=lambda n: n.weight, default=None
        )
    if name is None or (opens and not _begins_clause(reading, name)):
        return None
    if (name is not other or name.weight < 2.0) and (
        need >= 0.0 or need == LEAST or (listed and reading.text[name.end : name.end + 1] != "、")
    ):
        name = weighed(reading.text, name, _inside(reading, name))
    return name if name.weight >= need else None


def _inside(reading: Reading, name: Name) -> bool:
    """Whether a stretch is the beginning or the middle of a body's name."""
    index = bisect(reading.body_ends, name.end)
    if index == len(reading.bodies):
        return False
    return reading.body_ends[index] - len(reading.bodies[index]) <= name.start


def _begins_clause(reading: Reading, name: Name) -> bool:
    """Whether what follows a name at the head of a clause is what follows a person there."""
    text = reading.text
    if text[name.end : name.end + 1] not in firsts() and name.end not in reading.by_start:
        return False
    end = after_notes(text, name.end)
    word = follower(text, end)
    if len(word) >= 2 or word == "等" or _takes_post(reading, end) or name.end in reading.by_start:
        return True
    if end > name.end or _loses_post(reading, end) or ASIDE.match(text, end):
        return True
    if DATE.match(text, end) and text[end].isdigit():
        return True
    if text.startswith(("、", "和"), end) and post_near(text, end + 1, reading.by_start):
        return True
    return befalls(text, end) or is_noted(text, name.end) or _lists(reading, name)


def _may_begin_clause(reading: Reading, at: int) -> bool:
    """Whether after any length of a Han name at ``at`` stands what follows a person: most clauses
    begin with no name, and the weighing of one is slow."""
    lengths = (3, 4) if reading.text[at : at + 2] in lexicon().compound else (2, 3)
    return any(_begins_clause(reading, Name(at, at + n, "", math.inf)) for n in lengths)


def _lists(reading: Reading, name: Name) -> bool:
    """Whether another name follows in a list: 甲、乙等."""
    then = _next(reading, name.end)
    if not then or reading.text[name.end : name.end + 1] == "," or then in reading.by_end:
        return False
    other = _name(reading, then, 0.0 if name.weight >= 8.0 else 2.0)
    if other is None and (item := _ITEM.match(reading.text, then)):
        # 甲、乙丙、丁: of an item as short as a name the one behind it can speak
        other = _name(reading, item.end(), 4.0, listed=True)
    return other is not None and (
        other.weight >= 4.0 or name.weight >= 4.0 or _lists(reading, other)
    )


def _lists_clearly(reading: Reading, name: Name) -> bool:
    """Whether two clear names or a sure one follow in a list: 甲、乙、丙等."""
    for _ in range(2):
        if reading.text[name.end : name.end + 1] != "、":
            return False
        then = _name(reading, name.end + 1, IN_LIST, listed=True)
        if then is None or then.weight < CLEAR:
            return False
        if then.weight >= SURE:
            return True
        name = then
    return True


def _takes_post(reading: Reading, at: int) -> bool:
    """Whether a post follows the verb at ``at``: 甲任工程局局长, 甲为副主任."""
    match = _TAKING.match(reading.text, at)
    return match is not None and any(at < t <= match.end() for t in reading.by_end)


def _loses_post(reading: Reading, at: int) -> bool:
    """Whether 的 at ``at`` joins a name to the post that is taken from it: 免去甲的局长职务."""
    if not reading.text.startswith("的", at):
        return False
    stretch = reading.text[at : at + 45].split("。")[0]
    return "职务" in stretch or "请求" in stretch


def _next(reading: Reading, end: int) -> int:
    """Where the next name of a list would begin after one that ends at ``end``; 0 where none."""
    match = joint().match(reading.text, end)
    return match.end() if match and match.end() < len(reading.text) else 0


def _person(
    reading: Reading, name: Name, given: tuple[PostSpan, ...], before: list[PersonSpan]
) -> PersonSpan:
    opening = min([name.start, *(post.start for post in given)])
    heads = group_head(reading, opening, name.end)
    if not given:
        given = _after(reading, name, before)
    given += posts.resolve(reading.text, heads, reading.scope)
    return PersonSpan(name.start, name.end, name.name, given, chance(name.weight))


def _after(reading: Reading, name: Name, before: list[PersonSpan]) -> tuple[PostSpan, ...]:
    """A post right after a name (栗战书委员长), where it says whose it is and none is known yet."""
    title = reading.by_start.get(name.end)
    if any(p.name == name.name and p.posts for p in before):
        return ()
    if title and title.end in reading.by_end and _name(reading, title.end, AFTER_POST):
        return ()
    return posts_behind(reading, pieces_after(reading, name.start, name.end), name.start, before)


def people_of_entry(
    text: str, body: int, scope: Scope, memory: Memory | None = None
) -> tuple[PersonSpan, ...]:
    """The people of headline lines, then those of the telling, which begins at ``body``."""
    # A by-line or a date inside the first sentence does not cut its subject off: 主席甲10月3日签署.
    telling = text.rfind("\n", 0, body) + 1
    headline = people(text[:telling], scope, memory) if telling else ()
    found = headline + people(text, scope, memory, telling)
    return with_bodies(text, found, memory.posts) if memory else found


@Language.component("people")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.people``, those of headline lines and those of the telling."""
    own = doc._
    entry = own.entry
    own.people = people_of_entry(entry.clean.text, entry.body, own.scope, own.memory)
    return doc
