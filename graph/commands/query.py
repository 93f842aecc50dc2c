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
    from queries.catalogue import Parameter


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
    key, equals, value = incomplete.partition("=")
    if equals:
        return [CompletionItem(f"{key}={found}") for found in _values(context, key, value)]
    fitting = [p for p in _asked(context) if p.name.startswith(key)]
    keys = [CompletionItem(f"{p.name}=", help=p.meaning) for p in fitting]
    if len(fitting) == 1:
        # With a value behind it no shell takes the key for the whole and puts a space behind it.
        (only,) = fitting
        values = _values(context, only.name, "") or [str(only.example)]
        return [*keys, *(CompletionItem(f"{only.name}={found}") for found in values)]
    return keys


def _asked(context: click.Context) -> Sequence[Parameter]:
    """The parameters of the query that is being typed; none where there is no such query."""
    from queries.catalogue import QueryError, find

    # An option that waits for its value keeps click from parsing what stands before it.
    name = context.params.get("name") or next(iter(context.args), "")
    try:
        return find(name).parameters
    except QueryError:
        return ()


def _values(context: click.Context, key: str, begun: str) -> list[str]:
    """Names of people that begin so, where the key wants a person and the graph is a file."""
    target = context.params.get("target") or DEFAULT_TARGET
    wanted = any(p.name == key and p.kind == "person" for p in _asked(context))
    if not wanted or not Path(target).is_file():
        return []
    from graph.asking import asking

    rows = asking(target)(
        "MATCH (p:Person) RETURN p.name AS name, p.id AS id ORDER BY name, id", {}
    )
    names = dict.fromkeys(str(name) for name, _ in rows.rows)
    return [name for name in names if name.startswith(begun)]


class _Completed(click.Command):
    """bash cuts ``person=欧`` at the equals sign, so that the value comes as a word of its own."""

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        given = context.params.get("parameters") or ("=",)
        if "=" not in given[-1]:
            return [CompletionItem(found) for found in _values(context, given[-1], incomplete)]
        return super().shell_complete(context, incomplete)


@click.command(cls=_Completed, add_help_option=False)
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
            if asked.parameters:
                complain("Run the :param lines first: Browser shows rows of a query alone.")
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
