"""Inputs to records, in one process or several: the same records in the same order either way."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain

from extractors.pipeline import extract_with_warnings
from extractors.reading.sources import Document, Hints, SourceError, read_sources
from graph.collector import collector_resting
from graph.source import SourceRow
from schema.records import Record

WORTH_A_POOL = 400_000
"""Characters from which more processes gain more than their start costs (about two seconds)."""

_NO_DATE = "no-date"


@dataclass(frozen=True, slots=True)
class Harvest:
    """What came of one document.

    ``problems`` are sentences about what makes the document fail (no date, no person; it may have
    records all the same), ``notes`` sentences that a reader of the result should know. ``text`` is
    the decoded source, ``length`` of ``source`` its characters.
    """

    source: SourceRow
    records: tuple[Record, ...]
    text: str
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave nothing: ``problem`` is one sentence that names it and what to do."""

    name: str
    problem: str


def harvest(
    inputs: Sequence[str], hints: Hints | None = None, workers: int | None = None
) -> Iterator[Harvest | Failure]:
    """The records of every input, document by document in the order of `read_sources`.

    ``workers`` is a number of processes; None takes one for little text and one a processor for
    much. A document on which extraction breaks is a Failure and stops no other.
    """
    documents = read_sources(inputs, hints)
    if workers is None:
        head, documents, much = _peek(documents)
        workers = _processors() if much and len(head) > 1 else 1
    if workers <= 1:
        return _in_turn(documents)
    return _in_processes(documents, workers)


def _in_turn(documents: Iterator[Document | SourceError]) -> Iterator[Harvest | Failure]:
    """One document after the other in this process."""
    loaded = False
    for found in documents:
        yield _reap(found)
        if not loaded:
            # The lexicon has come to stay; going through it at every collection costs a tenth.
            gc.freeze()
            loaded = True


def _peek(
    documents: Iterator[Document | SourceError],
) -> tuple[list[Document | SourceError], Iterator[Document | SourceError], bool]:
    """The first documents, all of them again, and whether they are worth a pool."""
    head: list[Document | SourceError] = []
    length = 0
    for found in documents:
        head.append(found)
        length += len(found.text) if isinstance(found, Document) else 0
        if length > WORTH_A_POOL and len(head) > 1:
            return head, chain(head, documents), True
    return head, iter(head), False


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(
    documents: Iterator[Document | SourceError], workers: int
) -> Iterator[Harvest | Failure]:
    """Harvest in processes, never more than a few documents ahead of the one that is asked for."""
    context = multiprocessing.get_context("spawn")  # a fork would copy threads' locks
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_follow_parent)
    waiting: deque[Future[Harvest | Failure]] = deque()
    try:
        for found in documents:
            with _interrupts_held():
                waiting.append(pool.submit(_reap, found))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold SIGINT back for a moment; processes that are started in it never see one.

    The parent gets a held interrupt afterwards, and ends its children. Elsewhere than on Unix
    nothing is held, and an interrupted child may say so.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    """End with the parent, even if it is killed."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _reap(found: Document | SourceError) -> Harvest | Failure:
    """The harvest of one document, with what a user must hear about it."""
    if isinstance(found, SourceError):
        return Failure(found.name, str(found))
    try:
        with collector_resting():
            records, warnings = extract_with_warnings(found)
    except Exception as error:  # one broken document must not cost the others
        kind = f"{type(error).__name__}: {error}"
        return Failure(
            found.name,
            f"{found.name}: extraction broke on it ({kind}); report this with the file.",
        )
    source = SourceRow(
        found.name, found.hints.url, found.hints.title, found.sha256, len(found.text)
    )
    problems = [_named(found.name, w.message) for w in warnings if w.code == _NO_DATE]
    if not records and not problems:
        problems.append(f"{found.name}: no entry was found in it; check that it is a chronicle.")
    elif records and not any(event.persons for record in records for event in record.events):
        problems.append(
            f"{found.name}: no person was found in it; check that it is a chronicle"
            " and not a table or a scan."
        )
    notes = tuple(_named(found.name, w.message) for w in warnings if w.code != _NO_DATE)
    return Harvest(source, tuple(records), found.text, tuple(problems), notes)


def _named(name: str, sentence: str) -> str:
    return sentence if sentence.startswith(name) else f"{name}: {sentence}"
