"""The tables of README.md that are made, not written: scores, queries, graph model.

    python -m benchmarks.readme_tables            print them
    python -m benchmarks.readme_tables --write    put them between their markers in README.md

The scores are those of `graph evaluate`. The real documents stand in ``shared/`` beside the
checkout and are no part of the project; without them their table is left as it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import identity
from graph.assemble import assemble
from graph.evaluate import evaluate_inputs, load_gold, sources_of
from graph.harvest import Harvest, harvest
from graph.stores import kglite_store
from queries.catalogue import GROUPS, find, grouped
from schema.vocabulary import load

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
SHARED = ROOT.parent / "shared"


def scores(gold: Path, corpus: Path) -> str:
    """Precision, recall and F1 of every layer, for the sources that the gold names."""
    rows = load_gold(gold)
    score, _ = evaluate_inputs(rows, [str(corpus / name) for name in sources_of(rows)])
    lines = ["| layer | in the gold | precision | recall | F1 |", "|---|--:|--:|--:|--:|"]
    for layer, tally in score.tallies.items():
        figures = f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f}"
        lines.append(f"| {layer} | {tally.gold} | {figures} |")
    return "\n".join(lines)


def queries() -> str:
    """The canned queries by group, one a line; parameters in brackets can be left out."""
    lines = ["| group | query | answers | parameters |", "|---|---|---|---|"]
    for group, asked in grouped().items():
        for query in asked:
            parameters = [p.name if p.required else f"[{p.name}]" for p in query.parameters]
            first = f"{GROUPS[group]} {group}" if query is asked[0] else ""
            answers = f"{query.zh}: {query.en}"
            lines.append(f"| {first} | `{query.name}` | {answers} | {' '.join(parameters)} |")
    return "\n".join(lines)


def model() -> str:
    """Node and edge types with their properties, as the vocabulary has them."""
    vocabulary = load()
    lines = ["| node | what it is | properties |", "|---|---|---|"]
    for node in vocabulary.nodes.values():
        names = ", ".join(p.name for p in node.properties if not p.internal)
        lines.append(f"| {node.name} {node.zh} | {node.about} | {names} |")
    lines += ["", "| edge | from → to | properties |", "|---|---|---|"]
    for edge in vocabulary.edges.values():
        starts = dict.fromkeys(start for start, _ in edge.ends)
        ends = "; ".join(
            f"{start} → {', '.join(end for s, end in edge.ends if s == start)}" for start in starts
        )
        names = ", ".join(p.name for p in edge.properties if not p.internal)
        lines.append(f"| {edge.name} {edge.zh} | {ends} | {names} |")
    return "\n".join(lines)


OFFICIAL = "欧阳明川"


def career() -> str:
    """One official's posts, as three of the sample documents tell them, with who came next."""
    inputs = [str(ROOT / "seeds" / f"{name}.txt") for name in CAREER]
    reaped = [found for found in harvest(inputs) if isinstance(found, Harvest)]
    records = [record for found in reaped for record in found.records]
    with TemporaryDirectory() as folder:
        target = Path(folder) / "career.kgl"
        kglite_store.write(assemble(records, [found.source for found in reaped]), target)
        rows = kglite_store.query(target, find("person-posts").cypher, {"person": OFFICIAL}).dicts()
    lines = ["| post | seen | told | next | times | first told in |", "|---|---|---|---|--:|---|"]
    for row in rows:
        told = [f"{word} {row[name]}" for name, word in _TOLD.items() if row[name]]
        seen = " to ".join(dict.fromkeys((str(row["first_seen"]), str(row["last_seen"]))))
        cells = (row["post"], seen, ", ".join(told), row["successor"] or "", row["evidence"],
                 f"`{row['source']}`")  # fmt: skip
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines)


CAREER = ("xinning-2019-09", "xinning-2020-03", "binzhou-2023-05")
_TOLD = {"started": "appointed", "ended": "left", "inferred_end": "successor by"}


def identity_scores() -> str:
    """The scores of who is who, by half and by what is put together."""
    lines = [
        "| half | what | pairs | precision | recall | F1 | B³ precision | B³ recall | B³ F1 |",
        "|---|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for half in ("open", "blind"):
        for layer in identity.LAYERS:
            got = identity.score(identity.all_mentions(half, (layer,)))
            shares = (got.precision, got.recall, got.f1, got.b3_precision, got.b3_recall, got.b3_f1)
            figures = " | ".join(f"{share:.3f}" for share in shares)
            lines.append(f"| {half} | {layer} | {got.pairs} | {figures} |")
    return "\n".join(lines)


def tables() -> dict[str, Callable[[], str]]:
    """What makes the table of each marker; the real documents only where they are at hand."""
    made: dict[str, Callable[[], str]] = {
        "scores:seeds": lambda: scores(ROOT / "seeds" / "gold.jsonl", ROOT / "seeds"),
        "career": career,
        "identity": identity_scores,
        "queries": queries,
        "model": model,
    }
    if SHARED.is_dir():
        made["scores:real"] = lambda: scores(SHARED / "gold", SHARED / "corpus")
    return made


def between(readme: str, marker: str) -> str:
    """What stands between the markers of a table; raises ValueError where they are missing."""
    match = re.search(rf"<!-- {marker} -->\n(.*?)\n?<!-- /{marker} -->", readme, re.DOTALL)
    if match is None:
        raise ValueError(f"README.md has no markers <!-- {marker} --> … <!-- /{marker} -->")
    return match[1]


def replaced(readme: str, marker: str, table: str) -> str:
    """The readme with this table between the markers."""
    before, opening, rest = readme.partition(f"<!-- {marker} -->\n")
    _, closing, after = rest.partition(f"<!-- /{marker} -->")
    return f"{before}{opening}{table}\n{closing}{after}"


def main() -> None:
    readme = README.read_text("utf-8")
    for marker, make in tables().items():
        table = make()
        if "--write" in sys.argv[1:]:
            readme = replaced(readme, marker, table)
        else:
            print(f"{marker}\n\n{table}\n")
    if "--write" in sys.argv[1:]:
        README.write_text(readme, "utf-8")


if __name__ == "__main__":
    main()
