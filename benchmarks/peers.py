"""This project beside the taggers that one can install: persons, bodies, places, and speed.

    pip install -e '.[peers]'
    python -m benchmarks.peers

The question is the one of the graph: which persons, bodies and places belong to an entry? What an
entry should have is every name that its gold events hold. A tagger is given the *clean text of that
very entry*, sentence by sentence; every distinct name it tags is an answer. Two readings of its
tags are scored, each word by itself and neighbours of one layer joined (张掖市 + 甘州区), and the
better of the two counts, layer by layer. This project is given the whole raw document instead, so
it has to find the entries as well. Names are compared as `graph evaluate` compares them (short
forms of a body are one with the long ones).

A tagger cannot know that a body is only spoken of and takes no part, which is part of the task but
costs it precision; the column of recall shows what it finds at all.

Speed is measured in rounds, one program after the other on the same text, and the best round
counts; start-up is left out, and a program that has taken ten seconds sits the next rounds out.
Without ``shared/`` beside the checkout only the seeds are read.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from benchmarks.measure import Annotated, Row, annotated, forget, found_in
from benchmarks.taggers import FAIL, TAGGERS, Absent, Tag, Tagger, Words, start
from extractors.reading.clean import clean
from graph.evaluate import Tally, plain, short_body

LAYERS = ("person", "organisation", "location")
OURS = "chronicle-graph"
ROUNDS = 3
ENOUGH = 10.0
"""Seconds after which a program sits out the rounds that are left."""
LONGEST = 30_000
"""Characters of text for the measure of speed: whole documents, as long as they fit."""
_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;]?")

Names = dict[str, set[str]]


def sentences(text: str) -> list[str]:
    """Sentences of clean text, their stops included."""
    return [s for s in _SENTENCE.findall(text) if s.strip()]


def form(layer: str, name: str) -> str:
    """The form in which names of a layer are compared."""
    return short_body(name) if layer == "organisation" else plain(name)


def names_of(events: Iterable[Row]) -> Names:
    """What the events of one entry name, layer by layer."""
    names: Names = {layer: set() for layer in LAYERS}
    for event in events:
        names["person"] |= {plain(person["name"]) for person in event["persons"]}
        for layer in LAYERS[1:]:
            names[layer] |= {form(layer, name) for name in event[f"{layer}s"]}
    return names


def tagged(found: Sequence[Words], tagger: Tagger, joined: bool) -> Names:
    """The names in the words of one entry; ``joined`` puts neighbours of one layer together."""
    by_tag = {tag: layer for layer, tags in tagger.layers.items() for tag in tags}
    names: Names = {layer: set() for layer in LAYERS}
    for words in found:
        last = ""
        run = ""
        for word, tag in [*words, ("", "")]:
            layer = by_tag.get(tag, "")
            if joined and layer == last:
                run += word
                continue
            if last and len(run) > 1:
                names[last].add(form(last, run))
            last, run = layer, word
    return names


def tally(gold: Names, found: Names, layer: str) -> Tally:
    """The tally of one entry on one layer."""
    return Tally(len(gold[layer] & found[layer]), len(gold[layer]), len(found[layer]))


def placed(example: Annotated) -> Iterator[tuple[Row, int, int]]:
    """Gold rows with their spans in the source; those that are not found there are left out."""
    after = 0
    for row in example.gold:
        at = example.document.text.find(row["text"], after)
        at = example.document.text.find(row["text"]) if at < 0 else at
        if at >= 0:
            yield row, at, at + len(row["text"])
            after = at + 1


def own_scores(documents: Sequence[Annotated]) -> dict[str, Tally]:
    """This project's tally by layer; a found entry belongs to the gold entry around its middle."""
    total = dict.fromkeys(LAYERS, Tally())
    for example in documents:
        found: list[dict[str, Any]] = found_in(example.document)
        for row, begin, end in placed(example):
            inside = [r for r in found if begin <= (r["start"] + r["end"]) // 2 < end]
            names = names_of(event for record in inside for event in record["events"])
            for layer in LAYERS:
                total[layer] += tally(names_of(row["events"]), names, layer)
    return total


def tagger_scores(documents: Sequence[Annotated], tagger: Tagger, tag: Tag) -> dict[str, Tally]:
    """A tagger's tally by layer, in the better of its two readings."""
    totals = {joined: dict.fromkeys(LAYERS, Tally()) for joined in (False, True)}
    for example in documents:
        for row, _, _ in placed(example):
            words = tag(sentences(clean(row["text"]).text))
            gold = names_of(row["events"])
            for joined, total in totals.items():
                names = tagged(words, tagger, joined)
                for layer in LAYERS:
                    total[layer] += tally(gold, names, layer)
    return {
        layer: max((total[layer] for total in totals.values()), key=lambda t: t.f1)
        for layer in LAYERS
    }


def speeds(documents: Sequence[Annotated], tags: dict[str, Tag]) -> dict[str, float]:
    """Characters of clean text a second, the best of some rounds, each program in turn."""
    taken: list[Annotated] = []
    pieces: list[str] = []
    for d in sorted(documents, key=lambda d: -len(d.document.text)):
        more = sentences(clean(d.document.text).text)
        if not taken or sum(map(len, pieces)) + sum(map(len, more)) <= LONGEST:
            taken.append(d)
            pieces += more

    def own() -> None:
        for d in taken:
            found_in(d.document)

    runs: dict[str, Callable[[], object]] = {OURS: own}
    runs |= {name: partial(tag, pieces) for name, tag in tags.items()}
    own()  # loads the lexicon; `taggers.start` has done as much for the others
    spent = dict.fromkeys(runs, 0.0)
    fastest = dict.fromkeys(runs, math.inf)
    for _ in range(ROUNDS):
        for name, run in runs.items():
            if spent[name] < ENOUGH:
                forget()
                begin = time.perf_counter()
                run()
                took = time.perf_counter() - begin
                spent[name] += took
                fastest[name] = min(fastest[name], took)
    return {name: sum(map(len, pieces)) / took for name, took in fastest.items()}


def line(name: str, scores: dict[str, Tally], speed: float) -> str:
    """One row of the table: precision, recall and F1 of every layer, characters a second."""
    cells = [f"{s.precision:.3f} / {s.recall:.3f} / **{s.f1:.3f}**" for s in scores.values()]
    return f"| {name} | {' | '.join(cells)} | {speed:,.0f} |"


def main() -> None:
    documents = annotated()
    tags: dict[str, Tag] = {}
    absent: list[Absent] = []
    for tagger in TAGGERS:
        print(f"starting {tagger.name}", file=sys.stderr, flush=True)
        tag = start(tagger)
        if isinstance(tag, Absent):
            absent.append(tag)
        else:
            tags[tagger.name] = tag
    speed = speeds(documents, tags)
    for group in dict.fromkeys(d.group for d in documents):
        own = [d for d in documents if d.group == group]
        print(f"scoring {group}", file=sys.stderr, flush=True)
        print(f"\n{group}: {len(own)} texts, {sum(len(d.gold) for d in own)} entries\n")
        print(
            "| program | persons P / R / F1 | bodies | places | characters a second (all texts) |"
        )
        print("|---|---|---|---|--:|")
        print(line(OURS, own_scores(own), speed[OURS]))
        for tagger in TAGGERS:
            if tagger.name in tags:
                scores = tagger_scores(own, tagger, tags[tagger.name])
                print(line(tagger.name, scores, speed[tagger.name]))
    print("\nNot compared:")
    for one in (*absent, *FAIL):
        print(f"- {one.name}: {one.reason}")


if __name__ == "__main__":
    main()
