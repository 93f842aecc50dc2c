"""What type of happening a telling is of by its first sentence: a model of maximum entropy.

The rules of `kinds` know what single words mean and how they govern each other; this model has
seen which characters open and end the tellings of each type, and knows some that no list holds. It
sees no rule's answer, and the two are added: log odds of the model, and the rule's weight for its
type. `benchmarks/train_types.py` trains it, `extractors/models/types.md` is its card.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from typing import Any

HEAD, END = 25, 35
"""So many characters of the first sentence are read at its head, behind date and marks, and so
many at its end: between them stand as a rule the posts and names of those who take part."""

RULE = 1.7
"""What the weight of a rule counts for beside the log odds: chosen on all annotated chronicles,
none of which the model has seen."""

ENOUGH = 30
"""So many features say all that a telling can: those of a long sentence (every work that somebody
looked at) hang together, and would make the model too sure. Chosen likewise."""

LEAST = 0.35
"""A rule that finds nothing counts as one of this weight for ``other``."""

_ALIKE = {
    "inspection": ("inspection", "visit"),
    "visit": ("inspection", "visit", "signing"),
    "ceremony": ("ceremony", "project"),
}
"""Types that begin alike: whose patch it is that somebody looks at, and whether guests see a bridge
opened, the first sentence does not tell. Where a rule finds the first, it decides between them."""

_BEFORE = re.compile(r"[^一-龥A-Za-z“《]*(?:[年月日上中下旬午晚同是本当号—~至、,\d\s:]+(?=\S))?")
_DIGITS = re.compile(r"\d+")
_CLAUSE = re.compile("[,;:]")


def features(text: str) -> list[str]:
    """What the model sees of a telling: characters and pairs of its first sentence, the pairs of
    its first clause once more as such, how its first and its last clause end."""
    opened = _BEFORE.match(text)
    words = _DIGITS.sub("0", text[opened.end() if opened else 0 :].split("。", 1)[0])
    if len(words) > HEAD + END:
        words = words[:HEAD] + words[-END:]
    clauses = _CLAUSE.split(words)
    seen = {*words, *map("".join, pairwise(words))}
    first = {"1" + pair for pair in map("".join, pairwise(clauses[0]))}
    ends = ("e" + clauses[0][-1:], "f" + clauses[0][-2:], "l" + clauses[-1][-2:])
    return [*sorted(seen), *sorted(first), *ends]


def likelier(kind: str, sure: float, text: str) -> str:
    """The type of ``text`` that rule and model together make likeliest; ``kind`` and ``sure`` are
    the rule's answer and its weight (see `kinds.decide`)."""
    return together(_model(), kind, sure, text)


def together(model: Any, kind: str, sure: float, text: str) -> str:
    """The same by a model that `opened` gives."""
    seen = features(text)
    model.set([seen])
    alike = _ALIKE.get(kind, (kind,))
    either = sum(model.marginal(each, 0) for each in alike)
    if either >= 0.5:
        return kind  # no other can be likelier, whatever the rule counts for
    share = min(1.0, ENOUGH / len(seen))
    weights: dict[str, float] = {
        each: share * _log(model.marginal(each, 0)) for each in model.labels()
    }
    weights |= dict.fromkeys(alike, share * _log(either))
    weights[kind] += RULE * max(sure, LEAST)
    return max(sorted(weights), key=lambda each: weights[each])


def _log(chance: float) -> float:
    return math.log(max(chance, 1e-9))


def opened(path: Path) -> Any:
    """The tagger of a model file, for sequences of one item."""
    import pycrfsuite

    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


@lru_cache(maxsize=1)
def _model() -> Any:
    with as_file(files("extractors") / "models" / "types.crfsuite") as path:
        return opened(path)
