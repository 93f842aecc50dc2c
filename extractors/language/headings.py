"""Lines such as 任命: or 免去: that say what is done to the people of the lines below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADING = re.compile(
    r"(?:^|\n)(?:[^\n。;,]{0,12}?(?P<what>任命|免去|免职|聘任|罢免)[::]?|"
    r"[^\n。;]*(?P<ends>任命|免去|免职|聘任|罢免|选举|选举产生)(?:下列(?:同志|人员))?[::])(?=\n)"
)
_HEADED = re.compile(r"(?:任命|免去|免职|聘任|罢免|选举|选举产生)(?:下列(?:同志|人员))?[::]?\n")


def headings_in(text: str) -> list[re.Match[str]]:
    """The headings of a text, in order."""
    return list(_HEADING.finditer(text)) if _HEADED.search(text) else []


def standing(headings: Sequence[re.Match[str]], at: int) -> str:
    """What a line before, such as 任命: or 免去:, says of the lines that follow it."""
    lines = [m for m in headings if m.end() < at]
    if not lines:
        return ""
    what = lines[-1]["what"] or lines[-1]["ends"]
    if what.startswith("选"):
        return "elected"
    return "removed" if what.startswith(("免", "罢")) else "appointed"
