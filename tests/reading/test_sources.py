"""Files, folders and standard input as documents; what cannot be read is named."""

from __future__ import annotations

import hashlib
import io
import json
import sys
from pathlib import Path

import pytest

from extractors.reading.sources import Document, Hints, SourceError, read_sources
from tests.reading.files import docx, pdf

TEXT = "青山县大事记\r\n3日，县委书记李明主持召开农业工作会议。\r\n副县长赵红参加。\n"
TRADITIONAL = "青山縣大事記\n3日，縣委書記李明主持召開農業工作會議。\n"


def documents(*inputs: Path | str, hints: Hints | None = None) -> list[Document]:
    found = list(read_sources([str(name) for name in inputs], hints))
    assert all(isinstance(one, Document) for one in found), found
    return [one for one in found if isinstance(one, Document)]


def failures(*inputs: Path | str) -> list[SourceError]:
    return [one for one in read_sources([str(n) for n in inputs]) if isinstance(one, SourceError)]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_simplified_text_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode(encoding))
    (document,) = documents(tmp_path / "a.txt")
    assert (document.text, document.encoding) == (TEXT, encoding)
    assert document.sha256 == hashlib.sha256(TEXT.encode(encoding)).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "gb18030", "utf-16-le"])
def test_traditional_text_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(TRADITIONAL.encode(encoding))
    assert documents(tmp_path / "a.txt")[0].text == TRADITIONAL


@pytest.mark.parametrize("words", ["县长李明调研。", "3日，会议召开", "任命张三为局长"])
def test_a_few_words_are_enough_to_tell_gb18030(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(words.encode("gb18030"))
    assert documents(tmp_path / "a.txt")[0].text == words


@pytest.mark.parametrize("words", ["縣長李明調研。", "3日，會議召開", "任命張三為局長"])
def test_a_few_words_are_enough_to_tell_big5(tmp_path: Path, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(words.encode("big5"))
    assert documents(tmp_path / "a.txt")[0].text == words


def test_offsets_count_in_the_file_as_python_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    with path.open(encoding="utf-8", newline="") as file:
        assert documents(path)[0].text == file.read()


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    for name, encoding in (("a.txt", "utf-8-sig"), ("b.txt", "utf-16"), ("c.txt", "utf-32")):
        (tmp_path / name).write_bytes(TEXT.encode(encoding))
    assert [document.text for document in documents(tmp_path)] == [TEXT] * 3


def test_a_web_page_gives_its_main_text_under_its_heading(tmp_path: Path) -> None:
    story = "".join(
        f"<p>{day}日，县长王建国主持召开第{day}次常务会议，研究农业生产。</p>"
        for day in range(1, 9)
    )
    page = (
        "<html><head><title>青山县人民政府</title></head><body><nav><a href='/'>首页</a></nav>"
        f"<h1>青山县2019年5月大事记</h1><article>{story}</article><footer>版权所有</footer></body></html>"
    )
    (tmp_path / "a.html").write_bytes(page.encode("gb18030"))
    (document,) = documents(tmp_path)
    assert document.text.startswith("青山县2019年5月大事记\n")
    assert "8日，县长王建国主持召开第8次常务会议" in document.text
    assert "首页" not in document.text
    assert (document.format, document.hints.title) == ("html", "青山县人民政府")


def test_a_page_that_is_a_bare_list_is_read_too(tmp_path: Path) -> None:
    rows = "".join(f"<li><a href='{day}.html'>{day}日 县长调研</a></li>" for day in range(1, 6))
    (tmp_path / "a.htm").write_text(f"<html><body><ul>{rows}</ul></body></html>", encoding="utf-8")
    assert documents(tmp_path)[0].text.split("\n") == [f"{day}日 县长调研" for day in range(1, 6)]


def test_a_pdf_gives_its_lines_and_their_indents(tmp_path: Path) -> None:
    lines = (
        "青山县大事记",
        "　　3日，县委书记李明主持召开农业",
        "工作会议，副县长赵红参加会",
        "议。",
    )
    (tmp_path / "a.pdf").write_bytes(pdf(*lines))
    assert documents(tmp_path)[0].text.split("\n") == list(lines)


def test_a_word_file_gives_its_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    rows = (("3日", "李明调研"), ("4日", "赵红调研"))
    (tmp_path / "a.docx").write_bytes(docx("青山县大事记", "2019年5月", rows=rows))
    expected = ["青山县大事记", "2019年5月", "3日 李明调研", "4日 赵红调研"]
    assert documents(tmp_path)[0].text.split("\n") == expected


def test_standard_input_is_read_for_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(TEXT.encode("gb18030")))
    monkeypatch.setattr(sys, "stdin", stdin)
    (document,) = documents("-", hints=Hints(place="青山县"))
    assert (document.name, document.text, document.path) == ("stdin", TEXT, None)
    assert document.hints.place == "青山县"


def test_a_folder_is_read_with_all_below_it_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/er/c.txt", ".git/d.txt", ".e.txt", "~$f.docx", "README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.meta.json").write_text("{}")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8")
    assert [document.name for document in documents(tmp_path)] == ["a.md", "b.txt", "c.txt"]


def test_namesakes_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for name in ("2019/a.txt", "2020/a.txt", "2020/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    names = ["2019/a.txt", "2020/a.txt", "b.txt"]
    assert [document.name for document in documents(tmp_path)] == names
    both = documents(tmp_path / "2020", tmp_path / "2019")
    assert [document.name for document in both] == names


def test_the_order_of_inputs_and_naming_one_twice_change_nothing(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT + name, encoding="utf-8")
    once = documents(tmp_path)
    assert once == documents(tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b.txt")


def test_a_sidecar_tells_what_the_text_does_not_and_options_stand_above_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    sidecar = {"place": "青山县", "year": 2019, "month": 5, "title": "大事记", "note": "不读"}
    (tmp_path / "a.meta.json").write_text(json.dumps(sidecar), encoding="utf-8")
    hints = documents(tmp_path, hints=Hints(year=2020))[0].hints
    assert (hints.place, hints.year, hints.month, hints.title) == ("青山县", 2020, 5, "大事记")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"year": "2019"}', "not a whole number"),
        ('{"month": 13}', "its month is 13"),
        ('{"place": 7}', "not a string"),
    ],
)
def test_a_bad_sidecar_is_named_and_its_document_still_read(
    tmp_path: Path, content: str, problem: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.meta.json").write_text(content)
    error, document = read_sources([str(tmp_path)])
    assert isinstance(error, SourceError)
    assert str(error).startswith("a.meta.json: ")
    assert problem in str(error)
    assert isinstance(document, Document)


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("a.txt", b"", "it is empty"),
        ("a.txt", b" \n", "it is empty"),
        ("a.txt", bytes(range(256)) * 8, "binary"),
        ("a.txt", b"caf\xe9 ol\xe9", "no known encoding"),
        ("a.pdf", b"%PDF-1.4 broken", "damaged"),
        ("a.pdf", pdf(), "only pictures"),
        ("a.docx", b"PK\x03\x04broken", "damaged"),
        ("a.docx", docx(), "no words"),
        ("a.html", b"<html><body></body></html>", "no words"),
        ("a.doc", b"\xd0\xcf\x11\xe0", ".doc files cannot be read"),
        ("a.xlsx", b"PK", "not a format"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_with_file_and_remedy(
    tmp_path: Path, name: str, data: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (error,) = failures(tmp_path / name)
    assert str(error).startswith(f"{name}: ")
    assert problem in str(error)
    assert str(error).endswith(".")
    assert "\n" not in str(error)


def test_a_missing_file_and_an_empty_folder_are_named_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    inputs = [str(tmp_path / name) for name in ("missing.txt", "none", "a.txt")]
    found = list(read_sources(inputs))
    assert [isinstance(one, SourceError) for one in found] == [True, True, False]
    assert "no such file" in str(found[0])
    assert "no source in this folder" in str(found[1])


def test_a_folder_names_the_files_that_would_need_converting(tmp_path: Path) -> None:
    (tmp_path / "old.wps").write_bytes(b"\xd0\xcf")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert [error.name for error in failures(tmp_path)] == ["old.wps"]


def test_the_shared_documents_are_read_with_their_sidecars(shared: Path) -> None:
    found = documents(shared / "corpus")
    texts = [document for document in found if document.format == "text"]
    assert len(texts) == 5
    assert all(document.hints.place for document in texts)
