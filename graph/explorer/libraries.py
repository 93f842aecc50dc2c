"""The two libraries that draw, as scripts that stand in the page.

Nothing of them is kept in this project: their text is read where pip put it. sigma.js and
graphology (the network) come in the wheel of ipysigma, as named modules of a bundle; Vega,
Vega-Lite and Vega-Embed (the timelines) come out of vl-convert.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata
from importlib.metadata import PackageNotFoundError
from pathlib import Path

_MODULE = re.compile(
    r'^/\*\*\*/ "(?P<name>\./node_modules/[^"]+)":\n(?P<body>.*?)(?=^/\*\*\*/ "|\n\}\]\);|\Z)',
    re.MULTILINE | re.DOTALL,
)
_NEEDED = (
    "./node_modules/sigma/",
    "./node_modules/graphology/",
    "./node_modules/graphology-utils/",
    "./node_modules/graphology-layout-forceatlas2/",
    "./node_modules/events/",
    "./node_modules/@yomguithereal/helpers/",
)
_ENTRIES = {
    "Sigma": "./node_modules/sigma/index.js",
    "Graph": "./node_modules/graphology/dist/graphology.umd.min.js",
    "forceAtlas2": "./node_modules/graphology-layout-forceatlas2/index.js",
    "ThinLine": "./node_modules/sigma/rendering/webgl/programs/edge.line.js",
}
_REQUIRE = """
const loaded = {};
function need(name) {
  if (!loaded[name]) {
    const module = (loaded[name] = { exports: {} });
    modules[name].call(module.exports, module, module.exports, need);
  }
  return loaded[name].exports;
}
"""


class LibraryError(Exception):
    """A library that draws is missing or is not the version that is known; one sentence."""


@dataclass(frozen=True, slots=True)
class Library:
    """A script that sets one global name, and whose it is."""

    name: str
    script: str
    notice: str


def sigma() -> Library:
    """Sets ``drawing`` with Sigma, Graph, forceAtlas2 and ThinLine; raises LibraryError."""
    chunks = _files("ipysigma", "ipysigma/labextension/static/", ".js")
    modules = {
        match["name"]: match["body"].strip().rstrip(",")
        for path in sorted(chunks)
        for match in _MODULE.finditer(path.read_text("utf-8"))
        if match["name"].startswith(_NEEDED)
    }
    missing = sorted(set(_ENTRIES.values()) - set(modules))
    if missing:
        raise LibraryError(
            f"ipysigma {metadata.version('ipysigma')} holds no {missing[0]}: install the version "
            "that constraints.txt names."
        )
    return Library("sigma", _bundle(modules), _SIGMA + _licence("ipysigma"))


def vega() -> Library:
    """Sets ``vegaEmbed``; raises LibraryError."""
    try:
        import vl_convert
    except ImportError as error:
        raise LibraryError(
            "vl-convert-python is missing, which brings Vega: pip install vl-convert-python."
        ) from error
    script = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    return Library("vega", script, _VEGA + _licence("vl-convert-python"))


def _bundle(modules: Mapping[str, str]) -> str:
    table = ",\n".join(f"{json.dumps(name)}: {body}" for name, body in sorted(modules.items()))
    exports = ", ".join(
        f"{name}: (m => m.default || m)(need({json.dumps(path)}))"
        for name, path in _ENTRIES.items()
    )
    return f"(() => {{\nconst modules = {{\n{table}\n}};\n{_REQUIRE}window.drawing = {{ {exports} }};\n}})();\n"  # noqa: E501


def _files(package: str, folder: str, suffix: str) -> list[Path]:
    return [
        Path(str(file.locate()))
        for file in _installed(package)
        if file.as_posix().startswith(folder) and file.name.endswith(suffix)
    ]


def _licence(package: str) -> str:
    named = [file for file in _installed(package) if file.name.upper().startswith("LICENSE")]
    return "\n".join(Path(str(file.locate())).read_text("utf-8").strip() for file in named[:1])


def _installed(package: str) -> Iterable[metadata.PackagePath]:
    try:
        return metadata.files(package) or ()
    except PackageNotFoundError as error:
        raise LibraryError(f"{package} is missing: pip install {package}.") from error


_SIGMA = """sigma.js, graphology and graphology-layout-forceatlas2, out of ipysigma. MIT licence.
Copyright (c) Alexis Jacomy, Guillaume Plique and contributors. ipysigma:
"""
_VEGA = """Vega, Vega-Lite and Vega-Embed, out of vl-convert. BSD 3-clause licence.
Copyright (c) University of Washington Interactive Data Lab and contributors. vl-convert:
"""
