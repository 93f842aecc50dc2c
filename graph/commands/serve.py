"""`graph serve`: the graph for an assistant, which asks it by the Model Context Protocol."""

from __future__ import annotations

import click

from graph.commands.shared import DEFAULT_TARGET, interruptible, usage_errors
from graph.printing import complain


@click.command()
@click.argument("target", metavar="[TARGET]", default=DEFAULT_TARGET)
@click.option("--mcp", is_flag=True, help="Serve an assistant on standard input and output.")
@click.option(
    "--rows", type=click.IntRange(min=1), default=100, show_default=True,
    help="At most so many rows in an answer.",
)  # fmt: skip
@click.option(
    "--seconds", type=click.FloatRange(min=0, min_open=True), default=20, show_default=True,
    help="Give a question up after so long.",
)  # fmt: skip
def serve(target: str, mcp: bool, rows: int, seconds: float) -> None:
    """Let an assistant ask a graph: the canned queries, and Cypher that only reads.

    With --mcp it speaks the Model Context Protocol. It is not started by hand but by the
    assistant, in whose settings it is named. A graph that is built anew is taken up by the next
    question.
    """
    if not mcp:
        raise click.UsageError("say how to serve it: --mcp, for an assistant.")
    with usage_errors(), interruptible("Interrupted."):
        from graph.assistant.answers import Door
        from graph.stores.store import Limits

        door = Door(target, Limits(rows, seconds))
        door.open()
        from graph.assistant.server import serve as answer

        complain(f"{target} is served to an assistant; at most {rows} rows, {seconds:g} seconds.")
        answer(door)
