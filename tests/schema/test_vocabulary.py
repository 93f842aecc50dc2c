"""The vocabulary: what every other floor takes its labels and words from."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from schema.vocabulary import RESERVED, constraints, exported, load, parse

MINIMAL = """
nodes:
  Thing:
    zh: 物
    en: Thing
    properties: {{id: {{kind: string, zh: 标识, en: id, unique: true}}{more}}}
edges:
  NEAR: {{zh: 近, en: near, ends: [[Thing, {end}]], properties: {{}}}}
event_types: {{}}
capacities: {{}}
organisation_capacities: {{}}
document_capacities: {{}}
organisation_kinds: {{}}
location_kinds: {{}}
document_kinds: {{}}
precisions: {{}}
role_statuses: {{}}
ranks: {{}}
"""


def test_the_labels_and_edges_of_the_graph_are_all_there() -> None:
    vocabulary = load()
    assert set(vocabulary.nodes) == {
        "Person", "Role", "Organisation", "Location", "Event", "Document", "Entry", "Source",
    }  # fmt: skip
    assert set(vocabulary.edges) == {
        "PARTICIPATED_IN", "PRESENT_AT", "HELD", "ROLE_IN", "INVOLVED", "HELD_AT", "CONCERNS",
        "PART_OF", "BASED_IN", "BECAME", "RECORDED_IN", "FROM_SOURCE", "MENTIONS", "POSSIBLY_SAME",
    }  # fmt: skip


def test_no_property_has_a_name_that_the_store_reserves() -> None:
    vocabulary = load()
    for kind in (*vocabulary.nodes.values(), *vocabulary.edges.values()):
        assert not RESERVED & {prop.name for prop in kind.properties}


def test_every_word_has_a_chinese_and_an_english_label() -> None:
    for terms in load().words.values():
        assert terms
        assert all(term.zh and term.en for term in terms.values())


def test_the_event_types_of_the_guide_are_all_known() -> None:
    assert set(load().terms("event_types")) == {
        "meeting", "inspection", "visit", "signing", "ceremony", "appointment", "award",
        "training", "cultural", "project", "policy", "organisation_change", "incident",
        "condolence", "other",
    }  # fmt: skip


def test_every_label_has_a_unique_id_constraint_before_anything_else() -> None:
    found = constraints(load())
    unique = [c for c in found if c.kind == "unique"]
    assert {c.label for c in unique} == set(load().nodes)
    assert list(found[: len(unique)]) == unique


def test_internal_properties_stay_in_the_store() -> None:
    entry = load().nodes["Entry"].properties
    assert "record" in {prop.name for prop in entry}
    assert "record" not in {prop.name for prop in exported(entry)}


def test_the_vocabulary_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        load().nodes["Person"].name = "Human"  # type: ignore[misc]


def test_a_reserved_property_is_refused() -> None:
    more = ", title: {kind: string, zh: 题, en: t}"
    with pytest.raises(ValueError, match="Thing has a property called title"):
        parse(MINIMAL.format(more=more, end="Thing"))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match=r"Thing\.size has the unknown kind number"):
        parse(MINIMAL.format(more=", size: {kind: number, zh: 大, en: s}", end="Thing"))


def test_an_edge_to_an_unknown_label_is_refused() -> None:
    with pytest.raises(ValueError, match="NEAR ends at Place"):
        parse(MINIMAL.format(more="", end="Place"))
