"""The pairs of benchmarks/identity_pairs.yaml: enough of them, and decided well enough."""

from __future__ import annotations

import pytest

from benchmarks.identity import Judged, all_mentions, cases, score
from benchmarks.readme_tables import career

HARD = {
    "namesakes in one month", "namesakes in one place", "namesakes in two places", "move told",
    "move up", "missing post", "body renamed", "counties of one name",
}  # fmt: skip


def mentioned(*marks: str) -> list[Judged]:
    return [Judged("a", mark, mark[0], mark[1]) for mark in marks]


def test_both_halves_hold_every_hard_kind() -> None:
    for half in ("open", "blind"):
        assert {case["kind"] for case in cases() if case["half"] == half} >= HARD


@pytest.mark.parametrize("half", ["open", "blind"])
def test_who_is_who_is_decided_well_enough(half: str) -> None:
    got = score(all_mentions(half))
    assert got.pairs >= 150
    assert got.precision >= 0.99
    assert got.recall >= 0.95


def test_a_wrong_join_costs_precision_and_a_split_costs_recall() -> None:
    joined = score(mentioned("1x", "2x"))
    split = score(mentioned("1x", "1y"))
    assert (joined.precision, joined.b3_precision, joined.recall) == (0, 0.5, 1)
    assert (split.recall, split.b3_recall, split.precision) == (0, 0.5, 1)


def test_one_officials_career_is_told_by_three_documents() -> None:
    rows = career().splitlines()[2:]
    assert {row.rsplit("`", 2)[1] for row in rows} == {
        "xinning-2019-09.txt", "xinning-2020-03.txt", "binzhou-2023-05.txt",
    }  # fmt: skip
    assert any("邵阳市政府 副市长" in row for row in rows)
