"""How confidences are fitted and judged: on facts that are known to be right or wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.measure import Annotated, Fact, annotated, facts, found_in
from benchmarks.reliability import bins, brier, error, table
from benchmarks.train_confidence import (
    DEVELOPED,
    Example,
    examples,
    fit,
    held_out,
    sureness,
    write,
)


@pytest.fixture(scope="module")
def seed() -> Annotated:
    """One of the project's own documents."""
    return next(one for one in annotated(shared=Path("nowhere")) if len(one.gold) > 3)


def example(source: str, right: bool, *evidence: str, developed_on: bool = False) -> Example:
    return Example(source, "person", evidence, right, developed_on)


def test_without_the_real_documents_the_seeds_are_measured() -> None:
    assert {one.group for one in annotated(shared=Path("nowhere"))} == {"seeds"}


def test_facts_that_the_gold_has_are_right(seed: Annotated) -> None:
    found = found_in(seed.document)
    known = list(facts(seed, found))
    assert {fact.kind for fact in known} >= {"person", "role", "capacity", "type", "date"}
    assert sum(fact.right for fact in known) / len(known) > 0.8


def test_a_fact_that_the_gold_lacks_is_wrong(seed: Annotated) -> None:
    found = found_in(seed.document)
    row = next(row for row in found if row["events"] and row["events"][0]["persons"])
    row["events"][0]["persons"][0]["name"] = "查无此"
    wrong = [f for f in facts(seed, found) if f.kind == "person" and not f.right]
    assert wrong


def test_facts_stand_in_the_row_of_their_confidence() -> None:
    found = [Fact("date", 0.5, True), Fact("date", 0.9, True), Fact("date", 0.94, False)]
    assert [(low, len(inside)) for low, _, inside in bins(found)] == [(0.5, 1), (0.9, 2)]


def test_confidences_that_mean_what_they_say_have_no_error() -> None:
    right = [Fact("date", 0.9, n > 0) for n in range(10)]
    assert error(right) == pytest.approx(0)
    assert error([Fact("date", 0.9, False)] * 4) == pytest.approx(0.9)


def test_the_brier_score_is_best_for_what_is_sure_and_right() -> None:
    assert brier([Fact("date", 1.0, True)]) == 0
    assert brier([Fact("date", 1.0, False)]) == 1


def test_the_table_has_a_line_for_each_kind_of_fact() -> None:
    lines = table([Fact("date", 0.9, True), Fact("person", 0.6, False)]).splitlines()
    assert any(line.startswith("| date | 1 |") for line in lines)
    assert any(line.startswith("| person | 1 |") for line in lines)
    assert not any(line.startswith("| role") for line in lines)


def test_evidence_that_goes_with_wrong_facts_gets_a_negative_weight() -> None:
    found = [example("a", n % 2 == 0, "odd") for n in range(40)]
    found += [example("a", True, "plain") for _ in range(40)]
    weights = fit(found)
    assert weights["odd"] < 0 < weights["plain"]
    assert sureness(weights, ("odd",)) < sureness(weights, ("plain",))


def test_evidence_that_is_hardly_ever_seen_gets_no_weight() -> None:
    found = [example("a", True, "plain") for _ in range(20)] + [example("a", False, "once")]
    assert "once" not in fit(found)


def test_documents_that_the_rules_were_written_from_do_not_make_the_others_surer() -> None:
    found = [example("known", True, developed_on=True) for _ in range(100)]
    found += [example("new", n % 4 > 0) for n in range(100)]
    weights = fit(found)
    assert weights[DEVELOPED] > 0
    assert sureness(weights, ()) == pytest.approx(0.75, abs=0.05)


def test_a_held_out_document_is_judged_by_the_others_alone() -> None:
    found = [example("a", True) for _ in range(50)] + [example("b", False) for _ in range(50)]
    judged = {one.source: sure for one, sure in held_out(found)}
    assert judged["a"] < 0.2
    assert judged["b"] > 0.8


def test_every_fact_of_a_document_is_an_example_with_its_evidence(seed: Annotated) -> None:
    found = list(examples([seed]))
    assert len(found) == len(list(facts(seed, found_in(seed.document))))
    assert any("post before" in one.evidence for one in found if one.kind == "person")


def test_weights_are_written_without_what_is_not_for_use(tmp_path: Path) -> None:
    path = tmp_path / "confidence.csv"
    write({"person": {"": 2.5, DEVELOPED: 1.0, "no post": -0.25, "nothing": 0.001}}, path)
    assert path.read_text("utf-8").splitlines() == [
        "fact,evidence,weight",
        "person,,2.50",
        "person,no post,-0.25",
    ]
