"""What the benchmarks share: the annotated documents, and which facts found in them are right.

Two groups of documents are told apart. Those that the rules were *developed on* (the five whole
documents, genres 01 to 16) and *unseen* ones (the project's own seeds, whose gold was written
without the extractor, and genres 17 to 32), on which a figure says more about documents elsewhere.
Where ``shared/`` is not beside the checkout, only the seeds are there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

from extractors.jsonl import to_json
from extractors.language.confidence import Judge, calibrated
from extractors.pipeline import extract
from extractors.reading.sources import Document, Hints, read_sources
from graph.evaluate import aligned, load_gold, plain, same_body, short_body, sources_of

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
_DEVELOPED_GENRES = 16
_LOADERS = 16
"""Caches of more results than this hold texts, smaller ones what was loaded."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Annotated:
    """One document with the gold rows of its entries."""

    document: Document
    gold: tuple[Row, ...]
    group: str
    developed_on: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that was found: its kind (`confidence.KINDS`), its confidence, whether it is right."""

    kind: str
    confidence: float
    right: bool


def annotated(
    shared: Path = SHARED, seeds: Path = ROOT / "seeds", also: Sequence[Path] = ()
) -> list[Annotated]:
    """Every annotated document, in a fixed order; raises ValueError where one cannot be read.

    ``also`` are further folders, each with a ``gold.jsonl`` and its texts under ``corpus``.
    """
    found = _group("seeds", seeds / "gold.jsonl", seeds)
    if (shared / "gold").is_dir():
        found += _group("five documents", shared / "gold", shared / "corpus")
        found += _group("genres", shared / "genres" / "gold.jsonl", shared / "genres" / "corpus")
    for folder in also:
        found += _group("further", folder / "gold.jsonl", folder / "corpus")
    return found


def _group(group: str, gold: Path, corpus: Path) -> list[Annotated]:
    rows = load_gold(gold)
    found = []
    for name in sources_of(rows):
        (document,) = read_sources([str(corpus / name)], Hints())
        if not isinstance(document, Document):
            raise ValueError(f"{name} of the {group} cannot be read: {document}")
        number = name[:2]
        developed = group == "five documents" or (
            group == "genres" and number.isdigit() and int(number) <= _DEVELOPED_GENRES
        )
        own = tuple(row for row in rows if Path(row["source"]).name == name)
        found.append(Annotated(document, own, group, developed))
    return found


def found_in(document: Document, judge: Judge = calibrated) -> list[dict[str, Any]]:
    """The records of a document as plain data."""
    return [to_json(record) for record in extract(document, judge=judge)]


def facts(example: Annotated, found: Sequence[Row]) -> Iterator[Fact]:
    """Every fact of the found rows that stands in an annotated entry, right or wrong."""
    texts = {example.document.name: example.document.text}
    for wanted, got in aligned(example.gold, found, texts):
        if got is not None:
            yield from _judged(wanted or {}, got)


def _judged(wanted: Row, got: Row) -> Iterator[Fact]:
    yield Fact("type", got["type_confidence"], wanted.get("type") == got["type"])
    dates = (wanted.get("date"), wanted.get("date_end") or wanted.get("date"))
    yield Fact("date", got["date_confidence"], dates == (got["date"], got["date_end"]))
    people = {plain(person["name"]): person for person in wanted.get("persons", ())}
    for person in got["persons"]:
        named = people.get(plain(person["name"]))
        yield Fact("person", person["confidence"], named is not None)
        for role in person["roles"]:
            held = any(_same_role(role, other) for other in (named or {}).get("roles", ()))
            yield Fact("role", role["confidence"], held)
        capacities = (named or {}).get("capacities", ())
        for name, sure in zip(person["capacities"], person["capacity_confidence"], strict=True):
            yield Fact("capacity", sure, name in capacities)
    for kind in ("organisation", "location", "document"):
        form = short_body if kind == "organisation" else plain
        right = {form(name) for name in wanted.get(f"{kind}s", ())}
        for mention in got["mentions"][f"{kind}s"]:
            yield Fact(kind, mention["confidence"], form(mention["name"]) in right)


def _same_role(one: Row, other: Row) -> bool:
    return plain(one["title"]) == plain(other["title"]) and same_body(
        one["organisation"], other["organisation"]
    )


def forget(loaded: bool = False) -> None:
    """Empty what the extractors keep of texts that they have read, so that a round is a first one.

    The loaders of the lexicon keep theirs, which are start-up, unless ``loaded`` says otherwise.
    """
    for name, module in sorted(sys.modules.items()):
        if name.startswith("extractors."):
            for value in vars(module).values():
                if isinstance(value, _lru_cache_wrapper):
                    size = value.cache_parameters()["maxsize"]
                    if loaded or (size is not None and size > _LOADERS):
                        value.cache_clear()
