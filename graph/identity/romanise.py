"""Names of persons in Pinyin, with the readings that surnames have."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_HAN = re.compile(r"[\u3400-\u9fff]")
_TONES = frozenset("\u0304\u0301\u030c\u0300")


@dataclass(frozen=True, slots=True)
class _Readings:
    single: Mapping[str, str]
    compound: Mapping[str, str]


@lru_cache(maxsize=1)
def _readings() -> _Readings:
    text = files("graph.identity").joinpath("surname_readings.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return _Readings(data["single"], data["compound"])


def compound_surname(name: str) -> str:
    """The surname of two characters that a name of three and more opens with, else nothing."""
    return name[:2] if len(name) > 2 and name[:2] in _readings().compound else ""


@lru_cache(maxsize=65536)
def pinyin_of(name: str, tones: bool = False) -> str:
    """Surname and given name, each one word: 单国强 is Shan Guoqiang, with tones Shàn Guóqiáng.

    The form is that of GB/T 28039-2011 (Chinese names in Pinyin; an apostrophe before a, e, o
    inside a word). The parts of a name joined by · stay parts; a name without Chinese characters
    is given back as it is. Readings of given names come from pypinyin.
    """
    if not _HAN.search(name):
        return name
    if "·" in name:
        words = [_word(_syllables(part)) for part in name.split("·") if part]
        return "·".join(words) if tones else _plain("·".join(words))
    readings = _readings()
    if double := compound_surname(name):
        surname, given = readings.compound[double].split(), name[2:]
    else:
        first = readings.single.get(name[0])
        surname, given = ([first] if first else _syllables(name[0])), name[1:]
    words = [_word(surname)] + ([_word(_syllables(given))] if given else [])
    return " ".join(words) if tones else _plain(" ".join(words))


def _syllables(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    found: list[str] = lazy_pinyin(text, style=Style.TONE)
    # 都 in a name is never the adverb dōu that dictionaries give first (阿不都).
    return ["dū" if character == "dōu" else character for character in found]


def _word(syllables: list[str]) -> str:
    parts = syllables[:1]
    for syllable in syllables[1:]:
        parts.append("'" + syllable if _plain(syllable)[:1] in ("a", "e", "o") else syllable)
    return "".join(parts).capitalize()


def _plain(text: str) -> str:
    """Without the four tone marks; the two dots of ü stay."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _TONES))
