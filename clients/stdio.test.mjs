// The launcher behind the TypeScript SDK's client, calling a mock that validates every request.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { calls } from "./calls.mjs";
import { startMockApi } from "./mock-api.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const SLICE = fileURLToPath(new URL("../openapi/assistants.yaml", import.meta.url));
// The launcher builds the project on first use.
const FIRST_START = { timeout: 300_000 };
const CALL = { timeout: 30_000 };
const SUITE = { timeout: 420_000 };

describe("the stdio server", SUITE, () => {
  let api;
  let client;

  before(async () => {
    api = await startMockApi(SLICE);
    client = new Client({ name: "clients", version: "0" });
    const env = { ...process.env, OPENAI_API_KEY: "sk-not-a-key", OPENAI_BASE_URL: api.url };
    await client.connect(new StdioClientTransport({ command: LAUNCHER, env }), FIRST_START);
  });

  after(async () => {
    await client?.close();
    await api?.stop();
  });

  test("lists exactly the 23 tools", async () => {
    const { tools, nextCursor } = await client.listTools({}, CALL);
    assert.deepEqual(tools.map((tool) => tool.name).sort(), calls.map((call) => call.tool).sort());
    assert.equal(tools.length, 23);
    assert.equal(nextCursor, undefined, "one page, since some clients read no second one");
  });

  describe("the mock rejects", () => {
    const invalid = {
      "a missing required field": ["POST", "/threads/thread_1/runs", { model: "gpt-4o" }],
      "a field of the wrong type": ["POST", "/assistants", { model: "gpt-4o", tools: "none" }],
      "an unknown field": ["POST", "/threads/thread_1/messages/msg_1", { surprise: 1 }],
      "a wrong query type": ["GET", "/assistants?limit=many"],
      "an unknown path": ["GET", "/v1/assistants"],
    };
    for (const [what, [method, path, body]] of Object.entries(invalid)) {
      test(what, async () => {
        const headers = { "content-type": "application/json" };
        const signal = AbortSignal.timeout(CALL.timeout);
        const init = body ? { method, headers, body: JSON.stringify(body) } : { method };
        const response = await fetch(api.url + path, { signal, ...init });
        const exchange = await api.nextExchange();
        assert.ok([400, 404].includes(response.status), `status ${response.status}`);
        assert.ok(exchange.diagnostics.length > 0);
      });
    }
  });

  describe("the mock accepts", () => {
    for (const call of calls) {
      test(call.tool, async () => {
        const result = await client.callTool(
          { name: call.tool, arguments: call.arguments },
          undefined,
          CALL,
        );
        assert.notEqual(result.isError, true, JSON.stringify(result.content));

        const { request, response, diagnostics } = await api.nextExchange();
        assert.equal(`${request.method} ${request.pathPattern}`, call.request);
        assert.deepEqual(sent(request), call.arguments, "everything reaches the wire");
        assert.deepEqual(
          diagnostics.map((diagnostic) => diagnostic.requestPath),
          call.doubts ?? [],
          JSON.stringify(diagnostics),
        );

        assert.deepEqual(
          result.content.map((block) => block.type),
          ["text"],
        );
        assert.deepEqual(JSON.parse(result.content[0].text), response.body);
        assert.deepEqual(result.structuredContent, response.body);
        assert.equal(api.pendingExchanges(), 0, "one call is one request");
      });
    }
  });
});

/** The arguments a request carries: path and query parameters and the fields of the body. */
function sent(request) {
  const values = request.path.split("/");
  const names = request.pathPattern.split("/");
  const path = names.flatMap((name, i) =>
    name.startsWith("{") ? [[name.slice(1, -1), values[i]]] : [],
  );
  const query = [...new URLSearchParams(request.query)].map(([name, value]) => {
    if (name === "include[]") return ["include", [value]];
    return [name, name === "limit" ? Number(value) : value];
  });
  return { ...Object.fromEntries([...path, ...query]), ...request.body };
}
