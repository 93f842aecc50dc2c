"""Learn which characters given names are made of, from a folder or archive of news text.

    python -m benchmarks.train_names ARCHIVE [-o extractors/lexicon/given_names.csv] [--evaluate]

ARCHIVE is a folder of UTF-8 text files, or a tar file of one. Names are gathered where they are
sure: a person's role, a surname that is not also an everyday word, one or two characters, and then
a mark or a verb that only follows names; a second round takes more of them by the model of the
first. Every name counts once, however often it is in the news; the characters in name_seeds.toml
count as a few names more. The file that is written has a row a
character with the log-odds (natural logarithm) that it stands there in a name and not in running
text: ``first`` and ``second`` of two characters, ``single`` the only one. Running text is what
follows the same surname characters anywhere. Same archive, same bytes.

With --evaluate, one file in five is held out: names that are only there are told from other
strings that follow a surname's character, and the area under the ROC curve is printed.
"""

from __future__ import annotations

import argparse
import math
import re
import tarfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from extractors import lexicon

HAN = "一-鿿"
SEEDS = tomllib.loads(Path(__file__).with_name("name_seeds.toml").read_text(encoding="utf-8"))
SURE = {2: 1.5, 3: 1.0}  # scores from which a likely string is taken for a name
ROWS_BELOW = 3  # a character rarer than this both in names and in text says nothing


def texts(archive: Path) -> Iterator[str]:
    """The text of each file, in the order of their names, marks in ASCII and tags blanked."""
    if archive.is_dir():
        paths = sorted(p for p in archive.rglob("*") if p.suffix in {".md", ".txt"})
        for path in paths:
            yield _plain(path.read_text(encoding="utf-8", errors="ignore"))
        return
    found: dict[str, str] = {}
    with tarfile.open(archive) as tar:
        # As they stand in the archive: going back in a compressed file means reading it anew.
        for member in tar:
            file = tar.extractfile(member) if member.name.endswith((".md", ".txt")) else None
            if file is not None:
                found[member.name] = file.read().decode("utf-8", errors="ignore")
    for name in sorted(found):
        yield _plain(found[name])


def _plain(text: str) -> str:
    text = re.sub(r"<[^>]*>", "\n", text)
    return text.translate(str.maketrans("，：；（）！？", ",:;()!?"))


def sure_surnames() -> str:
    """Single surnames that are no everyday word and begin few foreign names."""
    rows = [row for row in lexicon.columns("surnames") if len(row[0]) == 1 and row[1] != "3"]
    return "".join(r[0] for r in rows if len(r) == 2 and r[0] not in SEEDS["foreign"])


def gather(pages: Iterable[str]) -> Counter[str]:
    """How often each string stands where a person's name is all but sure."""
    heads = sorted({*lexicon.words("posts"), *SEEDS["roles"]}, key=lambda w: (-len(w), w))
    name = f"[{sure_surnames()}][{HAN}]{{1,2}}?"
    end = f"(?=[、,。:;()”]|{'|'.join(SEEDS['after'])})"
    after_role = re.compile(f"(?:{'|'.join(heads)})({name}){end}")
    listed = re.compile(f"(?<=、)({name})(?=、)")
    speaker = re.compile(rf"(?:^|[ \n。])[{HAN}]{{2,20}} ({name}):")
    return _count(pages, (after_role, listed, speaker))


def gather_more(pages: Iterable[str]) -> Counter[str]:
    """The same for places where a name is likely and a model of given names must agree."""
    name = f"[{sure_surnames()}][{HAN}]{{1,2}}?"
    end = f"(?=[、,。:;()”]|{'|'.join(SEEDS['after'])})"
    apart = re.compile(f"(?<=[、,。:;(“\\s])({name}){end}")
    after_role = re.compile(f"(?<=[{SEEDS['role_ends']}])({name}){end}")
    return _count(pages, (apart, after_role))


def _count(pages: Iterable[str], patterns: Iterable[re.Pattern[str]]) -> Counter[str]:
    """What the patterns' first groups hold, without everyday words and names of places."""
    found: Counter[str] = Counter()
    units: set[str] = set()
    unit = re.compile(f"(?=([{HAN}]{{2,3}})[省市县区州旗镇乡村])")
    for page in pages:
        units.update(match.group(1) for match in unit.finditer(page))
        for pattern in patterns:
            found.update(match.group(1) for match in pattern.finditer(page))
    words = frozenset(lexicon.words("not_names")) | units

    def named(text: str) -> bool:
        return not {text, text[:2]} & words and text[-1] not in SEEDS["never_last"]

    return Counter({text: times for text, times in found.items() if named(text)})


def running(pages: Iterable[str], names: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Characters one and two places after a surname's character, names left out."""
    surname = sure_surnames()
    known = frozenset(names)
    one: Counter[str] = Counter()
    two: Counter[str] = Counter()
    place = re.compile(f"[{surname}](?=([{HAN}])([{HAN}]))")
    for page in pages:
        for match in place.finditer(page):
            a, b = match.groups()
            if match.group() + a + b not in known and match.group() + a not in known:
                one[a] += 1
                two[b] += 1
    return one, two


PRIOR = 2  # how many names each character of the seeds counts for
FLOOR = -2.5  # nearly any character is in somebody's name: no single one rules a name out
Counts = Counter[str]
Model = dict[str, tuple[float, float, float]]


def fit(names: Iterable[str], text: tuple[Counter[str], Counter[str]]) -> Model:
    """Log-odds of each character in the three places.

    A place borrows strength from the two others (half a count for each of theirs): a character that
    is liked at the end of names is seldom strange in the middle.
    """
    places: tuple[Counts, Counts, Counts] = (Counter(), Counter(), Counter())
    for name in names:
        given = name[1:]
        if len(given) == 2:
            places[0][given[0]] += 1
            places[1][given[1]] += 1
        else:
            places[2][given] += 1
    for place, known in zip(places, ("first", "second", "single"), strict=True):
        for char in sorted(set(SEEDS[known])):
            place[char] += PRIOR
    anywhere = places[0] + places[1] + places[2]
    background = (text[0], text[1], text[0])
    chars = sorted(
        c for c in {*anywhere, *text[0], *text[1]} if anywhere[c] or text[0][c] >= ROWS_BELOW
    )
    size = len(chars)
    weights = (0.25, 0.25, 0.5)
    model: Model = {}
    for char in chars:
        odds = []
        for own, other, w in zip(places, background, weights, strict=True):
            share = (own[char] + w * (anywhere[char] - own[char]) + 0.1) / (
                own.total() + w * (anywhere.total() - own.total()) + 0.1 * size
            )
            base = (other[char] + 5.0) / (other.total() + 5.0 * size)
            odds.append(round(max(FLOOR, math.log(share / base)), 2))
        model[char] = (odds[0], odds[1], odds[2])
    return model


def score(model: Model, name: str) -> float:
    """The log-odds of what follows the first character of a name."""
    nothing = (0.0, 0.0, 0.0)
    if len(name) == 3:
        return model.get(name[1], nothing)[0] + model.get(name[2], nothing)[1]
    return model.get(name[1], nothing)[2]


def learn(pages: list[str]) -> tuple[Model, frozenset[str]]:
    """Three rounds: what the model of one doubts is left out of the next, likely names come in."""
    sure = gather(pages)
    likely = gather_more(pages)
    names = frozenset(sure)
    for _ in range(2):
        model = fit(sorted(names), running(pages, names))
        names = frozenset(n for n in sure if score(model, n) > -2.0)
        names |= {n for n in likely if score(model, n) > SURE[len(n)]}
    return fit(sorted(names), running(pages, names)), names


def area(positive: list[float], negative: list[float]) -> float:
    """The chance that a name scores above another string, ties half: the area under the ROC."""
    ranked = sorted([(s, 1) for s in positive] + [(s, 0) for s in negative])
    wins, below, i = 0.0, 0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        ups = sum(kind for _, kind in ranked[i:j])
        wins += ups * (below + (j - i - ups) / 2)
        below += j - i - ups
        i = j
    return wins / (len(positive) * len(negative))


def evaluate(pages: list[str]) -> Iterator[str]:
    """Lines that tell how well names of held-out files are told from other strings there."""
    train = [page for i, page in enumerate(pages) if i % 5]
    held = [page for i, page in enumerate(pages) if i % 5 == 0]
    model, seen = learn(train)
    found = gather(held)
    for size in (3, 2):
        fresh = sorted(n for n in found if len(n) == size and n not in seen)
        pattern = re.compile(f"(?<=[{HAN}])[{sure_surnames()}][{HAN}]{{{size - 1}}}(?=[{HAN}])")
        inside = sorted({m.group() for page in held for m in pattern.finditer(page)})
        others = [s for s in inside if s not in found and s not in seen][::10]
        ups, downs = ([score(model, s) for s in group] for group in (fresh, others))
        kept = sum(s > 0 for s in ups) / len(ups)
        let = sum(s > 0 for s in downs) / len(downs)
        yield (
            f"{size} characters: {len(ups)} unseen names, {len(downs)} other strings, "
            f"AUC {area(ups, downs):.3f}; above 0: {kept:.1%} of names, {let:.1%} of others"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Learn given-name characters from news text.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    parser.add_argument("--evaluate", action="store_true")
    options = parser.parse_args()
    pages = list(texts(options.archive))
    if options.evaluate:
        for line in evaluate(pages):
            print(line)
    if options.output:
        model, names = learn(pages)
        rows = (f"{c},{a:g},{b:g},{s:g}\n" for c, (a, b, s) in sorted(model.items()))
        options.output.write_text("char,first,second,single\n" + "".join(rows), encoding="utf-8")
        print(f"{len(model)} characters from {len(names)} names")


if __name__ == "__main__":
    main()
