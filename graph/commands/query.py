"""`graph query`: the canned queries, listed, shown and asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from graph.commands.shared import on_target, usage_errors
from graph.printing import print_queries, print_rows


@click.command()
@click.argument("name", metavar="[NAME]", required=False)
@click.option(
    "-p", "parameters", metavar="KEY=VALUE", multiple=True,
    help="A parameter of the query; once for each.",
)  # fmt: skip
@on_target
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table",
    show_default=True, help="json and csv hold every column, a table what fits.",
)  # fmt: skip
@click.option("--cypher", is_flag=True, help="Print the query itself instead of asking it.")
def query(
    name: str | None, parameters: tuple[str, ...], target: str, form: str, cypher: bool
) -> None:
    """Ask a canned query; without NAME, list them."""
    from queries.catalogue import bind, catalogue, find

    if name is None:
        print_queries(catalogue())
        return
    with usage_errors():
        asked = find(name)
        if cypher:
            click.echo(asked.cypher, nl=False)
            return
        values = bind(asked, dict(_pairs(parameters)))

        from graph.targets import store_of

        rows = store_of(target).query(target, asked.cypher, values)
    print_rows(rows.columns, rows.dicts(), form)


def _pairs(parameters: Iterable[str]) -> Iterator[tuple[str, str]]:
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise click.UsageError(f"-p takes KEY=VALUE, not {parameter!r}.")
        yield key, value
