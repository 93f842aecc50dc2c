"""How likely a stretch is somebody's name: a small linear-chain CRF over characters.

The rules of `names` know what a name is made of and what may follow it; this model has seen how
names without posts stand in sentences. It is asked only where the rules leave a name open, loaded
the first time, and answers with log odds. Its features are characters near by and what the lexicon
says of them; `benchmarks/train_name_model.py` trains it, `extractors/models/names.md` is its card.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

from extractors.language.gazetteer import longest_name
from extractors.language.names import CLOSING, follower, lexicon
from extractors.language.titles import titles

_MARKS = "。!?;\n"
_LEFT, _RIGHT = 10, 9
"""Characters of context before and from its start that are read with a name."""
LIMIT = 8.0
"""Log odds beyond which the model's numbers say nothing more."""


def features(text: str) -> list[list[str]]:
    """What the model sees of each character of a stretch, in order."""
    heads = titles(text)
    starts, ends = {t.start for t in heads}, {t.end for t in heads}
    inside = {i for t in heads for i in range(t.start, t.end)}
    known = lexicon()
    padded = f"^^{text}$$"
    covered: dict[int, str] = {}
    after: list[str] = []
    for i in range(len(text)):
        for n in (4, 3, 2):
            if text[i : i + n] in known.ordinary:
                for j in range(i, i + n):
                    covered.setdefault(j, "B" if j == i else "I")
                break
        after.append("012"[min(2, len(follower(text, i)))])
    after += ["0", "0"]
    seen: list[list[str]] = []
    for i, c in enumerate(text):
        a, b, d, e = padded[i], padded[i + 1], padded[i + 3], padded[i + 4]
        first, second, single = _rounded(c)
        before = known.single.get(b, 0) if i else 0
        earlier = known.single.get(a, 0) if i > 1 else 0
        surname = 4 if text[i : i + 2] in known.compound else known.single.get(c, 0)
        word_part = covered.get(i, "O")
        row = [
            "c" + c,
            "l" + b,
            "r" + d,
            "L" + a + b,
            "R" + d + e,
            "b" + b + c,
            "n" + c + d,
            f"s{surname}",
            f"p{before}",
            f"q{earlier}{before}",
            "f" + first,
            "g" + second,
            "h" + single,
            f"sf{surname}{before}{first}",
            f"sg{earlier}{second}",
            "w" + word_part,
            f"ws{word_part}{surname}",
            "v" + after[i] + after[i + 1],
            "V" + after[i + 1] + after[i + 2],
            f"t{i in ends}{i in inside}{i + 1 in starts}",
            f"ts{i in ends}{surname}",
            f"m{b in CLOSING or i == 0}{d in CLOSING or i + 1 == len(text)}",
        ]
        if c >= "\u4e00":
            place = longest_name(text, i)
            row.append(f"k{min(4, len(place))}")
        seen.append(row)
    return seen


@lru_cache(maxsize=4096)
def _rounded(char: str) -> tuple[str, str, str]:
    """The odds of a character in given names (first, second, alone), in whole numbers."""
    first, second, alone = lexicon().given.get(char, (0.0, 0.0, 0.0))
    return str(round(first)), str(round(second)), str(round(alone))


@lru_cache(maxsize=1)
def _tagger() -> Any:
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    with as_file(files("extractors").joinpath("models/names.crfsuite")) as path:
        if not path.exists():
            raise FileNotFoundError(f"no model of names at {path.name}: reinstall the package")
        tagger.open(str(path))
    return tagger


def odds(text: str, start: int, end: int) -> float:
    """Log odds that ``text[start:end]`` is exactly a person's name, within ±8."""
    begin = max(
        [start - _LEFT, 0, *(text.rfind(m, max(0, start - _LEFT), start) + 1 for m in _MARKS)]
    )
    stops = [at for m in _MARKS if (at := text.find(m, start, start + _RIGHT)) >= 0]
    window = text[begin : min([start + _RIGHT, len(text), *stops])]
    first, last = start - begin, end - begin
    if not 0 <= first < last <= len(window):
        return -LIMIT
    likely = min(max(_likely(window, first, last), 1e-6), 1 - 1e-6)
    return max(-LIMIT, min(LIMIT, math.log(likely / (1 - likely))))


@lru_cache(maxsize=1024)
def _likely(text: str, first: int, last: int) -> float:
    """The lesser of the chances that a name begins at ``first`` and that one ends at ``last``."""
    tagger = _tagger()
    tagger.set(features(text))
    return float(min(tagger.marginal("B", first), tagger.marginal("E", last - 1)))
