"""Sentences of a news archive in which the names of people are sure, for the training of models.

A name is sure where a post stands before it and the same name is read with a post on two days or
more, or weighs so much that nothing else is likely (`extractors.language.people`). What is sure
on a day is marked wherever it stands that day, so that names without posts are learnt too. A
sentence that holds a likely name of which nobody is sure is left out: it would teach either thing.

Shapes: a page is one file's text in clean text's canon; a span is a pair of offsets in its
sentence, half-open. The order is that of the files' names: same archive, same sentences.
"""

from __future__ import annotations

import math
import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import ahocorasick

from benchmarks.measure import forget
from extractors import lexicon
from extractors.language import opinions
from extractors.language.body_names import names as bodies
from extractors.language.names import CLOSING, best, follower
from extractors.language.people import people
from extractors.language.scope import scope_of
from extractors.language.titles import titles

SURE_WEIGHT = 6.0
"""Log odds from which one reading with a post is enough."""
DOUBT = (0.0, 20)
"""A string that weighs more and is seen on fewer days may be a name that nobody is sure of."""
LEAST = -2.4
"""The odds of characters that no name is drawn with: particles and the like."""
ALONE: Mapping[str, object] = {"BY_WORDS": 0.0, "DOUBTFUL": (math.inf, math.inf)}
"""Shares of `extractors.language.opinions` that leave the rules alone."""
_CLAUSE = re.compile(r"(?<=,)[\u4e00-\u9fff]{4,14}(?=[,。])")
_SENTENCE = re.compile(r"[^。!?\n]{6,90}[。!?]?")
_OPEN = re.compile(r"(?:^|[,。;:!?\n“(、 ])")
_NOTICE = re.compile(r"央视网消息|\(新闻联播\):?|\[查看原文\]\([^)]*\)|#+ |https?:\S+")


@contextmanager
def opinion(values: Mapping[str, object] = ALONE) -> Iterator[None]:
    """The rules with other shares for the models (none of them unless told), then as before.

    What trains a model must not depend on it. What was kept of texts read with other shares is
    forgotten on the way in and out.
    """
    before = {name: getattr(opinions, name) for name in values}
    for name, value in values.items():
        setattr(opinions, name, value)
    forget()
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(opinions, name, value)
        forget()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the spans of the names in it, in order."""

    text: str
    names: tuple[tuple[int, int], ...]


def tidy(page: str) -> str:
    """A page of the archive without its furniture; spaces inside are kept."""
    return re.sub(r"\n\s*", "\n", _NOTICE.sub("\n", page)).strip()


def readings(page: str) -> Counter[str]:
    """How often each Chinese name is read with a post on a page, sure weights counting double."""
    found: Counter[str] = Counter()
    for person in people(page, scope_of("")):
        if person.posts and 2 <= len(person.name) <= 4 and "·" not in person.name:
            name = best(page, person.start)
            if name is not None and name.name == person.name:
                found[name.name] += 2 if name.weight >= SURE_WEIGHT else 1
    return found


def sentences(pages: Sequence[str]) -> Iterator[Sentence]:
    """The sentences of the archive whose names are sure, page by page."""
    daily = [readings(page) for page in pages]
    days = Counter(name for found in daily for name in found)
    sure = {name for found in daily for name, n in found.items() if n >= 2 or days[name] >= 2}
    longer = {
        name
        for name in sure
        if any(
            name != other and name.startswith(other) and days[other] > days[name]
            for other in (name[:2], name[:3])
            if other in sure
        )
    }
    sure -= longer
    sure = _ending(pages, sure)
    seen = _spread(pages)
    for page, found in zip(pages, daily, strict=True):
        here = sorted(sure & found.keys())
        finder = ahocorasick.Automaton()
        for name in here:
            finder.add_word(name, name)
        finder.make_automaton()
        for match in _SENTENCE.finditer(page):
            text = match.group().strip()
            spans = _spans(text, finder) if here else ()
            if not _doubtful(text, spans, seen):
                yield Sentence(text, spans)


def _ending(pages: Iterable[str], names: set[str]) -> set[str]:
    """Names after which, most of the time, something stands that may follow a name.

    What is left out is mostly the beginning of a longer foreign name.
    """
    finder = ahocorasick.Automaton()
    for name in sorted(names):
        finder.add_word(name, name)
    finder.make_automaton()
    uses: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for page in pages:
        starts = {title.start for title in titles(page)}
        for last, name in finder.iter(page):
            uses[name] += 1
            at = last + 1
            ends[name] += (
                at >= len(page) or page[at] in CLOSING or at in starts or bool(follower(page, at))
            )
    return {name for name in names if ends[name] * 3 >= uses[name] * 2}


def _spans(text: str, finder: ahocorasick.Automaton) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    for last, name in finder.iter(text):
        start, end = last + 1 - len(name), last + 1
        while spans and spans[-1][1] > start and spans[-1][0] >= start:
            spans.pop()
        if not spans or spans[-1][1] <= start:
            spans.append((start, end))
    return tuple(spans)


def _spread(pages: Sequence[str]) -> Counter[str]:
    """On how many pages each string of two or three characters stands at the head of a clause."""
    seen: Counter[str] = Counter()
    for page in pages:
        heads = {page[m.end() : m.end() + n] for m in _OPEN.finditer(page) for n in (2, 3)}
        seen.update(heads)
    return seen


def _doubtful(text: str, spans: Iterable[tuple[int, int]], seen: Counter[str]) -> bool:
    """Whether a name may stand where none is marked, or one that is marked may end elsewhere."""
    marked = dict(spans)
    inside = {i for a, b in marked.items() for i in range(a, b)}
    for at in {m.end() for m in _OPEN.finditer(text)} | {b for b in _after_posts(text)}:
        if at in inside:
            continue
        name = best(text, at)
        if name is not None and name.weight > DOUBT[0] and seen[name.name] < DOUBT[1]:
            return True
    return False


def _after_posts(text: str) -> Iterator[int]:
    for title in titles(text):
        yield title.end


class Namer:
    """Draws names that nobody need bear, and lines of a chronicle that hold them."""

    def __init__(self, seed: int, pages: Sequence[str]) -> None:
        self._random = random.Random(seed)
        share = {"1": 30.0, "2": 4.0, "3": 0.7}
        surnames = lexicon.columns("surnames")
        self._surnames = [row[0] for row in surnames]
        self._shares = [share[row[1][0]] if len(row[0]) == 1 else 0.7 for row in surnames]
        given = [r for r in lexicon.rows("given_names") if float(r["second"]) > LEAST]
        self._characters = [row["char"] for row in given]
        # The odds compare with running text: times the frequency there they are that in names.
        base = Counter(char for page in pages[::10] for char in page)
        self._weights = {
            place: [math.exp(float(row[place])) * (base[row["char"]] + 20) for row in given]
            for place in ("first", "second", "single")
        }
        self._bodies = sorted({page[b.start : b.end] for page in pages[::25] for b in bodies(page)})
        self._clauses = sorted({c for page in pages[::25] for c in _CLAUSE.findall(page)})
        self._posts = lexicon.words("posts")
        self._verbs = [w for w in lexicon.words("verbs_after_names") if len(w) >= 2]
        file = Path(__file__).with_name("name_frames.toml")
        self._frames: list[str] = tomllib.loads(file.read_text(encoding="utf-8"))["frames"]

    def name(self) -> str:
        """One name: five of six have two given characters."""
        surname = self._random.choices(self._surnames, self._shares)[0]
        if self._random.random() < 1 / 6:
            return surname + self._one("single")
        return surname + self._one("first") + self._one("second")

    def _one(self, place: str) -> str:
        return self._random.choices(self._characters, self._weights[place])[0]

    def chance(self) -> float:
        """A number in [0, 1), from the same stream."""
        return self._random.random()

    def pick(self, items: Sequence[str]) -> str:
        """One of the items, from the same stream."""
        return self._random.choice(items)

    def line(self) -> Sentence:
        """A line from the grammar of chronicles and notices (`name_frames.toml`)."""
        text = ""
        names: list[tuple[int, int]] = []
        for piece in re.split(r"(\{[nlbpvc]\})", self.pick(self._frames)):
            if piece in ("{n}", "{l}"):
                count = 1 if piece == "{n}" else 2 + int(self.chance() * 3)
                for i in range(count):
                    join = self.pick("、、和及") if i == count - 1 and count > 2 else "、"
                    name = self.name()
                    text += join if i else ""
                    names.append((len(text), len(text) + len(name)))
                    text += name
            else:
                choice = {
                    "{b}": self._bodies,
                    "{p}": self._posts,
                    "{v}": self._verbs,
                    "{c}": self._clauses,
                }.get(piece)
                text += self.pick(choice) if choice else piece
        return Sentence(text, tuple(names))
