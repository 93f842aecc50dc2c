"""The text of HTML, PDF and DOCX files, its paragraphs one a line where the format knows them."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from extractors.reading.encodings import Undecodable, decode

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_BLOCKS = (
    *("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"),
    *("blockquote", "table", "ul", "ol", "dl", "dd", "dt"),
)
_UNREAD = (
    *("script", "style", "noscript", "template", "svg", "head", "nav", "footer", "form"),
    *("iframe", "button", "select"),
)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.IGNORECASE | re.DOTALL)
_ENOUGH = 0.4
"""The main text is trusted where it holds this share of the Chinese characters of the body."""


class Unreadable(ValueError):
    """A file that is damaged, locked or without text: ``problem`` and ``remedy`` say more."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(f"{problem}; {remedy}")
        self.problem, self.remedy = problem, remedy


def decode_html(data: bytes) -> tuple[str, str]:
    """The page and its encoding: as its bytes tell, else as it declares (bad bytes replaced).

    Raises Undecodable where neither gives text.
    """
    try:
        return decode(data)
    except Undecodable:
        declared = _CHARSET.search(data[:4096])
        if declared is None:
            raise
        name = declared[1].decode("ascii").lower()
        name = "gb18030" if name in ("gb2312", "gbk", "gb_2312-80") else name
        try:
            return data.decode(name, "replace"), name
        except LookupError:
            raise Undecodable(binary=False) from None


def _body(page: str) -> str:
    """All words of a page's body in reading order, one block a line, menus and scripts left out."""
    from lxml import html

    tree = html.document_fromstring(page)
    for element in tree.xpath("|".join(f"//{tag}" for tag in _UNREAD)):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.text = "\n" + (element.text or "")
        element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split(" ")).strip(" \t\r") for line in tree.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def _letters(text: str) -> int:
    return sum(character.isalnum() for character in text)


def html_text(page: str) -> tuple[str, str | None]:
    """The main text of a page and its title.

    trafilatura finds the main text, and the page's heading is put over it where it left that out
    (it often says the year); where it finds nothing, or far less than the body holds (lists of
    news, bare tables), the body's own blocks are read. Raises Unreadable for a page without
    words.
    """
    from lxml.etree import LxmlError
    from trafilatura import extract

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    title, heading = _TITLE.search(page), _HEADING.search(page)
    try:
        body = _body(page)
    except (LxmlError, ValueError) as error:
        raise Unreadable("it is no readable HTML", "save the page again") from error
    main = extract(page, include_comments=False, include_tables=True, favor_recall=True) or ""
    text = body
    if _letters(main) >= _ENOUGH * _letters(body):
        head = " ".join(re.sub("<[^>]*>", "", heading[1]).split()) if heading else ""
        text = main if head in main else f"{head}\n{main}"
    if not text.strip():
        raise Unreadable("it holds no words", "save the page after it has loaded")
    return text, " ".join(title[1].split()) or None if title else None


def _page_lines(page: object) -> list[str]:
    """The lines of a PDF page; a line that begins right of the others gets a paragraph's indent."""
    textpage = page.get_textpage()  # type: ignore[attr-defined]
    try:
        count = textpage.count_chars()
        text = textpage.get_text_range(0, count) if count else ""
        lines = [(m.start(), m[0]) for m in re.finditer(r"[^\r\n]+", text) if m[0].strip()]
        if len(text) != count or not lines:
            return [line for _, line in lines]
        lefts, sizes = [], []
        for start, line in lines:
            left, bottom, _, top = textpage.get_charbox(
                start + len(line) - len(line.lstrip()), loose=True
            )
            lefts.append(left)
            sizes.append(top - bottom)
        size = sorted(sizes)[len(sizes) // 2]
        margin = Counter(round(left) for left in lefts).most_common(1)[0][0]
        return [
            "\u3000\u3000" + line.strip() if size < left - margin < 4 * size else line
            for (_, line), left in zip(lines, lefts, strict=True)
        ]
    finally:
        textpage.close()


def pdf_text(data: bytes) -> str:
    """The text of a PDF, line by line as it is set (the cleaning joins what the setting broke).

    Raises Unreadable for a damaged or locked file, and for one that holds pictures only.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Unreadable("it is locked by a password", "save it without one") from error
        raise Unreadable("it is damaged or no PDF", "download or export it again") from error
    try:
        pages = ["\n".join(_page_lines(page)) for page in document]
    finally:
        document.close()
    text = "\n".join(pages)
    if not text.strip():
        problem = "it holds no text, only pictures of pages"
        raise Unreadable(problem, "run a text recognition (OCR) on it first")
    return text


def docx_text(data: bytes) -> str:
    """The paragraphs of a Word file, one a line, a table's row as a line, in document order.

    Raises Unreadable for a damaged file and for one without words.
    """
    from docx import Document
    from docx.table import Table

    try:
        document = Document(io.BytesIO(data))
    except Exception as error:  # python-docx lets errors of zip, XML and packages through
        raise Unreadable("it is damaged or no DOCX", "save it again from Word") from error
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                cells: list[str] = []
                for cell in row.cells:
                    words = " ".join(cell.text.split("\n")).strip()
                    if words and (not cells or cells[-1] != words):
                        cells.append(words)
                lines.append(" ".join(cells))
        else:
            lines.append(block.text)
    text = "\n".join(lines)
    if not text.strip():
        raise Unreadable("it holds no words", "check that it is the right file")
    return text
