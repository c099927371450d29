// Every client over every transport: real processes, and a mock that validates each request.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { calls } from "./calls.mjs";
import { startEchoApi } from "./echo-api.mjs";
import { mcpClients } from "./mcp-clients.mjs";
import { sent, startMockApi } from "./mock-api.mjs";
import { KEY, targets } from "./targets.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const SUITE = { timeout: 900_000 };
const AT_ONCE = 50;
// A body with nulls, a list in a query, and no answer but that it is done.
const SAMPLE = new Set(["create_run", "list_run_steps", "delete_thread"]);

// It builds the project on first use.
before(() => execFileSync(LAUNCHER, ["--version"]), SUITE);

for (const target of targets) {
  for (const mcpClient of mcpClients) {
    describe(`${mcpClient.name}, ${target.name}`, SUITE, () => {
      let api;
      let client;

      before(async () => {
        api = await startMockApi();
        client = await connect(mcpClient, target, api);
      });

      after(async () => {
        await client?.close();
        await api?.stop();
      });

      test("lists exactly the 23 tools", async () => {
        const { tools, nextCursor } = await client.listTools();
        assert.deepEqual(
          tools.map((tool) => tool.name).sort(),
          calls.map((call) => call.tool).sort(),
        );
        assert.equal(tools.length, 23);
        assert.equal(nextCursor, undefined, "one page, since some clients read no second one");
      });

      describe("calls", () => {
        const called = mcpClient.isCommand ? calls.filter(({ tool }) => SAMPLE.has(tool)) : calls;
        for (const call of called) {
          test(call.tool, async () => {
            const result = await client.callTool(call.tool, call.arguments);
            assert.notEqual(result.isError, true, JSON.stringify(result.content));
            assertExchange(call, await api.nextExchange(), result);
            assert.equal(api.pendingExchanges(), 0, "one call is one request");
          });
        }
      });

      test("shows what is wrong with arguments", async () => {
        const { isError, content } = await client.callTool("create_run", { thread_id: "thread_1" });
        assert.equal(isError, true);
        assert.match(content[0].text, /\/assistant_id: is required/);
        assert.equal(api.pendingExchanges(), 0, "nothing was sent");
      });

      test("says that there is no such tool", () =>
        assert.rejects(client.callTool("no_such_tool", {}), /no_such_tool/));

      if (mcpClient.isCommand) {
        test(`makes a call ${AT_ONCE} times at once, each answered`, () =>
          withEchoApi(mcpClient, target, async (many) => {
            const answered = await many.repeatCall("get_thread", { thread_id: "t" }, AT_ONCE);
            assert.equal(answered.ok, AT_ONCE, JSON.stringify(answered));
          }));
      } else {
        test(`makes ${AT_ONCE} calls at once, each with its own answer`, () =>
          withEchoApi(mcpClient, target, async (many) => {
            const ids = Array.from({ length: AT_ONCE }, (_, i) => `thread_${i}`);
            const results = await Promise.all(
              ids.map((id) => many.callTool("get_thread", { thread_id: id })),
            );
            assert.deepEqual(
              results.map((result) => result.structuredContent),
              ids.map((id) => ({ id })),
            );
          }));
      }
    });
  }
}

/** A client of a server that calls this API; its close() also stops the server. */
async function connect(mcpClient, target, api) {
  const { endpoint, stop } = await target.start(api.url);
  const client = await mcpClient.connect(endpoint).catch(async (failure) => {
    await stop();
    throw failure;
  });
  return {
    ...client,
    async close() {
      await client.close();
      await stop();
    },
  };
}

async function withEchoApi(mcpClient, target, use) {
  const api = await startEchoApi(AT_ONCE);
  try {
    const client = await connect(mcpClient, target, api);
    await use(client).finally(client.close);
  } finally {
    api.stop();
  }
}

/** That the call became this request, and the response its result. */
function assertExchange(call, { request, response, diagnostics }, result) {
  assert.equal(`${request.method} ${request.pathPattern}`, call.request);
  assert.equal(request.headers.authorization, `Bearer ${KEY}`);
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
}
