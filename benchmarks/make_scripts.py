"""Makes ``extractors/lexicon/scripts.txt`` from OpenCC's tables: python -m benchmarks.make_scripts

Reading a text asks of its characters whether they are traditional; with the answer in a file OpenCC
itself is loaded only for texts that are.
"""

from __future__ import annotations

from opencc import OpenCC

from benchmarks.measure import ROOT

FILE = ROOT / "extractors" / "lexicon" / "scripts.txt"
_HEAD = """\
# Characters that only one script uses, traditional or simplified: what OpenCC's tables make of each
# of the 20,902 characters from 一 to 龥, to simplified and to traditional (Apache-2.0). Made by
# benchmarks/make_scripts.py; a test compares. One line holds many.
"""
_WIDTH = 60


def telling() -> dict[str, str]:
    """The characters that only one script uses, by the script, in the order of their codes."""
    characters = [chr(code) for code in range(0x4E00, 0x9FA6)]
    lines = "\n".join(characters)
    simplified = OpenCC("t2s").convert(lines).split("\n")
    traditional = OpenCC("s2t").convert(lines).split("\n")
    found = {"traditional": "", "simplified": ""}
    for character, simple, complex_ in zip(characters, simplified, traditional, strict=True):
        if simple != character and complex_ == character:
            found["traditional"] += character
        elif complex_ != character and simple == character:
            found["simplified"] += character
    return found


def main() -> None:
    rows = [
        f"{characters[at : at + _WIDTH]}\t{script}\n"
        for script, characters in telling().items()
        for at in range(0, len(characters), _WIDTH)
    ]
    FILE.write_text(_HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
