"""What a whole document makes sure of its names, and one entry does not.

A name without a post at the head of a clause is hard to tell from a word; the same string with a
post, or again and again before what people do, is sure, and then sure everywhere in the document.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from extractors.language.anchors import AT_CLAUSE, clauses
from extractors.language.document import PersonSpan
from extractors.language.names import best, follower, lexicon, takes_post
from extractors.language.people import people_of_entry
from extractors.language.scope import Scope
from extractors.language.titles import titles

REPEATED = -4.5
"""The weight (see `names.best`) that a string needs to count when it is met again."""


def evidence(text: str, scope: Scope, body: int = 0) -> Counter[str]:
    """How often, and how surely, each name is read in an entry: 4 with a post, else 1.

    ``body`` is where the telling begins, after headline lines (`Entry.body`).

    A string that begins two clauses or more and goes on each time with what people do counts too,
    however rare its characters are in names.
    """
    counts: Counter[str] = Counter()
    heads = {title.start for title in titles(text)}
    for person in people_of_entry(text, body, scope):
        in_post = person.posts or (
            text.startswith("任", person.end) and takes_post(text, person.end, heads)
        )
        counts[person.name] += 4 if in_post else 1
    openings = lexicon().openings
    for match in clauses(text):
        at = match.end()
        if text[at : at + 1] in openings:
            for name in _opening(text, at):
                counts[name] += 1
    return counts


def _opening(text: str, at: int) -> Iterable[str]:
    """Strings at the head of a clause that a surname begins and a verb of people follows."""
    if lexicon().single.get(text[at], 1) >= 3:
        return
    if not any(len(follower(text, at + length)) >= 2 for length in (3, 4)):
        return
    name = best(text, at)
    if (
        name is not None
        and len(name.name) > 2
        and REPEATED <= name.weight < AT_CLAUSE
        and len(follower(text, name.end)) >= 2
    ):
        yield name.name


def officials(people: Iterable[PersonSpan]) -> dict[str, str]:
    """Full names by surname and post (王书记), where one person alone fits: one who holds just
    that post, else one who holds a post with that head (王副书记)."""
    exact: dict[str, set[str]] = {}
    called: dict[str, set[str]] = {}
    for person in people:
        for post in person.posts:
            heads = titles(post.title)
            if heads and 2 <= len(person.name) <= 3 and person.name[0] in lexicon().single:
                exact.setdefault(person.name[0] + post.title, set()).add(person.name)
                called.setdefault(person.name[0] + heads[-1].head, set()).add(person.name)
    return {words: next(iter(n)) for words, n in {**called, **exact}.items() if len(n) == 1}


def sure(counts: Mapping[str, int]) -> frozenset[str]:
    """The names that all the evidence of a document makes sure, for `Memory.names`."""
    single = lexicon().single
    enough = {
        n: c
        for n, c in counts.items()
        if c >= (2 if len(n) > 2 else 3) and (n[0] in single or "·" in n or len(n) > 3 or c >= 3)
    }
    by_first: dict[str, list[str]] = {}
    for n in enough:
        by_first.setdefault(n[0], []).append(n)
    return frozenset(
        n
        for n, c in enough.items()
        if not any(_rivals(n, m) and (enough[m], len(m)) > (c, len(n)) for m in by_first[n[0]])
    )


def _rivals(name: str, other: str) -> bool:
    """Whether two readings of one place compete: one is the other with a character more."""
    return name != other and (name.startswith(other) or other.startswith(name))
