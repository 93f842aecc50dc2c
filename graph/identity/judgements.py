"""What a person who reviewed the graph has said, as lines that every later build replays.

One JSON object a line: ``what`` (see KINDS), ``verdict`` (yes, no, later), ``who``, ``when`` (ISO,
UTC) and ``why``. A judgement names entries by their ids, which depend on the words of the source
alone, and bodies by their keys; so it holds on any machine and after any addition. The file is
written to at its end only; of several lines about one thing the latest counts, and ``later`` opens
the question again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.identity.persons import Links

FILE = "judgements.jsonl"
VERDICTS = ("yes", "no", "later")

SAME_PERSON, SAME_BODY, NAME, POST, DATES = "same-person", "same-body", "name", "post", "dates"
KINDS: Mapping[str, str] = {
    SAME_PERSON: "name, then two entries: does it mean one person in both?",
    SAME_BODY: "two keys of bodies: are they one?",
    NAME: "name, then an entry: is it the name of a person there?",
    POST: "name, post as written, then an entry: does the person hold that post there?",
    DATES: "source: are the dates right that its entries were read with?",
}
_LENGTHS = {SAME_PERSON: 3, SAME_BODY: 2, NAME: 2, POST: 3, DATES: 1}


class JudgementError(ValueError):
    """A line that is no judgement; the message names file, line and what to do."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """``what`` is the kind and then its terms, in the order that KINDS gives."""

    what: tuple[str, ...]
    verdict: str
    who: str
    when: str
    why: str = ""

    @property
    def kind(self) -> str:
        return self.what[0]


def subject(kind: str, *terms: str) -> tuple[str, ...]:
    """The ``what`` of a judgement; the two of a pair in order, so that it is written one way."""
    if kind == SAME_PERSON:
        return (kind, terms[0], *sorted(terms[1:]))
    return (kind, *(sorted(terms) if kind == SAME_BODY else terms))


def to_line(judgement: Judgement) -> str:
    """The judgement as one line of JSON, without the line break."""
    return json.dumps(
        {
            "what": list(judgement.what),
            "verdict": judgement.verdict,
            "who": judgement.who,
            "when": judgement.when,
            "why": judgement.why,
        },
        ensure_ascii=False,
    )


def from_line(line: str) -> Judgement:
    """A judgement from its line; raises JudgementError where it is none."""
    try:
        data = json.loads(line)
        what = tuple(str(term) for term in data["what"])
        verdict = str(data["verdict"])
        found = Judgement(
            what, verdict, str(data["who"]), str(data["when"]), str(data.get("why", ""))
        )
    except (ValueError, KeyError, TypeError) as error:
        raise JudgementError(f"this is no judgement: {line[:60]}") from error
    if not what or len(what) != _LENGTHS.get(what[0], -1) + 1:
        raise JudgementError(f"this judges nothing that is known: {' '.join(what)[:60]}")
    if verdict not in VERDICTS:
        raise JudgementError(f"the verdict is {verdict!r}, not yes, no or later")
    return found


def read(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, none where there is no file; raises JudgementError."""
    if not path.is_file():
        return ()
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(from_line(line))
            except JudgementError as error:
                raise JudgementError(f"{path}, line {number}: {error}; mend or drop it.") from error
    return tuple(found)


def append(path: Path, judgements: Iterable[Judgement]) -> int:
    """Write judgements at the end of a file, made where it is missing; gives how many."""
    lines = [to_line(judgement) + "\n" for judgement in judgements]
    if lines:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.writelines(lines)
    return len(lines)


def beside(inputs: Iterable[str]) -> tuple[Path, ...]:
    """Where the judgements about these inputs stand: in a folder itself, or beside a file."""
    found = {
        (path if path.is_dir() else path.parent) / FILE
        for path in map(Path, inputs)
        if path.exists()
    }
    return tuple(sorted(path for path in found if path.is_file()))


def dump(judgements: Iterable[Judgement]) -> str:
    """All of them as text, sorted, each once: what a graph keeps."""
    return "\n".join(sorted({to_line(judgement) for judgement in judgements}))


def parse(text: str) -> tuple[Judgement, ...]:
    """What `dump` wrote."""
    return tuple(from_line(line) for line in text.splitlines() if line)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The latest judgement about each thing, open questions left out, ready to be applied.

    ``names`` and ``posts`` are what is to be taken out, ``undated`` the sources whose dates are
    wrong, ``bodies`` pairs of keys that are one.
    """

    latest: Mapping[tuple[str, ...], Judgement]
    links: Links
    names: frozenset[tuple[str, str]]
    posts: frozenset[tuple[str, str, str]]
    undated: frozenset[str]
    bodies: tuple[tuple[str, str], ...]

    def verdict(self, what: tuple[str, ...]) -> str:
        """``yes``, ``no``, ``later``, or empty where nobody has judged it."""
        found = self.latest.get(what)
        return found.verdict if found else ""


def rulings(judgements: Iterable[Judgement]) -> Rulings:
    """What these judgements come to; their order does not matter."""
    latest: dict[tuple[str, ...], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.when, to_line(j))):
        latest[subject(*judgement.what)] = judgement
    linked: dict[str, dict[str, list[tuple[str, str]]]] = {
        "yes": defaultdict(list), "no": defaultdict(list),
    }  # fmt: skip
    ruled = {what: j.verdict for what, j in sorted(latest.items()) if j.verdict in linked}
    for what, verdict in ruled.items():
        if what[0] == SAME_PERSON:
            linked[verdict][what[1]].append((what[2], what[3]))
    return Rulings(
        latest,
        Links(*({n: tuple(pairs) for n, pairs in linked[v].items()} for v in ("yes", "no"))),
        frozenset((w[1], w[2]) for w, v in ruled.items() if w[0] == NAME and v == "no"),
        frozenset((w[1], w[2], w[3]) for w, v in ruled.items() if w[0] == POST and v == "no"),
        frozenset(w[1] for w, v in ruled.items() if w[0] == DATES and v == "no"),
        tuple((w[1], w[2]) for w, v in ruled.items() if w[0] == SAME_BODY and v == "yes"),
    )


def unfit(
    ruled: Rulings,
    names: Mapping[str, Container[str]],
    posts: Mapping[str, Container[tuple[str, str]]],
    sources: Container[str],
    bodies: Container[str],
) -> list[str]:
    """A sentence for each judgement about something that the graph does not have.

    ``names`` and ``posts`` (name and post as written) are those of every entry, by its id.
    """
    sentences = []
    for what, judgement in sorted(ruled.latest.items()):
        kind, *terms = what
        if kind == SAME_PERSON:
            fits = all(terms[0] in names.get(entry, ()) for entry in terms[1:])
        elif kind == SAME_BODY:
            fits = all(key in bodies for key in terms)
        elif kind == NAME:
            fits = terms[0] in names.get(terms[1], ())
        elif kind == POST:
            fits = (terms[0], terms[1]) in posts.get(terms[2], ())
        else:
            fits = terms[0] in sources
        if not fits:
            sentences.append(
                f"A judgement of {judgement.who} on {judgement.when[:10]} fits nothing in the "
                f"graph: {kind} {', '.join(terms)}; it is kept."
            )
    return sentences
