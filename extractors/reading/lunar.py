"""Days of the traditional calendar as Gregorian days, by the tables of lunar-python (MIT)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache


@lru_cache(maxsize=1024)
def gregorian(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The Gregorian day of a lunar one, or None where that lunar year has no such day.

    ``year`` is the Gregorian year in which the lunar year begins.
    """
    # The tables take a moment to load and most chronicles never need them.
    from lunar_python import Lunar, LunarMonth

    if not 1 <= year <= 9999:
        return None
    signed = -month if leap else month
    length = LunarMonth.fromYm(year, signed)
    if length is None or not 1 <= day <= length.getDayCount():
        return None
    solar = Lunar.fromYmd(year, signed, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


@lru_cache(maxsize=256)
def month(year: int, number: int, leap: bool = False) -> tuple[date, date] | None:
    """First and last Gregorian day of a lunar month, or None where there is no such month."""
    first = gregorian(year, number, 1, leap)
    if first is None:
        return None
    last = gregorian(year, number, 30, leap) or first + timedelta(days=28)
    return first, last
