"""What goes wrong on the way to a server: a clear error, whole batches, a run that mends it."""

from __future__ import annotations

import logging
import os
import pty
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.cli import main
from graph.stores import kglite_store, neo4j_store
from graph.stores.store import StoreError
from graph.tables import Tables
from tests.neo4j.conftest import Target, need_server_parts
from tests.neo4j.graphs import counted, tables_of, told, wanted
from tests.neo4j.servers import OLD, Server, free_port, running

TABLES = tables_of(
    *(told(f"{n}.txt", "沈德明", f"梁{c}", months=9) for n, c in enumerate("启文武斌"))
)
WRITES = 6
"""After so many batches the fault comes, when some labels are written and no edge is."""


def large_tables() -> Tables:
    """Sixty chronicles of a year: more than a server takes at once."""
    return tables_of(
        *(told(f"{n}.txt", "沈德明", f"梁{chr(0x4E00 + n)}", months=12) for n in range(60))
    )


@pytest.fixture
def own_home(tmp_path: Path, credentials: None) -> Path:
    need_server_parts()
    return tmp_path / "home"


def whole_rows(target: Target) -> None:
    """No node or edge of the load is there without all that belongs to it."""
    for label, table in TABLES.nodes.items():
        found = target.rows(f"MATCH (n:{label}) RETURN n.id, n.name, n._row IS NOT NULL")
        names = dict(zip(table["id"].to_pylist(), table["name"].to_pylist(), strict=True))
        assert all(names[str(own)] == name and marked for own, name, marked in found)


def test_a_server_killed_during_a_load_is_told_and_the_next_load_completes_it(
    own_home: Path,
) -> None:
    server = Server(own_home)
    steps: list[int] = []

    def fatal(name: str, done: int, total: int) -> None:
        steps.append(done)
        if len(steps) == WRITES:
            server.kill(signal.SIGKILL)

    with running(server):
        with pytest.raises(StoreError, match="again finishes the work"):
            neo4j_store.write(TABLES, server.address, fatal, batch=10)
        server.start()
        with server.driver() as driver:
            target = Target(server.address, driver)
            whole_rows(target)
            before = sum(counted(target).values())
            assert 0 < before < sum(wanted(TABLES).values())
            rest: list[int] = []
            neo4j_store.write(TABLES, server.address, lambda name, done, total: rest.append(total))
            assert rest[0] < sum(wanted(TABLES).values()), "only what was missing was sent"
            assert counted(target) == wanted(TABLES)


def test_a_load_that_is_killed_is_completed_by_the_next(target: Target, tmp_path: Path) -> None:
    large, file = large_tables(), str(tmp_path / "large.kgl")
    kglite_store.write(large, file)
    words = ["load", "--from", file, "--to", target.address]
    started = subprocess.Popen(
        [sys.executable, "-c", "from graph.cli import main; main()", *words],
        stderr=subprocess.PIPE,
    )
    try:
        while not target.rows("MATCH (:GraphLoad) MATCH (e:Entry) RETURN e.id LIMIT 1"):
            assert started.poll() is None, "it ended before it could be killed"
        seen = Path(f"/proc/{started.pid}/cmdline").read_bytes()
    finally:
        started.kill()
        started.communicate()
    assert os.environ["NEO4J_PASSWORD"].encode() not in seen
    assert target.rows("MATCH (n:GraphLoad) RETURN count(n)") == [(1,)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.stderr
    assert counted(target) == wanted(large)


def test_sources_of_which_entries_are_missing_are_not_taken_for_whole(
    target: Target, tmp_path: Path
) -> None:
    class Stop(Exception):
        pass

    def stop(name: str, done: int, total: int) -> None:
        raise Stop

    with pytest.raises(Stop):
        neo4j_store.write(TABLES, target.address, stop, batch=10)
    kept = neo4j_store.load_inputs(target.address)
    assert kept.records == ()
    assert kept.unfinished == ("0.txt", "1.txt", "2.txt", "3.txt")
    neo4j_store.write(TABLES, target.address)
    kept = neo4j_store.load_inputs(target.address)
    assert len(kept.records) == 36
    assert kept.unfinished == ()


@contextmanager
def passing(port: int, cut_after: int, *, mends: bool) -> Iterator[str]:
    """A line to the server that is cut after so many bytes; afterwards it ``mends``, or is dead."""
    listening = socket.create_server(("127.0.0.1", 0))
    sent = [0]
    dead = threading.Event()

    def carry(source: socket.socket, sink: socket.socket, counts: bool) -> None:
        with suppress(OSError):
            while data := source.recv(4096):
                before, sent[0] = sent[0], sent[0] + len(data) * counts
                if before <= cut_after < sent[0]:
                    if not mends:
                        dead.set()
                    break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def accept() -> None:
        with suppress(OSError):
            while True:
                near, _ = listening.accept()
                if dead.is_set():
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", port))
                for ends in ((near, far, True), (far, near, False)):
                    threading.Thread(target=carry, args=ends, daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"bolt://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def port_of(target: Target) -> int:
    return int(target.address.rpartition(":")[2])


def test_a_line_that_is_cut_once_is_no_more_than_a_delay(
    target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_RETRY_SECONDS", "30")
    with passing(port_of(target), 60_000, mends=True) as address:
        neo4j_store.write(TABLES, address, batch=10)
    assert counted(target) == wanted(TABLES)


def test_a_line_that_stays_cut_is_told_and_the_next_load_completes_it(target: Target) -> None:
    with (
        passing(port_of(target), 60_000, mends=False) as address,
        pytest.raises(StoreError, match=r"cut .*again finishes the work"),
    ):
        neo4j_store.write(TABLES, address, batch=10)
    whole_rows(target)
    neo4j_store.write(TABLES, target.address)
    assert counted(target) == wanted(TABLES)


@contextmanager
def small_disk(path: Path, size: str) -> Iterator[list[str]]:
    """A tmpfs at the path in a mount namespace of its own; gives what to put before a command."""
    path.mkdir()
    mount = f"mount -t tmpfs -o size={size} tmpfs '{path}' && echo ready && exec sleep infinity"
    holder = subprocess.Popen(
        ["unshare", "--mount", "--map-root-user", "sh", "-c", mount], stdout=subprocess.PIPE
    )
    try:
        assert holder.stdout is not None and holder.stdout.readline() == b"ready\n"
        yield ["nsenter", f"--target={holder.pid}", "--user", "--mount", "--preserve-credentials"]
    finally:
        holder.kill()
        holder.communicate()


def test_a_full_disk_is_told_and_with_room_the_next_load_completes_it(
    own_home: Path,
) -> None:
    disk = own_home.with_name("disk")
    large = large_tables()
    with small_disk(disk, "400m") as inside:
        settings = {
            "server.directories.data": str(disk),
            "server.directories.transaction.logs.root": str(disk / "logs"),
        }
        server = Server(own_home, settings=settings, inside=inside)

        def shell(command: str) -> str:
            done = subprocess.run(
                [*inside, "sh", "-c", command], capture_output=True, text=True, check=True
            )
            return done.stdout

        with running(server):
            shell(f"dd if=/dev/zero of='{disk}/filler' bs=64k 2>/dev/null || true")
            with pytest.raises(StoreError, match=r"disk is full|overtaxed|cut"):
                neo4j_store.write(large, server.address, batch=200)
            server.kill()
            shell(f"rm '{disk}/filler'")
            server.start()
            neo4j_store.write(large, server.address)
            with server.driver() as driver:
                assert counted(Target(server.address, driver)) == wanted(large)


def test_a_wrong_password_is_refused_and_stands_in_no_message(
    target: Target, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-and-secret")
    caplog.set_level(logging.DEBUG)
    with pytest.raises(StoreError, match="password was refused; check NEO4J_USER") as caught:
        neo4j_store.write(TABLES, target.address)
    assert "wrong-and-secret" not in str(caught.value)
    assert "wrong-and-secret" not in caplog.text


def test_a_password_comes_from_a_file(
    target: Target, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "password").write_text(os.environ["NEO4J_PASSWORD"] + "\n", "utf-8")
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(StoreError, match="no password is given"):
        neo4j_store.load_inputs(target.address)
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "password"))
    assert neo4j_store.load_inputs(target.address).records == ()


def test_somebody_at_a_terminal_is_asked_for_the_password_and_it_is_not_shown(
    target: Target,
) -> None:
    neo4j_store.write(TABLES, target.address)
    words = ["-c", "from graph.cli import main; main()", "query", "sources", "--on", target.address]
    environment = dict(os.environ)
    secret = environment.pop("NEO4J_PASSWORD").encode()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, *words], environment)
    shown = b""
    with suppress(OSError):  # a terminal ends with an error
        while data := os.read(terminal, 4096):
            shown += data
            if re.search(rb"Password of neo4j at \S+: $", shown):
                os.write(terminal, secret + b"\n")
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, shown.decode()
    assert b"0.txt" in shown
    assert secret not in shown


def test_an_address_with_a_password_is_refused_without_repeating_it() -> None:
    with pytest.raises(StoreError, match="must not hold") as caught:
        neo4j_store.load_inputs("neo4j://neo4j:very-secret@localhost:7687")
    assert "very-secret" not in str(caught.value)


def test_nobody_at_the_address_is_told(credentials: None) -> None:
    with pytest.raises(StoreError, match="cannot be reached"):
        neo4j_store.load_inputs(f"bolt://127.0.0.1:{free_port()}")


def test_a_database_that_is_not_there_is_told(target: Target) -> None:
    with pytest.raises(StoreError, match="there is no database other"):
        neo4j_store.write(TABLES, f"{target.address}/other")


def test_a_server_that_is_too_old_is_refused(own_home: Path) -> None:
    with running(Server(own_home, release=OLD)) as server:
        with pytest.raises(StoreError, match=r"Neo4j 4\.4\.\d+ is too old"):
            neo4j_store.write(TABLES, server.address)
        with server.driver() as driver:
            assert counted(Target(server.address, driver)) == {}


def test_a_read_only_database_is_told(own_home: Path) -> None:
    server = Server(own_home)
    with running(server):  # a server makes its databases in its first start, if it may
        server.kill(signal.SIGTERM)
        server.settings = {"server.databases.read_only": "neo4j"}
        server.start()
        with pytest.raises(StoreError, match="is read-only"):
            neo4j_store.write(TABLES, server.address)


def test_the_tools_for_a_small_disk_are_there() -> None:
    assert shutil.which("unshare") and shutil.which("nsenter")
