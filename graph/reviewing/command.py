"""What `graph review` does with its options: list, ask, write a sheet or take one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from graph.printing import complain
from graph.review import file_of, now, questions, reader, take_sheet
from graph.reviewing.session import ask, told, write_sheet
from graph.reviewing.terminal import keys


def run(
    target: str,
    named: str | None,
    default: str,
    who: str | None,
    limit: int | None,
    sheet: str | None,
    answers: Path | None,
) -> None:
    """One run of the command; raises StoreError or JudgementError."""
    path = file_of(named, default)
    who = who or reader()
    if answers is not None:
        _written(take_sheet(answers, path, who), path)
        return
    found = questions(target, path, limit)
    if sheet is not None:
        with Path(sheet).open("w", encoding="utf-8-sig", newline="") as file:
            write_sheet(found, file)
        complain(f"{len(found)} questions in {sheet}; fill in verdict, then --answers {sheet}.")
    elif not sys.stdin.isatty():
        for number, item in enumerate(found, 1):
            click.echo(told(item, str(number)))
    elif not found:
        complain("There is nothing to judge.")
    else:
        click.echo("y yes   n no   l later   q quit\n")
        with keys() as key:
            got = ask(found, path, who, now, key, click.echo)
        _written(len(got.written), path)


def _written(number: int, path: Path) -> None:
    complain(f"{number} judgements written to {path}; the next graph build replays them.")
