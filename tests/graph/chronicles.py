"""Small invented chronicles, written into a folder of a test's own."""

from __future__ import annotations

from pathlib import Path

PLACE = "湖南省邵阳市新宁县"
MAY = (
    "5月3日，县长沈德明主持召开县政府常务会议。\n"
    "5月5日，沈德明到马头桥镇调研水库建设，副县长顾春兰陪同。\n"
)
JUNE = "6月8日，副县长顾春兰出席全县防汛工作会议并讲话。\n"


def write(folder: Path, **texts: str) -> Path:
    """``NAME.txt`` with a sidecar (place, and the year 1998) for each text; gives the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.meta.json").write_text(f'{{"place": "{PLACE}", "year": 1998}}', "utf-8")
    return folder
