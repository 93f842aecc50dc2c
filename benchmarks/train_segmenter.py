"""Train the segmentation model from what the rules are sure of over an archive of news.

    python -m benchmarks.train_segmenter ARCHIVE [-o extractors/models/segmenter] [--lines N]

1. `benchmarks.silver` marks the names that are sure; most are swapped for drawn ones, so that
   names are learnt as a form and not by heart, and in some the word that follows is swapped for
   another that may follow names.
2. Words: the lexicon's, the word list that comes with spacy-pkuseg (as candidates only: a word
   that the archive does not use is not learnt), and runs of two to four characters of the archive
   that hold together (pointwise mutual information of every split) and whose neighbours vary
   (entropy on both sides). Their probabilities are counted in three rounds of the likeliest cut.
3. A line is cut at the edges of what is sure (names, posts, places, bodies, documents, dates,
   verbs after names), and in between by the likeliest cut. A long body is cut at its edges only.
4. `spacy_pkuseg.train` fits the model; weights that hardly say anything are dropped, the rest
   rounded, and both are written in spacy-pkuseg's own format.

One file in ten is held out (the first, the eleventh, ...): the score printed at the end is that of
words on lines of those, and of drawn names in them. Same archive and rules, same bytes. A model
that is written elsewhere than in the package is not scored.
"""

from __future__ import annotations

import argparse
import itertools
import math
import pickle
import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import srsly

from benchmarks import silver
from benchmarks.silver import Namer, Sentence
from benchmarks.train_names import texts
from extractors import lexicon
from extractors.language.body_names import names as bodies
from extractors.language.gazetteer import longest_name
from extractors.language.titles import titles

HAN = re.compile(r"[\u4e00-\u9fff]+")
_PIECE = re.compile(r"[\u4e00-\u9fff]+|[0-9]+(?:\.[0-9]+)?%?|[A-Za-z]+|.")
_DATE = re.compile(r"\d{1,4}年|\d{1,2}月|\d{1,2}[日号]")
_PAPER = re.compile(r"(?<=《)[^《》]+(?=》)")
_LONGEST = 5
LOOSE = frozenset("的了和与在是为从对将也都等及或把被向就以这各已")
"""Particles and conjunctions: what begins or ends with one is no new word."""
ENTROPY, COHESION, OFTEN = 1.6, 4.0, 60
SWAPPED, RETOLD = 0.85, 0.4
SHIPPED = Path("extractors/models/segmenter")
ROUNDING, SAYS_NOTHING = 32, 0.06


def vocabulary(lines: Sequence[str]) -> dict[str, float]:
    """Log probabilities of words, from three rounds of the likeliest cut of the lines."""
    grams = _grams(lines)
    likely = _lexicon() | {w for w in _wordlist() if grams[w] >= 8} | _cohering(grams)
    counts = Counter({w: grams[w] for w in likely if grams[w] > 0 and len(w) > 1})
    counts.update({c: grams[c] // 4 + 1 for c in grams if len(c) == 1})
    for _ in range(3):
        model = _logs(counts)
        counts = Counter({c: 1 for c in grams if len(c) == 1})
        for line in lines:
            for run in HAN.findall(line):
                counts.update(likeliest(run, model))
    return _logs(Counter({w: n for w, n in counts.items() if n > 2 or len(w) == 1}))


def _logs(counts: Counter[str]) -> dict[str, float]:
    whole = math.log(counts.total())
    return {word: math.log(n) - whole for word, n in counts.items()}


def _grams(lines: Iterable[str]) -> Counter[str]:
    grams: Counter[str] = Counter()
    for line in lines:
        for run in HAN.findall(line):
            for n in range(1, _LONGEST + 1):
                grams.update(run[i : i + n] for i in range(len(run) - n + 1))
    return Counter({g: n for g, n in grams.items() if n > 3 or len(g) == 1})


def _lexicon() -> set[str]:
    """Words of the lexicon that are words of the language too."""
    found: set[str] = set()
    for name in ("posts", "verbs_after_names", "not_names", "body_endings", "not_bodies"):
        found.update(word for word in lexicon.words(name) if HAN.fullmatch(word))
    return {word for word in found if len(word) <= _LONGEST}


def _wordlist() -> set[str]:
    """The word list inside spacy-pkuseg's wheel (MIT licence)."""
    import spacy_pkuseg

    file = Path(spacy_pkuseg.__file__).with_name("dicts") / "default.pkl"
    words = pickle.loads(file.read_bytes()).split("\n")
    return {word for word in words if HAN.fullmatch(word) and 2 <= len(word) <= _LONGEST}


def _cohering(grams: Counter[str]) -> set[str]:
    """Runs of two to four characters that hold together and whose neighbours vary."""
    left: dict[str, list[int]] = {}
    right: dict[str, list[int]] = {}
    for gram, n in grams.items():
        if len(gram) > 2:
            left.setdefault(gram[1:], []).append(n)
            right.setdefault(gram[:-1], []).append(n)
    whole = sum(n for g, n in grams.items() if len(g) == 1)

    def holds(gram: str) -> bool:
        n = grams[gram]
        least = min(n * whole / (grams[gram[:i]] * grams[gram[i:]]) for i in range(1, len(gram)))
        return math.log(least) > COHESION

    return {
        g
        for g, n in grams.items()
        if 2 <= len(g) <= 4
        and n >= OFTEN
        and holds(g)
        and g[0] not in LOOSE
        and g[-1] not in LOOSE
        and _entropy(left.get(g, [])) > ENTROPY
        and _entropy(right.get(g, [])) > ENTROPY
    }


def _entropy(counts: Sequence[int]) -> float:
    whole = sum(counts)
    return -sum(n / whole * math.log(n / whole) for n in counts)


def likeliest(run: str, model: dict[str, float]) -> list[str]:
    """The cut of a run of characters whose words are the likeliest together."""
    best = [0.0] + [-1e9] * len(run)
    back = [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - _LONGEST), end):
            log = model.get(run[start:end], -25.0 if end - start == 1 else -1e9)
            if best[start] + log > best[end]:
                best[end], back[end] = best[start] + log, start
    words: list[str] = []
    end = len(run)
    while end:
        words.append(run[back[end] : end])
        end = back[end]
    return words[::-1]


def swapped(sentence: Sentence, namer: Namer, after: Sequence[str]) -> Sentence:
    """The sentence with most of its names drawn anew, and in some another word after them."""
    parts: list[str] = []
    names: list[tuple[int, int]] = []
    at = done = 0
    for start, end in sentence.names:
        parts.append(sentence.text[done:start])
        at += start - done
        name = namer.name() if namer.chance() < SWAPPED else sentence.text[start:end]
        names.append((at, at + len(name)))
        parts.append(name)
        at += len(name)
        done = end
        word = next((w for n in (4, 3, 2) if (w := sentence.text[end : end + n]) in after), "")
        if word and namer.chance() < RETOLD:
            other = namer.pick(after)
            parts.append(other)
            at += len(other)
            done += len(word)
    return Sentence("".join(parts) + sentence.text[done:], tuple(names))


def cuts(sentence: Sentence, model: dict[str, float], verbs: frozenset[str]) -> list[str]:
    """The words of a line: fixed where something is sure, the likeliest in between."""
    text = sentence.text
    whole = dict(sentence.names)
    edges = {0, len(text)}
    for start, end in whole.items():
        edges |= {start, end}
        word = next((w for n in (4, 3, 2) if (w := text[end : end + n]) in verbs), "")
        edges.add(end + len(word))

    def free(start: int, end: int) -> bool:
        return not any(a < end and start < b for a, b in whole.items())

    for body in bodies(text):
        if free(body.start, body.end):
            edges |= {body.start, body.end}
    for match in (*_PAPER.finditer(text), *_DATE.finditer(text)):
        if free(*match.span()):
            edges |= set(match.span())
    for title in titles(text):
        if free(title.start, title.end):
            edges |= {title.start, title.end, title.end - len(title.head)}
    for at in range(len(text)):
        place = longest_name(text, at) if text[at : at + 1] >= "\u4e00" else ""
        if len(place) >= 3 and free(at, at + len(place)):
            edges |= {at, at + len(place)}
    words: list[str] = []
    marks = sorted(edges)
    for start, end in itertools.pairwise(marks):
        if whole.get(start) == end:
            words.append(text[start:end])
            continue
        for piece in _PIECE.findall(text[start:end]):
            words += likeliest(piece, model) if HAN.match(piece) else [piece]
    return words


def train(lines: Sequence[str], tests: Sequence[str], folder: Path, rounds: int) -> None:
    """Fit with spacy-pkuseg; the folder then holds features.msgpack and weights.npz."""
    import spacy_pkuseg
    from spacy_pkuseg.config import config

    config.featureTrim = 2
    random.seed(1)
    with tempfile.TemporaryDirectory() as scratch:
        train_file, test_file = Path(scratch) / "train.txt", Path(scratch) / "test.txt"
        train_file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        test_file.write_text("\n".join(tests) + "\n", encoding="utf-8")
        spacy_pkuseg.train(str(train_file), str(test_file), str(folder), train_iter=rounds)


def shrink(folder: Path, output: Path) -> None:
    """Drop features whose weights say next to nothing, round the rest, write both to ``output``."""
    data: dict[str, Any] = dict(srsly.read_msgpack(folder / "features.msgpack"))
    stored = np.load(folder / "weights.npz")
    size, count = (int(n) for n in stored["sizes"])
    weights = np.round(stored["w"] * ROUNDING) / ROUNDING
    table = weights[: size * count].reshape(count, size)
    # The first feature is every character's; its index is fixed inside spacy-pkuseg.
    kept = [
        f
        for f, i in sorted(data["feature_to_idx"].items(), key=lambda item: item[1])
        if i == 0 or np.abs(table[i]).max() > SAYS_NOTHING
    ]
    rows = [data["feature_to_idx"][f] for f in kept]
    data["feature_to_idx"] = {f: i for i, f in enumerate(kept)}
    words = {f.split(".", 1)[1] for f in kept if f.startswith(("w1.", "w-1."))}
    pairs = {f.split(".", 2)[2] for f in kept if f.startswith("ww.")}
    for pair in pairs:
        words |= {w for w in pair.split("*") if w and w != "noWord"}
    data["unigram"] = sorted(words & set(data["unigram"]))
    data["bigram"] = sorted(pairs & set(data["bigram"]))
    srsly.write_msgpack(output / "features.msgpack", data)
    packed = np.concatenate([table[rows].ravel(), weights[size * count :]]).astype(np.float16)
    np.savez_compressed(output / "weights.npz", sizes=np.array([size, len(kept)]), w=packed)


def evaluate(tests: Sequence[tuple[Sentence, list[str]]]) -> Iterator[str]:
    """How well the shipped model cuts the held-out lines, and the names in them."""
    from extractors.language import segmenter

    right = made = asked = names = whole = 0
    for sentence, words in tests:
        gold, ours = _spans(words), _spans(segmenter.cut(sentence.text))
        right, made, asked = right + len(gold & ours), made + len(ours), asked + len(gold)
        names += len(sentence.names)
        whole += sum(span in ours for span in sentence.names)
    p, r = right / made, right / asked
    yield f"words: {asked}, precision {p:.3f}, recall {r:.3f}, F1 {2 * p * r / (p + r):.3f}"
    yield f"names cut as one word: {whole} of {names} ({whole / names:.1%})"


def _spans(words: Iterable[str]) -> set[tuple[int, int]]:
    spans, at = set(), 0
    for word in words:
        spans.add((at, at + len(word)))
        at += len(word)
    return spans


def chosen(pages: Sequence[str], count: int, namer: Namer) -> list[Sentence]:
    """A third of the lines with names, a third without, spread over all the pages, and a third from
    the grammar of chronicles."""
    with silver.opinion():
        every = list(silver.sentences(pages))
    after = [w for w in lexicon.words("verbs_after_names") if len(w) in (2, 3, 4)]
    drawn: list[Sentence] = []
    for group, share in (
        ([s for s in every if s.names], count // 3),
        ([s for s in every if not s.names], count // 3),
    ):
        step = max(1, len(group) // max(1, share))
        drawn += [swapped(s, namer, after) for s in group[::step][:share]]
    drawn += [namer.line() for _ in range(count // 3)]
    return [s for s in drawn if " " not in s.text]


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the segmentation model.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED)
    parser.add_argument("--lines", type=int, default=9000)
    parser.add_argument("--rounds", type=int, default=6)
    options = parser.parse_args()
    pages = [silver.tidy(page) for page in texts(options.archive)]
    kept = [page for i, page in enumerate(pages) if i % 10]
    held = [page for i, page in enumerate(pages) if i % 10 == 0]
    model = vocabulary(kept[::6])
    print(f"{len(model)} words")
    verbs = frozenset(w for w in lexicon.words("verbs_after_names") if len(w) >= 2)
    lines = [" ".join(cuts(s, model, verbs)) for s in chosen(kept, options.lines, Namer(1, kept))]
    tests = [(s, cuts(s, model, verbs)) for s in chosen(held, 600, Namer(2, held))]
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as fresh:
        train(lines, [" ".join(words) for _, words in tests], Path(fresh), options.rounds)
        shrink(Path(fresh), options.output)
    if options.output == SHIPPED:
        print(*evaluate(tests), sep="\n")


if __name__ == "__main__":
    main()
