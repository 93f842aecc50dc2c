"""How terms are written: one Syntax for Turtle and TriG, one for N-Triples, one for JSON-LD.

A rendered term is text that goes into the file as it stands. In JSON-LD a literal with a language
is a pair of language and text, since it stands in a map of languages there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from schema.mapping import Linked, instance_prefixes, json_key

Term = str | tuple[str, str]
_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\]*[/#:]")


@dataclass(frozen=True, slots=True)
class Syntax:
    """The rendering of each kind of term.

    ``node`` takes ``path:local`` (``person:00ce``), ``name`` a prefixed name of the mapping,
    ``text`` a literal and its language (empty: none), ``typed`` a lexical form and its datatype's
    prefixed name, ``concept`` a scheme's prefix and a word, ``iri`` an IRI in full.
    """

    node: Callable[[str], str]
    name: Callable[[str], str]
    predicate: Callable[[str], str]
    text: Callable[[str, str], Term]
    typed: Callable[[str, str], str]
    iri: Callable[[str], str]
    prefixes: Mapping[str, str]

    def concept(self, prefix: str, word: str) -> str:
        """A concept of a scheme; a word that is none of the vocabulary's is escaped."""
        return self.name(f"{prefix}:{word if _PLAIN_WORD.fullmatch(word) else quote(word, '')}")


def checked_base(base: str) -> str:
    """The base itself; raises ValueError where IRIs cannot be made by adding to it."""
    if not _BASE.fullmatch(base):
        raise ValueError(
            f"{base!r} cannot open the names of the graph: "
            "give an absolute IRI that ends in / # or :"
        )
    return base


def turtle(mapping: Linked, base: str) -> Syntax:
    """Turtle and TriG: prefixed names, which the ids of the graph already are."""

    def typed(value: str, datatype: str) -> str:
        if datatype in ("xsd:integer", "xsd:decimal", "xsd:boolean"):
            return value
        return f'"{escaped(value)}"^^{datatype}'

    return Syntax(
        node=str, name=str, predicate=lambda name: "a" if name == "rdf:type" else name,
        text=_turtle_text, typed=typed, iri=_bracketed, prefixes=instance_prefixes(mapping, base),
    )  # fmt: skip


def ntriples(mapping: Linked, base: str) -> Syntax:
    """N-Triples: every IRI in full."""

    def node(own: str) -> str:
        return f"<{base}{own.replace(':', '/', 1)}>"

    @lru_cache(maxsize=4096)
    def name(prefixed: str) -> str:
        return f"<{mapping.expand(prefixed)}>"

    def typed(value: str, datatype: str) -> str:
        return f'"{escaped(value)}"^^{name(datatype)}'

    return Syntax(
        node=node, name=name, predicate=name, text=_turtle_text, typed=typed, iri=_bracketed,
        prefixes={},
    )  # fmt: skip


def jsonld(mapping: Linked, base: str) -> Syntax:
    """JSON-LD: compact IRIs and keys that the context defines; ``rdf:type`` is ``@type``."""

    def typed(value: str, datatype: str) -> str:
        if datatype in ("xsd:integer", "xsd:boolean"):
            return value
        if datatype == "xsd:decimal":
            return f'"{value}"'
        return f'{{"@type": "{datatype}", "@value": {_json(value)}}}'

    def text(value: str, language: str) -> Term:
        return (language, _json(value)) if language else _json(value)

    return Syntax(
        node=_json, name=_json, predicate=json_key, text=text, typed=typed, iri=_json,
        prefixes=instance_prefixes(mapping, base),
    )  # fmt: skip


def escaped(text: str) -> str:
    """Text as it may stand between double quotes in Turtle and N-Triples."""
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPES.get(character) or f"\\u{ord(character):04X}"


def _turtle_text(text: str, language: str) -> str:
    if _SPECIAL.search(text):
        text = _SPECIAL.sub(_escape, text)
    return f'"{text}"@{language}' if language else f'"{text}"'


def _bracketed(iri: str) -> str:
    return f"<{iri}>"


def _json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
