"""Confidence: doubtful signs make a fact less sure, and never change what is found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from extractors.jsonl import from_json, to_json
from extractors.language.confidence import KINDS, calibrated, chance
from extractors.lexicon import rows
from extractors.pipeline import extract
from extractors.reading.sources import Document, Hints, read_sources
from schema.records import EventRecord, Record

CHRONICLE = """5月9日,滨州市委书记钟科主持召开常委会会议。市委副书记、市长欧阳明川出席会议。
会议学习了《滨州市河道管理办法》。
5月12日,钟科到邹平市调研粮食生产。
5月15日,滨州市教育局与青江机械有限公司签署合作协议。
"""


@pytest.fixture
def chronicle(tmp_path: Path) -> Document:
    path = tmp_path / "binzhou.txt"
    path.write_text(CHRONICLE, encoding="utf-8")
    (document,) = read_sources([str(path)], Hints(place="山东省滨州市", year=2023))
    assert isinstance(document, Document)
    return document


def events(records: Sequence[Record]) -> list[EventRecord]:
    return [event for record in records for event in record.events]


def numbers(event: EventRecord) -> list[float]:
    """Every confidence of an event."""
    found = [event.type_confidence, event.date_confidence]
    for person in event.persons:
        found += [person.confidence, *person.capacity_confidence]
        found += [role.confidence for role in person.roles]
    for mention in (*event.organisations, *event.locations, *event.documents):
        found.append(mention.confidence)
    return found


def test_every_fact_of_an_event_has_a_chance_of_being_right(chronicle: Document) -> None:
    found = [number for event in events(extract(chronicle)) for number in numbers(event)]
    assert len(found) > 15
    assert all(0.01 <= number <= 0.99 for number in found)


def test_each_capacity_has_a_confidence_of_its_own(chronicle: Document) -> None:
    people = [person for event in events(extract(chronicle)) for person in event.persons]
    assert people
    assert all(len(p.capacity_confidence) == len(p.capacities) for p in people)


def test_confidences_survive_the_way_through_json(chronicle: Document) -> None:
    for record in extract(chronicle):
        assert from_json(to_json(record)) == record


def test_log_odds_of_nought_are_an_even_chance() -> None:
    assert chance(0) == 0.5
    assert chance(3) == pytest.approx(1 - chance(-3))


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_without_anything_unusual_is_likelier_right_than_wrong(kind: str) -> None:
    assert calibrated(kind, ()) > 0.5


def test_evidence_without_a_weight_counts_nothing() -> None:
    assert calibrated("person", ("never heard of",)) == calibrated("person", ())


def test_somebody_with_a_post_who_acts_is_surer_than_one_who_is_only_named() -> None:
    acting, named = ("post before", "acts"), ("no post", "only named")
    assert calibrated("person", acting) > calibrated("person", named)


def test_the_judge_sees_the_evidence_and_cannot_change_what_is_found(chronicle: Document) -> None:
    seen: dict[str, list[Sequence[str]]] = {}

    def judge(kind: str, evidence: Sequence[str]) -> float:
        seen.setdefault(kind, []).append(evidence)
        return 0.5

    judged = events(extract(chronicle, judge=judge))
    assert set(seen) == set(KINDS)
    assert any("post before" in evidence for evidence in seen["person"])
    assert any("chair" in evidence for evidence in seen["capacity"])
    assert {number for event in judged for number in numbers(event)} == {0.5}
    names = [[person.name for person in event.persons] for event in judged]
    assert names == [[person.name for person in e.persons] for e in events(extract(chronicle))]


def test_the_weights_are_numbers_for_known_kinds_of_facts_and_stand_once() -> None:
    table = rows("confidence")
    keys = [(row["fact"], row["evidence"]) for row in table]
    assert {fact for fact, _ in keys} == set(KINDS)
    assert len(keys) == len(set(keys))
    assert all(abs(float(row["weight"])) < 10 for row in table)
