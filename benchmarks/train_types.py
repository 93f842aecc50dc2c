"""Train the model of types on lines written for it, and see what it adds to the rules.

    python -m benchmarks.train_types [GOLD…] [-o extractors/models/types.crfsuite]

`benchmarks/type_lines.tsv` holds invented lines, each behind its type; the model sees nothing else.
For each GOLD (one JSON object a line, see `graph
evaluate`; the first event of an entry counts) it is printed how many types the rules alone get,
and how many rules and model together. Same lines, same model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from extractors.language.kinds import decide
from extractors.language.type_model import features, opened, together
from extractors.reading.clean import clean

C1, C2 = 0.05, 0.4
"""Regularisation, absolute and squared; without the first the file is twice as large."""
TWICE = 2
"""Only features that so many lines show are learnt: the others say nothing and double the file."""
SHIPPED = Path("extractors/models/types.crfsuite")
WRITTEN = Path(__file__).with_name("type_lines.tsv")
Telling = tuple[str, str, str]
"""Type, text and place of the chronicle."""


def annotated(gold: Path) -> list[Telling]:
    """The entries of a file of annotations by the type of their first event."""
    rows = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line]
    return [
        (row["events"][0]["type"], clean(row["text"]).text, row["context"].get("place") or "")
        for row in rows
        if row["events"]
    ]


def written() -> list[tuple[str, str]]:
    """The lines that were written for this: type and text."""
    lines = WRITTEN.read_text("utf-8").splitlines()
    return [(kind, clean(text).text) for kind, text in (line.split("\t") for line in lines)]


def train(lines: Sequence[tuple[str, str]], path: Path) -> None:
    """A model of maximum entropy: a chain whose sequences have one item each."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": 150, "feature.minfreq": TWICE})
    for kind, text in lines:
        trainer.append([features(text)], [kind])
    trainer.train(str(path))


def check(golds: Sequence[Path], path: Path) -> None:
    """Print for each file what the rules alone and rules and model together get right."""
    model = opened(path)
    for gold in golds:
        tests = annotated(gold)
        rules = both = 0
        for kind, text, place in tests:
            guess, sure = decide(text, "", place)
            rules += guess == kind
            both += together(model, guess, sure, text) == kind
        named, count = f"{gold.parent.name}/{gold.name}", len(tests)
        print(f"{named}: {count} entries, rules {rules / count:.3f}, both {both / count:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the model of types.")
    parser.add_argument("gold", type=Path, nargs="*", help="Annotated files to test it on.")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED)
    options = parser.parse_args()
    train(written(), options.output)
    check(options.gold, options.output)


if __name__ == "__main__":
    main()
