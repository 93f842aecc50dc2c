"""What opens an entry or a telling: markers, numbers, by-lines, dates; from the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from extractors import lexicon
from extractors.reading.dates import match
from extractors.reading.points import Expression, Point


class Patterns(NamedTuple):
    """lexicon/openings.toml compiled."""

    marker: re.Pattern[str]
    number: re.Pattern[str]
    wire: re.Pattern[str]
    tail: re.Pattern[str]
    goes_on: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    named_by: re.Pattern[str]
    ends: re.Pattern[str]
    lead: re.Pattern[str]
    occasion: re.Pattern[str]
    of_year: re.Pattern[str]
    holiday: re.Pattern[str]
    abstract: re.Pattern[str]
    leading: re.Pattern[str]
    summary: re.Pattern[str]
    notice: re.Pattern[str]
    briefs: re.Pattern[str]
    title: re.Pattern[str]
    section: re.Pattern[str]
    caption: re.Pattern[str]


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns by which openings are told."""
    table = lexicon.table("openings")
    signs = re.escape(table["markers"])
    names = "|".join(row["name"] for row in lexicon.rows("occasions"))
    return Patterns(
        marker=re.compile(
            rf"[{signs}]+[\ufe0f ]{{0,3}}|·{{1,3}} {{0,3}}(?=\S)|[-*+] {{1,3}}(?=\S)"
        ),
        number=re.compile(f"(?:{'|'.join(table['numbers'])}) {{0,2}}"),
        wire=re.compile(f"(?:{'|'.join(table['wires'])}){table['wire_rest']}"),
        tail=re.compile(f"(?:{'|'.join(table['tails'])})"),
        goes_on=re.compile("|".join(table["goes_on"])),
        before=re.compile(f"{table['before']}$"),
        after=re.compile(table["after"]),
        named_by=re.compile(table["named_by"]),
        ends=re.compile(table["ends"]),
        lead=re.compile(f"{table['lead']}?"),
        title=re.compile(table["titles"]),
        section=re.compile(table["sections"]),
        caption=re.compile(table["captions"]),
        abstract=re.compile(table["abstract"]),
        leading=re.compile(table["leading"]),
        summary=re.compile(table["summary"]),
        briefs=re.compile(table["briefs"]),
        notice=re.compile(f"{table['notices']}$"),
        of_year=re.compile(
            rf"(?<=年)(?P<words>[“‘]?(?P<name>{names})[”’]?节?(?P<about>前夕|前后|期间)?)[:：,]"
        ),
        holiday=re.compile(rf"(?P<words>{table['holidays']})[, ]"),
        occasion=re.compile(
            rf"[“‘]?(?:{names}|春节|元宵节?|端午节?|中秋节?|重阳节?|[一-龥]{{2,6}}节)[”’]?"
            r"(?:[一-龥“”‘’·]{0,8}?)(?:到来之际|来临之际|之际|前夕|前后|期间|当天|当日|到来前夕|来临前夕)"
            r"(?=[, ])"
        ),
    )


@dataclass(frozen=True, slots=True)
class Opening:
    """A date that opens a telling; ``body`` is where the telling itself begins.

    ``glued`` says that no mark parts the two (10日四川省…).
    """

    date: Expression
    body: int
    glued: bool


_PARTING = re.compile(
    r"(?:前后|左右|期间|起)[,: ]|[,，。;|]|[:：](?!\d)|[ ]+|—{1,2}|-(?!\d)|[)）】\]〗〕>]+[,: ]?|·"
)
_LONE_YEARS = frozenset(("今年", "去年", "前年", "明年", "来年", "后年"))
_GLUED_YEARS = frozenset(("是年", "同年", "本年", "该年", "次年", "翌年"))


def opening(text: str, at: int, end: int) -> Opening | None:
    """The date that opens the telling at ``at``, or None.

    A date opens where a mark, a space or the line's end follows it; a day or month also where the
    telling is glued to it, unless the words after it make it part of a phrase (7月3日的会议).
    A year alone opens when parted; 今年 and its kin alone, and 近日, never do.
    """
    date = match(text, at)
    if date is None:
        return _holiday(text, at, end)
    if date.end > end or date.first.vague:
        return None
    if text[at : date.end] in _LONE_YEARS:
        return None
    if (told := _month_again(text, date)) is not None:
        date = told
    if date.end == end:
        return Opening(date, end, False)
    if named := patterns().of_year.match(text, date.end, end):
        return _on_occasion(date, named)
    if parted := _PARTING.match(text, date.end, end):
        return Opening(date, parted.end(), False)
    first = date.first
    lone = first.part and not first.names_month and first.year is None
    if lone or patterns().after.match(text, date.end):
        return None
    if patterns().named_by.match(text, date.end):
        return None
    if first.day is not None or first.day_shift is not None:
        return Opening(date, date.end, True)
    if first.month is not None and re.match(r"[一-龥“《A-Z]", text[date.end]):
        return Opening(date, date.end, True)
    if first.year is not None and re.match(r"[一-龥“《]", text[date.end]):
        return Opening(date, date.end, True)
    relative = first.month_shift is not None or text[at : date.end] in _GLUED_YEARS
    if relative and re.match(r"(?![度份级内间末底初])[一-龥“《]", text[date.end]):
        return Opening(date, date.end, True)
    return None


def _month_again(text: str, date: Expression) -> Expression | None:
    """The day after a month that was printed as a heading of its own (一月1月5日), or None."""
    first = date.first
    if first.month is None or first.day is not None or date.last is not None or first.part:
        return None
    told = match(text, date.end)
    again = told is not None and told.first.month == first.month and told.first.day is not None
    return replace(told, start=date.start) if told is not None and again else None


def _on_occasion(date: Expression, named: re.Match[str]) -> Opening:
    """The opening 1995年“五一”: the month of the holiday, or the year alone (2000年国庆前夕:)."""
    months = {row["name"]: int(row["month"]) for row in lexicon.rows("occasions")}
    first = date.first
    if not first.names_month and first.year is not None and not named["about"]:
        first = replace(first, month=months[named["name"]])
    return Opening(replace(date, end=named.end("words"), first=first), named.end(), False)


def _holiday(text: str, at: int, end: int) -> Opening | None:
    """A holiday of the new calendar that opens a telling as its day: 国庆节,县城举行大会."""
    named = patterns().holiday.match(text, at, end)
    if named is None:
        return None
    day = next(row for row in lexicon.rows("occasions") if row["name"] == named["name"])
    point = Point(month=int(day["month"]), day=int(day["day"]))
    return Opening(Expression(at, named.end("words"), point), named.end(), False)


def glued_year(found: Opening) -> bool:
    """Whether only a year stands there, and the telling is glued to it (2024年全市足球联赛)."""
    first = found.date.first
    return found.glued and first.year is not None and not (first.names_day or first.names_month)
