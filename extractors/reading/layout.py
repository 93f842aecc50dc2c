"""Lines made paragraphs: a line break stays only where a paragraph, a headline or an item ends."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from extractors.lexicon import table
from extractors.reading.offsets import CleanText, Edit
from extractors.reading.spaces import spaced, width

_LINE = re.compile(r"[^\n]+")
_INDENT = re.compile(r"(?:\u3000{2,}| {4,}|\u3000 *(?=\S))")
_INNER_INDENT = re.compile(r"(?<=[^\s])[ ]*\u3000[ ]*\u3000[ \u3000]*(?=\S)")
_AFTER_STOP = re.compile(r"(?<=[。!?”])(?:[ ]{2,}|[ ]*\u3000[ \u3000]*)(?=\S)")
_STOP_SPACE = re.compile(r"(?<=[。!?”)]) (?=[^\s\u3000])")
_PARTED = 3
"""So many entries make a page on one line."""
_ENDED = frozenset("。!?;:…”’》)】~#")
_RUNS_ON = frozenset(",、—")
_OPENS = frozenset("(《“‘〈〔")
_CLOSES = frozenset(",。、;:!?)》”’〉〕")
_LONG = 60
_PROSE = re.compile("[,。;、]")
_BETWEEN_WORDS = re.compile(r"[A-Za-z0-9]")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the spaces around it: ``text`` at ``[start, end)``, and how it was set."""

    start: int
    end: int
    text: str
    indented: bool
    broad: int


@dataclass(frozen=True, slots=True)
class _Page:
    """How a document is set.

    ``measure`` is the width of its lines where they are wrapped, else 0; ``indents``: its
    paragraphs are indented; ``newspaper``: it came in columns; ``items``: most of its long lines
    end without a full stop, as captions and lists do.
    """

    measure: int
    indents: bool
    newspaper: bool
    items: bool


@lru_cache(maxsize=1)
def _openers() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{opener})" for opener in table("layout")["openers"]))


@lru_cache(maxsize=1)
def _times() -> re.Pattern[str]:
    return re.compile("|".join(table("layout")["times"]))


@lru_cache(maxsize=1)
def _heads() -> re.Pattern[str]:
    return re.compile("|".join(table("layout")["entry_heads"]))


@lru_cache(maxsize=1)
def _dates() -> re.Pattern[str]:
    return re.compile(table("layout")["date_line"])


def _broken_at_indents(clean: CleanText) -> CleanText:
    """A page on one line, its paragraphs told by their indents, gets its line breaks back."""
    if "\u3000" not in clean.text and "  " not in clean.text and "。 " not in clean.text:
        return clean
    edits: list[Edit] = []
    at = 0
    for line in clean.text.split("\n"):
        by_indent = line.startswith("\u3000\u3000") or bool(
            re.search("[。!?”][ ]*\u3000\u3000", line)
        )
        pattern = _INNER_INDENT if by_indent and _PROSE.search(line) else _AFTER_STOP
        edits += [(at + begin, at + begin + 1, "\n") for begin in _parted_by_a_space(line)]
        edits += [(at + m.start(), at + m.end(), "\n") for m in pattern.finditer(line)]
        at += len(line) + 1
    return clean.rewrite(edits)


def _parted_by_a_space(line: str) -> list[int]:
    """The single spaces by which a page on one line parts its entries: they stand between a full
    stop and a date or marker, three times or more, and hardly ever elsewhere behind a stop."""
    parted = [found.start() for found in _STOP_SPACE.finditer(line)]
    if len(parted) < _PARTED:
        return []
    dated = [at for at in parted if _heads().match(line, at + 1)]
    return dated if len(dated) >= _PARTED and 5 * len(dated) >= 3 * len(parted) else []


def _lines(text: str) -> list[_Line]:
    lines = []
    for found in _LINE.finditer(text):
        words = found[0].strip(" \u3000")
        if words:
            start = found.start() + found[0].index(words[0])
            indent = _INDENT.match(found[0])
            broad = width(words) + (width(indent[0]) if indent else 0)
            lines.append(_Line(start, start + len(words), words, indent is not None, broad))
    return lines


def _page(lines: list[_Line], newspaper: bool) -> _Page:
    """Wrapped lines share a measure: many are equally long and stop in the middle of a sentence.

    Captions may be equally long too, but no sentence ends within them.
    """
    indents = sum(line.indented for line in lines) >= 2
    long = [line for line in lines if len(line.text) >= 15]
    unended = sum(line.text[-1] not in _ENDED for line in long)
    items = unended >= 4 and 5 * unended >= 3 * len(long)
    counts = Counter(line.broad // 2 for line in lines if 24 <= line.broad <= 140)
    if len(lines) < 4 or not counts:
        return _Page(0, indents, newspaper, items)
    measure = 2 * max(counts, key=lambda half: (sum(counts[half - d] for d in range(3)), half))
    full = [line for line in lines if measure - 5 <= line.broad <= measure + 1]
    longer = sum(line.broad > measure + 5 for line in lines)
    open_ = sum(line.text[-1] not in _ENDED for line in full)
    many = 5 * len(full) >= 2 * len(lines) and 2 * open_ >= len(full)
    sure = 3 * len(full) >= len(lines) and 5 * open_ >= 4 * len(full)
    wrapped = (many or sure) and 5 * longer <= len(full)
    wrapped = wrapped and len(full) >= 3 and any("。" in line.text for line in lines)
    return _Page(measure if wrapped else 0, indents, newspaper, items and not wrapped)


def _goes_on(line: _Line, following: _Line, page: _Page) -> bool:
    """Whether the sentence of one line goes on in the next."""
    last, first = line.text[-1], following.text[0]
    if last in _OPENS or first in _CLOSES:
        return True
    if line.text.startswith("#") or _dates().fullmatch(line.text):
        return False
    wrapped = abs(line.broad - page.measure) <= 5
    if _openers().match(following.text):
        return wrapped and last in _RUNS_ON and not following.indented
    if not wrapped and last not in _RUNS_ON and _times().match(following.text):
        return False
    if following.indented and page.indents:
        return False
    if page.measure:
        if not wrapped:
            return last not in _ENDED and line.broad > page.measure
        return last not in _ENDED or (page.indents and last != ":")
    if last in _ENDED or line.text.endswith("——"):
        return False
    if last in _RUNS_ON:
        return True
    if page.items or not _PROSE.search(following.text) or len(line.text) < 15:
        return False
    told = line.text.rfind("。")
    if told >= 0:
        return len(line.text) - told > 4
    return bool(_PROSE.search(line.text)) and (page.newspaper or len(line.text) >= _LONG)


def _in_brackets(paragraph: str, following: str) -> bool:
    """Whether a short line still belongs to a bracket that a short line opened (《, date, 》)."""
    if len(paragraph) > 40 or len(following) > 20:
        return False
    return any(paragraph.count(mark) > paragraph.count(end) for mark, end in ("()", "《》"))


def paragraphs(clean: CleanText) -> CleanText:
    """One line a paragraph.

    A break is closed up where the line before it stops in the middle of a sentence: at the measure
    of a wrapped text, or, in a text of whole paragraphs, after a sentence that has begun. The
    heads of items, dated lines and headings (lexicon/layout.toml) always begin a line.
    """
    clean, newspaper = spaced(_broken_at_indents(clean))
    lines = _lines(clean.text)
    if not lines:
        return clean.slice(0, 0)
    page = _page(lines, newspaper)
    edits: list[Edit] = []
    at, paragraph = 0, ""
    for number, line in enumerate(lines):
        if number == 0:
            new = ""
        elif _goes_on(lines[number - 1], line, page) or _in_brackets(paragraph, line.text):
            latin = _BETWEEN_WORDS.match(lines[number - 1].text[-1])
            new = " " if latin and _BETWEEN_WORDS.match(line.text[0]) else ""
        else:
            new = "\n"
        paragraph = line.text if new == "\n" else paragraph + line.text
        if clean.text[at : line.start] != new:
            edits.append((at, line.start, new))
        at = line.end
    if at < len(clean.text):
        edits.append((at, len(clean.text), ""))
    return clean.rewrite(edits)
