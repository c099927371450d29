"""A server of one tool, the least that the Python package can serve over stdio."""

from mcp.server.mcpserver import MCPServer

server = MCPServer("one-tool")


@server.tool()
def greet(name: str) -> str:
    """Greets somebody."""
    return f"Hello {name}"


server.run("stdio")
