"""A second opinion on names where the rules leave open where one ends, or whether there is one.

The rules weigh by log odds; so do both models, and a share of their odds is added to the rules'.
The shares and the range in which the models are asked were chosen on names of held-out news and
the texts for development (`benchmarks/names_in_news.py` shows what they add). The models are
imported when first asked: a document that leaves nothing open does not load them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.language.names import Name

CLOSE = 3.0
"""Two ends of a name that weigh as alike as this are an open choice (log odds)."""
WORTH = -3.0
"""Below this weight a string is no name, wherever it may end."""
DOUBTFUL = (-1.5, 6.5)
"""The weights between which it is open whether a name stands at a place."""
BY_WORDS, BY_NAMES = 0.5, 0.75
PRIOR = 1.0
"""The model of names sees fewer of them than there are where the rules doubt."""


def ended(text: str, options: Sequence[Name]) -> Name | None:
    """The likeliest of the names that begin at one place; None where there are none.

    Where the best two are close the segmenter says which of them is a word; the weight that is
    handed on stays the rules'.
    """
    if len(options) < 2:
        return options[0] if options else None
    ranked = sorted(options, key=lambda name: (-name.weight, name.end))
    if ranked[0].weight > WORTH and ranked[0].weight - ranked[1].weight < CLOSE:
        from extractors.language import segmenter

        ranked.sort(key=lambda n: -n.weight - BY_WORDS * segmenter.word(text, n.start, n.end))
    return ranked[0]


def weighed(text: str, name: Name, inside: bool = False) -> Name:
    """The name with what the model of names thinks of it, where the rules doubt.

    ``inside`` says that the stretch lies in the name of a body: then the model may speak against
    a person's name, not for it (黄山 in 黄山指挥部).
    """
    if not DOUBTFUL[0] <= name.weight < DOUBTFUL[1]:
        return name
    from extractors.language import name_model

    opinion = PRIOR + BY_NAMES * name_model.odds(text, name.start, name.end)
    return name._replace(weight=name.weight + (min(opinion, 0.0) if inside else opinion))
