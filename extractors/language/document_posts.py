"""Posts whose body only another entry of the document gives: 副主任甲, who is the congress's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extractors.language.document import PersonSpan, PostSpan
from extractors.language.titles import Title, titles

Held = Mapping[tuple[str, str], str]
"""The body by a name and a title."""


def held(people: Iterable[PersonSpan]) -> dict[tuple[str, str], str]:
    """The posts that the entries of a document give, where a name and a title have one body."""
    bodies: dict[tuple[str, str], set[str]] = {}
    for person in people:
        for post in person.posts:
            bodies.setdefault((person.name, post.title), set()).add(post.organisation)
    return {key: next(iter(found)) for key, found in bodies.items() if len(found) == 1}


def with_bodies(text: str, people: Sequence[PersonSpan], known: Held) -> tuple[PersonSpan, ...]:
    """The people, those after a title that gave no post with the body that the document knows;
    a deputy's title is shared by the list behind it."""
    if not known or all(person.posts for person in people):
        return tuple(people)
    by_end = {title.end: title for title in titles(text)}
    result: list[PersonSpan] = []
    shared: Title | None = None
    for person in people:
        title = by_end.get(person.start)
        if title is None and result and text[result[-1].end : person.start] == "、":
            title = shared
        shared = title if title is not None and "副" in title.name else None
        body = known.get((person.name, title.name), "") if title and not person.posts else ""
        if title and body:
            surface = text[title.start : title.end]
            post = PostSpan(title.start, title.end, surface, body, title.name, title.status)
            person = replace(person, posts=(post,))
        result.append(person)
    return tuple(result)
