"""One character for one: half-width forms, one kind of space and dash, no control marks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.reading.offsets import CleanText

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
"""The inside of a character class: Chinese characters, ``〇`` among them."""

_HAN_RANGES = (
    ("\u3007", "\u3007"),
    ("\u3400", "\u4dbf"),
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U000323af"),
)

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_WIDE_SPACES = "\u2003\u2001"
_LINE_ENDS = "\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029"
_DASHES = {"\u2015": "—", "\u2500": "—", "\u2501": "—", "\u2e3a": "—", "\uff0d": "-"}
_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63"
_QUOTES = {"「": "“", "」": "”", "『": "‘", "』": "’", "〝": "“", "〞": "”", "＂": '"', "＇": "'"}
_VERTICAL = {"︵": "(", "︶": ")", "︽": "《", "︾": "》", "﹁": "“", "﹂": "”", "︰": ":"}
_DOTS = "\u2022\u2027\u2219\u22c5\u30fb\uff65"
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001b\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb]+"
)
_DOT_IN_NAME = re.compile(f"(?<=[{HAN}])[{_DOTS}](?=[{HAN}])")
_LETTER_IN_DATE = re.compile(
    r"(?<![A-Za-z\d])(?=[\dlIO]{0,3}[lIO])(?:[1lI][89][\dlIO]{2}|2[0O][\dlIO]{2})(?= ?年)"
    r"|(?<=\d月)(?=\d?[lIO])(?:[1-3lI][\dlIO]|[lI])(?=日)|(?<![A-Za-z\d])[1lI]O(?=月)"
)
_DIGITS_READ = str.maketrans("lIO", "110")
_NUMERAL = "一二三四五六七八九〇"
_ROUND_ZERO = re.compile(
    f"[○◯零0O](?<=[{_NUMERAL}].)(?:(?<=[○◯])[○◯]*|(?<=[零0O])[零0O]*(?=[{_NUMERAL}○◯]|年))"
)


def is_han(character: str) -> bool:
    """Whether one character (or none) is a Chinese one: of the class ``HAN``."""
    return any(first <= character <= last for first, last in _HAN_RANGES)


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """What each odd form is written as; sources are Unicode's compatibility decompositions."""
    table = {ord(space): " " for space in _SPACES}
    table |= {ord(space): "\u3000" for space in _WIDE_SPACES} | {0x2002: " "}
    table |= {ord(end): "\n" for end in _LINE_ENDS}
    table |= {ord(hyphen): "-" for hyphen in _HYPHENS}
    compatible = [*range(0xFF01, 0xFF5F), *range(0xFE50, 0xFE6C), *range(0x2F00, 0x2FD6)]
    compatible += [*range(0xF900, 0xFAFF), *range(0x2E80, 0x2F00), *range(0x2F800, 0x2FA20)]
    compatible += [0xFF61, 0xFF64, 0xFFE5]
    for code in compatible:
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    for odd in (_DASHES, _QUOTES, _VERTICAL):
        table |= {ord(form): plain for form, plain in odd.items()}
    return table


def plain(source: CleanText) -> CleanText:
    """Full-width forms made half-width, spaces and dashes made one kind, unseen marks dropped.

    Chinese punctuation that has no half-width form (``。、《》``) stays; ``\\u3000`` stays for the
    layout to judge; compatibility forms of Chinese characters (as PDF files give them) become
    the common ones; a letter that scanning made of a digit of a date (l958年) is that digit.
    """
    clean = source
    if "\r" in clean.text:
        clean = clean.rewrite(
            [(m.start(), m.end(), "\n") for m in re.finditer("\r\n?", clean.text)]
        )
    clean = clean.respell(clean.text.translate(_table()))
    unseen = [(m.start(), m.end(), "") for m in _UNSEEN.finditer(clean.text)]
    clean = clean.rewrite(unseen)
    text = clean.text
    if any(dot in text for dot in _DOTS):
        text = _DOT_IN_NAME.sub("·", text)
    text = _LETTER_IN_DATE.sub(lambda read: read[0].translate(_DIGITS_READ), text)
    text = _ROUND_ZERO.sub(lambda zeros: "〇" * len(zeros[0]), text)
    return clean.respell(text)
