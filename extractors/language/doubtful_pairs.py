"""Types that one word leaves in doubt, and what else is told decides between them.

Works that are finished are a ``project``, with guests who cut a ribbon a ``ceremony``; a body
whose sign is hung up is founded, unless somebody unveils it. Guests who come and sign an
agreement with their hosts are a ``visit``. A session of which only the choice is told is an
``appointment``. The words are those of ``doubt`` in
``lexicon/events.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors import lexicon
from extractors.lexicon.alternation import any_word


@dataclass(frozen=True, slots=True)
class _Doubt:
    """``guests`` show a ceremony where works or a body are told of, ``begun`` also where works
    only begin; ``hung`` are the words for a sign that is hung up, ``begins`` those for works that
    begin, ``opens`` that for a body that opens its doors, ``honours`` those for a meeting that
    gives honours, which is one where it is ``spoken`` to."""

    guests: re.Pattern[str]
    begun: re.Pattern[str]
    hung: tuple[str, ...]
    begins: tuple[str, ...]
    opens: tuple[str, ...]
    honours: tuple[str, ...]
    spoken: re.Pattern[str]


@lru_cache(maxsize=1)
def _doubt() -> _Doubt:
    data = lexicon.table("events")["doubt"]
    return _Doubt(
        re.compile(any_word(data["guests"])),
        re.compile(any_word((*data["guests"], *data["attending"]))),
        tuple(data["hung"]),
        tuple(data["begins"]),
        tuple(data["opens"]),
        tuple(data["honours"]),
        re.compile(any_word(data["spoken"])),
    )


def settled(kind: str, start: int, end: int, text: str, visits: Sequence[int]) -> str:
    """The type of ``text`` whose deciding word stands at ``start`` to ``end`` and speaks for
    ``kind``; ``visits`` are the offsets of the words that speak for a visit."""
    known = _doubt()
    word = text[start:end]
    if kind == "ceremony" and word in known.begins:
        return kind if known.begun.search(text) else "project"
    if kind == "ceremony" and word in known.hung:
        return kind if known.begun.search(text.replace(word, "", 1)) else "organisation_change"
    if kind == "organisation_change" and word.endswith((*known.opens, *known.hung)):
        return "ceremony" if known.begun.search(text.replace(word, "", 1)) else kind
    if kind == "project" and known.guests.search(text, start):
        return "ceremony"
    if kind == "award" and word.endswith(known.honours):
        return "meeting" if known.spoken.search(text, end) else kind
    if kind == "meeting" and _APPOINTS.match(text, end):
        return kind if _DOES_MORE.search(text, end) else "appointment"
    if kind == "appointment" and _SITS.search(text, 0, start):
        return "meeting"
    if kind == "signing" and any(at < start for at in visits):
        return "visit"
    return kind


_APPOINTS = re.compile(
    "(?:于[^,。:]{4,12})?(?:上)?(?:(?:表决|审议|讨论|投票|研究)?(?:通过|决定),?)?[了:]?"
    "(?:人事|有关人事)?(?:任免|任命|决定任命|免去|接受[^,。]{2,24}(?:辞|请求)|选举产生|选出"
    "|(?:补选|选举)(?:[:\n]|[^,。;]{2,16}为)|[一-龥]{2,4}(?:同志)?(?:任|担任|兼任|不再担任))"
)
"""What a session that is not said to be held is told of for: 第九次会议决定任命甲为副县长."""
_SITS = re.compile(
    "次(?:全体)?会议[^,。;]{0,40}?(?:举行|召开|听取|审议|通过(?:了)?(?:关于)?《)"
    "|(?:举行|召开)[^,。;]{0,24}次(?:全体)?会议"
)
"""A session that is held, or does other things first, before it appoints somebody."""
_DOES_MORE = re.compile("通过(?:了)?(?:关于)?《|审议|听取|报告|决议")
