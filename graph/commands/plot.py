"""`graph plot`: a timeline, a network or a heatmap as a picture for a report."""

from __future__ import annotations

from datetime import date, datetime

import click

from graph.commands.shared import interruptible, on_target, usage_errors
from graph.printing import complain

KINDS = ("timeline", "network", "heatmap")
_day = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("kind", type=click.Choice(KINDS))
@click.option("-o", "path", metavar="PATH", required=True, help="The picture: a .png or .svg file.")
@click.option("--person", metavar="NAME", help="About this person: a name, or an id.")
@click.option("--body", metavar="NAME", help="About this body: a name, or an id.")
@click.option("--from", "first", metavar="DAY", type=_day, help="From this day on: 2023-05-01.")
@click.option("--to", "last", metavar="DAY", type=_day, help="Up to this day.")
@click.option(
    "--rows", type=click.Choice(["kind", "person"]), default="kind", show_default=True,
    help="What the rows of a heatmap are.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(min=1),
    help="Rows of a timeline, people of a network or heatmap; left out, 30, 40 and 20.",
)  # fmt: skip
@click.option(
    "--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True,
    help="Of titles and legends; names stay as they are.",
)  # fmt: skip
@click.option(
    "--fonts", metavar="FOLDER", type=click.Path(exists=True, file_okay=False),
    help="Take the font for Chinese from here; left out, from this system.",
)  # fmt: skip
@on_target
def plot(
    kind: str,
    path: str,
    person: str | None,
    body: str | None,
    first: datetime | None,
    last: datetime | None,
    rows: str,
    limit: int | None,
    language: str,
    fonts: str | None,
    target: str,
) -> None:
    """Draw a graph to a PNG or SVG file.

    timeline: posts and events of a person or body. network: who meets whom, in all or around a
    person. heatmap: events by kind or person over time. What does not fit is named in the picture
    and on standard error.
    """
    if person and body:
        raise click.UsageError("give --person or --body, not both.")
    if kind == "timeline" and not (person or body):
        raise click.UsageError("a timeline is of one: give --person or --body.")
    if kind == "network" and body:
        raise click.UsageError("a network is of people: give --person, or nothing for all.")
    with usage_errors(), interruptible("Interrupted; nothing was written."):
        from graph.plots.command import Wish, make

        wish = Wish(
            kind=kind,
            person=person,
            body=body,
            first=first.date() if first else date.min,
            last=last.date() if last else date.max,
            rows=rows,
            limit=limit or 0,
            language=language,
        )
        for sentence in make(wish, target, path, fonts):
            complain(sentence)
    complain(f"{path} is written.")
