"""Whether confidences mean what they say: of facts at 0.9, are nine in ten right?

    python -m benchmarks.reliability

Prints two tables. The first is of facts in unseen documents, each judged by weights that were
fitted on all *other* documents; the second of the weights as they are shipped, on every annotated
document. The error is the mean distance between confidence and share of right facts over the rows,
weighted by how many facts are in each; the Brier score is the mean squared distance of a confidence
from 1 (right) or 0 (wrong), beside that of giving every fact the share of its kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from benchmarks.measure import Fact
from extractors.language.confidence import KINDS

EDGES = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98)


def bins(found: Iterable[Fact]) -> list[tuple[float, float, list[Fact]]]:
    """Facts by confidence: (from, to, facts), lower edge included; empty ones left out."""
    edges = [0.0, *EDGES, 1.01]
    facts = list(found)
    parted = [
        (low, high, [f for f in facts if low <= f.confidence < high])
        for low, high in pairwise(edges)
    ]
    return [row for row in parted if row[2]]


def mean(found: Sequence[Fact]) -> float:
    """The mean confidence."""
    return sum(f.confidence for f in found) / len(found)


def share(found: Sequence[Fact]) -> float:
    """The part that is right."""
    return sum(f.right for f in found) / len(found)


def error(found: Sequence[Fact]) -> float:
    """The expected calibration error over `bins`."""
    return sum(len(f) * abs(mean(f) - share(f)) for _, _, f in bins(found)) / len(found)


def brier(found: Sequence[Fact]) -> float:
    """The Brier score of the confidences."""
    return sum((f.confidence - f.right) ** 2 for f in found) / len(found)


def table(found: Sequence[Fact]) -> str:
    """The reliability table, and a line for each kind of fact."""
    lines = ["| confidence | facts | mean confidence | right |", "|---|--:|--:|--:|"]
    for low, high, inside in bins(found):
        lines.append(
            f"| {low:.2f}–{min(high, 1):.2f} | {len(inside)} | {mean(inside):.3f} "
            f"| {share(inside):.3f} |"
        )
    lines += [
        "",
        "| fact | number | mean confidence | right | error | Brier | of the share alone |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for kind in ("all", *KINDS):
        own = [f for f in found if kind in ("all", f.kind)]
        if own:
            part = share(own)
            lines.append(
                f"| {kind} | {len(own)} | {mean(own):.3f} | {part:.3f} | {error(own):.3f} "
                f"| {brier(own):.3f} | {part * (1 - part):.3f} |"
            )
    return "\n".join(lines)


def main() -> None:
    from benchmarks.measure import annotated, facts, found_in
    from benchmarks.train_confidence import examples, held_out_facts

    documents = annotated()
    print("Unseen documents, weights fitted on the others:\n")
    print(table(held_out_facts(list(examples(documents)))))
    print("\nEvery annotated document, weights as shipped:\n")
    print(table([fact for one in documents for fact in facts(one, found_in(one.document))]))


if __name__ == "__main__":
    main()
