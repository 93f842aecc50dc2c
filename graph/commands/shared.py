"""What the commands share: where the graph is, and what becomes of errors and interruptions."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from graph.printing import complain

DEFAULT_TARGET = "build/graph.kgl"
INTERRUPTED = 130

on_target = click.option(
    "--on", "target", metavar="TARGET", default=DEFAULT_TARGET, show_default=True,
    help="The graph to ask.",
)  # fmt: skip


class Refused(click.ClickException):
    """A command that cannot be done as it stands: one sentence, and the exit code of misuse."""

    exit_code = 2


@contextmanager
def usage_errors() -> Iterator[None]:
    """What a user can mend comes out as one sentence and exit code 2."""
    from graph.evaluate import GoldError
    from graph.identity.judgements import JudgementError
    from graph.stores.store import StoreError
    from queries.catalogue import QueryError

    try:
        yield
    except (StoreError, GoldError, QueryError, JudgementError) as error:
        raise Refused(str(error)) from error


@contextmanager
def interruptible(message: str) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        complain(message)
        sys.exit(INTERRUPTED)


def leave(problems: Iterable[str]) -> None:
    """Exit code 1 where some input failed."""
    if any(True for _ in problems):
        sys.exit(1)
