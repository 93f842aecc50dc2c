"""The component `acts`: who takes part in which capacity, read from the verbs around the names.

A sentence is read from left to right. Names gather into a group until a verb says what they do;
the verb counts for the whole group (甲、乙、丙出席会议), and for the group again in a later
clause that names nobody (…出席会议并讲话,还宣布…). What a meeting does (会议要求) is nobody's act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractors.language.counting import (
    LEADERS,
    OTHERS,
    OUTING,
    State,
    as_told,
    counts,
    fits,
    objects,
)
from extractors.language.document import Frame, PersonSpan, covered
from extractors.language.inverted import done_before
from extractors.language.objects import (
    at_home,
    is_for,
    is_given,
    is_heard,
    is_talked_with,
    is_titled,
    is_visited,
)
from extractors.language.only_named import is_only_named
from extractors.language.speech import speeches
from extractors.language.titles import titles
from extractors.language.told import Told
from extractors.language.verbs import Verb, verbs

_SENTENCE = re.compile(r"[^。;!?\n]+")
_NOBODY = re.compile(
    r"^(?:会议|全会|大会|双方|与会[^,]{0,8}|代表们|委员们|大家|学员们|仪式|活动|论坛|本次[^,]{0,6}|此次[^,]{0,6}|"
    r"[^,]{0,10}(?:小组|领导班子|党组|常委会))"
    r"(?!上|前|后|中|期间|结束|现场|召开[前后]|开始)"
)
_PRONOUN = re.compile(r"[他她其](?:(?<=^.)|(?<=[,时中后上].))(?!们|他|中|余|它|实|次)")
_PLAIN = re.compile(r"[。;,]")
_CONTINUED = re.compile(r"(?:并|还|又|随后|之后|同时|赴|到|在)")
_ASKS = re.compile(r"(?:[他她])?(?:强调|要求|指出|希望|勉励|叮嘱|指示|嘱咐)(?![的书])")
"""How a sentence without a subject tells what the one who looks at things says."""
_REMARKS = re.compile(
    r"会[后上][,]?(?:还|又|并)?(?:就|对|作|介绍|传达|通报|讲)[^,。;]{1,30}|"
    r"(?:并|还|最后,?|随后,?)?对[^,。;]{1,30}(?:提出|作出|给予|表示)|"
    r"(?:随后,?|之后,?)?(?:赴|前往|深入|来到)[^,。;]{2,30}(?:调研|视察|检查|督导|督查|考察|慰问|走访|看望)"
)
_COMPANY = re.compile(
    r"(?:在(?P<who>[^。;在]{2,150}?)(?:等)?(?:人|同志|领导)?的?陪同下|由(?P<by>[^,。;]{2,60}?)(?:等)?陪同)"
)
_NO_DEED = re.compile(r"[、(等和及与同以的兼暨]|同志|先生|女士|教授|一行|率|带")
"""What goes on with a list of people and does not tell what they do."""
_COMMA = re.compile(",")
_LISTED = re.compile(r"(?:\([^()]*\))?[、和与及]")

_JOINED = re.compile(r"(?:\([^()]*\)|同志)*[、,和与及]+(?:以及)?")
"""What joins two of a list, posts and all."""
Found = dict[int, dict[str, None]]
"""Capacities by index of the person, in the order in which the text tells them."""


def acts(
    text: str, people: Sequence[PersonSpan], frames: Sequence[Frame]
) -> dict[int, tuple[str, ...]]:
    """Capacities of each person who takes part, by index into ``people``; others are left out."""
    if not people:
        return {}
    company = [
        (*match.span(match.lastgroup or "who"), match.end()) for match in _COMPANY.finditer(text)
    ]
    out = {i for i, person in enumerate(people) if is_only_named(text, person)}
    beside = {i for i, p in enumerate(people) if any(a <= p.start < b for a, b, _ in company)}
    told = Told(
        text,
        people,
        frames,
        tuple(v for v in verbs(text) if not any(a <= v.start < end for a, _, end in company)),
        {title.end: title.start for title in titles(text)},
        speeches(text),
        tuple((a, b) for a, b, _ in company),
    )
    found: Found = {}
    _add(found, sorted(beside - out), "accompany")
    for a, _, _ in company:
        sure = "lead" if told.kind_at(a) in OUTING else "lead?"
        _add(found, sorted(set(_accompanied(told, a)) - out - beside), sure)
    last: tuple[int, ...] = ()
    spoken = False
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        left_out = out | beside
        inside = [i for i, p in enumerate(people) if start <= p.start < end and i not in left_out]
        spoken = bool(inside or _PRONOUN.search(match[0])) or (spoken and _goes_on(told, start))
        if spoken:
            last = _sentence(told, start, end, inside, last, found, out)
    return {i: _sure(found[i]) for i in sorted(found) if i not in out}


def _sure(told: Iterable[str]) -> tuple[str, ...]:
    """The capacities that are told; only where none is, those that are likely (``lead?``)."""
    capacities = [c for c in told if not c.endswith("?")]
    return tuple(capacities or dict.fromkeys(c.removesuffix("?") for c in told))


def _accompanied(told: Told, at: int) -> Iterator[int]:
    """Those right before a company that opens at ``at``: 甲在乙陪同下."""
    sentence = max(told.text.rfind(mark, 0, at) for mark in "。;\n")
    before = [i for i in range(len(told.people)) if sentence < told.people[i].start < at]
    for i in reversed(before):
        if "," in told.text[told.ending(i) : at]:
            return
        yield i
        at = told.opening(i)


def _goes_on(told: Told, start: int) -> bool:
    """Whether a sentence begins with what those of the one before do next: …;主持召开会议."""
    if told.text.endswith(";", 0, start):
        return _CONTINUED.match(told.text, start) is not None or any(
            start <= verb.start <= start + 1 for verb in told.verbs
        )
    return _REMARKS.match(told.text, start) is not None or _ASKS.match(told.text, start) is not None


def _sentence(
    told: Told,
    start: int,
    end: int,
    inside: Sequence[int],
    last: tuple[int, ...],
    found: Found,
    out: set[int],
) -> tuple[int, ...]:
    """Reads one sentence into ``found``; returns the people that the next one may call 他."""
    state = State(_meant(told, start, end, last, found), start)
    outer: tuple[int, ...] = ()
    for item in _items(told, start, end, inside):
        if isinstance(item, Verb):
            state = _verb(told, state, item, found)
        elif item < 0:
            clause = -item
            nobody = bool(_NOBODY.match(told.text[clause : clause + 30])) and not any(
                verb.start == clause for verb in told.verbs
            )
            state = state._replace(clause=clause, nobody=nobody, quiet=0)
        elif _is_deputised(told, item, start):
            out.add(item)
        else:
            if state.told and state.group:
                outer = state.group
            state = _person(told, state, item, start, inside, found)
    left = [i for i in (*state.group, *inside) if i not in out and i not in found]
    visited = (
        [] if state.told else [i for i in state.group if is_visited(told.text, told.opening(i))]
    )
    _add(found, visited, "other")
    _add(found, [i for i in left if not told.is_only_spoken_of(i)], "")
    return state.group or outer or last


def _meant(
    told: Told, start: int, end: int, last: tuple[int, ...], found: Found
) -> tuple[int, ...]:
    """Whom 他 at the head of a clause means: the one just spoken of, else the one who leads; those
    spoken of where the sentence has no subject of its own."""
    if _ASKS.match(told.text, start) and not told.text.endswith(";", 0, start):
        going = [i for i, c in found.items() if not {"lead", "lead?"}.isdisjoint(c)]
        return tuple(going[-1:])  # 甲到乡检查,乡长乙汇报。要求…: it is 甲 who asks
    if _goes_on(told, start):
        return last
    if not _PRONOUN.search(told.text[start:end]):
        return ()
    leading = tuple(i for i, c in found.items() if "lead" in c or "chair" in c)
    return last if len(last) == 1 else leading[-1:]


def _items(told: Told, start: int, end: int, inside: Sequence[int]) -> Iterator[Verb | int]:
    """What the sentence holds, in order: people (by index), verbs, and commas (as the negative of
    the offset where the next clause begins)."""
    taken = covered([told.people[i] for i in inside])
    marks: list[tuple[int, int, Verb | int]] = [(told.people[i].start, 1, i) for i in inside]
    marks += [
        (verb.start, 1, verb)
        for verb in told.verbs
        if start <= verb.start < end
        and verb.end <= end
        and not any(
            a < verb.end and verb.start < b and not (verb.word[0] in "为任" and b == verb.end)
            for a, b in taken
        )
    ]
    commas = (m.end() for m in _COMMA.finditer(told.text, start, end))
    heads = [start, *(at for at in commas if not any(a < at < b for a, b in told.companies))]
    # A clause at offset 0 has no negative; nothing but its first character stands before 1.
    marks += [(head, 0, -max(head, 1)) for head in heads]
    for _, _, item in sorted(marks, key=lambda mark: mark[:2]):
        yield item


def _is_deputised(told: Told, i: int, start: int) -> bool:
    """受甲委托: the one who is deputised for takes no part."""
    before = told.text[start : told.opening(i)]
    end = told.people[i].end
    return before.endswith("受") and told.text.startswith(("委托", "嘱托", "委派"), end)


def _person(
    told: Told, state: State, i: int, start: int, inside: Sequence[int], found: Found
) -> State:
    """The state after a name: it joins the group, or begins one."""
    first = _list_opening(told, inside, i)
    before = told.text[max(start, told.opening(first) - 6) : told.opening(first)]
    ends = told.text[told.ending(i) : told.ending(i) + 1] in "、,。;等和及与("
    if ends and (does := done_before(told.text, told.opening(first))):
        _add(found, [i], does)
        return state._replace(group=(i,), told=True)
    if before.endswith(objects("honoured")) or is_titled(
        told.text, told.people[_list_from(told, inside, i)[-1]].end
    ):
        _add(found, _list_from(told, inside, i), "awarded")
    if before.endswith(objects("done_to")):
        _add(found, _list_from(told, inside, i), "other")
        return state
    listeners = _list_from(told, inside, i) if before.endswith(("听取", "听取了")) else []
    if listeners and is_heard(told.text, told.ending(listeners[-1])):
        _add(found, listeners, "report")
        return state  # 乙听取甲汇报,要求…: it is 乙 of whom more is told
    if i in found and "report" in found[i] and state.group and i not in state.group:
        return state
    sent = before.endswith(objects("sent")) and not before.endswith("党派")
    if sent:
        _add(found, _list_from(told, inside, i), "other?")
    if before.endswith(objects("visitors")):
        out = any("lead" in found.get(n, {}) for n in state.group)
        _add(found, _list_from(told, inside, i), "attend?" if out else "lead?")
    if home := at_home(told.text, start, told.ending(i)):
        _add(found, [n for n in inside if i <= n and told.people[n].end <= home], "other")
        return state
    if "awarded" in found.get(i, {}) and not state.told:
        return state
    if is_talked_with(told.text, before, told.ending(_list_to(told, inside, i))):
        _add(found, range(i, _list_to(told, inside, i) + 1), "attend?")
    if is_for(before):
        given = _list_from(told, inside, i)
        if is_given(told.text, told.people[given[-1]].end):
            _add(found, given, "awarded")
            return state
    if before.endswith(objects("towards")) and not told.text.startswith("方", told.opening(first)):
        if is_given(told.text, told.people[i].end):
            _add(found, _list_from(told, inside, i), "awarded")
        return state
    if state.told and state.led and _is_led(told, state, told.opening(i)):
        return state._replace(group=(*state.group, i), fresh=True)
    opens = first == i and (sent or before.endswith(objects("met")))
    alone = state.told or opens or _has_acted(told, state, i)
    group = (i,) if alone else (*state.group, i)
    leaders = () if alone else state.leaders
    said = state.said and not alone
    return state._replace(
        group=group, told=False, fresh=True, nobody=False, leaders=leaders, said=said
    )


def _has_acted(told: Told, state: State, i: int) -> bool:
    """Whether what stands behind those before, up to a comma, is no list: they did something."""
    if not state.group:
        return False
    behind = told.text[told.ending(state.group[-1]) : told.opening(i)]
    comma = behind.find(",")
    deed = behind[:comma] if comma > 2 else ""
    at = told.ending(state.group[-1])
    if deed[:1] in ("与", "同") and any(at < v.start < at + comma for v in told.verbs):
        return True  # 甲与各镇书记签订责任书,乙通报结果
    return bool(deed) and not _NO_DEED.match(deed) and not OTHERS.search(deed)


def _is_led(told: Told, state: State, at: int) -> bool:
    """Whether a name that opens at ``at`` is an object of the verb of leading: right behind the
    verb, or next in the list of those who are."""
    led = state.led
    if state.group[-1] not in state.leaders:
        led = told.ending(state.group[-1])
        if _JOINED.fullmatch(told.text, led, at):
            return True
    if _PLAIN.search(told.text[led:at]):
        return False
    return not any(led <= verb.start < at for verb in told.verbs)


def _verb(told: Told, state: State, verb: Verb, found: Found) -> State:
    """The state after a verb, which counts for the group where it tells of it."""
    if state.nobody or not state.group or verb.start < state.met:
        return state
    named = [i for i in state.group if state.clause <= told.people[i].start < verb.start]
    since = max([state.clause, *(told.ending(i) for i in named)])
    gap = told.text[since : verb.start]
    if not counts(told, state, verb, gap, bool(named)):
        return state
    if not fits(told, verb):
        if verb.capacity == "lead":
            _add(found, [i for i in state.group if not told.is_only_spoken_of(i)], "lead?")
        return state
    capacity = as_told(told, verb, named or state.group)
    if capacity == "accompany" and (ahead := _in_front(told, state.group)):
        _add(found, [i for i in ahead if i not in found], "lead?")
        state = state._replace(group=state.group[len(ahead) :])
    alone = state.leaders and capacity != "attend"
    _add(found, state.leaders if alone else state.group, capacity)
    if alone and capacity == "lead":
        _add(found, [i for i in state.group if i not in state.leaders], "accompany")
    led = _leads_whom(told, verb)
    attends = capacity in ("attend", "accompany", "chair") and verb.word != "与会"
    return state._replace(
        told=True,
        fresh=False,
        quiet=verb.end if attends else state.quiet,
        met=_received(told, verb) if capacity == "receive" else state.met,
        said=state.said or verb.kind == "saying" or verb.word.endswith("批示"),
        led=led or state.led,
        leaders=state.group if led else state.leaders,
    )


def _in_front(told: Told, group: tuple[int, ...]) -> tuple[int, ...]:
    """Those of a group of whom something else is told before the list of those who accompany
    them: 甲来院评审,乙、丙陪同."""
    first = len(group) - 1
    while first and _JOINED.fullmatch(
        told.text, told.ending(group[first - 1]), told.opening(group[first])
    ):
        first -= 1
    between = told.text[told.ending(group[first - 1]) : told.opening(group[first])] if first else ""
    return group[:first] if "," in between[1:] and not OTHERS.search(between) else ()


def _leads_whom(told: Told, verb: Verb) -> int:
    """The end of a verb of leading whose object follows it; 0 where none does."""
    leads = verb.word in LEADERS
    return verb.end if leads and told.text[verb.end : verb.end + 1] not in ",。;" else 0


def _received(told: Told, verb: Verb) -> int:
    """Where the person begins whom a verb of receiving has as its object after 的; 0: nowhere."""
    following = [i for i in range(len(told.people)) if told.people[i].start >= verb.end]
    if not following:
        return 0
    at = told.opening(following[0])
    between = told.text[verb.end : at]
    return at if "的" in between and "," not in between and "。" not in between else 0


def _list_opening(told: Told, inside: Sequence[int], i: int) -> int:
    """The first of the list, posts and all, in which person ``i`` stands."""
    while i - 1 in inside and _JOINED.fullmatch(told.text, told.ending(i - 1), told.opening(i)):
        i -= 1
    return i


def _list_to(told: Told, inside: Sequence[int], i: int) -> int:
    """The last of the list, posts and all, in which person ``i`` stands."""
    while i + 1 in inside and _JOINED.fullmatch(told.text, told.ending(i), told.opening(i + 1)):
        i += 1
    return i


def _list_from(told: Told, inside: Sequence[int], first: int) -> list[int]:
    """The people of a list that begins with ``first`` and has no posts between."""
    group = [first]
    for i in inside:
        between = told.text[told.people[group[-1]].end : told.people[i].start]
        if i == group[-1] + 1 and _LISTED.fullmatch(between):
            group.append(i)
    return group


def _add(found: Found, group: Iterable[int], capacity: str) -> None:
    for i in group:
        capacities = found.setdefault(i, {})
        if capacity:
            capacities[capacity] = None


@Language.component("acts")
def component(doc: Doc) -> Doc:
    """Sets ``doc._.acts``: capacities by index into ``doc._.people``."""
    own = doc._
    own.acts = acts(own.entry.clean.text, own.people, own.frames)
    return doc
