"""How sure a word begins, ends or stands at a place: a small spacy-pkuseg model of this domain.

The grammar of names and bodies leaves some boundaries open (谢海荣获: 谢海 or 谢海荣). There the
model is asked; it is loaded the first time and costs nothing where nothing is open. It is a linear
chain over five tags a character (spacy-pkuseg's own training and files, `benchmarks/
train_segmenter.py`, card in `extractors/models/segmenter.md`); what is answered here are its
marginal log odds (forward and backward sums over the sentence), not only its best cut.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MARKS = "。!?;,、\n"
_REACH = 16
"""Characters of context on each side that are read with a place; more changes next to nothing."""
_LIMIT = 12.0
"""Log odds beyond which the model's numbers say nothing more."""
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Segmenter:
    """A loaded model: features of characters, weights, and the index of each tag."""

    features: Any
    weights: Any
    tags: dict[str, int]


@dataclass(frozen=True, slots=True)
class Lattice:
    """The sums of one stretch of n characters: scores of tags (n x tags, as factors), of steps
    (tags x tags, from x to), forward and backward sums scaled to 1 a character, and the scales."""

    nodes: Matrix
    edges: Matrix
    forward: Matrix
    backward: Matrix
    scales: Matrix


@lru_cache(maxsize=1)
def load() -> Segmenter:
    """The model that is shipped.

    Raises FileNotFoundError where the package lacks it, ValueError where its files do not match.
    """
    from spacy_pkuseg.feature_extractor import FeatureExtractor
    from spacy_pkuseg.model import Model

    with as_file(files("extractors").joinpath("models/segmenter")) as folder:
        if not (folder / "weights.npz").exists():
            raise FileNotFoundError(
                f"no segmentation model in {folder.name}: reinstall the package"
            )
        features = FeatureExtractor.load(str(folder))
        weights = Model.load(str(folder))
    if weights.n_feature != len(features.feature_to_idx):
        raise ValueError(f"the two files of the model in {folder.name} do not belong together")
    weights.w = weights.w.astype(np.float64)
    return Segmenter(features, weights, dict(features.tag_to_idx))


def boundary(text: str, at: int) -> float:
    """Log odds that a word begins at ``at`` (an offset in ``text``), within ±12."""
    if at <= 0 or at >= len(text):
        return _LIMIT
    begin, lattice = _around(text, at)
    tags = load().tags
    likely = lattice.forward[at - begin] * lattice.backward[at - begin]
    return _odds(likely[tags["B"]] + likely[tags["B_single"]])


def word(text: str, start: int, end: int) -> float:
    """Log odds that ``text[start:end]`` is one whole word of its sentence, within ±12."""
    begin, lattice = _around(text, start)
    first, last = start - begin, end - begin
    if not 0 <= first < last <= len(lattice.nodes):
        return -_LIMIT
    tags = load().tags
    path = _path(last - first, tags)
    likely = lattice.forward[first, path[0]]
    for i, (a, b) in enumerate(itertools.pairwise(path), first + 1):
        likely *= lattice.edges[a, b] * lattice.nodes[i, b] / lattice.scales[i]
    if last < len(lattice.nodes):
        after = lattice.edges[path[-1]] * lattice.nodes[last] * lattice.backward[last]
        likely *= (after[tags["B"]] + after[tags["B_single"]]) / lattice.scales[last]
    return _odds(likely)


def cut(text: str) -> tuple[str, ...]:
    """The words of the likeliest cut; together they are the text."""
    from spacy_pkuseg.inference import run_viterbi

    if not text:
        return ()
    nodes, edges = _scores(text)
    begins = {load().tags["B"], load().tags["B_single"]}
    _, states = run_viterbi(nodes, edges)
    starts = [i for i, state in enumerate(states) if i == 0 or int(state) in begins]
    return tuple(text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


def _odds(likely: float) -> float:
    """Log odds of a chance."""
    likely = min(max(float(likely), 1e-9), 1 - 1e-9)
    return max(-_LIMIT, min(_LIMIT, math.log(likely / (1 - likely))))


def _path(length: int, tags: dict[str, int]) -> list[int]:
    """The tags of one word."""
    if length == 1:
        return [tags["B_single"]]
    inner = ["I_first", *["I"] * (length - 3)] if length > 2 else []
    return [tags[tag] for tag in ("B", *inner, "I_end")]


def _around(text: str, at: int) -> tuple[int, Lattice]:
    """The offset and the lattice of the stretch of its sentence that is read with ``at``."""
    least = max(0, at - _REACH)
    begin = max([least, *(text.rfind(m, least, at) + 1 for m in _MARKS)])
    ends = [e for m in _MARKS if (e := text.find(m, at, at + _REACH)) >= 0]
    return begin, _lattice(text[begin : min([at + _REACH, len(text), *ends])])


def _scores(text: str) -> tuple[Matrix, Matrix]:
    """Log scores of the tags of each character, and of the steps from tag to tag."""
    from spacy_pkuseg.inference import getLogYY

    model = load()
    characters = list(model.features.normalize_text(text))
    indices = [model.features.get_node_features_idx(i, characters) for i in range(len(characters))]
    size = model.weights.n_tag
    nodes, edges = getLogYY(indices, size, model.weights.n_feature * size, model.weights.w, 1.0)
    return nodes, edges


@lru_cache(maxsize=512)
def _lattice(text: str) -> Lattice:
    scores, steps = _scores(text)
    nodes = np.exp(scores - scores.max(axis=1, keepdims=True))
    edges = np.exp(steps - steps.max())
    forward, backward = np.empty_like(nodes), np.ones_like(nodes)
    scales = np.empty(len(nodes))
    now = nodes[0]
    for i in range(len(nodes)):
        if i:
            now = (now @ edges) * nodes[i]
        scales[i] = now.sum()
        now = forward[i] = now / scales[i]
    for i in range(len(nodes) - 2, -1, -1):
        backward[i] = edges @ (nodes[i + 1] * backward[i + 1]) / scales[i + 1]
    return Lattice(nodes, edges, forward, backward, scales)
