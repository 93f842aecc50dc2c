"""How a name is typed on a Latin keyboard: in full Pinyin, and as first letters."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = re.compile(r"[^a-z0-9]")


def keys(name: str, pinyin: str | None = None) -> tuple[str, str]:
    """Full Pinyin without spaces and the first letters: 呼延青 is (huyanqing, hyq).

    ``pinyin`` is the known romanisation of a person, whose surname may have a reading of its own
    (单 is Shan). ü is typed v, as input methods have it.
    """
    from pypinyin import lazy_pinyin

    syllables = [typed(syllable) for syllable in lazy_pinyin(name)]
    full = typed(pinyin) if pinyin else "".join(syllables)
    letters = "".join(syllable[:1] for syllable in syllables)
    return full, full[:1] + letters[1:]


def typed(text: str) -> str:
    """Lower case Latin letters and digits alone."""
    plain = unicodedata.normalize("NFC", text.lower()).replace("ü", "v")
    return _LETTERS.sub("", unicodedata.normalize("NFD", plain))
