"""What a happening states in numbers, the series it belongs to, and a short headline for it.

Pure functions of clean text; offsets are clean offsets of the text that is passed in, half-open.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extractors import lexicon
from extractors.language.kinds import LEAST, signs, told
from extractors.lexicon.alternation import Pair, any_word, matches
from extractors.reading.openings import opening

Quantity = tuple[float, str, str, int, int]
"""Value, unit, what is counted or measured (``""`` where the text does not say), start, end."""

_DIGITS = {d: i for i, d in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
_CN = "〇零一二两三四五六七八九十百千万亿"
_REACH = 14  # characters within which the thing counted or measured is named


class _Words(NamedTuple):
    quantity: Pair
    counters: frozenset[str]
    counted: re.Pattern[str]
    measured: re.Pattern[str]
    numbered: re.Pattern[str]
    governors: re.Pattern[str]
    bodies: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    """lexicon/figures.toml compiled."""
    table = lexicon.table("figures")
    units = any_word(table["counters"] + table["measures"])
    return _Words(
        (
            re.compile(f"[0-9]+|[{_CN}]"),  # no number begins behind a digit
            re.compile(
                rf"(?<![第0-9A-Za-z.+/年])(?P<number>[0-9][0-9,]*+(?:\.[0-9]++)?(?:[百千]?[万亿]|[百千](?=[余多]?[人名户]))?|[{_CN}]{{1,12}})"
                rf"(?:余|多|几|来)?(?P<large>[万亿]?)(?P<unit>{units})(?![月日年份届]|多月)"
            ),
        ),
        frozenset(table["counters"]),
        re.compile(rf"[^,。;:!?、\n0-9]{{0,{_REACH}}}?{any_word(table['counted'])}"),
        re.compile(
            rf"(?P<of>{any_word(table['measured'])})(?:达到?|约|为|近|超过?|逾|共|计|[\s])*$"
        ),
        re.compile(
            rf"(?:第(?P<n>[0-9]{{1,4}}|[{_CN}]{{1,6}})(?P<per>次|届|期|场|轮|回)|"
            rf"(?<=届)(?P<m>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})次)"
            rf"(?P<name>[^,。;:!?、\n]{{0,30}}?{any_word(table['series'])}(?:议|式)?)"
            r"(?=[,。;:!?\n(暨]|在|于|召开|举行|举办|开幕|闭幕|隆重|正式|圆满|胜利|[0-9]|今|昨|上午|下午|$)"
        ),
        re.compile(any_word(table["governors"])),
        tuple(table["bodies"]),
    )


def numeral(words: str) -> float | None:
    """The number that Arabic or Chinese numerals say, 万 and 亿 multiplied out; None if none.

    ``344.8亿`` is 34480000000, ``五千`` is 5000, ``一百二十`` is 120, ``一一〇`` is 110.
    """
    head = re.match(r"[0-9][0-9,]*(?:\.[0-9]+)?", words)
    if head is not None:
        value = float(head.group().replace(",", ""))
        for sign in words[head.end() :]:
            factor = _LARGE.get(sign) or _UNITS.get(sign)
            if factor is None:
                return None
            value *= factor
        return round(value, 6)
    if not words or any(c not in _DIGITS and c not in _UNITS and c not in _LARGE for c in words):
        return None
    if len(words) > 1 and all(c in _DIGITS for c in words):
        return float("".join(str(_DIGITS[c]) for c in words))
    total = section = digit = 0
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _UNITS:
            section += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            total = (total + section + digit or 1) * _LARGE[sign]
            section = digit = 0
    return float(total + section + digit)


def figures(text: str) -> tuple[Quantity, ...]:
    """The counts and measures that the text states, in order.

    Ordinals (第110次), dates and a bare 一 (一个) are not among them; nor is what is quoted or
    stands in a title. 3000余人 is 3000: the text says at least so many.
    """
    words = _words()
    blank = told(text)
    found: list[Quantity] = []
    for match in matches(words.quantity, blank, 0, len(blank)):
        number, unit = match["number"], match["unit"]
        value = numeral(number + match["large"])
        if value is None or number in ("一", "零", "〇"):
            continue
        if number[0] in _CN and (number[0] in "百千万亿" or value < 3):
            continue
        if unit == "级" and value > 20:  # 2020级新生
            continue
        of = ""
        if unit in words.counters:
            thing = words.counted.match(blank, match.end())
            of = thing.group().lstrip("的") if thing else ""
        elif before := words.measured.search(blank, max(0, match.start() - 12), match.start()):
            of = before["of"]
        found.append((value, unit, of, match.start(), match.end()))
    return tuple(found)


def series(text: str) -> tuple[str, int | None]:
    """The series of a numbered happening and its number in it; ``("", None)`` where it has none.

    区政府十四届第110次常务会议召开 gives 区政府十四届常务会议 and 110; 第三十届张庄花会 gives
    张庄花会 and 30. Only the first sentences are read, and not what a meeting passes on from others
    (传达…).
    """
    words = _words()
    best: tuple[str, int | None] = ("", None)
    start = 0
    for _ in range(_SENTENCES):
        end = _sentence_end(text, start)
        for match in words.numbered.finditer(text, start, end):
            clause = max(text.rfind(mark, start, match.start()) for mark in ",。;:!?\n日") + 1
            before = text[max(clause, start) : match.start()]
            value = numeral(match["n"] or match["m"])
            if value is None or _PASSED_ON.search(before):
                continue
            name = match["name"]
            if match["per"] == "届" and (inner := words.numbered.search(name)) is not None:
                # 第三届代表大会第一次会议: the meeting is numbered, the congress part of its name
                value = numeral(inner["n"] or inner["m"]) or value
                name = match.group().replace(inner.group(), inner["name"])
            found = _owner(before) + name, int(value)
            if match["per"] == "次" or match["m"]:
                return found
            best = best if best[1] is not None else found
        if best[1] is not None or end >= len(text):
            break
        start = end + 1
    return best


_SENTENCES = 4
_PASSED_ON = re.compile("传达|学习|贯彻|落实|根据|按照|依据|围绕|宣传|精神|迎接|筹备|关于")


def _owner(before: str) -> str:
    """Whose series it is, from the words before it: …主持召开区政府十四届 → 区政府十四届."""
    words = _words()
    verbs = list(words.governors.finditer(before))
    if not verbs:
        return re.sub(r"^(?:上午|下午|晚上?|凌晨)", "", before.lstrip(_MARKS))
    after = before[verbs[-1].end() :]
    if after:
        return after
    subject = re.sub("在[^在]{1,20}$", "", before[: verbs[0].start()])
    subject = subject.removeprefix("上午").removeprefix("下午")
    subject = subject.lstrip(_MARKS)
    return subject if subject.endswith(words.bodies) and len(subject) <= 16 else ""


def _sentence_end(text: str, start: int) -> int:
    """The end of the sentence that starts at ``start``, its stop left out."""
    stop = _STOP.search(text, start)
    return stop.start() if stop else len(text)


_STOP = re.compile(r"[。!?;\n]")
_MARKS = " \t△▲☆★●○◆◇■□※•·#*-—\u2002"
_BYLINE = re.compile(
    r"^(?:本[报站网刊台校]讯|[^,。:日]{2,8}社[^,。日]{0,6}[0-9]+月[0-9]+日[电讯]|央视网消息)"
    r"(?:\([^()\n]{0,30}\))*[:\s]*"
)
_LONGEST = 40
_SHORTEST = 4


def headline(text: str, body: int) -> str:
    """A short headline, at most 40 characters.

    The printed headline where one stands in ``text[:body]``, else the first clause of the telling
    that says what happened, without its date. What is too long is cut at a mark, never inside
    quotes or brackets, and ends in ``…``.
    """
    printed = ""
    for line in text[:body].split("\n"):
        line = line.strip(_MARKS)
        if not line or _dated(line) or not re.search(r"[\u4e00-\u9fff]", line):
            continue
        printed += line
        if not line.endswith((":", ",")) or len(printed) >= _LONGEST:
            break
    printed = printed.strip(":,。;" + _MARKS)
    if len(printed) >= _SHORTEST:
        return _cut(printed)
    return _cut(_first_statement(text[body:]))


def _dated(line: str) -> bool:
    """Whether a line is a date, perhaps with the telling glued to it, rather than a headline."""
    date = opening(line, 0, len(line))
    return date is not None


def _first_statement(telling: str) -> str:
    """From the first clause that says what happened to its end; the date and by-line left out."""
    telling = _BYLINE.sub("", telling.lstrip(_MARKS + "\n"))
    date = opening(telling, 0, len(telling))
    telling = (telling[date.body :] if date else telling).lstrip(_MARKS + "\n,:")
    sentence = telling[: _sentence_end(telling, 0)].strip(" \n")
    marks = [m.start() for m in re.finditer("[,;:]", told(sentence))] + [len(sentence)]
    if len(marks) == 1:
        return sentence
    said = [sign.end for sign in signs(sentence) if sign.weight >= LEAST]
    begin = 0
    for mark in marks:
        if mark - begin >= _SHORTEST and any(begin < end <= mark for end in said):
            whole = sentence[:mark]
            return whole if len(whole) <= _LONGEST else sentence[begin:mark]
        if said and said[0] > mark:
            begin = mark + 1
    return sentence[: marks[0]] if marks[0] >= _SHORTEST else sentence


_PAIRS = {"“": "”", "《": "》", "(": ")", "‘": "’"}


def _cut(line: str) -> str:
    """At most 40 characters, cut at a mark where one is near, with no bracket left open."""
    line = re.sub(r"\s+", " ", line).strip(" ,;:、。")
    if len(line) <= _LONGEST:
        return line
    short = line[: _LONGEST - 1]
    for left, right in _PAIRS.items():
        if short.count(left) > short.count(right):
            short = short[: short.rfind(left)]
    at = max(short.rfind(mark) for mark in ",;:、。 ”》)")
    if at >= _LONGEST // 2:
        short = short[: at + (short[at] in "”》)")]
    return short.rstrip(" ,;:、。的和与及") + "…"
