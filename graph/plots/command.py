"""From what was asked for to the file: the one function behind `graph plot`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, cast

from graph.asking import asking
from graph.naming import Ask
from graph.plots.draw import Drawing, Language, Picture, checked
from graph.plots.fonts import find_font
from graph.plots.heatmap import Rows, heatmap
from graph.plots.network import network
from graph.plots.subjects import Subject, find_body, find_person
from graph.plots.timeline import timeline
from graph.stores.store import StoreError


@dataclass(frozen=True, slots=True)
class Wish:
    """What a picture is to show: its kind, of whom, between which days, how much, in what words."""

    kind: str
    person: str | None = None
    body: str | None = None
    first: date = date.min
    last: date = date.max
    rows: str = "kind"
    limit: int = 0
    language: str = "zh"

    @property
    def most(self) -> int:
        """How much is drawn: the limit, or what suits the kind where it is 0."""
        return self.limit or LIMITS[self.kind]


LIMITS = {"timeline": 30, "network": 40, "heatmap": 20}
"""Rows of a timeline, people of a network and of a heatmap where nothing is said."""


def make(wish: Wish, target: str, path: str, fonts: str | None = None) -> tuple[str, ...]:
    """Draw it to a .png or .svg file; gives sentences that say what it leaves out.

    ``fonts`` is a folder to take the font from, else the system's are looked through. Raises
    StoreError where there is no graph, no such person or body, nothing to draw, no font for
    Chinese, or where the file cannot be written.
    """
    checked(path)
    font = find_font([Path(fonts)] if fonts else None)
    return Drawing(picture(asking(target), wish), font).save(path)


def picture(ask: Ask, wish: Wish) -> Picture:
    """The picture of a wish, not yet drawn; raises StoreError as `make` does."""
    language = cast(Language, wish.language)
    about = _subject(ask, wish)
    if wish.kind == "timeline" and about:
        made = timeline(ask, about, wish.first, wish.last, wish.most, language)
    elif wish.kind == "network":
        made = network(ask, about, wish.first, wish.last, wish.most, language)
    else:
        rows = cast(Rows, wish.rows)
        made = heatmap(ask, rows, about, wish.first, wish.last, wish.most, language)
    if made.empty:
        raise StoreError(
            f"There is nothing to draw: no {_WHAT[wish.kind]} between {wish.first} and {wish.last}."
        )
    return made


_WHAT: dict[str, Literal["post or event", "two people at one event", "dated event"]] = {
    "timeline": "post or event",
    "network": "two people at one event",
    "heatmap": "dated event",
}


def _subject(ask: Ask, wish: Wish) -> Subject | None:
    if wish.person:
        return find_person(ask, wish.person)
    return find_body(ask, wish.body) if wish.body else None
