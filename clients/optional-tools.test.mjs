// Tools that are only served when asked for: on every transport, called through a client, against a mock
// that validates each request.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mcpClients } from "./mcp-clients.mjs";
import { sent, startMockApi } from "./mock-api.mjs";
import { targets } from "./targets.mjs";

const SUITE = { timeout: 600_000 };
const SETTINGS = { TOOLSETS: "runs,files,vector_stores", EXCLUDE_TOOLS: "delete_file" };
const STORE = { vector_store_id: "vs_1" };
// The mock does not know $recursiveRef, by which filters contain filters; the server's tests nest them.
const FILTER = { type: "eq", key: "year", value: 2026 };
const calls = [
  ["list_files", { purpose: "assistants", limit: 5, order: "asc" }],
  ["get_file", { file_id: "file-1" }],
  ["create_vector_store", { name: "Manuals", file_ids: ["file-1"], metadata: null }],
  ["modify_vector_store", { ...STORE, name: "Old manuals", expires_after: null }],
  ["create_vector_store_file", { ...STORE, file_id: "file-1", attributes: { year: 2026 } }],
  ["modify_vector_store_file", { ...STORE, file_id: "file-1", attributes: { draft: true } }],
  ["create_vector_store_file_batch", { ...STORE, file_ids: ["file-1", "file-2"] }],
  ["search_vector_store", { ...STORE, query: "how to", filters: FILTER, max_num_results: 3 }],
  ["list_vector_store_files", { ...STORE, filter: "completed" }],
  ["delete_vector_store", STORE],
];

const [typescript] = mcpClients;

for (const target of targets) {
  describe(`${typescript.name}, ${target.name}`, SUITE, () => {
    let api;
    let started;
    let client;

    before(async () => {
      api = await startMockApi();
      started = await target.start(api.url, SETTINGS);
      client = await typescript.connect(started.endpoint);
    });

    after(async () => {
      await client?.close();
      await started?.stop();
      await api?.stop();
    });

    test("lists what the settings leave", async () => {
      const names = (await client.listTools()).tools.map((tool) => tool.name);
      assert.equal(names.length, 7 + 4 + 16 - 1);
      assert.ok(names.includes("search_vector_store") && !names.includes("delete_file"));
    });

    for (const [tool, args] of calls) {
      test(tool, async () => {
        const result = await client.callTool(tool, args);
        assert.notEqual(result.isError, true, JSON.stringify(result.content));
        const { request } = await api.nextExchange();
        assert.deepEqual(sent(request), args);
      });
    }

    test("says which setting leaves a tool out, and sends nothing", async () => {
      const excluded = await client.callTool("delete_file", { file_id: "file-1" });
      assert.equal(excluded.isError, true);
      assert.match(excluded.content[0].text, /delete_file is not served here: EXCLUDE_TOOLS/);
      const unnamed = await client.callTool("create_thread", {});
      assert.match(unnamed.content[0].text, /TOOLSETS/);
      assert.equal(api.pendingExchanges(), 0);
    });
  });
}
