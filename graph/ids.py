"""Names that machines use: short hashes of content behind a readable prefix.

The same content gives the same id on any machine, in any order and in any partition, because
nothing but the content goes in: no counter, no clock, no path.
"""

from __future__ import annotations

from hashlib import blake2b

_SEPARATOR = "\x1f"
"""Unit separator (ASCII 31): it stands in no text, so ("ab", "c") and ("a", "bc") differ."""


def make_id(label: str, *parts: object) -> str:
    """``label:`` in lower case and 16 hexadecimal digits of the parts' BLAKE2b hash.

    ``None`` counts as the empty string. 64 bits keep ten million things of one label apart with a
    chance of collision of about three in a million.
    """
    content = _SEPARATOR.join("" if part is None else str(part) for part in parts)
    return f"{label.lower()}:{blake2b(content.encode('utf-8'), digest_size=8).hexdigest()}"
