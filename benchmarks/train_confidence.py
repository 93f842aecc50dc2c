"""Fit the weights behind every confidence (extractors/lexicon/confidence.csv) on annotated entries.

    python -m benchmarks.train_confidence             fit, and say how held-out documents agree
    python -m benchmarks.train_confidence --write     write the weights as well
    python -m benchmarks.train_confidence --also FOLDER    fit on further annotated texts as well

Each kind of fact gets a logistic regression with a quadratic penalty on named evidence (what that
is, `extractors.language.confidence` says). Rules look better on the documents that they were
written from, so a term of its own, dropped from the file, takes up that difference. The other
documents have been scored again and again while the rules grew, so a right fact counts there, and
everywhere, as a little less than right (`ELSEWHERE`).
Needs ``shared/`` beside the checkout; without it only the seeds are used. The weights that are
shipped were fitted with 156 further texts of other places and decades, which are not redistributed.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.measure import ROOT, Annotated, Fact, annotated, facts, found_in
from extractors.language.confidence import KINDS, chance

OUTPUT = ROOT / "extractors" / "lexicon" / "confidence.csv"
DEVELOPED = "developed on"
ELSEWHERE = {
    "person": 0.02,
    "capacity": 0.07,
    "role": 0.06,
    "organisation": 0.10,
    "location": 0.12,
    "document": 0.02,
    "type": 0.03,
    "date": 0.05,
}
"""The share of facts, by kind, that is right here and would be wrong in a document nobody has
looked at.

Measured in November 2026 on 40 texts of other places and decades (375 entries) when nobody who
wrote rules had read them (the second half after errors of the first had been mended): of the
persons found there 97 in 100 were right, of the capacities 90, of the posts with their bodies 89,
of the bodies 83, of the places 83, of the types 92, of the dates 92.
"""
_PENALTY = 6.0
_DEVELOPED_PENALTY = 0.1
_LEAST_SEEN = 4
_STEPS = 50

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """A fact with its evidence; ``source`` is the document that it was found in."""

    source: str
    kind: str
    evidence: tuple[str, ...]
    right: bool
    developed_on: bool


def examples(documents: Sequence[Annotated]) -> Iterator[Example]:
    """Every found fact of the documents, with the evidence that its confidence is made from."""
    for one in documents:
        seen: list[tuple[str, ...]] = []

        def note(kind: str, evidence: Sequence[str], seen: list[tuple[str, ...]] = seen) -> float:
            """The number of the fact in the place of its confidence."""
            seen.append(tuple(evidence))
            return float(len(seen) - 1)

        for fact in facts(one, found_in(one.document, note)):
            evidence = seen[int(fact.confidence)]
            yield Example(one.document.name, fact.kind, evidence, fact.right, one.developed_on)


def fit(found: Sequence[Example]) -> Weights:
    """Weights of the evidence of one kind of fact, ``""`` the constant, by Newton's method."""
    counts: dict[str, int] = {}
    for example in found:
        for word in example.evidence:
            counts[word] = counts.get(word, 0) + 1
    words = sorted(w for w, n in counts.items() if _LEAST_SEEN <= n < len(found))
    columns = ["", DEVELOPED, *words]
    place = {word: i for i, word in enumerate(columns)}
    x = np.zeros((len(found), len(columns)))
    for row, example in zip(x, found, strict=True):
        row[0] = 1.0
        row[1] = example.developed_on
        for word in example.evidence:
            if word in place:
                row[place[word]] = 1.0
    y = np.array([(1 - ELSEWHERE[example.kind]) * example.right for example in found])
    # The constant is drawn towards no odds at all only as far as two facts would draw it.
    penalty = np.full(len(columns), _PENALTY, dtype=float)
    penalty[0], penalty[1] = 0.05, _DEVELOPED_PENALTY
    weights = np.zeros(len(columns))
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (y - p) - penalty * weights
        curve = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        step /= max(1.0, np.abs(step).max())  # where nearly all are right a full step runs away
        weights += step
        if np.abs(step).max() < 1e-9:
            break
    return dict(zip(columns, weights.tolist(), strict=True))


def sureness(weights: Weights, evidence: Sequence[str]) -> float:
    """What `confidence.calibrated` would say with these weights (without its limits)."""
    return chance(sum(weights.get(word, 0.0) for word in ("", *evidence)))


def held_out(found: Sequence[Example]) -> Iterator[tuple[Example, float]]:
    """Each fact of an unseen document with the confidence that all other documents give it."""
    for source in dict.fromkeys(e.source for e in found if not e.developed_on):
        for kind in KINDS:
            rest = [e for e in found if e.kind == kind and e.source != source]
            if not rest:
                continue
            weights = fit(rest)
            for example in found:
                if example.source == source and example.kind == kind:
                    yield example, sureness(weights, example.evidence)


def held_out_facts(found: Sequence[Example]) -> list[Fact]:
    """`held_out` as facts, within the limits of `confidence.calibrated`."""
    return [Fact(e.kind, min(max(p, 0.01), 0.99), e.right) for e, p in held_out(found)]


def write(weights: dict[str, Weights], path: Path) -> None:
    """One row a weight, in a fixed order, four digits; nothing that counts as nothing."""
    lines = ["fact,evidence,weight"]
    for kind in KINDS:
        for word, weight in sorted(weights.get(kind, {}).items()):
            if word != DEVELOPED and abs(weight) >= 0.005:
                lines.append(f"{kind},{word},{weight:.2f}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    from benchmarks.reliability import table

    parser = argparse.ArgumentParser(description="Fit the weights behind every confidence.")
    parser.add_argument("--write", action="store_true", help="write them into the lexicon")
    parser.add_argument("--also", type=Path, action="append", default=[], metavar="FOLDER",
                        help="a folder with a gold.jsonl and its texts under corpus")  # fmt: skip
    options = parser.parse_args()
    found = list(examples(annotated(also=options.also)))
    print(table(held_out_facts(found)))
    if options.write:
        write({k: fit([e for e in found if e.kind == k]) for k in KINDS}, OUTPUT)


if __name__ == "__main__":
    main()
