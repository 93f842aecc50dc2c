"""`graph query`: the canned queries, listed, explained, shown and asked."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from graph.commands.shared import DEFAULT_TARGET, on_target, usage_errors
from graph.printing import complain, print_query, print_query_groups, print_rows

if TYPE_CHECKING:
    from graph.naming import Candidate


def _complete_name(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from queries.catalogue import catalogue

    return [
        CompletionItem(query.name, help=query.en)
        for query in catalogue()
        if query.name.startswith(incomplete)
    ]


def _complete_parameter(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """``KEY=`` for the keys of the query, then names of people where the graph is a file."""
    from graph.asking import asking
    from queries.catalogue import QueryError, find

    # An option that waits for its value keeps click from parsing what stands before it.
    name = context.params.get("name") or next(iter(context.args), "")
    try:
        query = find(name)
    except QueryError:
        return []
    key, equals, value = incomplete.partition("=")
    if not equals:
        return [
            CompletionItem(f"{p.name}=", help=p.meaning)
            for p in query.parameters
            if p.name.startswith(key)
        ]
    target = context.params.get("target") or DEFAULT_TARGET
    if not Path(target).is_file() or not any(
        p.name == key and p.kind == "person" for p in query.parameters
    ):
        return []
    rows = asking(target)("MATCH (p:Person) RETURN p.name AS name ORDER BY name", {}).rows
    names = dict.fromkeys(str(name) for (name,) in rows)
    return [CompletionItem(f"{key}={name}") for name in names if name.startswith(value)]


@click.command(add_help_option=False)
@click.argument("name", metavar="[NAME]", required=False, shell_complete=_complete_name)
@click.option(
    "-p", "parameters", metavar="KEY=VALUE", multiple=True, shell_complete=_complete_parameter,
    help="A parameter of the query; once for each. A person is a name, pinyin or an id.",
)  # fmt: skip
@on_target
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table",
    show_default=True, help="json and csv hold every column, a table what fits.",
)  # fmt: skip
@click.option(
    "--cypher", is_flag=True,
    help="Print the query instead, ready to paste into Neo4j Browser.",
)  # fmt: skip
@click.option("-h", "--help", "helped", is_flag=True, help="Explain NAME; without it, this.")
@click.pass_context
def query(
    context: click.Context,
    name: str | None,
    parameters: tuple[str, ...],
    target: str,
    form: str,
    cypher: bool,
    helped: bool,
) -> None:
    """Ask a canned query; without NAME, list them."""
    from queries.catalogue import find, grouped
    from queries.pasting import browser_text

    if name is None:
        if helped:
            click.echo(context.get_help())
        else:
            print_query_groups(grouped())
        return
    with usage_errors():
        asked = find(name)
        if helped:
            print_query(asked)
            return
        given = dict(_pairs(parameters))
        if cypher:
            click.echo(browser_text(asked, given), nl=False)
            return
        from graph.asking import answer, asking

        choose = _choose if sys.stdin.isatty() and sys.stderr.isatty() else None
        rows = answer(asking(target), asked, given, choose)
    print_rows(rows.columns, rows.dicts(), form)
    if not rows.rows and asked.without_rows:
        complain(asked.without_rows)


def _choose(found: Sequence[Candidate]) -> Candidate:
    """Ask on the terminal which of several people is meant."""
    for number, candidate in enumerate(found, 1):
        click.echo(f"{number}  {candidate}  {candidate.id}", err=True)
    number = click.prompt("Which", type=click.IntRange(1, len(found)), err=True)
    return found[number - 1]


def _pairs(parameters: Iterable[str]) -> Iterator[tuple[str, str]]:
    for parameter in parameters:
        key, equals, value = parameter.partition("=")
        if not equals:
            raise click.UsageError(f"-p takes KEY=VALUE, not {parameter!r}.")
        yield key, value
