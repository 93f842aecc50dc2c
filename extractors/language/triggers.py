"""The words that can decide what type of happening a clause tells of, from the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import ahocorasick

from extractors import lexicon
from extractors.lexicon.alternation import any_word

NOUN, VERB, HOLD, ATTEND, MUTE, SPEECH, PURPOSE, JOIN, CLAUSE, SENTENCE = (
    1 << i for i in range(10)
)
"""What a word can be (the forms of ``lexicon/events.toml``); one word may be several of these."""

_FORMS = {
    "noun": NOUN,
    "verb": VERB,
    "hold": HOLD,
    "attend": ATTEND,
    "mute": MUTE,
    "speech": SPEECH,
    "purpose": PURPOSE,
    "join": JOIN,
    "null": 0,
}

# Elsewhere is a province as a goal (赴浙江考察, 到江苏省、上海市), not one in the name of a firm.
_AWAY_TO = (
    "(?:赴|率团|出访|前往|到|抵|在)(?P<where>{})"
    "(?:省|市|自治区|、|等|考察|学习|调研|开展|进行|招商|参观|访问|[\u4e00-\u9fff]{{1,3}}[市县区州])"
)

# Who comes from another country to show how a thing is done: 以色列滴灌专家, 苏联顾问.
_FOREIGNER = "{}[^,。;、和与\n]{{0,12}}?{}"

# A list of orders, each with its number: 第八号主席令说.
_ORDER = "第[0-9一二三四五六七八九十百〇]{1,6}号[^,。;\n]{0,8}令"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the lexicon: its forms, and type and weight as a noun and as a predicate.

    ``needs`` must be found in the clause for the predicate to count (获得 an honour), ``objects``
    behind it (建立 a body).
    """

    flags: int
    length: int
    noun: tuple[str, float] | None = None
    verb: tuple[str, float] | None = None
    needs: re.Pattern[str] | None = None
    objects: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Triggers:
    """All words in one automaton, and the small lists that say when they count.

    ``tails`` turn a predicate before them into an attribute, ``heads`` may follow the name of a
    happening that heads its phrase, ``acts`` are what a meeting does as a subject.
    ``most`` is the greatest weight of all, of words and of ``patterns``. ``cues`` matches a stop
    and, in the group ``cue``, what may open a second happening behind it; ``becomes`` what a body
    that is not named again became later (1961年停刊, 8月并入工业科).
    """

    words: Any
    tails: tuple[str, ...]
    heads: tuple[str, ...]
    acts: tuple[str, ...]
    held_next: tuple[str, ...]
    patterns: Patterns
    most: float
    cues: re.Pattern[str]
    second: frozenset[str]
    becomes: re.Pattern[str]
    superior: re.Pattern[str]
    leader: re.Pattern[str]
    outsider: re.Pattern[str]
    abroad: re.Pattern[str]
    come: re.Pattern[str]
    away: re.Pattern[str]
    provinces: re.Pattern[str]


def _any(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(any_word(words))


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns, each with its type and weight, by the characters with which their matches begin;
    ``firsts`` is a class of all these characters."""

    firsts: re.Pattern[str]
    by_first: dict[str, tuple[tuple[re.Pattern[str], tuple[str, float]], ...]]

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[str, float]]]:
        """Start, end, type and weight of the matches, in order, none overlapping."""
        reach = 0
        for first in self.firsts.finditer(text):
            at = first.start()
            if at < reach:
                continue
            for pattern, meant in self.by_first[first[0]]:
                if match := pattern.match(text, at):
                    reach = match.end()
                    yield at, reach, meant
                    break


def _patterns(rows: list[dict[str, Any]]) -> Patterns:
    by_first: dict[str, list[tuple[re.Pattern[str], tuple[str, float]]]] = {}
    for row in rows:
        pattern = re.compile(row["match"]), (row["type"], float(row["weight"]))
        for first in row["first"]:
            by_first.setdefault(first, []).append(pattern)
    return Patterns(
        re.compile(f"[{''.join(by_first)}]"), {c: tuple(found) for c, found in by_first.items()}
    )


def _what_becomes(words: Iterable[str]) -> re.Pattern[str]:
    """One of the words behind a date, an adverb, what is handed over or a reason between."""
    turns = any_word(words)
    return re.compile(
        "[ ,]*(?:又|再|后|即|才|重新|正式|先后|由此|仍|复)?"
        f"(?:{turns}|[将因][^,。;\n]{{2,24}}?{turns})"
    )


@lru_cache(maxsize=1)
def triggers() -> Triggers:
    """The triggers of ``lexicon/events.toml``; ValueError if a word stands twice in one form."""
    data = lexicon.table("events")
    who, second, tails = data["who"], data["second"], data["tails"]
    return Triggers(
        _automaton(data["group"]),
        tuple(tails["attribute"]),
        (*tails["head"], *tails["acts"]),
        tuple(tails["acts"]),
        tuple(tails["held"]),
        _patterns(data["pattern"]),
        max(float(group.get("weight", 0.0)) for group in (*data["group"], *data["pattern"])),
        re.compile(f"[。!?;\n](?P<cue>{_any(second['cues']).pattern}|{_ORDER})"),
        frozenset(second["types"]),
        _what_becomes(second["becomes"]),
        _any(who["superior"]),
        _any(who["leader"]),
        _any(who["outsider"]),
        re.compile(_FOREIGNER.format(any_word(who["abroad"]), any_word(who["experts"]))),
        _any(who["come"]),
        re.compile(_AWAY_TO.format(any_word(who["elsewhere"]))),
        _any(who["elsewhere"]),
    )


def _automaton(groups: list[dict[str, Any]]) -> Any:
    flags: dict[str, int] = {}
    nouns: dict[str, tuple[str, float]] = {}
    verbs: dict[str, tuple[str, float]] = {}
    needs: dict[str, re.Pattern[str]] = {}
    objects: dict[str, re.Pattern[str]] = {}
    for group in groups:
        form = group["form"]
        needed = _any(group["needs"]) if "needs" in group else None
        done = _any(group["objects"]) if "objects" in group else None
        for word in group["words"]:
            if flags.get(word, 0) & _FORMS[form]:
                raise ValueError(f"events.toml: {word} stands twice as a {form}; keep one of them")
            flags[word] = flags.get(word, 0) | _FORMS[form]
            if form == "noun":
                nouns[word] = group["type"], float(group["weight"])
            elif form == "verb":
                verbs[word] = group["type"], float(group["weight"])
                if needed is not None:
                    needs[word] = needed
                if done is not None:
                    objects[word] = done
    for word, (kind, weight) in (*verbs.items(), *nouns.items()):
        # 推进会 is also written 推进会议; 集中签约 is held as 集中签约仪式, 慰问 as 慰问活动
        endings = ("仪式", "活动", "议") if word.endswith("会") else ("仪式", "活动")
        for longer in (word + ending for ending in endings):
            if len(word) > 1 and longer not in nouns:
                flags[longer] = flags.get(longer, 0) | NOUN
                nouns[longer] = kind, min(weight, 1.05)
    flags |= dict.fromkeys(",;: ", CLAUSE) | dict.fromkeys("。!?\n", SENTENCE)
    automaton = ahocorasick.Automaton()
    for word in sorted(flags):
        automaton.add_word(
            word,
            Word(
                flags[word],
                len(word),
                nouns.get(word),
                verbs.get(word),
                needs.get(word),
                objects.get(word),
            ),
        )
    automaton.make_automaton()
    return automaton
