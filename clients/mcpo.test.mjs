// The official mcpo in front of the server, by the very commands that print-config prints.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { calls } from "./calls.mjs";
import { startHttpServer } from "./http-server.mjs";
import { sent, startMockApi } from "./mock-api.mjs";
import { printed, SECRETS, startMcpo } from "./printed-configs.mjs";

const SUITE = { timeout: 600_000 };

for (const path of ["/sse", "/mcp"]) {
  describe(`mcpo on ${path}`, SUITE, () => {
    let api;
    let server;
    let mcpo;

    before(async () => {
      api = await startMockApi();
      server = await startHttpServer({
        MCP_CREDENTIALS_PASSTHROUGH: "true",
        OPENAI_BASE_URL: api.url,
      });
      mcpo = await mcpoOn(server.url + path, "sk-one");
    });

    after(async () => {
      await mcpo?.stop();
      await server?.stop();
      await api?.stop();
    });

    test("has an endpoint for each of the 23 tools", async () => {
      const page = await (await fetch(`${mcpo.url}/openapi.json`)).json();
      assert.deepEqual(
        Object.keys(page.paths).sort(),
        calls.map((call) => `/${call.tool}`).sort(),
      );
    });

    for (const call of calls) {
      test(call.tool, async () => {
        const answer = await post(mcpo, call.tool, withoutNulls(call.arguments));
        const text = await answer.text();
        assert.equal(answer.status, 200, text);

        const { request, response } = await api.nextExchange();
        assert.equal(`${request.method} ${request.pathPattern}`, call.request);
        assert.deepEqual(sent(request), withoutNulls(call.arguments));
        assert.equal(request.headers.authorization, "Bearer sk-one");
        assert.deepEqual(JSON.parse(text), response.body);
      });
    }

    test("what is wrong with arguments can be read", async () => {
      const missing = await post(mcpo, "get_run", { thread_id: "thread_1" });
      assert.equal(missing.status, 422);
      assert.match(await missing.text(), /run_id/);

      const unusable = await post(mcpo, "list_runs", { thread_id: "thread_1", limit: 1000 });
      assert.equal(unusable.status, 500);
      assert.match(await unusable.text(), /Invalid arguments for list_runs.*\/limit/s);
      assert.equal(api.pendingExchanges(), 0);
    });
  });

  test(`two mcpo on ${path}, two keys`, SUITE, async () => {
    const seen = new Map();
    const upstream = createServer((request, response) => {
      seen.set(request.url, request.headers.authorization);
      response.setHeader("content-type", "application/json").end(`{"url":"${request.url}"}`);
    }).listen(0, "127.0.0.1");
    await once(upstream, "listening");
    const running = [];
    try {
      const server = await startHttpServer({
        MCP_CREDENTIALS_PASSTHROUGH: "true",
        OPENAI_API_KEY: "sk-of-the-server",
        OPENAI_BASE_URL: `http://127.0.0.1:${upstream.address().port}`,
      });
      running.push(server);
      for (const tenant of ["one", "two"]) {
        running.push(await mcpoOn(server.url + path, `sk-${tenant}`));
      }
      const [, ...tenants] = running;
      const ask = async (mcpo, name, i) => {
        const id = `asst_${name}${i}`;
        const answer = await post(mcpo, "get_assistant", { assistant_id: id });
        assert.deepEqual(await answer.json(), { url: `/assistants/${id}` });
        assert.equal(seen.get(`/assistants/${id}`), `Bearer sk-${name}`);
      };
      const numbers = Array.from({ length: 50 }, (_, i) => i);
      await Promise.all(
        numbers.flatMap((i) => [ask(tenants[0], "one", i), ask(tenants[1], "two", i)]),
      );
      assert.equal(seen.size, 100);
      for (const key of ["sk-one", "sk-two", "sk-of-the-server"]) {
        assert.ok(!server.log().includes(key), "no key in the log");
      }
    } finally {
      for (const process of running.reverse()) await process.stop();
      upstream.close();
    }
  });
}

function mcpoOn(url, key) {
  return startMcpo(printed("mcpo", "http", "--url", url), { OPENAI_API_KEY: key });
}

function post(mcpo, tool, body) {
  return fetch(`${mcpo.url}/${tool}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${SECRETS.MCPO_API_KEY}`,
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });
}

/** mcpo refuses null for whatever is optional. */
function withoutNulls(value) {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== "object") return value;
  const present = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(present.map(([name, item]) => [name, withoutNulls(item)]));
}
