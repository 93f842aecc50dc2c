"""A second opinion on names where the rules leave open where one ends, or whether there is one.

The rules weigh by log odds; so do both models, and a share of their odds is added to the rules'.
The shares and the range in which the models are asked were chosen on names of held-out news and
the seeds (`benchmarks/ablate_names.py` shows what they add).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractors.language import name_model, segmenter
from extractors.language.names import Name

CLOSE = 3.0
"""Two ends of a name that weigh as alike as this are an open choice (log odds)."""
DOUBTFUL = (-1.5, 6.5)
"""The weights between which it is open whether there is a name at the head of a clause."""
BY_WORDS, BY_NAMES = 0.5, 0.75


def ended(text: str, options: Sequence[Name]) -> Name | None:
    """The likeliest of the names that begin at one place, the shorter first in ``options``.

    Where the best two are close the segmenter says which is a word; the weight stays the rules'.
    """
    ranked = sorted(options, key=lambda name: (-name.weight, name.end))
    if not ranked:
        return None
    if len(ranked) > 1 and ranked[0].weight > -3.0 and ranked[0].weight - ranked[1].weight < CLOSE:
        ranked.sort(key=lambda n: -n.weight - BY_WORDS * segmenter.word(text, n.start, n.end))
    return ranked[0]


def weighed(text: str, name: Name) -> Name:
    """The name with what the model of names thinks of it, where the rules doubt."""
    if not DOUBTFUL[0] <= name.weight < DOUBTFUL[1]:
        return name
    return replace(
        name, weight=name.weight + BY_NAMES * name_model.odds(text, name.start, name.end)
    )
