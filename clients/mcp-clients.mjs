// The clients that have to work with this server. Each connects to an endpoint of targets.mjs and gives
//
//   listTools()            all that the server says about its tools
//   callTool(name, args)   the result as it came; rejects where there is only an error
//   close()                also ends a server that the client started
//
// One that isCommand starts anew for every request, which takes a second or two. It cannot make many
// calls at once, but repeat one: repeatCall(name, args, times) counts what came of it.
import * as client2 from "@modelcontextprotocol/client";
import * as stdio2 from "@modelcontextprotocol/client/stdio";
import * as client1 from "@modelcontextprotocol/sdk/client/index.js";
import * as sse1 from "@modelcontextprotocol/sdk/client/sse.js";
import * as stdio1 from "@modelcontextprotocol/sdk/client/stdio.js";
import * as streamable1 from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { inspector } from "./inspector.mjs";
import { python } from "./python.mjs";

const sdk1 = { ...client1, ...stdio1, ...streamable1, ...sse1 };
const sdk2 = { ...client2, ...stdio2 };

export const mcpClients = [
  { name: "TypeScript SDK 1.x", connect: typescript(sdk1) },
  { name: "TypeScript SDK 2.x", connect: typescript(sdk2, negotiation("legacy")) },
  { name: "TypeScript SDK 2.x, auto", connect: typescript(sdk2, negotiation("auto")) },
  { name: "Inspector 2.x --cli", connect: inspector, isCommand: true },
  { name: "Python SDK 1.x", connect: python("mcp1") },
  { name: "Python SDK 2.x, auto", connect: python("mcp2") },
];

function typescript(sdk, options) {
  return async (endpoint) => {
    const client = new sdk.Client({ name: "clients", version: "0" }, options);
    await client.connect(transport(sdk, endpoint));
    return {
      listTools: () => client.listTools(),
      callTool: (name, args) => client.callTool({ name, arguments: args }),
      close: () => client.close(),
    };
  };
}

function transport(sdk, { type, url, headers, ...server }) {
  switch (type) {
    case "stdio":
      return new sdk.StdioClientTransport(server);
    case "streamable-http":
      return new sdk.StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } });
    case "sse":
      return new sdk.SSEClientTransport(new URL(url), { requestInit: { headers } });
  }
}

// With auto, it first asks, on stdio a process of its own, whether the server knows server/discover.
function negotiation(mode) {
  return { versionNegotiation: { mode } };
}
