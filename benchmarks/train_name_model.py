"""Train the model of names (a CRF) on sentences of an archive of news whose names are sure.

    python -m benchmarks.train_name_model ARCHIVE [-o extractors/models/names.crfsuite] [--lines N]

The sentences are those of `benchmarks.silver`. Most names are swapped for drawn ones, so that the
form of names is learnt and not the few that fill the news; from some the post before them is taken
away, so that names are learnt without posts. One file in ten is held out; on its sentences, with
other drawn names, precision and recall are printed for names with a post before them and without.
Same archive and rules, same bytes. A model that is written elsewhere than in the package is not
scored.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycrfsuite

from benchmarks import silver
from benchmarks.silver import Namer, Sentence
from benchmarks.train_names import texts
from benchmarks.train_segmenter import swapped
from extractors import lexicon
from extractors.language.name_model import features, odds
from extractors.language.names import CLOSING
from extractors.language.titles import titles

STRIPPED = 0.5
SHIPPED = Path("extractors/models/names.crfsuite")


def stripped(sentence: Sentence, namer: Namer) -> Sentence:
    """The sentence without the posts before some of its names, back to the mark before them."""
    text, names = sentence.text, list(sentence.names)
    for index in range(len(names) - 1, -1, -1):
        start = names[index][0]
        if not any(t.end == start for t in titles(text[:start])) or namer.chance() >= STRIPPED:
            continue
        floor = names[index - 1][1] if index else 0
        at = start
        while at > floor and text[at - 1] not in CLOSING:
            at -= 1
        text = text[:at] + text[start:]
        names[index:] = [(a - start + at, b - start + at) for a, b in names[index:]]
    return Sentence(text, tuple(names))


def labels(sentence: Sentence) -> list[str]:
    """B, M, E for the characters of a name, O for the others."""
    tags = ["O"] * len(sentence.text)
    for start, end in sentence.names:
        tags[start:end] = ["B", *["M"] * (end - start - 2), "E"]
    return tags


def chosen(pages: Sequence[str], count: int, namer: Namer) -> list[Sentence]:
    """A third of the sentences with names, a third without, spread over all the pages, and a third
    from the grammar of chronicles."""
    with silver.opinion():
        every = list(silver.sentences(pages))
    after = [w for w in lexicon.words("verbs_after_names") if len(w) in (2, 3, 4)]
    drawn: list[Sentence] = []
    for group in ([s for s in every if s.names], [s for s in every if not s.names]):
        step = max(1, 3 * len(group) // count)
        drawn += [stripped(swapped(s, namer, after), namer) for s in group[::step][: count // 3]]
    return drawn + [namer.line() for _ in range(count // 3)]


def evaluate(tests: Sequence[Sentence]) -> Iterator[str]:
    """Names of held-out sentences found and missed, apart for those with a post before them."""
    tally = {True: [0, 0], False: [0, 0]}
    false = 0
    for sentence in tests:
        ends = {t.end for t in titles(sentence.text)}
        real = set(sentence.names)
        for start in range(len(sentence.text) - 1):
            for end in (start + 2, start + 3, start + 4):
                if end > len(sentence.text):
                    continue
                found = odds(sentence.text, start, end) > 0
                if (start, end) in real:
                    tally[start in ends][0] += found
                    tally[start in ends][1] += 1
                else:
                    false += found
    right = sum(found for found, _ in tally.values())
    yield f"precision {right / (right + false):.3f} ({false} false)"
    for post, (found, asked) in tally.items():
        yield f"recall {'after a post' if post else 'without a post'}: {found}/{asked}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the model of names.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED)
    parser.add_argument("--lines", type=int, default=20000)
    options = parser.parse_args()
    pages = [silver.tidy(page) for page in texts(options.archive)]
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.3, "c2": 0.02, "max_iterations": 80, "feature.minfreq": 3})
    kept = [page for i, page in enumerate(pages) if i % 10]
    held = [page for i, page in enumerate(pages) if i % 10 == 0]
    for sentence in chosen(kept, options.lines, Namer(3, kept)):
        trainer.append(features(sentence.text), labels(sentence))
    trainer.train(str(options.output))
    if options.output == SHIPPED:
        print(*evaluate(chosen(held, 1500, Namer(4, held))), sep="\n")


if __name__ == "__main__":
    main()
