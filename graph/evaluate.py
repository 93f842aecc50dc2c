"""How well extraction does against a gold file: precision, recall and F1, layer by layer.

Gold and found rows have the same form, one JSON object an entry (see `extractors.jsonl`). The count
goes down three floors. A found entry is paired with the gold entry whose characters it shares, if
the two share at least half of what they cover together. Inside a pair the events are put together
so that as many persons, dates and types as possible agree. Inside an event every layer is a set of
items, and an item counts once. What has no partner is missed (gold) or spurious (found); found
entries that touch no gold entry are left out, because a gold file may cover a source in part.
"""

from __future__ import annotations

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LAYERS = (
    "entry",
    "event",
    "date",
    "type",
    "person",
    "capacity",
    "role",
    "role+org",
    "organisation",
    "location",
    "document",
)
_EXHAUSTIVE = 6
"""Up to so many events on either side every order is tried; beyond it, first come first served."""

Row = Mapping[str, Any]
Item = tuple[str, ...]
_Placed = tuple[int, int, Row]


class GoldError(ValueError):
    """A gold file that cannot be used; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items of one layer agree, stand in the gold, and were found."""

    hits: int = 0
    gold: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.gold + other.gold, self.found + other.found)

    @property
    def precision(self) -> float:
        """The part of what was found that is right; 0.0 where nothing was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The part of the gold that was found; 0.0 where there is no gold."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0.0 where nothing agrees."""
        if not self.hits:
            return 0.0
        return 2 * self.precision * self.recall / (self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Difference:
    """One item on which gold and found disagree; ``kind`` is ``missed`` or ``spurious``."""

    layer: str
    kind: str
    entry_id: str
    item: str


@dataclass(frozen=True, slots=True)
class Score:
    """The tally of every layer in the order of `LAYERS`, and the items behind what is lost."""

    tallies: Mapping[str, Tally]
    differences: tuple[Difference, ...]


def load_gold(path: Path) -> list[dict[str, Any]]:
    """The rows of a gold file, or of every ``*.jsonl`` of a folder; raises GoldError."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not files:
        raise GoldError(f"{path} holds no .jsonl file; name a gold file or a folder with some.")
    rows: list[dict[str, Any]] = []
    for file in files:
        try:
            lines = file.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
            raise GoldError(f"{file} cannot be read ({reason}); name a gold file.") from error
        rows.extend(_gold_row(file, number, line) for number, line in enumerate(lines, 1) if line)
    return rows


def _gold_row(file: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise GoldError(f"{file}, line {number} is not JSON ({error.msg}); mend it.") from error
    if not isinstance(row, dict) or not {"source", "text", "events"} <= row.keys():
        raise GoldError(f"{file}, line {number} lacks source, text or events; mend it.")
    return row


def score(gold: Iterable[Row], found: Iterable[Row], texts: Mapping[str, str]) -> Score:
    """Compare found rows with gold rows; ``texts`` gives the decoded source by its file name."""
    totals = dict.fromkeys(LAYERS, Tally())
    differences: list[Difference] = []
    placed_gold, placed_found = _place(gold, texts), _place(found, texts)
    for source, gold_rows in placed_gold.items():
        mates, spurious = _pair(gold_rows, placed_found.get(source, []))
        paired = sum(mate is not None for mate in mates)
        totals["entry"] += Tally(paired, len(mates), paired + spurious)
        for (_, _, row), mate in zip(gold_rows, mates, strict=True):
            for wanted, got in _align(row["events"], mate["events"] if mate else []):
                wanted_items, got_items = _items(wanted), _items(got)
                for layer in LAYERS[1:]:
                    a, b = wanted_items[layer], got_items[layer]
                    totals[layer] += Tally(_agreeing(layer, a, b), len(a), len(b))
                    differences.extend(_differences(layer, row["entry_id"], a, b))
    return Score(totals, tuple(differences))


def aligned(
    gold: Iterable[Row], found: Iterable[Row], texts: Mapping[str, str]
) -> Iterator[tuple[Row | None, Row | None]]:
    """Gold and found events side by side, None where one has no partner, in the order of the gold.

    Events of found entries that have no gold entry are left out.
    """
    placed_found = _place(found, texts)
    for source, rows in _place(gold, texts).items():
        mates, _ = _pair(rows, placed_found.get(source, []))
        for (_, _, row), mate in zip(rows, mates, strict=True):
            yield from _align(row["events"], mate["events"] if mate else [])


def plain(text: str) -> str:
    """The form in which names are compared: NFKC, no white space, quotation marks or dots."""
    return re.sub(r"[\s\"'“”‘’「」『』《》·・•.]", "", unicodedata.normalize("NFKC", text or ""))


_SHORT_FORMS = (
    (re.compile(r"^(?:中共)?(?:中国共产党)?"), ""),
    (re.compile(r"委员会$"), "委"),
    (re.compile(r"人民政府"), "政府"),
    (re.compile(r"常务委员会"), "常委会"),
    (re.compile(r"人民代表大会"), "人大"),
    (re.compile(r"(?:中国)?人民政治协商会议|政治协商会议"), "政协"),
)


@cache
def short_body(name: str) -> str:
    """A body's name with its usual long forms made short: 某市人民政府 is 某市政府."""
    short = plain(name)
    for long_form, form in _SHORT_FORMS:
        short = long_form.sub(form, short)
    return short


def same_body(one: str, other: str) -> bool:
    """Equal, or one (of three characters at least) is the other without its higher places."""
    a, b = sorted((short_body(one), short_body(other)), key=len)
    return a == b or (len(a) >= 3 and b.endswith(a))


def _place(rows: Iterable[Row], texts: Mapping[str, str]) -> dict[str, list[_Placed]]:
    """Rows by source with their source span; a text that is not there gets an empty span."""
    placed: dict[str, list[_Placed]] = {}
    resume: dict[str, int] = {}
    for row in rows:
        source = Path(row["source"]).name
        start, end = row.get("start"), row.get("end")
        if start is None or end is None:
            whole, text = texts.get(source, ""), row["text"]
            start = whole.find(text, resume.get(source, 0))
            start = whole.find(text) if start < 0 else start
            end = start + len(text) if start >= 0 else start
            if start >= 0:
                resume[source] = start + 1
        placed.setdefault(source, []).append((start, end, row))
    return placed


def _overlap(a: _Placed, b: _Placed) -> float:
    """Characters shared, as a part of the stretch from the first to the last of both."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def _pair(gold: Sequence[_Placed], found: Sequence[_Placed]) -> tuple[list[Row | None], int]:
    """For each gold row its found row, and how many found rows touch gold without a partner."""
    by_start = sorted(range(len(found)), key=lambda j: found[j][0])
    longest = max((end - start for start, end, _ in found), default=0)
    starts = [found[j][0] for j in by_start]
    candidates = [
        (share, i, j)
        for i, entry in enumerate(gold)
        for j in _near(by_start, starts, entry, longest)
        if (share := _overlap(entry, found[j])) > 0
    ]
    mates: dict[int, int] = {}
    taken: set[int] = set()
    for share, i, j in sorted(candidates, reverse=True):
        if share >= 0.5 and i not in mates and j not in taken:
            mates[i] = j
            taken.add(j)
    rows = [found[mates[i]][2] if i in mates else None for i in range(len(gold))]
    return rows, len({j for _, _, j in candidates} - taken)


def _near(order: Sequence[int], starts: Sequence[int], entry: _Placed, longest: int) -> list[int]:
    """Found rows that may touch the entry: a long chronicle is not compared pair by pair."""
    first = bisect_left(starts, entry[0] - longest)
    return list(order[first : bisect_left(starts, entry[1])])


def _align(gold: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Gold and found events of one entry side by side; None where one has no partner."""
    big = max(len(gold), len(found)) > _EXHAUSTIVE
    chosen = _in_turn(gold, found) if big else _best_order(gold, found)
    pairs: list[tuple[Row | None, Row | None]] = [
        (event, None if j is None else found[j]) for event, j in zip(gold, chosen, strict=True)
    ]
    return pairs + [(None, event) for j, event in enumerate(found) if j not in set(chosen)]


def _likeness(gold: Row, found: Row) -> int:
    """How alike two events are: ten for a shared person, six for the date, three for the type.

    The one that is always added makes any pair better than none.
    """
    shared = len(_people(gold).keys() & _people(found).keys())
    same_date = gold.get("date") == found.get("date")
    same_type = gold.get("type") == found.get("type")
    return 10 * shared + 6 * same_date + 3 * same_type + 1


def _in_turn(gold: Sequence[Row], found: Sequence[Row]) -> list[int | None]:
    free = list(range(len(found)))
    chosen: list[int | None] = []
    for event in gold:
        likeness = {j: _likeness(event, found[j]) for j in free}
        best = max(free, key=likeness.__getitem__, default=None)
        if best is not None:
            free.remove(best)
        chosen.append(best)
    return chosen


def _best_order(gold: Sequence[Row], found: Sequence[Row]) -> list[int | None]:
    """The assignment of the greatest total likeness; of equal ones, the earliest found first."""
    likeness = [[_likeness(g, f) for f in found] for g in gold]
    spare = max(0, len(gold) - len(found))

    @cache
    def best(i: int, free: frozenset[int], spare: int) -> tuple[int, tuple[int | None, ...]]:
        if i == len(gold):
            return 0, ()
        top: tuple[int, tuple[int | None, ...]] = (-1, ())
        choices: list[int | None] = [*sorted(free), *([None] if spare else [])]
        for j in choices:
            rest, order = (
                best(i + 1, free, spare - 1) if j is None else best(i + 1, free - {j}, spare)
            )
            total = rest + (0 if j is None else likeness[i][j])
            if total > top[0]:
                top = (total, (j, *order))
        return top

    return list(best(0, frozenset(range(len(found))), spare)[1])


def _people(event: Row) -> dict[str, Row]:
    return {plain(person["name"]): person for person in event.get("persons", [])}


def _items(event: Row | None) -> dict[str, list[Item]]:
    """What an event holds on each layer, each item once, in the order of the row."""
    if event is None:
        return {layer: [] for layer in LAYERS}
    people = _people(event)
    posts = [
        (name, plain(role.get("title", "")), role.get("organisation", ""))
        for name, person in people.items()
        for role in person.get("roles", [])
    ]
    found: dict[str, Iterable[Item]] = {
        "entry": (),
        "event": [("event",)],
        "date": [(str(event.get("date")), str(event.get("date_end") or event.get("date")))],
        "type": [(str(event.get("type")),)],
        "person": [(name,) for name in people],
        "capacity": [
            (name, capacity)
            for name, person in people.items()
            for capacity in person.get("capacities", [])
        ],
        "role": [post[:2] for post in posts],
        "role+org": posts,
        "organisation": [(plain(name),) for name in event.get("organisations", [])],
        "location": [(plain(name),) for name in event.get("locations", [])],
        "document": [(plain(name),) for name in event.get("documents", [])],
    }
    return {layer: list(dict.fromkeys(items)) for layer, items in found.items()}


def _same_post(one: Item, other: Item) -> bool:
    return one[:2] == other[:2] and same_body(one[2], other[2])


def _same_organisation(one: Item, other: Item) -> bool:
    return short_body(one[0]) == short_body(other[0])


_SAME: Mapping[str, Callable[[Item, Item], bool]] = {
    "role+org": _same_post,
    "organisation": _same_organisation,
}


def _agreeing(layer: str, gold: Sequence[Item], found: Sequence[Item]) -> int:
    """How many gold items have a found partner of their own."""
    same = _SAME.get(layer)
    if same is None:
        return len(set(gold) & set(found))
    free = list(found)
    for item in gold:
        partner = next((other for other in free if same(item, other)), None)
        if partner is not None:
            free.remove(partner)
    return len(found) - len(free)


def _differences(
    layer: str, entry_id: str, gold: Sequence[Item], found: Sequence[Item]
) -> Iterator[Difference]:
    """Items that stand word for word on one side only."""
    for kind, these, those in (("missed", gold, found), ("spurious", found, gold)):
        for item in these:
            if item not in those:
                yield Difference(layer, kind, entry_id, " / ".join(item))


def sources_of(gold: Iterable[Row]) -> list[str]:
    """The file names that gold rows name as their sources, each once, in order."""
    return list(dict.fromkeys(Path(row["source"]).name for row in gold))


def evaluate_inputs(
    gold: Sequence[Row], inputs: Sequence[str], workers: int | None = None
) -> tuple[Score, list[str]]:
    """Extract the inputs and score them; the list holds a sentence for each that failed."""
    from extractors.jsonl import to_json
    from graph.harvest import Failure, harvest

    found: list[Row] = []
    texts: dict[str, str] = {}
    problems: list[str] = []
    for result in harvest(inputs, None, workers):
        if isinstance(result, Failure):
            problems.append(result.problem)
            continue
        problems.extend(result.problems)
        texts[result.source.name] = result.text
        found.extend(to_json(record) for record in result.records)
    return score(gold, found, texts), problems
