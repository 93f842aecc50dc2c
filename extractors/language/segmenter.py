"""How sure a word begins, ends or stands at a place: a small spacy-pkuseg model of this domain.

The grammar of names and bodies leaves some boundaries open (谢海荣获: 谢海 or 谢海荣). There the
model is asked; it is loaded the first time and costs nothing where nothing is open. It is a linear
chain over five tags a character (spacy-pkuseg's own training and files, `benchmarks/
train_segmenter.py`, card in `extractors/models/segmenter.md`); what is answered here are its
marginal log odds (forward and backward sums over the sentence), not only its best cut.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from numpy.typing import NDArray

_MARKS = "。!?;\n"
_REACH = 40
"""Characters of context on each side that are read with a place; more changes nothing."""
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
    """The sums of one stretch: node scores and log alphas and betas (length x tags), edges
    (tags x tags, from x to), and the log of the whole."""

    nodes: Matrix
    edges: Matrix
    forward: Matrix
    backward: Matrix
    whole: float


@lru_cache(maxsize=1)
def load() -> Segmenter:
    """The model that is shipped. Raises FileNotFoundError where the package lacks it."""
    from spacy_pkuseg.feature_extractor import FeatureExtractor
    from spacy_pkuseg.model import Model

    with as_file(files("extractors").joinpath("models/segmenter")) as folder:
        if not (folder / "weights.npz").exists():
            raise FileNotFoundError(
                f"no segmentation model in {folder.name}: reinstall the package"
            )
        features = FeatureExtractor.load(str(folder))
        weights = Model.load(str(folder))
    weights.w = weights.w.astype(np.float64)
    return Segmenter(features, weights, dict(features.tag_to_idx))


def boundary(text: str, at: int) -> float:
    """Log odds that a word begins at ``at`` (an offset in ``text``), within ±12."""
    if at <= 0 or at >= len(text):
        return _LIMIT
    begin, lattice = _around(text, at)
    i = at - begin
    tags = load().tags
    total = lattice.forward[i] + lattice.backward[i] - lattice.whole
    return _odds(np.logaddexp(total[tags["B"]], total[tags["B_single"]]))


def word(text: str, start: int, end: int) -> float:
    """Log odds that ``text[start:end]`` is one whole word of its sentence, within ±12."""
    begin, lattice = _around(text, start)
    first, last = start - begin, end - begin
    if not 0 <= first < last <= len(lattice.nodes):
        return -_LIMIT
    path = _path(last - first, load().tags)
    score = lattice.forward[first, path[0]]
    for i, (a, b) in enumerate(zip(path, path[1:], strict=False), first + 1):
        score += lattice.edges[a, b] + lattice.nodes[i, b]
    if last == len(lattice.nodes):
        return _odds(score - lattice.whole)
    tags = load().tags
    after = [
        lattice.edges[path[-1], t] + lattice.nodes[last, t] + lattice.backward[last, t]
        for t in (tags["B"], tags["B_single"])
    ]
    return _odds(score + np.logaddexp(after[0], after[1]) - lattice.whole)


def cut(text: str) -> tuple[str, ...]:
    """The words of the likeliest cut; together they are the text."""
    from spacy_pkuseg.inference import run_viterbi

    if not text:
        return ()
    lattice = _lattice(text)
    model = load()
    names = {index: tag for tag, index in model.tags.items()}
    _, states = run_viterbi(lattice.nodes, lattice.edges)
    starts = [i for i, s in enumerate(states) if i == 0 or names[int(s)].startswith("B")]
    return tuple(text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


def _odds(log: float) -> float:
    """Log odds from the log of a probability."""
    log = min(float(log), -1e-9)
    return max(-_LIMIT, min(_LIMIT, log - math.log(-math.expm1(log))))


def _path(length: int, tags: dict[str, int]) -> list[int]:
    """The tags of one word."""
    if length == 1:
        return [tags["B_single"]]
    inner = ["I_first", *["I"] * (length - 3)] if length > 2 else []
    return [tags[tag] for tag in ("B", *inner, "I_end")]


def _around(text: str, at: int) -> tuple[int, Lattice]:
    """The offset and the lattice of the stretch of its sentence that is read with ``at``."""
    begin = max([at - _REACH, 0, *(text.rfind(m, 0, at) + 1 for m in _MARKS)])
    ends = [e for m in _MARKS if (e := text.find(m, at)) >= 0]
    return begin, _lattice(text[begin : min([at + _REACH, len(text), *ends])])


@lru_cache(maxsize=256)
def _lattice(text: str) -> Lattice:
    from spacy_pkuseg.inference import getLogYY

    model = load()
    characters = list(model.features.normalize_text(text))
    indices = [model.features.get_node_features_idx(i, characters) for i in range(len(characters))]
    size = model.weights.n_tag
    nodes, edges = getLogYY(indices, size, model.weights.n_feature * size, model.weights.w, 1.0)
    forward = np.empty_like(nodes)
    backward = np.zeros_like(nodes)
    forward[0] = nodes[0]
    for i in range(1, len(nodes)):
        forward[i] = _sum(forward[i - 1][:, None] + edges, 0) + nodes[i]
    for i in range(len(nodes) - 2, -1, -1):
        backward[i] = _sum(edges + (nodes[i + 1] + backward[i + 1])[None, :], 1)
    return Lattice(nodes, edges, forward, backward, float(_sum(forward[-1], 0)))


def _sum(values: Matrix, axis: int) -> Any:
    """Log of the sum of exponentials along an axis."""
    top = values.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis=axis))
