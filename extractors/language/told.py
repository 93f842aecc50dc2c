"""A text with what is read of it before its acts: who stands where, and what may tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.language.document import Frame, PersonSpan
from extractors.language.verbs import Verb
from schema.records import Span

_LEADERS = ("书记", "省长", "市长", "县长", "区长", "州长", "旗长", "镇长", "乡长", "主席", "校长")
"""How posts end whose holders speak for a place or a school."""


@dataclass(frozen=True, slots=True)
class Told:
    """A text with what was read of it before its acts.

    ``heads`` are where titles begin, by end; ``companies`` the people who accompany somebody in
    the middle of a sentence (在甲、乙陪同下).
    """

    text: str
    people: Sequence[PersonSpan]
    frames: Sequence[Frame]
    verbs: tuple[Verb, ...]
    heads: dict[int, int]
    speeches: tuple[Span, ...]
    companies: tuple[Span, ...]

    def opening(self, i: int) -> int:
        """Where person ``i`` begins, posts and all."""
        at = min([self.people[i].start, *(post.start for post in self.people[i].posts)])
        return self.heads.get(at, at)

    def ending(self, i: int) -> int:
        """Where person ``i`` ends, with the posts right behind the name."""
        end = self.people[i].end
        for post in self.people[i].posts:
            end = post.end if post.start == end else end
        return end

    def is_only_spoken_of(self, i: int) -> bool:
        """Whether person ``i`` is named in what somebody says."""
        return any(a <= self.people[i].start < b for a, b in self.speeches)

    def is_leader(self, i: int) -> bool:
        """Whether person ``i`` leads a place, a committee or a school, by a post that the text
        gives him."""
        name = self.people[i].name
        return any(
            post.title.endswith(_LEADERS)
            for person in self.people
            if person.name == name
            for post in person.posts
        )

    def kind_at(self, at: int) -> str:
        return next((f.type for f in self.frames if f.start <= at < f.end), "other")
