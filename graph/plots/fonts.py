"""Which font of this machine shows Chinese, found by what the font files say themselves."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError  # type: ignore[import-untyped]

from graph.stores.store import StoreError

SAMPLE = "的县区委记载龚黹"
"""Characters that a font for Chinese has and one for Japanese or Latin text lacks in part."""

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_FAMILY = 1
_PREFERRED = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback",
)  # fmt: skip


class NoFontError(StoreError):
    """No font shows Chinese; the sentence says what to install."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font: the name by which a drawing asks for it, and the folder in which it is."""

    family: str
    folder: Path


def find_font(folders: Iterable[Path] | None = None) -> Font:
    """The best font for Chinese in the folders, or where this system keeps its fonts.

    Raises NoFontError where there is none. The same files give the same font.
    """
    found: dict[str, Font] = {}
    for path in _files(system_folders() if folders is None else folders):
        for family in _chinese_families(path):
            found.setdefault(family, Font(family, path.parent))
        if _PREFERRED[0] in found:
            break
    for family in (*_PREFERRED, *sorted(found)):
        if family in found:
            return found[family]
    raise NoFontError(
        "No font on this machine shows Chinese; install one (Debian: apt install fonts-noto-cjk), "
        "or name the folder of one with --fonts."
    )


def system_folders() -> tuple[Path, ...]:
    """Where Linux, macOS and Windows keep fonts, for all users and for this one."""
    home = Path.home()
    data = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    folders = [Path(folder) / "fonts" for folder in data.split(":") if folder]
    folders += [home / ".fonts", home / ".local" / "share" / "fonts"]
    if sys.platform == "darwin":
        folders += [Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts"]
    if sys.platform == "win32":
        folders.append(Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts")
    return tuple(folders)


def _files(folders: Iterable[Path]) -> list[Path]:
    """The font files, those that are likeliest for Chinese first, so that few need be opened."""
    files = {
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.suffix.lower() in _SUFFIXES and path.is_file()
    }
    return sorted(files, key=lambda path: (not _likely(path.name), str(path)))


def _likely(name: str) -> bool:
    return "SansCJK-Regular" in name or "SansSC-Regular" in name


def _chinese_families(path: Path) -> Iterator[str]:
    try:
        # Lazily: of a font of 20 MB only the tables that are asked for are read.
        if path.suffix.lower() in (".ttc", ".otc"):
            with TTCollection(path, lazy=True) as collection:
                yield from [name for font in collection.fonts if (name := _family(font))]
        else:
            with TTFont(path, lazy=True) as font:
                if name := _family(font):
                    yield name
    except (OSError, TTLibError, KeyError, AssertionError):
        return


def _family(font: TTFont) -> str | None:
    shown = font.getBestCmap() or {}
    if not all(ord(character) in shown for character in SAMPLE):
        return None
    name: str | None = font["name"].getDebugName(_FAMILY)
    return name
