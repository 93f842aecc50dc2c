"""Who follows somebody in a post that is not named again: 局长甲免职,由乙接任."""

from __future__ import annotations

import re

from extractors.language.document import PersonSpan, PostSpan

_SUCCEEDS = re.compile(
    r"(?:同志)?(?:接任|继任|接替|接充|继之|代之|递补|继其任|接其任|继任其职|接任其职)(?=[,。;\n]|$)"
)
_LEAVES = re.compile(
    r"免职|免去|撤职|撤销|调离|调走|调任|离任|离职|去职|辞职|卸任|离休|退休|病故|病逝|逝世|牺牲|殉职|"
    r"[调升][^,。;]{1,10}[任长]"
)


def inherited(
    text: str, before: PersonSpan, opening: int, at: int, lost: tuple[PostSpan, ...] = ()
) -> tuple[PostSpan, ...]:
    """The last post of the person before, where this sentence says that he leaves it and that
    those who begin at ``opening`` and end at ``at`` succeed him; else nothing (clean offsets).

    ``lost`` are posts that are taken from him behind his name."""
    if _SUCCEEDS.match(text, at) is None:
        return ()
    told = text[before.end : opening]
    if lost and "。" not in told:
        return lost[-1:]
    return before.posts[-1:] if "。" not in told and _LEAVES.search(told) else ()
