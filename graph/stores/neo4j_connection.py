"""Reaching a Neo4j server: its address, who asks, whether it is new enough, what its errors mean.

A user name or password never stands in an address, in an option or in a message.
"""

from __future__ import annotations

import getpass
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import neo4j
from neo4j import exceptions as failures

from graph.stores.store import StoreError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
OLDEST = 5
"""The first major version whose Cypher the load and the queries are written for."""
CAN_BE_SILENT = (5, 7)
"""Older servers refuse a driver that asks for no notifications, and send them to its log."""

_UNHEARD = logging.NullHandler()
"""Where nobody has set up logging, warnings go to standard error; with a handler they do not."""

_AGAIN = "what was written stays, and the same command again finishes the work"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a graph is: ``uri`` for the driver, and the database on that server."""

    uri: str
    database: str

    def __str__(self) -> str:
        return self.uri


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks; None for a server that asks nobody. The password is never shown."""

    user: str
    password: str = field(repr=False)


def address(target: str) -> Address:
    """``neo4j://host:port/database`` taken apart; the database is ``neo4j`` where none is named.

    Raises StoreError for an address with a name or password in it, without repeating it.
    """
    try:
        parts = urlsplit(target)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise StoreError(f"{error}; an address is neo4j://HOST:PORT.") from error
    if parts.username or parts.password or "@" in parts.netloc:
        raise StoreError(
            "An address must not hold a user name or password: "
            "set NEO4J_USER and NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE."
        )
    if parts.scheme not in SCHEMES or not host:
        raise StoreError(f"{target}: no address of a Neo4j server; give one as neo4j://HOST:PORT.")
    shown = f"[{host}]" if ":" in host else host
    uri = f"{parts.scheme}://{shown}:{port}" if port else f"{parts.scheme}://{shown}"
    return Address(uri, parts.path.strip("/") or os.environ.get("NEO4J_DATABASE") or "neo4j")


def login(where: Address) -> Login | None:
    """The credentials: NEO4J_PASSWORD, or the file in NEO4J_PASSWORD_FILE, or what is typed.

    The user is NEO4J_USER, or ``neo4j``. ``NEO4J_AUTH=none`` is for a server without them. Raises
    StoreError where nothing is given and nobody can be asked.
    """
    if os.environ.get("NEO4J_AUTH") == "none":
        return None
    user = os.environ.get("NEO4J_USER") or "neo4j"
    if password := os.environ.get("NEO4J_PASSWORD"):
        return Login(user, password)
    if path := os.environ.get("NEO4J_PASSWORD_FILE"):
        try:
            return Login(user, Path(path).read_text("utf-8").rstrip("\r\n"))
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(
                f"{path}: the password cannot be read from it; mend NEO4J_PASSWORD_FILE."
            ) from error
    if sys.stdin.isatty():
        return Login(user, getpass.getpass(f"Password of {user} at {where}: "))
    raise StoreError(
        f"{where}: no password is given; set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file "
        "that holds it."
    )


@contextmanager
def opened(target: str) -> Iterator[tuple[Any, Address]]:
    """A driver that has reached the server, and the address; closed at the end.

    Whatever the server or the network does wrong inside the block comes out as a StoreError. How
    long a lost connection is tried again is NEO4J_RETRY_SECONDS, 30 where it is not set.
    """
    where = address(target)
    with told(where):
        who = login(where)
        settings: dict[str, Any] = {
            "auth": (who.user, who.password) if who else None,
            "max_transaction_retry_time": _retry_seconds(),
            "connection_acquisition_timeout": _retry_seconds() + 5,
        }
        with neo4j.GraphDatabase.driver(where.uri, **settings) as driver:
            version = _checked_version(driver, where)
        if version >= CAN_BE_SILENT:
            settings["notifications_min_severity"] = "OFF"
        else:
            logging.getLogger("neo4j.notifications").addHandler(_UNHEARD)
        with neo4j.GraphDatabase.driver(where.uri, **settings) as driver:
            driver.verify_connectivity()
            yield driver, where


@contextmanager
def told(where: Address) -> Iterator[None]:
    """The driver's errors as one sentence of what happened, where, and what to do."""
    try:
        yield
    except failures.AuthError as error:
        raise StoreError(
            f"{where}: the user name or password was refused; check NEO4J_USER and NEO4J_PASSWORD."
        ) from error
    except failures.ConfigurationError as error:
        raise StoreError(f"{where}: {_first(error)}; check the address.") from error
    except failures.UnsupportedServerProduct as error:
        raise StoreError(f"{where}: {_first(error)}; Neo4j {OLDEST} or newer is needed.") from error
    except (failures.ServiceUnavailable, failures.SessionExpired, failures.IncompleteCommit,
            failures.ConnectionAcquisitionTimeoutError, OSError) as error:  # fmt: skip
        raise StoreError(
            f"{where}: the server cannot be reached, or the connection was cut "
            f"({_first(error)}); {_AGAIN}."
        ) from error
    except failures.Neo4jError as error:
        raise StoreError(_server_said(where, error)) from error
    except failures.DriverError as error:
        raise StoreError(f"{where}: {_first(error)}; {_AGAIN}.") from error


def _server_said(where: Address, error: Any) -> str:
    code, message = str(error.code or ""), _first(error)
    if "ReadOnly" in code or "read only" in message or "read-only" in message:
        return f"{where}: the database is read-only; open it for writing, or name another server."
    if "DatabaseNotFound" in code:
        return f"{where}: there is no database {where.database}; mend the address."
    if "DatabaseUnavailable" in code or code.startswith("Neo.DatabaseError"):
        return (
            f"{where}: the server failed ({message}): see its log, whether its disk is full or "
            f"its memory short, and start it again; {_AGAIN}."
        )
    if code.startswith("Neo.TransientError"):
        return f"{where}: the server is overtaxed or busy ({message}); {_AGAIN}."
    return f"{where}: the server refused ({message})."


def _first(error: BaseException) -> str:
    """The first line of a message, short enough for a sentence."""
    message = getattr(error, "message", None) or str(error) or type(error).__name__
    return str(message).strip().splitlines()[0][:300].rstrip(" .;")


def _checked_version(driver: Any, where: Address) -> tuple[int, ...]:
    """Major and minor version; raises StoreError where it is too old.

    Servers from 4.4 on answer; only from 5 on do they know the Cypher that is sent here.
    """
    agent = str(driver.get_server_info().agent)
    version = agent.partition("/")[2]
    numbers = tuple(int(part) for part in version.split(".")[:2] if part.isdigit())
    if numbers and numbers[0] < OLDEST:
        raise StoreError(f"{where}: Neo4j {version} is too old; Neo4j {OLDEST} or newer is needed.")
    return numbers


def _retry_seconds() -> float:
    text = os.environ.get("NEO4J_RETRY_SECONDS") or "30"
    try:
        return float(text)
    except ValueError as error:
        raise StoreError(f"NEO4J_RETRY_SECONDS must be a number, not {text!r}.") from error
