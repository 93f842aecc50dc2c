"""Who follows somebody in a post that is not named again: 局长甲免职,由乙接任."""

from __future__ import annotations

import re

from extractors.language.document import PersonSpan, PostSpan

_SUCCEEDS = re.compile(r"(?:同志)?(?:接任|继任|接替|接充)(?=[,。;\n]|$)")
_LEAVES = re.compile(
    r"免职|免去|撤职|撤销|调离|调走|调任|离任|离职|去职|辞职|卸任|离休|退休|病故|病逝|逝世|牺牲|殉职|"
    r"[调升][^,。;]{1,10}[任长]"
)


def inherited(text: str, before: PersonSpan, opening: int, at: int) -> tuple[PostSpan, ...]:
    """The last post of the person before, where this sentence says that he leaves it and that
    those who begin at ``opening`` and end at ``at`` succeed him; else nothing (clean offsets)."""
    if _SUCCEEDS.match(text, at) is None:
        return ()
    told = text[before.end : opening]
    return before.posts[-1:] if "。" not in told and _LEAVES.search(told) else ()
