"""Write the sample chronicles that are not UTF-8 text, from `forms.toml` beside this file.

    python seeds/make_forms.py [FOLDER]

FOLDER is where the files go; it is this folder when left out. The same words give the same bytes
on every run (no clock, no random names): the zip members of the .docx carry one fixed date and
the .pdf is written without its time stamp. Needs reportlab and python-docx; neither is needed to
read what was made.
"""

from __future__ import annotations

import html
import io
import json
import sys
import tomllib
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

Form = dict[str, Any]
"""One table of forms.toml: form, title, entries, and what a sidecar may say."""

LONG_AGO = (1980, 1, 1, 0, 0, 0)
SIDECAR = ("place", "year", "month", "title", "url")


def plain(form: Form, codec: str) -> bytes:
    """The title and the entries as lines of text in this encoding."""
    return ("\r\n".join([form["title"], *form["entries"]]) + "\r\n").encode(codec)


def page(form: Form) -> bytes:
    """A web page as county sites have them: menu, script, entries with entities, table, footer."""
    title = html.escape(form["title"])
    entries = "\n".join(f"<p>&nbsp;&nbsp;{html.escape(entry)}</p>" for entry in form["entries"])
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row in form["table"]
    )
    return f"""<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_政务公开</title>
<style>.nav {{ color: #c00; }}</style>
<script>var hits = 0; document.title = "1日";</script>
</head>
<body>
<div class="nav"><a href="/">首页</a> | <a href="/gk">政务公开</a> | <a href="/zj">走进</a></div>
<h1>{title}</h1>
<div class="info">发布时间：2017-12-05 16:20<br>浏览次数：<span id="hits"></span></div>
<div class="content">
{entries}
<table>
{rows}
</table>
</div>
<!-- 28日，这里是注释，不是正文。 -->
<footer>版权所有 &copy; 县人民政府办公室</footer>
</body>
</html>
""".encode()


def document(form: Form) -> bytes:
    """A Word document: a heading and one paragraph for each entry."""
    import docx

    made = docx.Document()
    moment = datetime(*LONG_AGO)
    made.core_properties.created = made.core_properties.modified = moment
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.core_properties.title = form["title"]
    made.add_heading(form["title"], level=1)
    for entry in form["entries"]:
        made.add_paragraph(entry)
    written = io.BytesIO()
    made.save(written)
    return without_clock(written.getvalue())


def without_clock(archive: bytes) -> bytes:
    """The same zip archive with its members in order of name, each under one fixed date."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for name in sorted(old.namelist()):
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            new.writestr(member, old.read(name))
    return out.getvalue()


def sheet(form: Form) -> bytes:
    """A PDF whose lines break inside words, as print does; the font is a named CJK one."""
    from reportlab.lib.pagesizes import A5  # type: ignore[import-untyped]
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]
    from reportlab.pdfbase.cidfonts import (  # type: ignore[import-untyped]
        UnicodeCIDFont,
    )
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A5, invariant=1, pageCompression=1)
    canvas.setTitle(form["title"])
    width, height = A5
    pen = canvas.beginText(40, height - 50)
    pen.setFont("STSong-Light", 14, leading=26)
    pen.textLine(form["title"])
    pen.setFont("STSong-Light", 11, leading=18)
    per_line = int((width - 80) // 11)
    for entry in form["entries"]:
        for start in range(0, len(entry), per_line):
            pen.textLine(entry[start : start + per_line])
    canvas.drawText(pen)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


WRITERS: dict[str, tuple[str, Callable[[Form], bytes]]] = {
    "gb18030": (".txt", lambda form: plain(form, "gb18030")),
    "big5": (".txt", lambda form: plain(form, "big5")),
    "html": (".html", page),
    "docx": (".docx", document),
    "pdf": (".pdf", sheet),
}


def main(folder: Path) -> None:
    """Write every file of forms.toml, with its sidecar, into this folder."""
    forms = tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))
    for stem, form in forms.items():
        suffix, write = WRITERS[form["form"]]
        (folder / f"{stem}{suffix}").write_bytes(write(form))
        known = {key: form[key] for key in SIDECAR if key in form}
        (folder / f"{stem}.meta.json").write_text(
            json.dumps(known, ensure_ascii=False) + "\n", "utf-8"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
