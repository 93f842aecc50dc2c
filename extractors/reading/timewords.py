"""The words of dates as patterns: numbers, joining words, and those of lexicon/dates.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from extractors import lexicon

DIGITS = "一二三四五六七八九"
NUMBER = rf"(?:\d{{1,2}}|三十一?|二?十[{DIGITS}]?|廿[{DIGITS}]?|卅一?|[{DIGITS}])"
CYCLE, BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
SPACE = r"[ \t]{0,3}"
TO = r"(?:至|到|—{1,3}|―|–|-{1,2}|~|～|－)"
AND = r"(?:、|和|及|与|/)"
JOIN = rf"(?:{TO}|{AND})"
UNIT = "[万亿个元米吨公斤亩倍人次名位级年月日时点分秒岁届号%]"
"""What makes of the number before it a measure, or a part of a date."""
GLOSSED = re.compile(
    rf"(?P<n>元|{NUMBER}|[{CYCLE}][{BRANCHES}]){SPACE}年{SPACE}[(（]{SPACE}(?:公元)?(?P<g>1\d{{3}}|[6-9]\d\d){SPACE}年?[)）]{SPACE}"
)
"""A year of an era that the heading above names: 元年(1912), 11年(1922)."""


class Words(NamedTuple):
    """The relative words as patterns, built once from the lexicon."""

    begins: re.Pattern[str]
    start: re.Pattern[str]
    era: re.Pattern[str]
    years: re.Pattern[str]
    months: re.Pattern[str]
    days: re.Pattern[str]
    writing: re.Pattern[str]
    weeks: re.Pattern[str]
    vague: re.Pattern[str]
    month_part: re.Pattern[str]
    year_part: re.Pattern[str]
    lone_part: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=1)
def words() -> Words:
    table = lexicon.table("dates")
    guards: dict[str, str] = table["guards"]

    def guarded(parts: dict[str, list[int]]) -> str:
        ordered = sorted(parts, key=len, reverse=True)
        return "|".join(p + (f"(?![{guards[p]}])" if p in guards else "") for p in ordered)

    month_parts, year_parts = guarded(table["month_parts"]), guarded(table["year_parts"])
    seasons = {
        p: r for p, r in table["year_parts"].items() if p not in ("初", "底", "末", "终", "中")
    }
    of_month = "上旬|初旬|中旬|下旬|末旬|月(?:初|底|末|中(?=[,、 ]))"
    lone = rf"(?P<month>{of_month})|(?P<year>年(?:初|底|末|终|中(?=[,、 ]))|{guarded(seasons)})"
    names = _any(row["name"] for row in lexicon.rows("eras"))
    relative = [*table["years"], *table["months"], *table["days"], *table["writing"]]
    weeks = rf"(?:{_any(table['weeks'])})[{''.join(table['weekdays'])}]"
    count = rf"[两{DIGITS}十\d]{{1,2}}"
    numbers = (
        rf"(?<![\d第.{DIGITS}十])(?:{NUMBER}{SPACE}(?:[年月日号]|{JOIN})|\d{{8}}|1?\d{{2}}年"
        rf"|(?:\d{{4}}|[〇零○{DIGITS}]{{4}}){SPACE}(?:[年./-]|{TO}))"
    )
    start = "|".join(
        (
            numbers,
            _any(relative),
            _any(table["vague"]["words"]),
            weeks,
            rf"(?:[明清][朝代]?)?(?:{names})[元{DIGITS}百零〇十廿卅\d]{{1,5}}{SPACE}年",
            "农历|旧历|阴历|夏历|公元|闰|[正冬腊元]月|[上中下初末]旬|(?<![一-龥])元年[(（]",
            "(?<![年月日个])[月年][初底末终]|(?<![年月日个\\d])[月年]中(?=[,、 ])",
            "[上下]半年|第?[一二三四]季度|岁[首末尾暮杪]|年尾",
            r"(?<=[\n。; ])[入开盛隆深仲晚早]?[春夏秋冬]",
            _any(table["ages"]),
            rf"(?:\d\d|[{DIGITS}]?十[{DIGITS}]?|[上本]个?)世纪",
            rf"后的?{count}[天日]|{count}[天日周]之?以?后",
        )
    )
    eras = [row["name"] for row in lexicon.rows("eras")]
    said = [*relative, *table["vague"]["words"], *table["weeks"], *table["year_parts"], *eras]
    said += [*table["ages"], "上世", "上个", "本世"]
    said += [
        "农历",
        "旧历",
        "阴历",
        "夏历",
        "公元",
        "后的",
        "后两",
        *(f"后{c}" for c in DIGITS + "十"),
    ]
    said += [f"{c}{era}" for c in "明清" for era in ("朝", "代", *eras)]
    said += (
        ["元年"]
        + [f"{c}月" for c in "正冬腊元"]
        + [f"{c}{d}" for c in "月年" for d in "初中底末终"]
    )
    said += [f"{c}{d}" for c in "上中下初末" for d in "旬半"] + [f"第{c}" for c in "一二三四"]
    said += [f"{c}{d}" for c in "入开盛隆深仲晚早" for d in "春夏秋冬"]
    heads, seconds = ({word[n] for word in said if len(word) > 1} for n in (0, 1))
    digits = f"0-9〇零○{DIGITS}十廿卅两"
    alone = "闰春夏秋冬"
    first = set(f"0123456789{digits[3:]}{alone}{CYCLE}") | heads
    begins = (
        rf"[{''.join(sorted(first))}](?:(?<=[{digits}])(?:[{digits}]{{0,3}}{SPACE}(?:[年月日号季世./天周-]"
        rf"|{JOIN})|\d{{7}})|(?<=[{''.join(sorted(heads))}])[{''.join(sorted(seconds))}\d]"
        rf"|(?<=[{alone}])|(?<=[{CYCLE}])[{BRANCHES}])"
    )
    return Words(
        re.compile(begins),
        re.compile(start),
        re.compile(
            rf"(?:[明清]朝?|[明清]代)?(?P<era>{names})(?P<n>元|一百[零〇]?[一二]?十?[{DIGITS}]?|[二三四五六七八九]?十[{DIGITS}]?"
            rf"|1\d\d|{NUMBER}){SPACE}年"
        ),
        re.compile(_any(table["years"])),
        re.compile(_any(table["months"])),
        re.compile(_any(table["days"])),
        re.compile(_any(table["writing"])),
        re.compile(rf"(?P<week>{_any(table['weeks'])})(?P<day>[{''.join(table['weekdays'])}])"),
        re.compile(_any(table["vague"]["words"])),
        re.compile(rf"{SPACE}(?:{month_parts})"),
        re.compile(rf"{SPACE}(?:{year_parts})"),
        re.compile(lone),
    )


@lru_cache(maxsize=1)
def eras() -> dict[str, int]:
    return {row["name"]: int(row["first_year"]) for row in lexicon.rows("eras")}
