"""The Python package `mcp`, 1.x or 2.x, as a child of the tests.

Connects to the endpoint it is given as JSON, then answers each line {id, method, params} on stdin by
a line {id, result} or {id, error} on stdout, many at a time and in any order, until stdin ends.
"""

import json
import sys
from contextlib import asynccontextmanager

import anyio
import mcp
from mcp.client.sse import sse_client
from mcp.client.streamable_http import streamable_http_client
from mcp.shared._httpx_utils import create_mcp_http_client


@asynccontextmanager
async def connect(endpoint):
    transport = transport_to(**endpoint)
    if hasattr(mcp, "Client"):
        # 2.x. It asks for `server/discover` first.
        async with mcp.Client(transport) as client:
            yield client
    else:
        async with transport as (reads, writes, *_), mcp.ClientSession(reads, writes) as session:
            await session.initialize()
            yield session


def transport_to(type, **server):
    match type:
        case "stdio":
            return mcp.stdio_client(mcp.StdioServerParameters(**server))
        case "streamable-http":
            # This takes headers from nothing but an HTTP client, which ends with the process.
            http = create_mcp_http_client(headers=server["headers"])
            return streamable_http_client(server["url"], http_client=http)
        case "sse":
            return sse_client(**server)


async def answer(client, request):
    try:
        result = await getattr(client, request["method"])(**request["params"])
        outcome = {"result": result.model_dump(mode="json", by_alias=True, exclude_unset=True)}
    except Exception as e:
        outcome = {"error": str(e)}
    print(json.dumps({"id": request["id"], **outcome}), flush=True)


async def main():
    async with connect(json.loads(sys.argv[1])) as client, anyio.create_task_group() as calls:
        async for line in anyio.wrap_file(sys.stdin):
            calls.start_soon(answer, client, json.loads(line))


anyio.run(main)
