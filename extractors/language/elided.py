"""Who goes on to a second happening without being named again: 甲参加仪式;赴乙地检查."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.language.document import Frame, PersonSpan

_DONE = (
    (re.compile("主持"), "chair"),
    (re.compile("会见|接见"), "receive"),
    (re.compile("参加|出席|列席"), "attend"),
    (re.compile("赴|到|前往|督导|督查|调研|检查|视察|走访|慰问|看望|召开"), "lead"),
)
_JOINS = re.compile("[、和与]|(?:同志)?[、和与]")


def subject_again(
    text: str, frame: Frame, before: Frame, people: Sequence[PersonSpan]
) -> tuple[tuple[PersonSpan, ...], str]:
    """The subject of ``before`` and what it does in ``frame``; nobody where the frame does not go
    on with a verb behind a semicolon or full stop."""
    if frame.start == 0 or text[frame.start - 1] not in ";。":
        return (), ""
    done = next((says for verb, says in _DONE if verb.match(text, frame.start)), "")
    if not done or any(frame.start <= p.start < frame.end for p in people):
        return (), ""
    listed: list[PersonSpan] = []
    for person in people:
        if not before.start <= person.start < before.end:
            continue
        if listed and not _JOINS.fullmatch(text, listed[-1].end, person.start):
            break
        listed.append(person)
    return tuple(listed), done
