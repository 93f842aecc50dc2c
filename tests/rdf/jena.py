"""Apache Jena as a process of its own: its validator, and its server with a graph loaded."""

from __future__ import annotations

import json
import re
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")


def classpath(folder: Path) -> str:
    """Where Jena's jars are; Maven fetches them once. ``folder`` takes the list."""
    target = folder / "classpath.txt"
    plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath"
    subprocess.run(
        ["mvn", "-q", "-B", "-f", str(POM), plugin, f"-Dmdep.outputFile={target}"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return target.read_text("utf-8").strip()


def riot(path: str, file: Path) -> tuple[int, list[str]]:
    """How many statements riot reads, and what it complains of."""
    done = subprocess.run(
        ["java", "-cp", path, "riotcmd.riot", "--validate", "--count", str(file)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    said = done.stdout + done.stderr
    count = re.search(r"(?:Triples|Quads) = ([\d,]+)", said)
    complaints = [line for line in said.splitlines() if re.search(r"WARN|ERROR|Error", line)]
    assert count is not None, said
    return int(count[1].replace(",", "")), complaints


@dataclass(frozen=True)
class Fuseki:
    """A running server; ``url`` is its data set."""

    url: str

    def rows(self, query: str) -> list[dict[str, str]]:
        """The answer to a SELECT, as text; what is not bound is left out."""
        found = json.loads(self._post("query", {"query": query}))
        return [
            {name: cell["value"] for name, cell in row.items()}
            for row in found["results"]["bindings"]
        ]

    def update(self, update: str) -> None:
        """Run a SPARQL update."""
        self._post("update", {"update": update})

    def _post(self, path: str, form: dict[str, str]) -> str:
        request = urllib.request.Request(
            f"{self.url}/{path}", urllib.parse.urlencode(form).encode(),
            {"Accept": "application/sparql-results+json"},
        )  # fmt: skip
        with urllib.request.urlopen(request) as answer:
            return str(answer.read().decode("utf-8"))


@contextmanager
def fuseki(path: str, file: Path, *options: str) -> Iterator[Fuseki]:
    """A server with a file loaded into memory, on a free port, until the block is left."""
    process = subprocess.Popen(
        ["java", "-cp", path, "org.apache.jena.fuseki.main.cmds.FusekiMainCmd", "--localhost",
         "--port=0", "--update", *options, f"--file={file}", "/graph"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        said = []
        for line in process.stdout:
            said.append(line)
            port = re.search(r"Start Fuseki.*?(?:port=|http=)(\d+)", line)
            if port:
                yield Fuseki(f"http://127.0.0.1:{port[1]}/graph")
                return
        raise AssertionError("".join(said))
    finally:
        process.terminate()
        process.wait()
