"""From statements to tenures, and which posts go over to a bare name."""

from __future__ import annotations

from graph.identity.succession import overlaps, succeeded
from graph.identity.tenure import Statement, Tenure, carriers, tenures


def said(
    day: str, act: str = "held", *, role: str = "r1", status: str = "", last: str = "",
    precision: str = "day", event: str = "", person: str = "p",
) -> Statement:  # fmt: skip
    return Statement(person, role, act, day, last or day, precision, status, "a",
                     event or f"ev-{day}", f"en-{day}", (3, 5))  # fmt: skip


def one(*statements: Statement) -> Tenure:
    (tenure,) = tenures(statements)
    return tenure


def posts(day: str, *statements: Statement) -> tuple[str, ...]:
    return carriers(statements)["p", "a"].posts_on(day)


def line(*statements: Statement) -> list[Tenure]:
    found = succeeded(tenures(statements), {"r1"})
    return sorted(found, key=lambda tenure: tenure.begin)


def test_sightings_bound_a_tenure_but_do_not_start_or_end_it() -> None:
    tenure = one(said("2024-03-01"), said("2023-05-01"))
    assert (tenure.first_seen, tenure.last_seen) == ("2023-05-01", "2024-03-01")
    assert (tenure.started, tenure.ended, tenure.evidence) == (None, None, 2)
    assert tenure.entry == "en-2023-05-01"


def test_an_appointment_starts_and_a_removal_ends() -> None:
    tenure = one(said("2024-03-01", "ended"), said("2020-05-01", "started"))
    assert (tenure.started, tenure.ended) == ("2020-05-01", "2024-03-01")
    assert (tenure.started_event, tenure.ended_event) == ("ev-2020-05-01", "ev-2024-03-01")


def test_a_former_holder_is_not_seen_in_the_post() -> None:
    tenure = one(said("2024-03-01", status="former"))
    assert (tenure.first_seen, tenure.last_seen, tenure.status) == (None, None, "former")


def test_a_word_that_only_some_statements_have_is_not_the_tenures() -> None:
    assert one(said("2024-03-01", status="acting")).status == "acting"
    assert one(said("2024-03-01", status="acting"), said("2024-05-01")).status is None


def test_a_proposal_makes_no_tenure() -> None:
    assert tenures([said("2024-03-01", status="proposed")]) == ()


def test_a_month_stays_a_month() -> None:
    tenure = one(said("2024-07-01", last="2024-07-31", precision="month"), said("2024-07-09"))
    assert tenure.precision == "month"


def test_an_undated_statement_counts_without_a_date() -> None:
    tenure = one(said(""))
    assert (tenure.first_seen, tenure.evidence) == (None, 1)


def test_the_only_post_of_a_source_is_carried_over() -> None:
    assert posts("2024-07-05", said("2024-07-01")) == ("r1",)


def test_what_all_statements_agree_on_is_clear() -> None:
    first = [said("2024-07-01", role=r, event="x") for r in ("r1", "r2")]
    assert posts("2024-07-05", *first) == ("r1", "r2")
    assert posts("2024-07-05", *first, said("2024-07-03", role="r2")) == ("r2",)


def test_posts_that_share_nothing_are_not_clear() -> None:
    assert posts("2024-07-05", said("2024-07-01"), said("2024-07-02", role="r2")) == ()


def test_a_post_is_carried_only_between_its_start_and_its_end() -> None:
    start, end = said("2024-03-01", "started"), said("2024-09-01", "ended")
    assert posts("2024-02-01", start, end) == ()
    assert posts("2024-05-01", start, end) == ("r1",)
    assert posts("2024-10-01", start, end) == ()


def test_who_comes_back_after_a_removal_holds_the_post_a_second_time() -> None:
    told = [said("1950-01-01"), said("1953-01-01", "ended"), said("1962-01-01")]
    assert [(t.stint, t.first_seen) for t in tenures(told)] == [
        (1, "1950-01-01"),
        (2, "1962-01-01"),
    ]


def test_a_farewell_in_the_old_post_is_no_return() -> None:
    assert len(tenures([said("2020-03-26", "ended"), said("2020-03-28")])) == 1


def test_who_comes_back_after_another_held_the_post_has_two_tenures() -> None:
    told = [said("1950-01-01"), said("1962-01-01"), said("1955-01-01", person="q")]
    assert [(t.person, t.stint) for t in tenures(told)] == [("p", 1), ("p", 2), ("q", 1)]


def test_a_silence_alone_parts_no_tenure() -> None:
    assert len(tenures([said("1950-01-01"), said("1962-01-01")])) == 1


def test_holders_of_a_post_follow_one_another_with_the_days_between() -> None:
    first, second = line(
        said("2019-01-01"), said("2020-03-01"), said("2020-03-11", "started", person="q")
    )
    assert (first.successor, first.gap_days, first.inferred_end) == ("q", 10, "2020-03-11")
    assert (second.predecessor, second.successor) == ("p", None)


def test_a_removal_that_is_told_needs_no_inferred_end() -> None:
    first, _ = line(said("2020-03-01", "ended"), said("2020-03-11", person="q"))
    assert (first.ended, first.inferred_end, first.gap_days) == ("2020-03-01", None, 10)


def test_two_holders_at_one_time_are_told_and_not_smoothed_away() -> None:
    found = line(said("2020-01-01"), said("2020-09-01"), said("2020-06-01", person="q"))
    assert found[0].gap_days == -92
    ((one, other),) = overlaps(found)
    assert (one.person, other.person) == ("p", "q")


def test_a_post_of_many_has_no_successors() -> None:
    found = succeeded(tenures([said("2020-01-01"), said("2021-01-01", person="q")]), set())
    assert {t.successor for t in found} == {None}
