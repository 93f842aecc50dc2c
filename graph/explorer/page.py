"""The page itself: our scripts and styles, the libraries and the data in one HTML file.

A strict content security policy names every script by its hash: nothing else runs, nothing is
fetched, and what the data hold is text wherever it is shown.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from graph.explorer.data import LeftOut, content, words_of_vocabulary
from graph.explorer.libraries import Library, LibraryError, sigma, vega
from graph.stores.store import StoreError
from graph.tables import Tables

SCRIPTS = (
    "words", "dom", "graph", "search", "passage", "facts", "timeline", "pages", "lists", "places",
    "filters", "network", "main",
)  # fmt: skip
"""Our scripts in the order in which they build on one another."""

STYLES = ("base", "parts", "network")


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: bytes of the file, nodes and entries on it, and what is left out."""

    size: int
    nodes: int
    entries: int
    left: LeftOut


def write_page(tables: Tables, path: str | Path) -> Written:
    """Write the explorer of a graph; raises StoreError where it cannot be made or written.

    The file stands in its place at the end and at once, and equal tables give equal bytes.
    """
    found = content(tables)
    try:
        page = render(found.data, (sigma(), vega())).encode("utf-8")
    except LibraryError as error:
        raise StoreError(str(error)) from error
    try:
        _put(page, Path(path))
    except OSError as error:
        raise StoreError(
            f"{path} cannot be written ({error.strerror}); name another with -o."
        ) from error
    return Written(len(page), len(found.data["nodes"]), len(found.data["entries"]), found.left)


def _put(page: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        beside.write_bytes(page)
        os.replace(beside, target)
    finally:
        beside.unlink(missing_ok=True)


def render(data: Mapping[str, Any], libraries: tuple[Library, ...]) -> str:
    """The HTML of the page; a library runs only when a view asks for it."""
    own = _script("(() => {\n'use strict';\n" + _assets(SCRIPTS, "js") + "})();\n")
    style = _assets(STYLES, "css")
    held = {library.name: _script(library.script) for library in libraries}
    policy = "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(_hash(script) for script in (own, *held.values())),
            "style-src " + _hash(style),
            "img-src data:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    notices = "\n\n".join(library.notice for library in libraries)
    parts = {
        "policy": policy,
        "style": style,
        "vocabulary": _json(words_of_vocabulary()),
        "data": _json(data),
        "notices": _json(notices),
        "libraries": "\n".join(
            f'<script type="text/plain" id="library-{name}">{script}</script>'
            for name, script in held.items()
        ),
        "script": own,
    }
    # One pass over the template: what is put in is never searched for another slot.
    pieces = _asset("page.html").split("{{")
    rest = (piece.split("}}", 1) for piece in pieces[1:])
    return pieces[0] + "".join(parts[name] + after for name, after in rest)


def _json(value: Any) -> str:
    """JSON that stays inside its script element: no ``<`` and no line ends of JavaScript's own."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _script(text: str) -> str:
    """A script that cannot end or comment out the element around it: the same to JavaScript."""
    return text.replace("</script", "<\\/script").replace("<!--", "<\\!--").replace("\r", "")


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _assets(names: tuple[str, ...], ending: str) -> str:
    return "\n".join(_asset(f"{name}.{ending}") for name in names)


def _asset(name: str) -> str:
    return files("graph.explorer").joinpath("assets", name).read_text("utf-8")
