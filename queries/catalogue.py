"""The canned queries as values: every ``*.cypher`` file beside this module and its header.

A header is the run of ``//`` lines at the top of a file. Each line opens with a key; a line that
opens with two or more spaces goes on with the one before::

    // zh: 一个人参加过的活动
    // en: The events of one person
    // group: people
    // answers: What a person did, in order of time, and in what capacity.
    // param: person person (example 李明): name, alias, pinyin or id
    // param: from date = 0001-01-01 (example 1998-01-01): first day of the range
    // column: event: what happened

``text``, ``person``, ``date`` and ``number`` are the kinds of parameter; one without ``=`` must be
given. A line ``// whole-graph: why`` marks a query that takes longer on a larger graph, a line
``// needs: what`` one that reads what only some graphs have.
"""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

Value = str | int
KINDS = ("text", "person", "date", "number")
GROUPS = {
    "people": "人物",
    "posts": "职务",
    "bodies": "机构",
    "events": "事件",
    "places": "地点",
    "documents": "文件",
    "networks": "关系网络",
    "quality": "数据质量",
}
"""The groups in the order in which they are listed, with their names in Chinese."""

_ONCE = ("zh", "en", "group", "answers")
_ANY_NAME = re.compile(r"(\w)\.id = \$(\w+) OR \1\.name = \$\2 OR \$\2 IN \1\.aliases")
_LINE = re.compile(r"//(?: (?P<key>[a-z-]+): (?P<value>.*)|  +(?P<more>.*))")
_PARAMETER = re.compile(
    r"(?P<name>[a-z_]+) (?P<kind>[a-z]+)(?: = (?P<default>\S*|\"\"))?"
    r" \(example (?P<example>[^)]+)\): (?P<meaning>.+)"
)


class QueryError(ValueError):
    """A canned query asked for in a way that cannot be answered; the message says what to do."""


class HeaderError(ValueError):
    """A query file whose header does not say what it must; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One ``$name`` of a query. ``default`` is None where a value must be given."""

    name: str
    kind: str
    default: Value | None
    example: Value
    meaning: str

    @property
    def required(self) -> bool:
        """Whether a value must be given."""
        return self.default is None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the answer, and what stands in it."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Query:
    """One canned query: ``name`` is its file's stem, ``cypher`` the whole file, header included.

    ``whole_graph`` says why it has to read the whole graph, ``needs`` what a graph must have that
    not every graph has; empty where it does not, and where it needs nothing.
    """

    name: str
    zh: str
    en: str
    group: str
    answers: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    cypher: str
    whole_graph: str = ""
    needs: str = ""

    @property
    def without_rows(self) -> str:
        """What to say where a graph gives no rows; empty where that says all."""
        return f"{self.name} reads {self.needs}." if self.needs else ""


@lru_cache(maxsize=1)
def catalogue() -> tuple[Query, ...]:
    """Every canned query, by name; raises HeaderError for a file without a proper header."""
    files = (file for file in resources.files("queries").iterdir() if file.name.endswith(".cypher"))
    return tuple(
        parse(file.name.removesuffix(".cypher"), file.read_text("utf-8"))
        for file in sorted(files, key=lambda file: file.name)
    )


def grouped() -> dict[str, tuple[Query, ...]]:
    """The canned queries by group, in the order of `GROUPS`, by name in each."""
    return {
        group: tuple(query for query in catalogue() if query.group == group) for group in GROUPS
    }


def find(name: str) -> Query:
    """The query of that name; raises QueryError with the nearest names where there is none."""
    by_name = {query.name: query for query in catalogue()}
    if name in by_name:
        return by_name[name]
    near = difflib.get_close_matches(name, by_name, n=3, cutoff=0.4)
    near += [other for other in by_name if name in other and other not in near]
    hint = f"did you mean {' or '.join(near)}?" if near else "`graph query` lists them all."
    raise QueryError(f"No query is called {name!r}; {hint}")


def by_id(query: Query) -> str:
    """The query for people who are given by their ids alone, which an index finds at once.

    As it stands in its file a query takes a name as well, and has to look at everybody for it.
    """
    return _ANY_NAME.sub(r"\1.id = $\2", query.cypher)


def bind(query: Query, given: Mapping[str, str]) -> dict[str, Value]:
    """A value for every parameter of the query: what is given, else the default.

    Raises QueryError for a name that the query does not know, for a value of the wrong kind, and
    for parameters that must be given and are not.
    """
    known = {parameter.name for parameter in query.parameters}
    for name in given:
        if name not in known:
            names = ", ".join(sorted(known)) or "none"
            raise QueryError(f"{query.name} has no parameter {name!r}; it takes {names}.")
    missing = [p for p in query.parameters if p.required and p.name not in given]
    if missing:
        options = " ".join(f"-p {p.name}={p.example}" for p in missing)
        raise QueryError(f"{query.name} needs {_names(missing)}: add for example {options}")
    values: dict[str, Value] = {}
    for parameter in query.parameters:
        if parameter.name in given:
            values[parameter.name] = _value(query.name, parameter, given[parameter.name])
        elif parameter.default is not None:
            values[parameter.name] = parameter.default
    return values


def parse(name: str, text: str) -> Query:
    """The query in a file's text; raises HeaderError if the header lacks something."""
    fields = _fields(name, text)
    once = {key: [value for k, value in fields if k == key] for key in _ONCE}
    for key, values in once.items():
        if len(values) != 1:
            raise HeaderError(f"queries/{name}.cypher must have one line `// {key}: …`")
    if once["group"][0] not in GROUPS:
        raise HeaderError(
            f"queries/{name}.cypher: its group must be one of {', '.join(GROUPS)},"
            f" not {once['group'][0]!r}"
        )
    columns = tuple(_column(name, value) for key, value in fields if key == "column")
    if not columns:
        raise HeaderError(f"queries/{name}.cypher must have a line `// column: …` for each column")
    return Query(
        name=name,
        zh=once["zh"][0],
        en=once["en"][0],
        group=once["group"][0],
        answers=once["answers"][0],
        parameters=tuple(_parameter(name, value) for key, value in fields if key == "param"),
        columns=columns,
        cypher=text,
        whole_graph=next((value for key, value in fields if key == "whole-graph"), ""),
        needs=next((value for key, value in fields if key == "needs"), ""),
    )


def _fields(name: str, text: str) -> list[tuple[str, str]]:
    fields: list[tuple[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("//"):
            break
        match = _LINE.fullmatch(line)
        if match and match["key"] in (*_ONCE, "whole-graph", "needs", "param", "column"):
            fields.append((match["key"], match["value"].strip()))
        elif match and match["more"] and fields:
            key, value = fields[-1]
            fields[-1] = key, f"{value} {match['more'].strip()}"
        else:
            raise HeaderError(f"queries/{name}.cypher, line {number}: not a header line: {line}")
    return fields


def _column(name: str, value: str) -> Column:
    column, colon, meaning = value.partition(": ")
    if not colon:
        raise HeaderError(f"queries/{name}.cypher: a column is `NAME: meaning`, not {value!r}")
    return Column(column, meaning)


def _parameter(name: str, value: str) -> Parameter:
    match = _PARAMETER.fullmatch(value)
    if not match or match["kind"] not in KINDS:
        raise HeaderError(
            f"queries/{name}.cypher: a parameter is `NAME KIND = DEFAULT (example VALUE): meaning`"
            f" with a kind of {', '.join(KINDS)}, not {value!r}"
        )
    default = match["default"]
    return Parameter(
        name=match["name"],
        kind=match["kind"],
        default=None if default is None else _typed(match["kind"], default.replace('""', "")),
        example=_typed(match["kind"], match["example"]),
        meaning=match["meaning"],
    )


def _typed(kind: str, text: str) -> Value:
    """The text as its kind; a ValueError where it is none. Dates stay text, but must be days."""
    if kind == "number":
        return int(text)
    if kind == "date":
        return datetime.date.fromisoformat(text).isoformat()
    return text


def _value(query: str, parameter: Parameter, text: str) -> Value:
    try:
        return _typed(parameter.kind, text)
    except ValueError as error:
        kinds = {"number": "a whole number", "date": "a day such as 2024-07-01"}
        raise QueryError(
            f"{query}: {parameter.name} must be {kinds[parameter.kind]}, not {text!r}."
        ) from error


def _names(parameters: list[Parameter]) -> str:
    return " and ".join(parameter.name for parameter in parameters)
