"""What somebody does in an event whose words name him and give him no verb."""

from __future__ import annotations

from extractors.language.verbs import data


def by_default(kind: str, has_post: bool) -> str:
    """The capacity of one who is named in an event of a ``kind`` and of whom no verb tells.

    Where a body is founded that is ``appointed`` for one who ``has_post`` now; who has none only
    has to do with it.
    """
    capacity: str = data()["default"].get(kind, "other")
    return (
        "other" if capacity == "appointed" and kind != "appointment" and not has_post else capacity
    )
