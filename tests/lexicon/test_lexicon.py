"""The word lists are well formed: nothing twice, nothing that could never match."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from benchmarks.make_scripts import telling
from extractors import lexicon
from schema import vocabulary

LISTS = (
    "body_endings",
    "foreign_names",
    "honorifics",
    "not_names",
    "post_modifiers",
    "posts",
    "surnames",
    "verbs_after_names",
)
CANON = re.compile(r"[一-鿿〇·•・A-Za-z]+")


@pytest.mark.parametrize("name", LISTS)
def test_no_item_stands_twice_in_a_list(name: str) -> None:
    assert [word for word, n in Counter(lexicon.words(name)).items() if n > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_items_are_words_in_the_form_of_clean_text(name: str) -> None:
    assert [word for word in lexicon.words(name) if not CANON.fullmatch(word)] == []


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        lexicon.words("no_such_list")


def test_comments_are_no_items() -> None:
    assert not any(word.startswith("#") for name in LISTS for word in lexicon.words(name))


def test_surnames_have_a_class_and_may_have_a_flag() -> None:
    rows = lexicon.columns("surnames")
    assert all(row[1] in "123" and row[2:] in ((), ("w",)) for row in rows)
    assert {len(row[0]) for row in rows} >= {1, 2}


def test_ordinary_words_begin_with_a_surname() -> None:
    surnames = frozenset(lexicon.words("surnames"))
    strange = [w for w in lexicon.words("not_names") if not {w[0], w[:2]} & surnames]
    assert strange == []


def test_ordinary_words_are_sorted_and_none_is_covered_by_a_shorter_one() -> None:
    words = lexicon.words("not_names")
    known = frozenset(words)
    assert list(words) == sorted(words)
    assert [w for w in words if any(w[:n] in known for n in range(2, len(w)))] == []


def test_ordinary_words_have_two_to_four_characters_and_no_flag_but_one() -> None:
    rows = lexicon.columns("not_names")
    assert [row for row in rows if not 2 <= len(row[0]) <= 4 or row[1:] not in ((), ("?",))] == []


@pytest.mark.parametrize("name", ["王建华", "李秀英", "欧阳修文", "赵一鸣", "刘洋", "周海燕"])
def test_plain_names_are_no_ordinary_words(name: str) -> None:
    known = frozenset(lexicon.words("not_names"))
    assert not any(name[:n] in known for n in range(2, len(name) + 1))


def test_heads_of_posts_carry_no_deputy() -> None:
    assert [
        post for post in lexicon.words("posts") if post.startswith(("副", "常务副", "原"))
    ] == []


def test_modifiers_are_tried_longest_first() -> None:
    lengths = [len(word) for word in lexicon.words("post_modifiers")]
    shorter_first = [
        (a, b)
        for i, a in enumerate(lexicon.words("post_modifiers"))
        for b in lexicon.words("post_modifiers")[i + 1 :]
        if b != a and b.endswith(a)
    ]
    assert lengths and shorter_first == []


def test_modifiers_say_what_they_make_of_a_tenure() -> None:
    status = {row[1] for row in lexicon.columns("post_modifiers")}
    assert status <= {"-", "acting", "former", "designate", "honorary", "concurrent"}


def test_endings_of_bodies_have_a_kind_of_the_vocabulary() -> None:
    kinds = {row[1] for row in lexicon.columns("body_endings")}
    assert kinds <= set(vocabulary.load().terms("organisation_kinds"))


def test_honorifics_stand_before_or_after() -> None:
    assert {row[1] for row in lexicon.columns("honorifics")} == {"before", "after"}


def test_no_verb_that_follows_names_is_an_everyday_given_name() -> None:
    names = {"伟", "强", "军", "勇", "华", "平", "明", "文", "刚", "国", "建国", "志强", "秀英"}
    assert names.isdisjoint(lexicon.words("verbs_after_names"))


def test_given_name_characters_are_chinese_and_sorted() -> None:
    chars = [row["char"] for row in lexicon.rows("given_names")]
    assert chars == sorted(set(chars))
    assert all(re.fullmatch("[一-鿿]", char) for char in chars)


@pytest.mark.parametrize("given", ["建国", "秀英", "志强", "梓涵", "伟", "丽华"])
def test_common_given_names_score_above_even(given: str) -> None:
    assert lexicon.given_score(given) > 0


@pytest.mark.parametrize("text", ["们的", "是一", "为了", "的", "了"])
def test_particles_score_below_even(text: str) -> None:
    assert lexicon.given_score(text) < 0


def test_a_given_name_of_three_characters_is_refused() -> None:
    with pytest.raises(ValueError, match="one or two"):
        lexicon.given_score("建国华")


def test_departments_have_a_stem_and_endings_or_a_full_name() -> None:
    table = lexicon.table("departments")
    for kind in ("local", "party"):
        assert all(row["stem"] and row["ends"] for row in table[kind])
        assert len({row["stem"] for row in table[kind]}) == len(table[kind])
    for kind in ("mass", "central"):
        assert len({row["name"] for row in table[kind]}) == len(table[kind])


def test_years_of_a_former_ministry_run_forwards() -> None:
    years = [row["years"] for row in lexicon.table("departments")["central"] if "years" in row]
    assert years and all(last == 0 or first <= last for first, last in years)


def test_stretches_with_an_inner_conjunction_hold_one_inside() -> None:
    joined = lexicon.table("departments")["joined"]
    assert [word for word in joined if not re.search("[和与及]", word[1:-1])] == []
    assert list(joined) == sorted(set(joined))


def test_a_table_cannot_be_written_to() -> None:
    with pytest.raises(TypeError):
        lexicon.table("departments")["local"] = []  # type: ignore[index]


def test_the_characters_of_one_script_are_those_of_opencc() -> None:
    found = {"traditional": "", "simplified": ""}
    for characters, script in lexicon.columns("scripts"):
        found[script] += characters
    assert found == telling(), "run python -m benchmarks.make_scripts"
