"""An assistant as it comes: the protocol's own client, on a server that it starts itself."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import anyio
from mcp import StdioServerParameters
from mcp.client import Client

GRAPH = Path(sys.executable).with_name("graph")
Wanted = TypeVar("Wanted")


def asked(
    arguments: Sequence[str],
    what: Callable[[Client], Awaitable[Wanted]],
    env: Mapping[str, str] | None = None,
) -> Wanted:
    """What an assistant gets that starts `graph serve --mcp` with these arguments.

    In a thread of its own, since Playwright keeps a loop in that of the tests.
    """
    server = StdioServerParameters(
        command=str(GRAPH), args=["serve", "--mcp", *arguments], env=dict(env or {})
    )

    async def run() -> Wanted:
        async with Client(server, read_timeout_seconds=60) as client:
            return await what(client)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, run).result()


def answers(
    arguments: Sequence[str],
    *calls: tuple[str, Mapping[str, Any]],
    env: Mapping[str, str] | None = None,
) -> list[Any]:
    """The results of several calls in a row, on one server."""

    async def each(client: Client) -> list[Any]:
        return [await client.call_tool(name, dict(given)) for name, given in calls]

    return asked(arguments, each, env)
