"""Bytes to text: which encoding a Chinese file is in, told without guessing from its name."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from extractors.lexicon import words

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NARROW = ("gb18030", "big5", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be")
_SAMPLE = 200_000
_LEAST = 0.2
"""The least share of common characters that makes a reading credible; wrong ones stay below 0.1."""


class Undecodable(ValueError):
    """The bytes are no text: ``binary`` tells a file of another kind from a damaged text."""

    def __init__(self, binary: bool) -> None:
        super().__init__("binary data" if binary else "text in no known encoding")
        self.binary = binary


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Characters and marks that fill real Chinese text, in either script."""
    return frozenset("".join(words("common_characters")) + "，。、；：“”《》（）·—…〇△\u3000")


def _credit(text: str) -> float:
    """How much a text reads like Chinese: the share of common characters, less impossible ones."""
    counts = Counter(text)
    beyond = {c: n for c, n in counts.items() if c >= "\u0080"}
    total = sum(beyond.values())
    if not total:
        return 0.0
    common = sum(n for c, n in beyond.items() if c in _common())
    odd = sum(
        n
        for c, n in counts.items()
        if "\ue000" <= c <= "\uf8ff"
        or "\u0080" <= c <= "\u009f"
        or (c < " " and c not in "\t\r\n\f")
    )
    return (common - 2 * odd) / total


def _best(data: bytes, encodings: Iterable[str]) -> tuple[str, str] | None:
    """The most credible reading in these encodings; None where none is credible."""
    readings: list[tuple[float, str, str]] = []
    for name in encodings:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        credit = 1.0 if text.isascii() and "\0" not in text else _credit(text[:_SAMPLE])
        readings.append((credit, text, name))
    best = max(readings, key=lambda reading: reading[0], default=(0.0, "", ""))
    return best[1:] if best[0] >= _LEAST else None


def decode(data: bytes) -> tuple[str, str]:
    """The text of these bytes and the name of its encoding; a byte order mark is no part of it.

    A byte order mark decides; then strict UTF-8; then, of GB18030, Big5 and bare UTF-16, the
    reading with the larger share of common characters (a Chinese text read in the wrong one is a
    row of rare characters). Line ends stay as they are. Raises Undecodable.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name), name
            except UnicodeDecodeError as error:
                raise Undecodable(binary=False) from error
    if b"\0" in data:
        found = _best(data, _WIDE) if len(data) % 2 == 0 else None
        if found is not None:
            return found
        if 1000 * data.count(0) > len(data):
            raise Undecodable(binary=True)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        found = _best(data, (*_NARROW, *_WIDE))
    if found is None:
        unseen = sum(byte < 9 or 13 < byte < 32 for byte in data[:_SAMPLE])
        raise Undecodable(binary=unseen > len(data[:_SAMPLE]) // 100)
    return found
