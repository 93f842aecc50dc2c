"""What the components know of the language, as data: word lists, tables and the loaders of both.

Every list is general for Chinese public records (any province, 1950s to today, any genre); nothing
in it is keyed to one document. A ``.txt`` list has one item a line, ``#`` starts a comment line,
and a tab parts an item from its further columns. All files are UTF-8 and in clean text's canon.
"""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = ["columns", "given_score", "rows", "table", "words"]


def _text(file: str) -> str:
    return files(__name__).joinpath(file).read_text(encoding="utf-8")


@cache
def columns(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of ``name.txt`` as tuples of their tab-separated columns, in file order.

    Raises FileNotFoundError where there is no such list.
    """
    lines = (line.strip() for line in _text(f"{name}.txt").splitlines())
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


@cache
def words(name: str) -> tuple[str, ...]:
    """The items of ``name.txt`` (its first column), in file order.

    Raises FileNotFoundError where there is no such list.
    """
    return tuple(row[0] for row in columns(name))


@cache
def table(name: str) -> MappingProxyType[str, Any]:
    """The content of ``name.toml``; its top level cannot be written to.

    Raises FileNotFoundError where there is no such table.
    """
    return MappingProxyType(tomllib.loads(_text(f"{name}.toml")))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``name.csv`` by the names in its first line, in file order.

    Raises FileNotFoundError where there is no such file.
    """
    return tuple(csv.DictReader(_text(f"{name}.csv").splitlines()))


@cache
def _given() -> dict[str, tuple[float, float, float]]:
    return {
        row["char"]: (float(row["first"]), float(row["second"]), float(row["single"]))
        for row in rows("given_names")
    }


def given_score(given: str) -> float:
    """The log-odds (natural logarithm) that the characters after a surname are a given name.

    0 is even against the ordinary text that follows surname characters; about nine in ten names
    score above it, and fewer than two in ten other strings of three characters. One or two
    characters are judged; anything longer raises ValueError. An unknown character counts nothing.
    The numbers come from benchmarks/train_names.py.
    """
    nothing = (0.0, 0.0, 0.0)
    if len(given) == 1:
        return _given().get(given, nothing)[2]
    if len(given) == 2:
        return _given().get(given[0], nothing)[0] + _given().get(given[1], nothing)[1]
    raise ValueError(f"a given name has one or two characters, not {len(given)}: {given!r}")
