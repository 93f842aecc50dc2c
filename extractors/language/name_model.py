"""How likely a stretch is somebody's name: a small linear-chain CRF over characters.

The rules of `names` know what a name is made of and what may follow it; this model has seen how
names without posts stand in sentences. It is asked only where the rules leave a name open, loaded
the first time, and answers with log odds. Its features are characters near by and what the lexicon
says of them; `benchmarks/train_name_model.py` trains it, `extractors/models/names.md` is its card.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
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
    last = len(text) - 1
    before = ("^", "^", *text)  # the character two before i stands at i
    behind = (*text[1:], "$", "$")
    covered = _covered(text)
    after = [_REACH[len(follower(text, i))] for i in range(last + 1)] + ["0", "0"]
    surnames = ["0", "0", *map(_surname, text)]  # as with ``before``
    compound = lexicon().compound
    seen: list[list[str]] = []
    for i, c in enumerate(text):
        a, b, d = before[i], before[i + 1], behind[i]
        surname = "4" if text[i : i + 2] in compound else surnames[i + 2]
        row = [
            "c" + c,
            "l" + b,
            "r" + d,
            "L" + a + b,
            "R" + d + behind[i + 1],
            "b" + b + c,
            "n" + c + d,
            *_of_a_name(c, surname, surnames[i + 1], surnames[i], covered[i]),
            *_of_words(after[i], after[i + 1], after[i + 2]),
            *_of_posts(i in ends, i in inside, i + 1 in starts, surname),
            _BOUNDS[b in CLOSING or i == 0, d in CLOSING or i == last],
        ]
        if c >= "\u4e00":
            row.append(_PLACES[min(4, len(longest_name(text, i)))])
        seen.append(row)
    return seen


_REACH = ("0", "1", *"2" * 30)
_BOUNDS = {(left, right): f"m{left}{right}" for left in (True, False) for right in (True, False)}
_PLACES = tuple(f"k{length}" for length in range(5))


@lru_cache(maxsize=8192)
def _of_a_name(c: str, surname: str, above: str, beyond: str, part: str) -> tuple[str, ...]:
    """What a character can be in a name, by itself and behind those two and one before it."""
    first, second, single = _rounded(c)
    return (
        "s" + surname,
        "p" + above,
        "q" + beyond + above,
        "f" + first,
        "g" + second,
        "h" + single,
        "sf" + surname + above + first,
        "sg" + beyond + second,
        "w" + part,
        "ws" + part + surname,
    )


@cache
def _of_words(here: str, then: str, later: str) -> tuple[str, ...]:
    """Whether words that follow names begin at a character and the two behind it."""
    return "v" + here + then, "V" + then + later


@cache
def _of_posts(ends: bool, inside: bool, starts: bool, surname: str) -> tuple[str, ...]:
    """Whether a post ends before a character, holds it, or begins behind it."""
    return f"t{ends}{inside}{starts}", f"ts{ends}{surname}"


def _covered(text: str) -> list[str]:
    """Whether each character begins (B) or goes on with (I) an ordinary word, or is in none (O)."""
    ordinary = lexicon().ordinary
    parts = ["O"] * len(text)
    for i in range(len(text)):
        for n in (4, 3, 2):
            if text[i : i + n] in ordinary:
                for j in range(i, min(i + n, len(text))):
                    if parts[j] == "O":
                        parts[j] = "B" if j == i else "I"
                break
    return parts


@lru_cache(maxsize=4096)
def _surname(char: str) -> str:
    """How usual a surname the character is: 1 to 3, 0 where it is none."""
    return str(lexicon().single.get(char, 0))


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
