"""Traditional script made simplified, and the pinyin that some pages put after a character."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from extractors.lexicon import columns
from extractors.reading.characters import HAN
from extractors.reading.offsets import CleanText

if TYPE_CHECKING:
    from opencc import OpenCC

_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿêếềü"
_LATIN = f"a-zɡ{_TONED}"
_GLOSS = re.compile(
    rf"(?<=[{HAN}])(?:[ ]?[(（][ ]?"
    rf"(?P<sounds>[{_LATIN}]{{1,7}}(?:[ '’·-]?[{_LATIN}]{{1,7}}){{0,7}})"
    r"[ ]?[)）]){1,2}",  # 產(chǎn)(chǎn): some pages have it twice
    re.IGNORECASE,
)
_LETTERS_IN_BRACKETS = re.compile(rf"[(（][ ]?[{_LATIN}]", re.IGNORECASE)
_ZHE = re.compile("(?<![显专名编原土论卓昭巨遗译合拙大新旧所])著(?![名作称述录书者有])")
MOSTLY = 0.5
"""The share of telling characters above which a text counts as traditional."""


@lru_cache(maxsize=1)
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only one script uses: (traditional, simplified), as OpenCC's tables say."""
    old = frozenset(c for row in columns("scripts") if row[1] == "traditional" for c in row[0])
    new = frozenset(c for row in columns("scripts") if row[1] == "simplified" for c in row[0])
    return old, new


def traditional_share(text: str) -> tuple[float, int]:
    """How much of the telling characters is traditional (0 to 1), and how many those are."""
    old, new = _telling()
    if old.isdisjoint(text):
        return 0.0, 0
    counts = Counter(text)
    traditional = sum(counts[character] for character in old.intersection(counts))
    simplified = sum(counts[character] for character in new.intersection(counts))
    return traditional / max(1, traditional + simplified), traditional


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC  # few texts need it

    return OpenCC("t2s")


def _simplify(text: str) -> str:
    """The text in simplified characters, one for one; a line that OpenCC lengthens goes singly."""
    converter = _converter()
    lines = []
    for line in text.split("\n"):
        simple = converter.convert(line)
        if len(simple) != len(line):
            singly = [converter.convert(character) for character in line]
            pairs = zip(singly, line, strict=True)
            simple = "".join(new if len(new) == 1 else old for new, old in pairs)
        lines.append(simple)
    return _ZHE.sub("着", "\n".join(lines))


def simplified(clean: CleanText) -> CleanText:
    """Simplified characters where the text really is in traditional script.

    Judged over the document, so that 乾, 著 or 於 in a simplified text's names stay; in a text
    that mixes both, line by line.
    """
    share, count = traditional_share(clean.text)
    if not count:
        return clean
    if share >= MOSTLY:
        return clean.respell(_simplify(clean.text))
    if count < 6:
        return clean
    lines = clean.text.split("\n")
    for number, line in enumerate(lines):
        own, found = traditional_share(line)
        if own >= MOSTLY and found >= 6:
            lines[number] = _simplify(line)
    return clean.respell("\n".join(lines))


def _sounds(word: str) -> set[str]:
    """Every reading of the last characters of a word, without tones, all in one."""
    from pypinyin import Style, pinyin

    heard = {""}
    for readings in pinyin(word, style=Style.NORMAL, heteronym=True):
        heard = {start + reading for start in heard for reading in readings}
    return {sound.replace("ü", "v") for sound in heard}


def without_glosses(clean: CleanText) -> CleanText:
    """``区(qū)与`` becomes ``区与``.

    Letters without a tone mark are dropped only where they are a reading of the characters before
    them, so that 院(lab) stays.
    """
    if _LETTERS_IN_BRACKETS.search(clean.text) is None:
        return clean
    edits = []
    for found in _GLOSS.finditer(clean.text):
        sounds = found["sounds"].lower()
        if not any(letter in _TONED for letter in sounds):
            bare = re.sub("[^a-z]", "", sounds.replace("ɡ", "g"))
            before = clean.text[max(0, found.start() - 4) : found.start()].strip()
            if not any(bare in _sounds(before[-count:]) for count in range(1, len(before) + 1)):
                continue
        edits.append((found.start(), found.end(), ""))
    return clean.rewrite(edits)
