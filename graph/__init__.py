"""Records to graph. From Python, ``from graph import open_graph`` opens what is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from graph.opened import open_graph

__all__ = ["open_graph"]


def __getattr__(name: str) -> Any:
    # Loaded when it is asked for: the command line imports this package and must stay quick.
    if name == "open_graph":
        from graph.opened import open_graph

        return open_graph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
