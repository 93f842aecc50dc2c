"""What every component and every source of knowledge adds: the score without each of them.

    python -m benchmarks.ablation

The first row is the score (F1 by layer, `graph evaluate`) of the whole pipeline on every annotated
document, the others how many points of a hundred it loses without one part of it. A component is
taken out of the spaCy pipeline, knowledge is replaced by none. Where `Off.values` name something in
a module, it stands there instead while the row is made.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from benchmarks.measure import Annotated, annotated, forget
from extractors import pipeline
from extractors.jsonl import to_json
from extractors.language.document import Memory, make_doc
from extractors.language.scope import Scope
from extractors.reading.clean import clean
from extractors.reading.entries import entries
from graph.evaluate import LAYERS, score

SHOWN = tuple(layer for layer in LAYERS if layer not in ("entry", "event"))
_NEVER = (float("inf"), float("inf"))


@dataclass(frozen=True, slots=True)
class Off:
    """A part to switch off: components by name, or values of modules (``module:name``)."""

    name: str
    components: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    memory: bool = True
    scope: bool = True


def parts() -> list[Off]:
    """Every part that can be switched off and leaves something to score."""
    gazetteer = importlib.import_module("extractors.language.gazetteer")
    names = "extractors.language.names"
    opinions = "extractors.language.opinions"
    titles = "extractors.language.titles"
    return [
        Off("the memory of the document", memory=False),
        Off("the place of the chronicle", scope=False),
        Off("the odds of given names", values={f"{names}:_given": lambda lex, given: 0.0}),
        Off("the words that follow names", values={f"{names}:follower": lambda text, at: ""}),
        Off("the segmenter", values={f"{opinions}:BY_WORDS": 0.0}),
        Off("the model of names", values={f"{opinions}:DOUBTFUL": _NEVER}),
        Off(
            "the model of types",
            values={"extractors.language.frames:likelier": lambda kind, sure, text: kind},
        ),
        Off("the modifiers of posts", values={f"{titles}:_modifiers": dict}),
        Off(
            "the gazetteer",
            values={
                "extractors.language.gazetteer:_index": lambda: gazetteer._Index({}, {}, {}, {}),
                "extractors.language.scope:of_character": lambda character, within=(): None,
            },
        ),
        *(
            Off(f"the component {name}", components=(name,))
            for name in pipeline.language().pipe_names
            if name not in ("frames", "people")
        ),
    ]


@contextmanager
def without(part: Off | None) -> Iterator[None]:
    """The pipeline without the part, and whole again afterwards."""
    if part is None:
        yield
        return
    forget(loaded=True)
    nlp = pipeline.language()
    for name in part.components:
        nlp.remove_pipe(name)
    before: list[tuple[Any, str, Any]] = []
    for place, value in part.values.items():
        module_name, _, name = place.partition(":")
        module = importlib.import_module(module_name)
        before.append((module, name, getattr(module, name)))
        setattr(module, name, value)
    try:
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)
        forget(loaded=True)


def records(example: Annotated, part: Off | None) -> list[dict[str, Any]]:
    """What `extractors.pipeline.extract` gives, with or without memory and place."""
    document, hints = example.document, example.document.hints
    found, _ = entries(
        document.name, document.text, clean(document.text),
        place=hints.place, year=hints.year, month=hints.month, title=hints.title,
    )  # fmt: skip
    around = pipeline.scopes_of(document, found)
    memory = Memory() if part and not part.memory else pipeline.remember(found, around)
    nlp = pipeline.language()
    rows = []
    for entry, own in zip(found, around, strict=True):
        scope = Scope() if part and not part.scope else own
        doc = pipeline.nlp_doc(nlp, make_doc(nlp, entry, scope, memory))
        rows.append(to_json(pipeline.record(doc)))
    return rows


def f1(documents: Sequence[Annotated], part: Off | None = None) -> dict[str, float]:
    """F1 by layer over the documents."""
    with without(part):
        found = [row for one in documents for row in records(one, part)]
    gold = [row for one in documents for row in one.gold]
    texts = {one.document.name: one.document.text for one in documents}
    tallies = score(gold, found, texts).tallies
    return {layer: tallies[layer].f1 for layer in SHOWN}


def main() -> None:
    documents = annotated()
    whole = f1(documents)
    print(f"| without | {' | '.join(SHOWN)} |")
    print(f"|---|{'--:|' * len(SHOWN)}")
    print(f"| (everything) | {' | '.join(f'{whole[layer]:.3f}' for layer in SHOWN)} |")
    for part in parts():
        rest = f1(documents, part)
        lost = [round(100 * (rest[layer] - whole[layer]), 1) for layer in SHOWN]
        cells = ["" if points == 0 else f"{points:+.1f}" for points in lost]
        print(f"| {part.name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
