// The mock has to be strict: what it accepts in the other tests proves nothing otherwise.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startMockApi } from "./mock-api.mjs";

const LIMIT_MS = 60_000;

describe("the mock rejects", { timeout: 5 * LIMIT_MS }, () => {
  let api;

  before(async () => {
    api = await startMockApi();
  });

  after(() => api?.stop());

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
      const signal = AbortSignal.timeout(LIMIT_MS);
      const init = body ? { method, headers, body: JSON.stringify(body) } : { method };
      const response = await fetch(api.url + path, { signal, ...init });
      const exchange = await api.nextExchange();
      assert.ok([400, 404].includes(response.status), `status ${response.status}`);
      assert.ok(exchange.diagnostics.length > 0);
    });
  }
});
