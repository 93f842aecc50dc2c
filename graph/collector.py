"""Python's search for cycles, held back where it finds nothing and costs much."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """No search for cycles while modules are loaded or a document is read: what is loaded stays,
    reading makes no cycles, and to look through it all costs a twentieth."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()
