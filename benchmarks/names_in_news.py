"""Names without posts in news that no model was trained on: what each opinion adds.

    python -m benchmarks.names_in_news ARCHIVE

The two models of names were trained on nine files of ten of the archive; this reads the tenth. In
names_in_news.csv the language model that built this marked, in one reading, stretches at the heads
of clauses and in lists that the rules were unsure of (weights from -1 to 7, each string once): 1
where a person's name stands there whole, 0 where it is a place, a word or a part of a name. Offsets
are those of the tidied page, half-open;
page numbers count the archive's files from 0. Precision, recall and F1 are those of the stretches
that `people` finds, a page at a time, without memory and without a place.

The shares of the models were chosen in view of these scores: they are no untouched test.

Of names that are sure on their page (read there with a post) a second table tells how many of their
mentions are found with the right end, all and those that no file of the nine in ten names.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import silver
from benchmarks.train_names import texts
from extractors.language.people import people
from extractors.language.scope import scope_of

Span = tuple[int, int, int]
VARIANTS: dict[str, Mapping[str, object]] = {
    "rules alone": silver.ALONE,
    "rules and segmenter": {"DOUBTFUL": silver.ALONE["DOUBTFUL"]},
    "rules and model of names": {"BY_WORDS": 0.0},
    "all three": {},
}


def marked() -> tuple[set[Span], set[Span]]:
    """The stretches that are names and those that are none."""
    file = Path(__file__).with_name("names_in_news.csv")
    rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
    spans = {True: set[Span](), False: set[Span]()}
    for row in rows:
        spans[row["name"] == "1"].add((int(row["page"]), int(row["start"]), int(row["end"])))
    return spans[True], spans[False]


def sure_mentions(pages: Sequence[str], held: Sequence[int]) -> tuple[set[Span], set[Span]]:
    """Mentions of names that are sure on their held-out page, and those of names new there."""
    heard = {n for i, page in enumerate(pages) if i not in held for n in silver.readings(page)}
    every: set[Span] = set()
    fresh: set[Span] = set()
    for number in held:
        page = pages[number]
        names = {name for name, n in silver.readings(page).items() if n >= 2}
        for name in sorted(names):
            at = page.find(name)
            while at >= 0:
                if not any(
                    n != name and page.startswith(n, at) and n.startswith(name) for n in names
                ):
                    every.add((number, at, at + len(name)))
                    if name not in heard:
                        fresh.add((number, at, at + len(name)))
                at = page.find(name, at + 1)
    return every, fresh


def main() -> None:
    parser = argparse.ArgumentParser(description="What the models add on names without posts.")
    parser.add_argument("archive", type=Path)
    pages = [silver.tidy(page) for page in texts(parser.parse_args().archive)]
    held = list(range(0, len(pages), 10))
    real, other = marked()
    with silver.opinion():
        every, fresh = sure_mentions(pages, held)
    print("| | precision | recall | F1 | sure names | unheard-of |\n|---|--:|--:|--:|--:|--:|")
    for name, values in VARIANTS.items():
        with silver.opinion(values):
            found = {(n, p.start, p.end) for n in held for p in people(pages[n], scope_of(""))}
        right, wrong = len(found & real), len(found & other)
        precision, recall = right / max(1, right + wrong), right / len(real)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(
            f"| {name} | {precision:.3f} | {recall:.3f} | {f1:.3f} "
            f"| {len(found & every)}/{len(every)} | {len(found & fresh)}/{len(fresh)} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
