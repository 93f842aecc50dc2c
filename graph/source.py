"""What is known of a source when its records are handed on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A file or page: ``name`` is what the records of it carry as their ``source``.

    ``length`` counts characters of the decoded text, ``sha256`` is of the bytes read, in
    hexadecimal. Two sources of one graph must not share a name.
    """

    name: str
    url: str | None = None
    heading: str | None = None
    sha256: str | None = None
    length: int | None = None
