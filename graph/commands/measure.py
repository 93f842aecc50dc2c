"""`graph measure`: who stands how in the network of those who meet."""

from __future__ import annotations

import click

from graph.commands.shared import DEFAULT_TARGET, interruptible, usage_errors
from graph.printing import complain, loading, print_rows

COLUMNS = ("person", "scope", "acquaintances", "betweenness", "community", "person_id")


@click.command()
@click.argument("target", metavar="[TARGET]", default=DEFAULT_TARGET)
@click.option("--write", is_flag=True, help="Write the measures to the graph's people.")
@click.option("--remove", is_flag=True, help="Take the measures out of the graph again.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=20, show_default=True,
    help="Print so many people, those with the greatest betweenness first.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv"]), default="table",
    show_default=True, help="json and csv hold every column, a table what fits.",
)  # fmt: skip
def measure(target: str, write: bool, remove: bool, limit: int, form: str) -> None:
    """Measure how people stand in the network of those who take part in the same events.

    How many others each met, how much of what lies between others leads over him (betweenness),
    and the circle of people who meet one another more than others, 1 being the largest. With
    --write they become properties of the people, which queries, exports and Cypher can use; from
    then on every build of that graph measures it anew.
    """
    if write and remove:
        raise click.UsageError("give --write or --remove, not both.")
    if write or remove:
        with usage_errors(), interruptible(f"Interrupted; {target} stays as it was."):
            from graph.build import remeasure

            with loading("Writing") as written:
                size, notes = remeasure(target, measured=write, written=written)
        for sentence in notes:
            complain(sentence)
        done = "is measured" if write else "is no longer measured"
        complain(f"{target} {done}: {size.nodes} nodes, {size.edges} edges.")
        return
    with usage_errors(), interruptible("Interrupted."):
        from graph.export import stored_tables
        from graph.measures import measures

        tables = stored_tables(target)
        found = measures(tables)
    people = tables.nodes["Person"].select(["id", "name", "scope"]).to_pylist()
    rows = [
        {
            "person": person["name"],
            "scope": person["scope"],
            "acquaintances": found[person["id"]].acquaintances,
            "betweenness": found[person["id"]].betweenness,
            "community": found[person["id"]].community,
            "person_id": person["id"],
        }
        for person in people
    ]
    rows.sort(key=lambda row: (-row["betweenness"], -row["acquaintances"], row["person_id"]))
    print_rows(COLUMNS, rows[:limit], form)
    if len(rows) > limit:
        complain(f"{len(rows) - limit} people more: give --limit, or --write and ask go-betweens.")
