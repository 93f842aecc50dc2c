"""Pictures as a user asks for them, drawn from the sample chronicles."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from graph.cli import main
from graph.plots.fonts import NoFontError, find_font
from graph.plots.network import Network, cut, places

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PERSON = "欧阳明川"
KINDS = (
    ["timeline", "--person", PERSON],
    ["network"],
    ["heatmap"],
    ["heatmap", "--rows", "person"],
)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("plots") / "graph.kgl"
    built = CliRunner().invoke(main, ["build", str(SEEDS), "--to", str(path)])
    assert built.exit_code == 0, built.stderr
    return str(path)


def plot(target: str, path: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["plot", *words, "--on", target, "-o", str(path)])


def words_in(path: Path) -> str:
    return " ".join(ElementTree.parse(path).getroot().itertext())


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_the_same_graph_gives_the_same_svg(target: str, tmp_path: Path, kind: list[str]) -> None:
    first, second = tmp_path / "1.svg", tmp_path / "2.svg"
    for path in (first, second):
        assert plot(target, path, *kind).exit_code == 0
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("kind", KINDS, ids=" ".join)
def test_a_png_is_a_picture_with_ink_on_it(target: str, tmp_path: Path, kind: list[str]) -> None:
    path = tmp_path / "picture.png"
    assert plot(target, path, *kind).exit_code == 0
    with Image.open(path) as image:
        assert min(image.size) > 300
        assert len(image.convert("RGB").getcolors(1 << 24) or ()) > 50


def test_a_timeline_names_posts_and_events(target: str, tmp_path: Path) -> None:
    path = tmp_path / "t.svg"
    plot(target, path, "timeline", "--person", PERSON)
    assert "新宁县政府 县长" in words_in(path)
    assert "2020-03-09" in words_in(path)


def test_what_is_left_out_is_said_in_the_picture_and_beside_it(target: str, tmp_path: Path) -> None:
    path = tmp_path / "t.svg"
    said = plot(target, path, "network", "--limit", "5", "--language", "en")
    assert "people are left out" in said.stderr
    assert "people are left out" in words_in(path)


def test_days_cut_what_is_drawn(target: str, tmp_path: Path) -> None:
    path = tmp_path / "h.svg"
    plot(target, path, "heatmap", "--from", "2023-05-01", "--to", "2023-05-31")
    assert "2023-05" in words_in(path)
    assert "2019-09" not in words_in(path)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["timeline"], "--person or --body"),
        (["timeline", "--person", "无此人"], "Nobody in the graph is called"),
        (["network", "--body", "区政府"], "network is of people"),
        (["heatmap", "--from", "1900-01-01", "--to", "1900-12-31"], "nothing to draw"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_one_sentence(
    target: str, tmp_path: Path, words: list[str], sentence: str
) -> None:
    said = plot(target, tmp_path / "x.png", *words)
    assert said.exit_code == 2
    assert sentence in said.stderr
    assert not (tmp_path / "x.png").exists()


def test_a_file_that_is_no_picture_is_refused(target: str, tmp_path: Path) -> None:
    said = plot(target, tmp_path / "x.pdf", "heatmap")
    assert said.exit_code == 2
    assert ".png or .svg" in said.stderr


def test_without_a_font_for_chinese_it_is_said_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    with pytest.raises(NoFontError, match="fonts-noto-cjk"):
        find_font([tmp_path])


def test_nobody_stands_on_the_name_of_another() -> None:
    people = {f"p{n:02}": (f"人{n}", None) for n in range(30)}
    ids = sorted(people)
    star = Network(people, {(ids[0], other): 1 for other in ids[1:]})
    at, _ = places(star)
    spots = [(place.x, place.y) for place in at.values()]
    assert len(set(spots)) == len(spots) == 30
    assert at == places(star)[0]


def test_a_cut_network_keeps_those_who_meet_most() -> None:
    people = {name: (name, None) for name in "abcd"}
    shown, missing = cut(Network(people, {("a", "b"): 3, ("a", "c"): 2, ("c", "d"): 1}), 1, "a")
    assert set(shown.people) == {"a", "b"}
    assert missing == 1
