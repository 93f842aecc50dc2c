"""A reader's answers, from the keyboard or from a sheet, as judgements."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from graph.identity.judgements import VERDICTS, Judgement, JudgementError, append, from_line
from graph.reviewing.items import Item

KEYS = {"y": "yes", "n": "no", "l": "later"}
QUIT = frozenset("q\x1b\x04")
COLUMNS = ("verdict", "why", "question", "reason", "words", "other_words", "value", "what")
_WORDS = {"是": "yes", "否": "no", "以后": "later", "y": "yes", "n": "no", "l": "later"}


@dataclass(frozen=True, slots=True)
class Answers:
    """How a session went: the judgements that were written, and whether the reader stopped it."""

    written: tuple[Judgement, ...]
    stopped: bool


def ask(
    found: Sequence[Item],
    path: Path,
    who: str,
    now: Callable[[], str],
    key: Callable[[], str],
    show: Callable[[str], None],
) -> Answers:
    """Ask one question after another and write each answer at once, so that none is lost.

    ``key`` gives one key press, ``now`` the time as ISO; y, n and l answer, q ends the session,
    any other key is asked for again.
    """
    written: list[Judgement] = []
    for number, item in enumerate(found, 1):
        show(told(item, f"{number}/{len(found)}"))
        while True:
            pressed = key().lower()
            if pressed in QUIT:
                return Answers(tuple(written), True)
            if pressed in KEYS:
                break
            show("y yes   n no   l later   q quit")
        judgement = Judgement(item.what, KEYS[pressed], who, now())
        append(path, [judgement])
        written.append(judgement)
        show(f"  {judgement.verdict}\n")
    return Answers(tuple(written), False)


def told(item: Item, number: str) -> str:
    """The question as a reader sees it, with the words of the source."""
    lines = [f"{number}  {item.question}"]
    for quote in item.quotes:
        lines += [f"  {quote.source} {quote.start}–{quote.end}", f"    {quote.words}"]
    return "\n".join([*lines, f"  why asked: {item.reason}"])


def write_sheet(found: Iterable[Item], file: TextIO) -> None:
    """The questions as CSV (RFC 4180), verdict and why left for the reader to fill in."""
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for item in found:
        words = [f"{q.source} {q.start}: {q.words}" for q in item.quotes[:2]]
        words += [""] * (2 - len(words))
        what = json.dumps(list(item.what), ensure_ascii=False)
        writer.writerow(["", "", item.question, item.reason, *words, item.value, what])


def read_sheet(path: Path, who: str, when: str) -> Iterator[Judgement]:
    """The judgements of a sheet that was filled in; rows without a verdict are passed over.

    Raises JudgementError that names the row for a verdict or a subject that is none.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise JudgementError(f"{path}: it cannot be read as CSV ({error}).") from error
    for number, row in enumerate(rows, 2):
        verdict = (row.get("verdict") or "").strip().lower()
        verdict = _WORDS.get(verdict, verdict)
        if not verdict:
            continue
        if verdict not in VERDICTS:
            raise JudgementError(f"{path}, row {number}: {verdict!r} is not yes, no or later.")
        try:
            line = {
                "what": json.loads(row.get("what") or ""),
                "verdict": verdict, "who": who, "when": when,
                "why": (row.get("why") or "").strip(),
            }  # fmt: skip
            yield from_line(json.dumps(line, ensure_ascii=False))
        except (ValueError, TypeError) as error:
            raise JudgementError(
                f"{path}, row {number}: its column what does not say what was judged."
            ) from error
