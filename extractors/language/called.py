"""Officials who are called by surname and post: 王书记, where 县委书记王立 stands before."""

from __future__ import annotations

from extractors.language.anchors import Reading
from extractors.language.document import PersonSpan
from extractors.language.names import lexicon
from extractors.language.titles import Title


def by_surname(reading: Reading, found: list[PersonSpan], start: int) -> list[PersonSpan]:
    """Officials called by surname and post (王书记) whose full name and post stand before, or
    somewhere in the document."""
    called = []
    for title in _heads_in(reading, start):
        surname = reading.text[title.start - 1 : title.start]
        if surname not in lexicon().single or not _opens(reading.text, title.start - 1):
            continue
        full = {
            p.name: p
            for p in found
            if p.end <= title.start
            and p.name.startswith(surname)
            and any(title.head in post.title for post in p.posts)
        }
        elsewhere = reading.memory.officials.get(surname + title.name, "")
        name = next(iter(full)) if len(full) == 1 else "" if full else elsewhere
        if name and not any(p.start <= title.start - 1 < p.end for p in found):
            called.append(PersonSpan(title.start - 1, title.end, name, (), 0.8))
    return called


def _heads_in(reading: Reading, start: int) -> list[Title]:
    """The titles of the text from ``start``, in order."""
    return [t for at, t in sorted(reading.by_start.items()) if at > start]


def _opens(text: str, at: int) -> bool:
    """Whether a clause, a list item or the object of a verb begins at ``at``."""
    return at == 0 or text[at - 1] in ",。;:!?\n(“、由经对向请与和"
