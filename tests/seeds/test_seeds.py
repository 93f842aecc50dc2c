"""The sample chronicles: what their gold file says stands in them, and every form is there."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.reading.clean import clean

SEEDS = Path(__file__).parents[2] / "seeds"

TYPES = {
    "meeting", "inspection", "visit", "signing", "ceremony", "appointment", "award", "training",
    "cultural", "project", "policy", "organisation_change", "incident", "condolence", "other",
}  # fmt: skip
CAPACITIES = {
    "chair", "attend", "speak", "lead", "accompany", "receive", "sign", "announce", "unveil",
    "report", "appointed", "removed", "elected", "awarded", "other",
}  # fmt: skip
PRECISIONS = {"day", "month", "year", "period"}

# What each of the five forms of chronicle looks like in its sample.
FORMS = {
    "xinning-2019-09.txt": r"(?s)^☆新寧縣.*區\(qū\).*,、",
    "binzhou-2023-05.txt": r"(?s)浏览次数.*\(2023年3月\).*^△\u2002\u2002",
    "dali-2022-03.txt": r"(?m)^\S+县委书记\S{2,3}:$",
    "jizhou-2024-01.txt": r"(?m)^\u3000\u3000会议强调",
    "yiling-2021-06.txt": r"本报讯\(记者 \S+\)",
}

Row = dict[str, Any]


def gold() -> list[Row]:
    return [json.loads(line) for line in (SEEDS / "gold.jsonl").read_text("utf-8").splitlines()]


def source_of(row: Row) -> str:
    name: str = row["source"]
    return (SEEDS / name).read_bytes().decode("utf-8")


def events() -> Iterator[tuple[Row, Row]]:
    for row in gold():
        for event in row["events"]:
            yield row, event


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def words_of(row: Row) -> str:
    """The cleaned entry without spaces; the whole file is cleaned, as a reader sees it whole."""
    source = source_of(row)
    start = source.index(row["text"])
    end = start + len(row["text"])
    cleaned = clean(source)
    kept = (
        character
        for character, begin, stop in zip(cleaned.text, cleaned.starts, cleaned.ends, strict=True)
        if start <= begin and stop <= end
    )
    return bare("".join(kept))


def stands_in(name: str, words: str, place: str) -> bool:
    """As written, or the chronicle's own place (我市), or two pieces (农业、水利局 expanded)."""
    name = bare(name)
    if name in words or place.startswith(name) or place.endswith(name):
        return True
    return any(name[:cut] in words and name[cut:] in words for cut in range(2, len(name) - 1))


def test_the_gold_holds_at_least_sixty_entries_of_all_five_forms() -> None:
    rows = gold()
    assert len(rows) >= 60
    assert len({row["entry_id"] for row in rows}) == len(rows)
    assert {row["source"] for row in rows} >= FORMS.keys()


@pytest.mark.parametrize("name", FORMS)
def test_each_form_shows_its_marks(name: str) -> None:
    text = (SEEDS / name).read_bytes().decode("utf-8")
    assert re.search(FORMS[name], text, re.MULTILINE)


def test_every_entry_stands_in_its_source_in_order() -> None:
    reached: dict[str, int] = {}
    for row in gold():
        found = source_of(row).find(row["text"], reached.get(row["source"], 0))
        assert found >= 0, row["entry_id"]
        reached[row["source"]] = found + len(row["text"])
        assert row["entry_id"].rsplit("-", 1)[0] == Path(row["source"]).stem


def test_types_capacities_and_precisions_are_those_of_the_guide() -> None:
    for row, event in events():
        assert event["type"] in TYPES, row["entry_id"]
        assert event["precision"] in PRECISIONS, row["entry_id"]
        for person in event["persons"]:
            assert person["capacities"], (row["entry_id"], person["name"])
            assert set(person["capacities"]) <= CAPACITIES, (row["entry_id"], person["name"])


def test_dates_are_real_and_as_wide_as_their_precision() -> None:
    for row, event in events():
        start, end = (date.fromisoformat(event[key]) for key in ("date", "date_end"))
        assert start <= end, row["entry_id"]
        assert start.year == row["context"]["year"], row["entry_id"]
        if event["precision"] == "month":
            assert start.day == 1
            assert (end - start).days in range(27, 31)
        if event["precision"] == "year":
            assert (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def test_a_person_stands_once_in_an_event() -> None:
    for row, event in events():
        names = [person["name"] for person in event["persons"]]
        assert len(set(names)) == len(names), row["entry_id"]


def test_persons_their_posts_and_documents_occur_in_the_cleaned_entry() -> None:
    for row, event in events():
        words = words_of(row)
        for person in event["persons"]:
            assert bare(person["name"]) in words, (row["entry_id"], person["name"])
            for role in person["roles"]:
                assert bare(role["surface"]) in words, (row["entry_id"], role["surface"])
                assert role["surface"].endswith(role["title"]), (row["entry_id"], role)
        for title in event["documents"]:
            assert f"《{bare(title)}》" in words, (row["entry_id"], title)


def test_bodies_and_places_occur_in_the_cleaned_entry() -> None:
    for row, event in events():
        words, place = words_of(row), row["context"]["place"]
        for name in [*event["organisations"], *event["locations"]]:
            assert stands_in(name, words, place), (row["entry_id"], name)


def test_one_career_runs_over_three_files_and_namesakes_live_in_two_places() -> None:
    posts: dict[str, dict[str, set[str]]] = {}
    for row, event in events():
        for person in event["persons"]:
            where = posts.setdefault(person["name"], {}).setdefault(row["source"], set())
            where.update(role["organisation"] for role in person["roles"])
    assert len(posts["欧阳明川"]) == 3
    assert "邵阳市政府" in posts["欧阳明川"]["binzhou-2023-05.txt"]
    assert len(posts["王丽"]) >= 2
    assert len(posts["陈刚"]) == 2


def test_every_source_has_a_sidecar_that_names_its_place() -> None:
    sources = [
        path for path in SEEDS.iterdir() if path.suffix in {".txt", ".html", ".docx", ".pdf"}
    ]
    assert {path.suffix for path in sources} == {".txt", ".html", ".docx", ".pdf"}
    for path in sources:
        sidecar = json.loads(path.with_suffix(".meta.json").read_text("utf-8"))
        assert sidecar["place"], path.name


@pytest.mark.parametrize(
    ("name", "codec", "words"),
    [
        ("heyang-1999-06.txt", "gb18030", "县水利局局长王䶮"),
        ("dongshan-2016-05.txt", "big5", "縣委副書記、縣長涂海生"),
    ],
)
def test_a_text_in_an_older_encoding_is_not_utf_8(name: str, codec: str, words: str) -> None:
    data = (SEEDS / name).read_bytes()
    assert words in data.decode(codec)
    with pytest.raises(UnicodeDecodeError):
        data.decode("utf-8")


def test_the_forms_are_made_again_as_they_were(tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="the PDF sample is made with reportlab")
    spec = importlib.util.spec_from_file_location("make_forms", SEEDS / "make_forms.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        script.main(folder)
    made = sorted(first.iterdir())
    assert {file.suffix for file in made} == {".txt", ".html", ".docx", ".pdf", ".json"}
    for file in made:
        assert file.read_bytes() == (second / file.name).read_bytes(), file.name
        # What is compressed may differ between builds of zlib, so the committed bytes are
        # compared for the others alone.
        if file.suffix not in {".docx", ".pdf"}:
            assert file.read_bytes() == (SEEDS / file.name).read_bytes(), file.name
