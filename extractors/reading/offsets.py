"""Text that remembers where each of its characters stood in the source."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from schema.records import Span

Edit = tuple[int, int, str]
"""Start and end in a clean text (half-open) and the words that take the place of what is there."""


@dataclass(frozen=True, slots=True)
class CleanText:
    """A cleaned text and, for each of its characters, the span of the source it stands for.

    ``starts[i]`` and ``ends[i]`` are the source offsets (half-open) of the character that became
    ``text[i]``; both sequences rise strictly. What was dropped between two kept characters
    (bracketed pinyin, a line break inside a word) belongs to neither, so a span of several
    characters covers it in the source.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def source_span(self, start: int, end: int) -> Span:
        """The source span (half-open) of ``text[start:end]``; raises ValueError if it is empty."""
        if start >= end:
            raise ValueError(f"an empty span has no place in the source: {start}..{end}")
        return self.starts[start], self.ends[end - 1]

    def slice(self, start: int, end: int) -> CleanText:
        """``text[start:end]`` with its map; the offsets still count in the whole source."""
        return CleanText(self.text[start:end], self.starts[start:end], self.ends[start:end])

    def keep(self, indices: Iterable[int]) -> CleanText:
        """Only the characters at these indices, in the order given."""
        kept = tuple(indices)
        return CleanText(
            "".join(map(self.text.__getitem__, kept)),
            array("I", map(self.starts.__getitem__, kept)),
            array("I", map(self.ends.__getitem__, kept)),
        )

    def respell(self, text: str) -> CleanText:
        """The same places under other characters, one for one; raises ValueError otherwise."""
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters cannot respell {len(self.text)}")
        return CleanText(text, self.starts, self.ends)

    def rewrite(self, edits: Iterable[Edit]) -> CleanText:
        """The text after these edits, which stand in order and do not overlap.

        New words may not be longer than what they replace: each takes the place of one character,
        the last of them of all that is left.
        """
        words: list[str] = []
        starts, ends = array("I"), array("I")
        at = 0
        for start, end, new in edits:
            if len(new) > end - start:
                raise ValueError(f"{new!r} is longer than the {end - start} characters it replaces")
            words += self.text[at:start], new
            starts.extend(self.starts[at:start])
            ends.extend(self.ends[at:start])
            if new:
                starts.extend(self.starts[start : start + len(new)])
                ends.extend(self.ends[start : start + len(new) - 1])
                ends.append(self.ends[end - 1])
            at = end
        if not words:
            return self
        words.append(self.text[at:])
        starts.extend(self.starts[at:])
        ends.extend(self.ends[at:])
        return CleanText("".join(words), starts, ends)


def identity(text: str) -> CleanText:
    """The text as its own clean form: character i is source span [i, i + 1)."""
    places = array("I", range(len(text) + 1))
    return CleanText(text, places[:-1], places[1:])
