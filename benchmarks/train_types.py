"""Train the model of types on annotated entries and on lines written for it.

    python -m benchmarks.train_types GOLD... [-o extractors/models/types.crfsuite] [--check]

GOLD are annotated files, one JSON object a line (see `graph evaluate`); of each entry the first
event counts. `benchmarks/type_lines.tsv` adds invented lines, its type before each. With --check
each file is held out in turn and it is printed how many of its types the rules alone get, and how
many rules and model together. Same files, same model.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from extractors.language.kinds import decide
from extractors.language.type_model import features, opened, together
from extractors.reading.clean import clean

C1, C2 = 0.05, 0.4
"""Regularisation, absolute and squared; without the first the file is twice as large."""
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


def written() -> list[Telling]:
    """The lines that were written for this."""
    lines = WRITTEN.read_text("utf-8").splitlines()
    return [(kind, clean(text).text, "") for kind, text in (line.split("\t") for line in lines)]


def train(tellings: Sequence[Telling], path: Path) -> None:
    """A model of maximum entropy: a chain whose sequences have one item each."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": C1, "c2": C2, "max_iterations": 150})
    for kind, text, _ in tellings:
        trainer.append([features(text)], [kind])
    trainer.train(str(path))


def check(golds: Sequence[Path]) -> None:
    """Print for each file what rules alone and rules with a model of the other files get right."""
    for held in golds:
        others = [telling for gold in golds if gold != held for telling in annotated(gold)]
        tests = annotated(held)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "types.crfsuite"
            train([*others, *written()], path)
            model = opened(path)
            rules = both = 0
            for kind, text, place in tests:
                guess, sure = decide(text, "", place)
                rules += guess == kind
                both += together(model, guess, sure, text) == kind
        named, count = f"{held.parent.name}/{held.name}", len(tests)
        print(f"{named}: {count} entries, rules {rules / count:.3f}, both {both / count:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the model of types.")
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED)
    parser.add_argument("--check", action="store_true", help="Hold out each file in turn.")
    options = parser.parse_args()
    if options.check:
        check(options.gold)
    else:
        train([*written(), *(t for gold in options.gold for t in annotated(gold))], options.output)


if __name__ == "__main__":
    main()
