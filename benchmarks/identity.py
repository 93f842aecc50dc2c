"""How well mentions are put together: B³ and pairwise scores over benchmarks/identity_pairs.yaml.

    python benchmarks/identity.py                 the scores of both halves, by kind of thing
    python benchmarks/identity.py --errors open   and every wrong pair of the open half

Each case is made into records and goes the whole way through `graph.assemble`; what is scored is
which node a mention ends at. Pairs are those of one case that share a name (persons) or a list
(bodies, places). Pairwise precision: of the pairs that the graph makes one node, how many should
be; recall: of those that should be, how many are. B³ (Bagga and Baldwin 1998) takes the same two
shares mention by mention and averages them, so that large clusters do not outweigh small ones.
"""

from __future__ import annotations

import argparse
import calendar
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from graph.assemble import assemble
from graph.tables import Tables
from schema.records import (
    Context,
    DateRange,
    EventRecord,
    Mention,
    PersonMention,
    Record,
    RoleMention,
)

PAIRS = Path(__file__).with_name("identity_pairs.yaml")
LAYERS = ("persons", "bodies", "places")
_ACTS = {"任": "appointed", "免": "removed"}


@dataclass(frozen=True, slots=True)
class Judged:
    """A mention: ``group`` is what it is compared within, ``gold`` and ``node`` who it is."""

    group: str
    words: str
    gold: str
    node: str


@dataclass(frozen=True, slots=True)
class Score:
    """``pairs`` counts the pairs of the set; shares are from 0 to 1, and 1 where nothing is."""

    pairs: int
    precision: float
    recall: float
    b3_precision: float
    b3_recall: float

    @property
    def f1(self) -> float:
        return _f1(self.precision, self.recall)

    @property
    def b3_f1(self) -> float:
        return _f1(self.b3_precision, self.b3_recall)


def cases(path: Path = PAIRS) -> list[dict[str, Any]]:
    """The cases of the file; see its head for what they hold."""
    loaded: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))
    return loaded


def mentions(number: int, case: Mapping[str, Any], layer: str) -> list[Judged]:
    """The mentions of one case and layer, with the nodes at which they end in the graph."""
    records: list[Record] = []
    asked: list[tuple[str, str, str, str]] = []  # group, words, gold, entry and name
    if layer == "persons":
        for line in case.get("changes", ()):
            records.append(_change(len(records), line, case["at"]))
        for line in case["said"]:
            record, names = _said(len(records), line, case["at"])
            records.append(record)
            asked += [(name, line, who, f"{record.entry_id} {name}") for name, who in names]
    else:
        for line in case.get(layer, ()):
            source, told = line.split(" ", 1)
            name, who = told.split("=")
            record = _named(len(records), name, source, case["at"], layer)
            records.append(record)
            asked.append((layer, line, who, f"{record.entry_id} {name}"))
    nodes = _nodes(assemble(records, []), layer)
    return [
        Judged(f"{number} {group}", words, gold, nodes[key]) for group, words, gold, key in asked
    ]


def score(mentions: Iterable[Judged]) -> Score:
    """Pairwise and B³ scores over the groups of these mentions."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for mention in mentions:
        groups[mention.group].append(mention)
    pairs = [pair for group in groups.values() for pair in combinations(group, 2)]
    same = sum(a.gold == b.gold for a, b in pairs)
    said = sum(a.node == b.node for a, b in pairs)
    right = sum(a.gold == b.gold and a.node == b.node for a, b in pairs)
    precisions, recalls = [], []
    for group in groups.values():
        for one in group:
            node = [other for other in group if other.node == one.node]
            gold = [other for other in group if other.gold == one.gold]
            both = sum(other.gold == one.gold for other in node)
            precisions.append(both / len(node))
            recalls.append(both / len(gold))
    return Score(
        len(pairs), _share(right, said), _share(right, same), _mean(precisions), _mean(recalls)
    )


def wrong(mentions: Iterable[Judged]) -> Iterator[tuple[Judged, Judged]]:
    """The pairs that the graph decides otherwise than the file."""
    groups: dict[str, list[Judged]] = defaultdict(list)
    for mention in mentions:
        groups[mention.group].append(mention)
    for group in groups.values():
        for a, b in combinations(group, 2):
            if (a.gold == b.gold) != (a.node == b.node):
                yield a, b


def all_mentions(half: str, layers: Sequence[str] = LAYERS) -> list[Judged]:
    """Every mention of a half, ``open``, ``blind`` or ``both``."""
    return [
        mention
        for number, case in enumerate(cases())
        if half in ("both", case["half"])
        for layer in layers
        for mention in mentions(number, case, layer)
    ]


def _said(number: int, line: str, at: Mapping[str, str]) -> tuple[Record, list[tuple[str, str]]]:
    source, day, told = line.split(" ", 2)
    text, persons, names = "", [], []
    for words in told.split(" + "):
        name_and_who, *posts = words.split(" ")
        name, _, who = name_and_who.partition("=")
        roles, capacities = [], []
        for post in posts:
            match = re.fullmatch(r"(?:([任免]):)?(.*)/([^!]+)(?:!(\w+))?", post)
            if match is None:
                raise ValueError(f"{line}: {post} is no post")
            act, body, office, status = match.groups()
            written = body + office
            text += {"任": "任命", "免": "免去"}.get(act or "", "")
            span = (len(text), len(text) + len(written))
            roles.append(RoleMention(written, body, office, span, status or ""))
            capacities += [_ACTS[act]] if act else []
            text += written + "、"
        span = (len(text), len(text) + len(name))
        persons.append(
            PersonMention(name, span, tuple(roles), tuple(dict.fromkeys(capacities or ["attend"])))
        )
        names += [(name, who)] if who else []
        text += name + ","
    return _record(number, text, source, at, day, persons=tuple(persons)), names


def _change(number: int, line: str, at: Mapping[str, str]) -> Record:
    source, day, *words = line.split(" ")
    bodies = tuple(_mention("".join(words), name) for name in words[::2])
    return _record(number, "".join(words), source, at, day, bodies=bodies,
                   kind="organisation_change")  # fmt: skip


def _named(number: int, name: str, source: str, at: Mapping[str, str], layer: str) -> Record:
    found = (_mention(name, name),)
    return _record(number, name, source, at, "2020-01-01",
                   **{"bodies" if layer == "bodies" else "sites": found})  # fmt: skip


def _mention(text: str, name: str) -> Mention:
    start = text.index(name)
    return Mention(name, (start, start + len(name)))


def _record(
    number: int, text: str, source: str, at: Mapping[str, str], day: str, *,
    persons: tuple[PersonMention, ...] = (), bodies: tuple[Mention, ...] = (),
    sites: tuple[Mention, ...] = (), kind: str = "meeting",
) -> Record:  # fmt: skip
    event = EventRecord(_dates(day), kind, (0, len(text)), "", persons, bodies, sites)
    own = f"{source}-{number:03}"
    return Record(own, f"{source}.txt", text, 0, len(text), Context(at[source]), (event,))


def _dates(day: str) -> DateRange:
    parts = [int(part) for part in day.split("-") if part]
    if day.startswith("--") or len(parts) == 3:
        return DateRange(day, day)
    if len(parts) == 1:
        return DateRange(f"{day}-01-01", f"{day}-12-31", "year")
    last = calendar.monthrange(*parts)[1]
    return DateRange(f"{day}-01", f"{day}-{last}", "month")


def _nodes(tables: Tables, layer: str) -> dict[str, str]:
    """The node of every mention, by entry and name as written."""
    entries = dict(_columns(tables.nodes["Entry"], "id", "name"))
    if layer == "persons":
        told = dict(_columns(tables.nodes["Person"], "id", "name"))
        found = _columns(tables.edges["MENTIONS", "Entry", "Person"], "from_id", "to_id")
        return {f"{entries[entry]} {told[node]}": node for entry, node in found}
    label = "Organisation" if layer == "bodies" else "Location"
    table = tables.edges["MENTIONS", "Entry", label]
    return {
        f"{entries[entry]} {words}": node
        for entry, node, words in _columns(table, "from_id", "to_id", "surface")
    }


def _columns(table: Any, *names: str) -> Iterator[Any]:
    return zip(*(table[name].to_pylist() for name in names), strict=True)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description="Score who is who.")
    parser.add_argument("--errors", choices=("open", "blind", "both"))
    options = parser.parse_args()
    print("half   layer    pairs  precision  recall     F1   B³ P   B³ R   B³ F1")
    for half in ("open", "blind", "both"):
        for layers in (*((layer,) for layer in LAYERS), LAYERS):
            got = score(all_mentions(half, layers))
            name = layers[0] if len(layers) == 1 else "all"
            print(
                f"{half:6} {name:8} {got.pairs:5} {got.precision:10.3f} {got.recall:7.3f} "
                f"{got.f1:6.3f} {got.b3_precision:6.3f} {got.b3_recall:6.3f} {got.b3_f1:7.3f}"
            )
    if options.errors:
        for a, b in wrong(all_mentions(options.errors)):
            verdict = "split" if a.gold == b.gold else "joined"
            print(f"{verdict}: {a.group}\n    {a.words}\n    {b.words}")


if __name__ == "__main__":
    main()
