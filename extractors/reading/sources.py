"""Files, folders and standard input to documents: decoded text, and what is known beside it."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractors.reading.encodings import Undecodable, decode
from extractors.reading.formats import (
    Unreadable,
    decode_html,
    docx_text,
    html_text,
    pdf_text,
)
from extractors.reading.sidecar import (
    SUFFIX,
    BadSidecar,
    Hints,
    Sidecar,
    read_sidecar,
    sidecar_of,
)

__all__ = ["Document", "Hints", "Sidecar", "SourceError", "read_sources"]

STDIN = "-"
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".shtml": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}
_CONVERTIBLE = {".doc", ".wps", ".rtf", ".odt", ".ofd", ".caj", ".epub"}
_ABOUT = ("readme", "license", "changelog")
_HTML_HEADS = (b"<!doctype html", b"<html", b"<head", b"<?xml")


@dataclass(frozen=True, slots=True)
class Document:
    """One source, read.

    ``name`` is the file's name, unique in a build. ``text`` is the decoded text that all offsets
    count in: of a text file every character as it stands, line ends included and a byte order mark
    left out, so that ``open(path, encoding=encoding, newline="").read()`` gives the same. ``hints``
    is the sidecar under the user's options; a page's own title stands in where there is none.
    ``sha256`` is that of the bytes, ``format`` text, html, pdf or docx, ``encoding`` empty for
    formats that know their own, ``path`` None for standard input.
    """

    name: str
    text: str
    hints: Sidecar
    sha256: str
    format: str
    encoding: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class SourceError:
    """An input that could not be read (or its sidecar): printed, it is one sentence."""

    name: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.name}: {self.problem}; {self.remedy}."


@dataclass(frozen=True, slots=True)
class _Place:
    """A file that was found: where, and the folder that was asked for (itself, for a file)."""

    path: Path
    root: Path


def _in_folder(folder: Path) -> Iterator[_Place]:
    """The files below a folder that can be read or converted; no hidden ones, no READMEs."""
    for path in sorted(folder.rglob("*"), key=lambda found: found.relative_to(folder).as_posix()):
        below = path.relative_to(folder).parts
        if any(part.startswith((".", "~$")) for part in below) or path.name.endswith(SUFFIX):
            continue
        if path.stem.lower() in _ABOUT:
            continue
        if path.suffix.lower() in FORMATS.keys() | _CONVERTIBLE and path.is_file():
            yield _Place(path, folder)


def _found(inputs: Sequence[str]) -> Iterator[_Place | SourceError]:
    for name in dict.fromkeys(inputs):
        path = Path(name)
        if name == STDIN:
            continue
        if path.is_dir():
            places = list(_in_folder(path))
            yield from places
            if not places:
                kinds = ", ".join(FORMATS)
                yield SourceError(name, "there is no source in this folder", f"put in {kinds}")
        elif path.exists():
            yield _Place(path, path.parent)
        else:
            yield SourceError(name, "there is no such file or folder", "check the spelling")


def _named(places: Sequence[_Place]) -> Iterator[tuple[str, _Place]]:
    """A name for each file: its own, or as much of its path as tells it from its namesakes."""
    ways = []
    for place in places:
        below = place.path.relative_to(place.root).as_posix()
        top = place.root.resolve().name
        ways.append((place.path.name, below, f"{top}/{below}", place.path.as_posix()))
    counts = [Counter(way[step] for way in ways) for step in range(4)]
    for way, place in zip(ways, places, strict=True):
        free = (name for name, count in zip(way, counts, strict=True) if count[name] == 1)
        yield next(free, way[-1]), place


def _sniffed(data: bytes) -> str:
    """The format of bytes that have no file name."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf"):
        return "pdf"
    if head.startswith(b"pk\x03\x04"):
        return "docx"
    return "html" if head.startswith(_HTML_HEADS) else "text"


def _read(name: str, data: bytes, kind: str, hints: Sidecar, path: Path | None) -> Document:
    """A document from its bytes; raises Unreadable or Undecodable."""
    if not data.strip():
        raise Unreadable("it is empty", "check that it was saved")
    title, encoding = hints.title, ""
    if kind == "text":
        text, encoding = decode(data)
    elif kind == "html":
        page, encoding = decode_html(data)
        text, title = html_text(page)
    else:
        text = pdf_text(data) if kind == "pdf" else docx_text(data)
    if not text.strip():
        raise Unreadable("it holds no words", "check that it was saved")
    known = Sidecar(hints.place, hints.year, hints.month, hints.title or title, hints.url)
    return Document(name, text, known, hashlib.sha256(data).hexdigest(), kind, encoding, path)


def _document(
    name: str, data: bytes, kind: str, hints: Sidecar, path: Path | None
) -> Document | SourceError:
    try:
        return _read(name, data, kind, hints, path)
    except Unreadable as error:
        return SourceError(name, error.problem, error.remedy)
    except Undecodable as error:
        if error.binary:
            return SourceError(name, "it is a binary file, not text", "give the text itself")
        return SourceError(name, "its characters are in no known encoding", "save it as UTF-8")


def _from_file(name: str, path: Path, hints: Hints) -> Iterator[Document | SourceError]:
    suffix = path.suffix.lower()
    if suffix in _CONVERTIBLE:
        remedy = "save it as DOCX, PDF or text"
        yield SourceError(name, f"{suffix} files cannot be read", remedy)
        return
    if suffix and suffix not in FORMATS:
        remedy = f"convert it to one of {', '.join(FORMATS)}"
        yield SourceError(name, f"{suffix} is not a format that can be read", remedy)
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield SourceError(name, f"it cannot be read ({error.strerror})", "check its rights")
        return
    beside = sidecar_of(path)
    known = Sidecar()
    try:
        known = read_sidecar(beside)
    except BadSidecar as error:
        yield SourceError(beside.name, error.problem, error.remedy)
    kind = FORMATS[suffix] if suffix else _sniffed(data)
    yield _document(name, data, kind, known.under(hints), path)


def read_sources(
    inputs: Sequence[str], hints: Hints | None = None
) -> Iterator[Document | SourceError]:
    """Every document of the inputs, in the order of their names; what fails comes as SourceError.

    An input is a text, HTML, PDF or DOCX file, a folder (read with all below it; hidden files,
    sidecars, READMEs and files of other kinds are passed over) or ``-``, standard input. Text may
    be UTF-8, GB18030, Big5 or UTF-16. A ``NAME.meta.json`` beside a file tells what its text does
    not; the options in ``hints`` stand above it. A bad sidecar is a SourceError, and its document
    follows without it. A file that is reached twice is read once.
    """
    hints = hints or Hints()
    places: dict[Path, _Place] = {}
    errors: list[SourceError] = []
    for found in _found(inputs):
        if isinstance(found, SourceError):
            errors.append(found)
        else:
            places.setdefault(found.path.resolve(), found)
    yield from sorted(errors, key=str)
    if STDIN in inputs:
        data = sys.stdin.buffer.read()
        yield _document("stdin", data, _sniffed(data), Sidecar().under(hints), None)
    for name, place in sorted(_named(list(places.values())), key=lambda pair: pair[0]):
        yield from _from_file(name, place.path, hints)
