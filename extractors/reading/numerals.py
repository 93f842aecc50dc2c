"""Numbers as chronicles write them: 21, 二十一, 廿一, 初五; years digit by digit (二〇一九)."""

from __future__ import annotations

_DIGITS = {d: i for i, d in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "○": 0, "两": 2, "元": 1, "正": 1, "冬": 11, "腊": 12
}  # fmt: skip
_TENS = {"十": 10, "廿": 20, "卅": 30}


def number(words: str) -> int | None:
    """The whole number below two hundred that ``words`` say, or None where they say none.

    Arabic digits of any length are read too. ``初五`` is 5, ``元`` and ``正`` (元年, 正月) are 1,
    ``冬`` and ``腊`` are the eleventh and twelfth month.
    """
    words = words.strip().removeprefix("初")
    if words.startswith("一百"):
        rest = number(words[2:].removeprefix("零").removeprefix("〇")) if words[2:] else 0
        return None if rest is None else 100 + rest
    if words.isascii() and words.isdigit():
        return int(words)
    if not words or any(c not in _DIGITS and c not in _TENS for c in words):
        return None
    for sign, ten in _TENS.items():
        if sign in words:
            before, _, after = words.partition(sign)
            if len(before) > 1 or len(after) > 1 or after in _TENS:
                return None
            unit = _DIGITS[after] if after else 0
            return ten * (_DIGITS.get(before, 1)) + unit
    return _DIGITS[words] if len(words) == 1 else None


def year(words: str) -> int | None:
    """A Gregorian year of four digits, written 2019, 二〇一九 or 二零一九; else None."""
    if words.isascii() and words.isdigit():
        return int(words)
    digits = [_DIGITS.get(c, 10) for c in words]
    if len(digits) != 4 or max(digits) > 9:
        return None
    return int("".join(map(str, digits)))
