"""How the pipeline is set beside other taggers, and beside itself with a part switched off."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.ablation import Off, f1, parts, records
from benchmarks.measure import Annotated, annotated, forget
from benchmarks.peers import names_of, own_scores, sentences, tagged, tagger_scores, tally
from benchmarks.taggers import TAGGERS, Absent, Tagger, Words, start
from extractors import pipeline
from extractors.language.titles import titles

TAGS = {"person": ("nr",), "organisation": ("nt",), "location": ("ns",)}


@pytest.fixture(scope="module")
def seed() -> Annotated:
    return next(one for one in annotated(shared=Path("nowhere")) if len(one.gold) > 3)


def tagger(*words: tuple[str, str]) -> Tagger:
    """A tagger that finds the same words in every sentence."""
    return Tagger("told", "none", lambda: lambda sentences: [list(words) for _ in sentences], TAGS)


def test_a_sentence_keeps_its_stop_and_empty_ones_are_left_out() -> None:
    assert sentences("甲出席。乙讲话;丙\n\n丁!") == ["甲出席。", "乙讲话;", "丙", "丁!"]


def test_neighbours_of_one_layer_are_one_name_where_words_are_joined() -> None:
    words: list[Words] = [[("张掖市", "ns"), ("甘州区", "ns"), ("的", "u"), ("兰州", "ns")]]
    apart, together = (tagged(words, tagger(), joined) for joined in (False, True))
    assert apart["location"] == {"张掖市", "甘州区", "兰州"}
    assert together["location"] == {"张掖市甘州区", "兰州"}


def test_a_single_character_is_no_name() -> None:
    assert tagged([[("王", "nr"), ("说", "v")]], tagger(), False)["person"] == set()


def test_the_names_of_all_events_of_an_entry_count_together() -> None:
    event = {"persons": [{"name": "钟科"}], "organisations": ["滨州市人民政府"], "locations": []}
    other = {"persons": [{"name": "夏雨晴"}], "organisations": [], "locations": ["邹平市"]}
    names = names_of([event, other])
    assert names["person"] == {"钟科", "夏雨晴"}
    assert names["organisation"] == {"滨州市政府"}
    assert names["location"] == {"邹平市"}


def test_a_name_counts_once_right_missed_or_wrong() -> None:
    empty: dict[str, set[str]] = {"organisation": set(), "location": set()}
    one = tally(
        {"person": {"甲", "乙"}, **empty}, {"person": {"乙", "丙", "丁"}, **empty}, "person"
    )
    assert (one.hits, one.gold, one.found) == (1, 2, 3)


def test_a_tagger_that_finds_nothing_scores_nothing_and_this_project_more(seed: Annotated) -> None:
    nothing = tagger_scores([seed], tagger(), lambda pieces: [[] for _ in pieces])
    ours = own_scores([seed])
    for layer, score in nothing.items():
        assert score.f1 == 0
        assert ours[layer].f1 > 0.5
        assert ours[layer].gold == score.gold > 0


def test_a_program_that_is_not_installed_is_named_with_the_reason() -> None:
    def missing() -> None:
        raise ImportError("No module named 'nowhere'")

    absent = start(Tagger("Nowhere", "nowhere", missing, TAGS))  # type: ignore[arg-type]
    assert isinstance(absent, Absent)
    assert "nowhere" in absent.reason


def test_every_tagger_says_what_its_tags_mean() -> None:
    for one in TAGGERS:
        assert set(one.layers) == set(TAGS)
        assert all(one.layers.values())


def test_a_part_that_is_switched_off_is_back_afterwards(seed: Annotated) -> None:
    before = pipeline.language().pipe_names
    whole = records(seed, None)
    f1([seed], Off("people's acts", components=("acts",)))
    assert pipeline.language().pipe_names == before
    assert records(seed, None) == whole


def test_without_the_verbs_nobody_chairs_or_speaks(seed: Annotated) -> None:
    whole, rest = f1([seed]), f1([seed], Off("acts", components=("acts",)))
    assert rest["capacity"] < whole["capacity"]
    assert rest["date"] == whole["date"]


def test_every_component_but_the_first_two_needed_by_all_can_be_switched_off() -> None:
    off = {name for part in parts() for name in part.components}
    assert off == set(pipeline.language().pipe_names) - {"frames", "people"}


def test_a_round_of_measuring_starts_without_what_was_read_before() -> None:
    titles("市委书记钟科")
    assert titles.cache_info().currsize
    forget()
    assert not titles.cache_info().currsize
