"""The door itself: the Model Context Protocol over standard input and output, by its own SDK.

Nothing else may be printed on standard output while it is open; the SDK points whatever is to
standard error.
"""

from __future__ import annotations

import json
import signal
from functools import partial
from importlib.metadata import version
from typing import Any

import anyio
import mcp_types as types
from mcp.server import Server, ServerRequestContext
from mcp.server.stdio import stdio_server

from graph.assistant.answers import Door, call
from graph.assistant.tools import INSTRUCTIONS, Tool, tools
from graph.stores.store import StoreError
from queries.catalogue import QueryError

NAME = "chronicle-graph"


def serve(door: Door) -> None:
    """Answer until the assistant closes its end, or an interruption ends the process.

    It ends it at once, with nothing to lose: what waits for the next line cannot be called off.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    anyio.run(_serve, door)


async def _serve(door: Door) -> None:
    server = made(door)
    async with stdio_server() as (reading, writing):
        await server.run(reading, writing, server.create_initialization_options())


def made(door: Door) -> Server[Any]:
    """The server of this graph: its tools, and what each answers."""

    async def list_tools(
        context: ServerRequestContext[Any], asked: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=[_described(tool) for tool in tools()])

    async def call_tool(
        context: ServerRequestContext[Any], asked: types.CallToolRequestParams
    ) -> types.CallToolResult:
        work = partial(call, door, asked.name, asked.arguments or {})
        try:
            answer = await anyio.to_thread.run_sync(work)
        except (StoreError, QueryError) as error:
            return types.CallToolResult(content=[_text(str(error))], is_error=True)
        told = json.dumps(answer, ensure_ascii=False)
        return types.CallToolResult(content=[_text(told)], structured_content=answer)

    return Server(
        NAME,
        version=version(NAME),
        title="大事记图谱 Chronicle graph",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _described(tool: Tool) -> types.Tool:
    return types.Tool(
        name=tool.name,
        title=tool.title,
        description=tool.description,
        input_schema=dict(tool.schema),
        annotations=types.ToolAnnotations(
            read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
    )


def _text(words: str) -> types.TextContent:
    return types.TextContent(type="text", text=words)
