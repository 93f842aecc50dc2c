"""A picture as a Vega or Vega-Lite specification, drawn to PNG or SVG without a browser."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import vl_convert

from graph.plots.fonts import Font
from graph.stores.store import StoreError

PIXELS = 2
"""A PNG has so many pixels for one unit of the picture, so that it prints well."""

INK, QUIET, GRID, BACK = "#1f2933", "#5f6b76", "#e4e7eb", "#ffffff"
ACCENT = "#2f5d8a"
COLOURS = (
    "#2f5d8a", "#c8553d", "#588157", "#8d6a9f", "#d9a441", "#3f8f8f",
    "#a44a6b", "#7a6a53", "#6c8ebf", "#9aa33c", "#b0795b", "#4f5d75",
    "#ce7da5", "#70a288", "#9e9e9e",
)  # fmt: skip

_COUNTED = re.compile(r"(?P<what>\b(?:gradient_|clip))(?P<number>\d+)\b")

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be drawn: ``kind`` is the grammar of ``spec``.

    ``left_out`` are sentences that say what the picture does not show; they stand in it as well.
    """

    kind: Literal["vega", "vega-lite"]
    spec: Mapping[str, Any]
    left_out: tuple[str, ...] = ()
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture with the font that draws it; a notebook shows it as it is."""

    picture: Picture
    font: Font

    def save(self, path: str) -> tuple[str, ...]:
        """Write it to a .png or .svg file; gives sentences that say what it leaves out.

        Raises StoreError as `draw` does.
        """
        draw(self.picture, path, self.font)
        return self.picture.left_out

    def svg(self) -> str:
        """The picture as SVG text."""
        return rendered(self.picture, ".svg", self.font).decode()

    def _repr_svg_(self) -> str:
        return self.svg()


def draw(picture: Picture, path: str, font: Font) -> None:
    """Write the picture to a file whose ending says how: .png or .svg.

    Equal pictures give equal files where the font is the same. Raises StoreError for another
    ending and where the file cannot be written.
    """
    file = checked(path)
    data = rendered(picture, file.suffix.lower(), font)
    beside = file.with_name(f".{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        os.replace(beside, file)
    except OSError as error:
        raise StoreError(f"{path} cannot be written ({error.strerror}); name another.") from error
    finally:
        beside.unlink(missing_ok=True)


def checked(path: str) -> Path:
    """The path of a picture; raises StoreError where its ending is none of a picture."""
    file = Path(path)
    if file.suffix.lower() not in (".png", ".svg"):
        raise StoreError(f"{path}: a picture is a .png or .svg file; name one with -o.")
    return file


def rendered(picture: Picture, suffix: str, font: Font) -> bytes:
    """The picture as the bytes of a file of that ending, .png or .svg."""
    vl_convert.register_font_directory(str(font.folder.resolve()))
    spec = _in_font(picture, font.family)
    # No address is allowed: everything that is drawn stands in the specification.
    closed: dict[str, Any] = {"allowed_base_urls": []}
    if suffix == ".svg":
        to_svg = vl_convert.vega_to_svg if picture.kind == "vega" else vl_convert.vegalite_to_svg
        return _numbered_anew(to_svg(spec, **closed)).encode()
    to_png = vl_convert.vega_to_png if picture.kind == "vega" else vl_convert.vegalite_to_png
    return to_png(spec, scale=PIXELS, **closed)


def _numbered_anew(svg: str) -> str:
    """The ids of gradients and clips counted from 0; Vega counts on over pictures."""
    order = {name: at for at, name in enumerate(dict.fromkeys(_COUNTED.findall(svg)))}
    return _COUNTED.sub(lambda found: f"{found['what']}{order[found.groups()]}", svg)


def _in_font(picture: Picture, family: str) -> dict[str, Any]:
    """The specification with the look that all pictures share."""
    name = f"{family}, sans-serif"
    shared: dict[str, Any] = {
        "font": name,
        "background": BACK,
        "padding": 16,
        "title": {
            "font": name, "subtitleFont": name, "fontSize": 18, "subtitleFontSize": 12,
            "color": INK, "subtitleColor": QUIET, "anchor": "start", "offset": 14,
            "subtitlePadding": 6, "fontWeight": "bold",
        },
        "axis": {
            "labelFont": name, "titleFont": name, "labelFontSize": 12, "titleFontSize": 12,
            "labelColor": INK, "titleColor": QUIET, "gridColor": GRID, "domainColor": QUIET,
            "tickColor": QUIET, "titleFontWeight": "normal",
        },
        "legend": {
            "labelFont": name, "titleFont": name, "labelFontSize": 12, "titleFontSize": 12,
            "labelColor": INK, "titleColor": QUIET, "titleFontWeight": "normal",
        },
    }  # fmt: skip
    if picture.kind == "vega":
        shared["text"] = {"font": name}
        return {**picture.spec, "config": shared}
    return {**picture.spec, "config": {**shared, "view": {"stroke": None}}}
