"""`graph review`: from a stored graph to questions, from answers to a file of judgements."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path

from graph.assemble import decide
from graph.identity.judgements import FILE, JudgementError, append, read
from graph.reviewing.items import Item, items
from graph.reviewing.session import read_sheet
from graph.stores.store import StoreError
from graph.targets import store_of


def questions(target: str, path: Path, limit: int | None = None) -> list[Item]:
    """What a reader of the graph at the target should look at, the most valuable first.

    Answers that stand in the file at ``path`` already are counted, though the graph was built
    without them. Raises StoreError or JudgementError.
    """
    inputs = store_of(target).load_inputs(target)
    if not inputs.records:
        raise StoreError(f"{target}: there is no graph; make one with graph build.")
    found = items(decide(inputs.records, (*inputs.judgements, *read(path))))
    return found[:limit]


def file_of(named: str | None, default: str) -> Path:
    """Where judgements go: the file or the sources' folder that was named, else the default folder.

    Raises JudgementError where nothing was named and there is no such folder.
    """
    if named is None and not Path(default).is_dir():
        raise JudgementError(
            f"say with --judgements where your sources are: there is no folder {default} here."
        )
    path = Path(named or default)
    return path / FILE if path.is_dir() else path


def take_sheet(sheet: Path, path: Path, who: str) -> int:
    """Write the verdicts of a filled sheet to the file; gives how many. Raises JudgementError."""
    return append(path, list(read_sheet(sheet, who, now())))


def now() -> str:
    """The time as ISO, in UTC, with microseconds, so that of two answers the later one counts."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def reader() -> str:
    """Who answers, where no name is given: the user of this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
