"""A source's text as the later stages read it: simplified, half-width, one line a paragraph."""

from __future__ import annotations

from extractors.reading.characters import plain
from extractors.reading.furniture import without_furniture
from extractors.reading.jammers import without_jammers
from extractors.reading.layout import paragraphs
from extractors.reading.marks import full_stops, paired_quotes, single_marks
from extractors.reading.markup import without_markup
from extractors.reading.offsets import CleanText, identity
from extractors.reading.script import simplified, without_glosses

_STEPS = (
    without_jammers,
    without_markup,
    plain,
    without_glosses,
    simplified,
    without_furniture,
    single_marks,
    full_stops,
    paragraphs,
    paired_quotes,
)


def clean(text: str) -> CleanText:
    """The clean text of a whole source, each character of it knowing its place there.

    In the clean text

    - characters are simplified (where the document is in traditional script), letters, digits and
      the marks ``, : ; ( ) ! ? %`` half-width; ``。 、 《 》`` stay, quotes are ``“ ” ‘ ’``;
    - there are no tabs, full-width or unseen characters, tags, entities or bracketed pinyin;
    - a doubled mark is one mark, a dash ``—`` or ``——``, a hyphen ``-``, a point that ends a
      sentence ``。``;
    - ``\\n`` stands between paragraphs and nowhere else, never twice, nor at either end; a
      headline, a date or a list marker on a line of its own keeps its line;
    - a space stands between two items (``张三 李四``, ``本报讯 8月27日``, ``Gene D. Block``), never
      inside a word, beside Chinese punctuation or after a list marker;
    - page furniture is gone, with what forums print to spoil copies; a Markdown heading keeps its
      ``#`` marks and one space.

    Any text is accepted, the empty one included.
    """
    result = identity(text)
    for step in _STEPS:
        result = step(result)
    return result
