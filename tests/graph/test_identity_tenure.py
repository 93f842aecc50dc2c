"""From statements to tenures, and which posts go over to a bare name."""

from __future__ import annotations

from graph.identity.tenure import Statement, Tenure, carriers, tenures


def said(
    day: str, act: str = "held", *, role: str = "r1", status: str = "", last: str = "",
    precision: str = "day", event: str = "",
) -> Statement:  # fmt: skip
    return Statement("p", role, act, day, last or day, precision, status, "a",
                     event or f"ev-{day}", f"en-{day}", (3, 5))  # fmt: skip


def one(*statements: Statement) -> Tenure:
    (tenure,) = tenures(statements)
    return tenure


def posts(day: str, *statements: Statement) -> tuple[str, ...]:
    return carriers(statements)["p", "a"].posts_on(day)


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
