"""The command line: it reads options, calls one function, and prints what that gives.

Results go to standard output, progress and complaints to standard error. Exit codes: 0 done, 1
some inputs failed (each is named, the others are done), 2 the command was used wrongly, 130
interrupted. Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from graph.collector import collector_resting
from graph.commands.measure import measure
from graph.commands.plot import plot
from graph.commands.query import query
from graph.commands.serve import serve
from graph.commands.shared import DEFAULT_TARGET, interruptible, leave, usage_errors
from graph.commands.view import view
from graph.printing import (
    complain,
    held,
    loading,
    print_score,
    progress,
)

if TYPE_CHECKING:
    from extractors.reading.sources import Hints

SEEDS = "seeds"
FORMATS = (
    "turtle",
    "ntriples",
    "trig",
    "jsonld",
    "graphml",
    "gexf",
    "csv",
    "parquet",
    "neo4j-admin",
)

Command = TypeVar("Command", bound=Callable[..., Any])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="chronicle-graph", prog_name="graph")
def main() -> None:
    """Chinese government chronicles as a knowledge graph whose facts point at their source.

    INPUT is a text, HTML, PDF or DOCX file, a folder, or - for standard input. Beside NAME.txt,
    NAME.meta.json may say what the text does not: place, year, month, title, url.
    """


def _context_options(command: Command) -> Command:
    """The options that say what the text itself does not."""
    for option in (
        click.option("--month", type=click.IntRange(1, 12), help="Month of the first entries."),
        click.option("--year", type=click.IntRange(1, 9999), help="Year of the first entries."),
        click.option("--place", metavar="PLACE", help="Whose chronicle it is: 甘肃省张掖市."),
    ):
        command = option(command)
    return command


_workers = click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="Processes to read with; left out, one, or one a processor for much text.",
)
_inputs = click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)


@main.command()
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option(
    "--to", "target", metavar="TARGET", default=DEFAULT_TARGET, show_default=True,
    help="Where the graph is kept; what it holds already stays in it.",
)  # fmt: skip
@click.option(
    "--prune", is_flag=True,
    help="Remove the sources that are not among INPUT, and what rests on them alone.",
)  # fmt: skip
@_context_options
@_workers
def build(
    inputs: tuple[str, ...],
    target: str,
    prune: bool,
    place: str | None,
    year: int | None,
    month: int | None,
    workers: int | None,
) -> None:
    """Read INPUT (left out: the folder seeds) and add it to a graph.

    TARGET is a file, or a Neo4j server: neo4j://HOST:PORT. The same input again changes nothing,
    more input adds. A file is replaced at the end and at once: an interrupted build leaves the
    last one whole. A server gets whole batches, and the next build completes them.
    """
    if not inputs and not Path(SEEDS).is_dir():
        raise click.UsageError("name an INPUT: there is no folder seeds here.")
    with usage_errors(), interruptible(f"Interrupted; {target} stays as it was."):
        from graph.build import build as build_graph

        with progress("Reading") as step, loading("Writing") as written:
            built = build_graph(
                inputs or (SEEDS,),
                target,
                hints=_hints(place, year, month),
                workers=workers,
                prune=prune,
                step=step,
                written=written,
            )
        for sentence in (*built.notes, *built.problems):
            complain(sentence)
        if built.stored is None:
            complain(f"No input gave an entry; {target} stays as it was.")
        else:
            complain(f"{target} holds {held(built.stored)}.")
    leave(built.problems)


@main.command()
@click.option(
    "--from", "origin", metavar="TARGET", default=DEFAULT_TARGET, show_default=True,
    help="The graph to load.",
)  # fmt: skip
@click.option(
    "--to", "target", metavar="ADDRESS", required=True,
    help="Where to: neo4j://HOST:PORT, or another file.",
)  # fmt: skip
@click.option(
    "--prune", is_flag=True,
    help="Remove the sources that are not in that graph, and what rests on them alone.",
)  # fmt: skip
def load(origin: str, target: str, prune: bool) -> None:
    """Load a graph that is built into a Neo4j server, beside what that holds.

    The same again changes nothing, and an interrupted load is completed by the next. What was
    added there by hand stays. The password comes from NEO4J_PASSWORD, from the file that
    NEO4J_PASSWORD_FILE names, or is asked for; the user is NEO4J_USER, or neo4j.
    """
    with usage_errors(), interruptible("Interrupted; the same command again completes it."):
        from graph.loading import load as load_graph

        with loading("Writing") as written:
            loaded = load_graph(origin, target, prune=prune, written=written)
        for sentence in loaded.notes:
            complain(sentence)
        complain(f"{target} holds {held(loaded.stored)}.")


@main.command()
@_inputs
@_context_options
@_workers
def extract(
    inputs: tuple[str, ...],
    place: str | None,
    year: int | None,
    month: int | None,
    workers: int | None,
) -> None:
    """Print the records of INPUT as JSON lines, one an entry.

    start, end and every span are character offsets in the decoded source, half-open.
    """
    problems: list[str] = []
    with interruptible("Interrupted."):
        with collector_resting():
            from extractors.jsonl import to_line
            from graph.harvest import Failure, harvest

            gc.freeze()  # what is loaded stays; no search need look through it
        for result in harvest(inputs, _hints(place, year, month), workers):
            if isinstance(result, Failure):
                problems.append(result.problem)
                complain(result.problem)
                continue
            for record in result.records:
                click.echo(to_line(record))
            problems.extend(result.problems)
            for sentence in (*result.notes, *result.problems):
                complain(sentence)
    leave(problems)


@main.command()
@click.option(
    "--format", "form", type=click.Choice(FORMATS), required=True,
    help="csv, parquet and neo4j-admin are folders of files, the others one file.",
)  # fmt: skip
@click.option(
    "-o", "path", metavar="PATH",
    help="What to write; left out, standard output (a folder must be named).",
)  # fmt: skip
@click.option(
    "--from", "target", metavar="TARGET", default=DEFAULT_TARGET, show_default=True,
    help="The graph to write out; for linked data also a folder that --format parquet has made.",
)  # fmt: skip
@click.option(
    "--base-iri", "base", metavar="IRI",
    help="What opens every IRI of linked data: https://data.example.org/chronicle/",
)  # fmt: skip
def export(form: str, path: str | None, target: str, base: str | None) -> None:
    """Write a graph in an exchange format."""
    with usage_errors(), interruptible("Interrupted; nothing was written."):
        from graph.export import export as write_out

        write_out(target, form, path, base)


@main.command()
@click.argument("target", metavar="[TARGET]", default=DEFAULT_TARGET)
def check(target: str) -> None:
    """Check a graph, or a file of linked data, against its shapes.

    TARGET is a stored graph or a .ttl, .nt, .trig or .jsonld file. Each fault is a line that names
    the thing, what is wrong with it and the entry concerned; with faults the exit code is 1.
    """
    with usage_errors(), interruptible("Interrupted."):
        from graph.checking import check as check_graph

        faults = check_graph(target)
    for fault in faults:
        click.echo(str(fault))
    complain(f"{target}: {len(faults) or 'no'} fault{'' if len(faults) == 1 else 's'}.")
    leave(str(fault) for fault in faults)


@main.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option(
    "--corpus", metavar="FOLDER", type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Where the sources that the gold names are; left out, beside the gold.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--errors", type=click.IntRange(min=0), default=0,
              help="List so many differences of each layer.")  # fmt: skip
@_workers
def evaluate(
    gold: Path,
    inputs: tuple[str, ...],
    corpus: Path | None,
    as_json: bool,
    errors: int,
    workers: int | None,
) -> None:
    """Score extraction against annotated entries.

    GOLD is a file of them, one JSON object a line, or a folder of such files.

    INPUT is what is read for it: left out, the sources that the gold names.
    """
    with usage_errors(), interruptible("Interrupted."):
        from graph.evaluate import evaluate_inputs, load_gold, sources_of

        rows = load_gold(gold)
        folder = corpus or (gold if gold.is_dir() else gold.parent)
        named = inputs or tuple(str(folder / name) for name in sources_of(rows))
        score, problems = evaluate_inputs(rows, named, workers)
    for problem in problems:
        complain(problem)
    print_score(score, "json" if as_json else "table", errors)
    leave(problems)


@main.command()
@click.argument("target", metavar="[TARGET]", default=DEFAULT_TARGET)
@click.option(
    "--judgements", "named", metavar="PATH",
    help="The file of judgements, or the folder of the sources; left out, the folder seeds.",
)  # fmt: skip
@click.option("--who", metavar="NAME", help="Who answers; left out, the user of this machine.")
@click.option("--limit", type=click.IntRange(min=1), help="Ask no more than so many questions.")
@click.option("--csv", "sheet", metavar="PATH", help="Write the questions to a sheet, ask nothing.")
@click.option("--answers", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Take the verdicts of a sheet that was filled in.")  # fmt: skip
def review(
    target: str,
    named: str | None,
    who: str | None,
    limit: int | None,
    sheet: str | None,
    answers: Path | None,
) -> None:
    """Judge what the graph is unsure of, the most valuable first.

    y, n and l answer yes, no and later, q ends. Each answer is written at once to a file beside
    the sources, judgements.jsonl, which every later build replays. Where standard input is no
    terminal the questions are only listed.
    """
    with usage_errors(), interruptible("Interrupted; what was answered is kept."):
        from graph.reviewing.command import run

        run(target, named or None, SEEDS, who, limit, sheet, answers)


def _hints(place: str | None, year: int | None, month: int | None) -> Hints:
    from extractors.reading.sources import Hints

    return Hints(place, year, month)


main.add_command(measure)
main.add_command(plot)
main.add_command(query)
main.add_command(serve)
main.add_command(view)
