"""What somebody does whom no verb tells of."""

from __future__ import annotations

from extractors.language.by_default import by_default


def test_who_is_named_at_a_meeting_attends_it_and_a_guest_comes() -> None:
    assert by_default("meeting", False) == "attend"
    assert by_default("visit", True) == "lead"


def test_who_is_named_in_news_of_an_honour_has_it() -> None:
    assert by_default("award", False) == "awarded"


def test_who_has_a_post_where_a_body_is_founded_heads_it() -> None:
    assert by_default("organisation_change", True) == "appointed"
    assert by_default("organisation_change", False) == "other"


def test_what_befalls_people_is_no_attendance() -> None:
    assert by_default("incident", True) == "other"
