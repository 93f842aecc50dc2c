"""`graph view`: the explorer, one page that opens from disk."""

from __future__ import annotations

import click

from graph.commands.shared import DEFAULT_TARGET, interruptible, usage_errors
from graph.printing import complain


@click.command()
@click.argument("target", metavar="[TARGET]", default=DEFAULT_TARGET)
@click.option(
    "-o", "path", metavar="PATH", default="explorer.html", show_default=True,
    help="The page to write.",
)  # fmt: skip
def view(target: str, path: str) -> None:
    """Write a graph as one page to look at, search and follow to its sources.

    The page is a single file that any browser opens from disk; it needs no network and no server.
    A very large graph is cut to its best connected nodes, and the page says what is left out.
    """
    with usage_errors(), interruptible("Interrupted; nothing was written."):
        from graph.explorer.page import write_page
        from graph.export import stored_tables

        written = write_page(stored_tables(target), path)
        for sentence in written.left.sentences():
            complain(sentence)
        complain(
            f"{path} is written: {written.nodes} nodes, {written.entries} entries, "
            f"{written.size / 1e6:.1f} MB. Open it in a browser."
        )
