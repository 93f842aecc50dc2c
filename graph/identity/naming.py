"""The word lists of bodies.toml as frozen values, loaded once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class UnitBody:
    """A body that every administrative unit has: ``form`` as written after the unit's name.

    ``full`` is the pattern of the official name, ``{}`` standing for the unit's.
    """

    form: str
    name: str
    full: str
    kind: str
    leads: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """How bodies are named; see bodies.toml for what each list means."""

    unit_bodies: tuple[UnitBody, ...]
    before_unit: tuple[tuple[str, str, str, tuple[str, ...]], ...]
    stems: Mapping[str, str]
    tails: Mapping[str, str]
    party_departments: Mapping[str, str]
    openers: tuple[str, ...]
    ministries: tuple[str, ...]
    country_same: Mapping[str, str]
    country_full: Mapping[str, str]
    country_kinds: Mapping[str, str]
    country_leads: frozenset[str]
    party_organs: tuple[str, ...]
    unit_organs: tuple[str, ...]
    part: re.Pattern[str]
    kinds: tuple[tuple[str, str], ...]
    generic: tuple[str, ...]
    scoped_kinds: frozenset[str]
    scoped_ends: tuple[str, ...]
    reforms: Mapping[str, str]
    reform_tails: tuple[str, ...]
    company_form: re.Pattern[str]
    document_kinds: tuple[tuple[str, str], ...]
    heads: Mapping[str, tuple[str, ...]]
    heads_by_end: Mapping[str, tuple[str, ...]]
    acting: re.Pattern[str]
    ranks: Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def naming() -> Naming:
    """The lists of bodies.toml; longer forms come first, so that the first match is the longest."""
    text = files("graph.identity").joinpath("bodies.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    unit_bodies = [
        UnitBody(form, name, _full_of(name, body), body["kind"], body["leads"])
        for body in data["unit_bodies"]
        for form in body["forms"]
        for name in (_name_of(form, body),)
    ]
    country, departments = data["country"], data["party_departments"]
    heads = "|".join(map(re.escape, _longest(data["parts"]["heads"])))
    ends = "|".join(map(re.escape, _longest(data["parts"]["ends"])))
    return Naming(
        unit_bodies=tuple(sorted(unit_bodies, key=lambda body: -len(body.form))),
        before_unit=tuple(
            (form, head["name"], head["kind"], tuple(head["tails"]))
            for head in data["before_unit"]
            for form in head["forms"]
        ),
        stems=data["stems"],
        tails={tail: data["tails"][tail] for tail in _longest(data["tails"])},
        party_departments={
            form: departments["same"].get(form, form) for form in _longest(departments["forms"])
        },
        openers=tuple(country["openers"]),
        ministries=_longest(country["ministries"]),
        country_same=country["same"],
        country_full=country["full"],
        country_kinds=country["kinds"],
        country_leads=frozenset(country["leads"]),
        party_organs=_longest(data["organs"]["party"]),
        unit_organs=_longest(data["organs"]["units"]),
        part=re.compile(rf"^(?P<head>.{{2,}}(?:{heads}))(?P<part>.+(?:{ends}))$"),
        kinds=_kinds(data["kinds"]),
        generic=tuple(data["generic"]["names"]),
        scoped_kinds=frozenset(data["scoped"]["kinds"]),
        scoped_ends=tuple(data["scoped"]["ends"]),
        reforms={stem: line[0] for line in data["reforms"]["lines"] for stem in line},
        reform_tails=tuple(data["reforms"]["tails"]),
        document_kinds=_kinds(
            {"kind": kind, "ends": ends} for kind, ends in data["document_kinds"].items()
        ),
        heads={kind: tuple(offices) for kind, offices in data["heads"].items()},
        heads_by_end={end: tuple(offices) for end, offices in data["heads_by_end"].items()},
        acting=re.compile(
            rf"(?:{'|'.join(data['acting']['prefixes'])})(?={'|'.join(data['acting']['offices'])})"
        ),
        ranks={rank: tuple(forms) for rank, forms in data["ranks"].items()},
        company_form=re.compile("|".join(map(re.escape, _longest(data["company"]["forms"])))),
    )


def _longest(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _name_of(form: str, body: Mapping[str, Any]) -> str:
    same: Mapping[str, str] = body.get("same", {})
    name: str = body["name"]
    return same.get(form, form if form in body.get("keep", ()) else name)


def _full_of(name: str, body: Mapping[str, Any]) -> str:
    """The official name's pattern; a body of another time (革命委员会) has none of today's."""
    full: str = body.get("full", "{}" + name)
    return full if name == body["name"] else "{}" + name


def full_names() -> Mapping[str, str]:
    """The pattern of the official name by the short name behind a unit's."""
    return {body.name: body.full for body in naming().unit_bodies}


def _kinds(groups: Iterable[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    """(ending, kind), the longest ending first; among equal ones the order of the file decides."""
    pairs = [(end, group["kind"]) for group in groups for end in group["ends"]]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def document_kind(name: str) -> str:
    """What a document is, by the last words of its name; brackets behind the name do not count."""
    plain = re.sub(r"[(（][^)）]*[)）]$", "", name)
    return next((kind for end, kind in naming().document_kinds if plain.endswith(end)), "other")


def rank_of(office: str) -> str:
    """Where a post stands in its body: chief, executive_deputy, deputy, member or other."""
    ranks = naming().ranks
    for rank in ("executive_deputy", "deputy"):
        if any(form in office for form in ranks[rank]):
            return rank
    if office.endswith(ranks["member"]):
        return "member"
    return "chief" if office.endswith(ranks["chief_ends"]) else "other"


def acting_for(office: str) -> str:
    """The office that an acting holder fills in for (代县长: 县长); empty for a full one."""
    match = naming().acting.match(office)
    return office[match.end() :] if match else ""


def heads(office: str, kind: str, name: str) -> bool:
    """True for an office that one person at a time holds in a body of this kind and name."""
    words = naming()
    if office in words.heads.get(kind, ()):
        return True
    return any(
        office in offices for end, offices in words.heads_by_end.items() if name.endswith(end)
    )
