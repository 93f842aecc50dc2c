"""The SPARQL twins of canned queries, with values put in: ``queries/*.rq`` and ``withdraw.ru``.

Each file runs as it stands, with the values of its one line that ends in ``# parameters``; `bound`
puts others there. They ask a store that was loaded with what ``graph export`` writes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib import resources

_LINE = re.compile(r"\{ \((?P<values>.*)\) \}  # parameters$", re.MULTILINE)


def names() -> tuple[str, ...]:
    """The names of the queries that have a twin, sorted."""
    files = (file.name for file in resources.files("queries").iterdir())
    return tuple(sorted(name.removesuffix(".rq") for name in files if name.endswith(".rq")))


def read(name: str) -> str:
    """The text of a query, or of the update ``withdraw``; raises FileNotFoundError for others."""
    suffix = "ru" if name == "withdraw" else "rq"
    return resources.files("queries").joinpath(f"{name}.{suffix}").read_text("utf-8")


def bound(name: str, values: Sequence[str]) -> str:
    """The text with these values, in the order in which the file names them.

    Raises ValueError where there are too many or too few.
    """
    text = read(name)
    line = _LINE.search(text)
    assert line is not None, f"queries/{name} has no line of parameters"
    wanted = len(re.findall(r'"(?:[^"\\\\]|\\\\.)*"', line["values"]))
    if wanted != len(values):
        raise ValueError(f"{name} takes {wanted} values, not {len(values)}")
    literals = " ".join(_literal(value) for value in values)
    return text[: line.start("values")] + literals + text[line.end("values") :]


def _literal(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
