"""What a date names, before it is reckoned what day it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """The parts that a date names; what it leaves open is None.

    ``year_shift``, ``month_shift`` and ``day_shift`` count from the date told last (次日 is day
    shift 1), ``writing_shift`` from the writing (昨日 is -1). ``part`` is a part of a
    month (上旬) or year (冬); ``lunar`` and ``leap`` say that month and day are of the lunar
    calendar. ``vague`` marks 近日 and its kin. ``weekday`` (0 is Monday) is a day of the week that
    ``writing_shift`` counts from that of the writing (上周五). ``spoken`` says that the month is
    written in characters (八月), as a lunar one is. ``years`` are the first and last year of an age
    that has a name instead of a year (1990年代, 解放初).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year_shift: int | None = None
    month_shift: int | None = None
    day_shift: int | None = None
    writing_shift: int | None = None
    part: str = ""
    lunar: bool = False
    leap: bool = False
    vague: bool = False
    weekday: int | None = None
    spoken: bool = False
    years: tuple[int, int] | None = None

    @property
    def names_day(self) -> bool:
        """Whether it names one day."""
        return any(p is not None for p in (self.day, self.day_shift, self.writing_shift))

    @property
    def names_month(self) -> bool:
        """Whether it names a month, or a day by its month."""
        return self.month is not None or self.month_shift is not None


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as written: ``text[start:end]``, time of day and glosses in brackets included.

    ``last`` is the end of a range or list, else None. ``timed`` says that a time of day follows.
    """

    start: int
    end: int
    first: Point
    last: Point | None = None
    timed: bool = False
