// The official mcpo in front of the server, by the very commands that the README shows.
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { calls } from "./calls.mjs";
import { started, startHttpServer, stop } from "./http-server.mjs";
import { freePort, sent, startMockApi } from "./mock-api.mjs";

const MCPO = fileURLToPath(new URL(".venv-mcpo/bin/mcpo", import.meta.url));
const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const UVX = "uvx --with 'mcp<2' --with 'fastapi<0.145' mcpo ";
const COMMANDS = README.split("\n").filter((line) => line.startsWith(UVX));
const START_LIMIT_MS = 60_000;
const SUITE = { timeout: 600_000 };

test("the README shows mcpo for both endpoints", () => {
  assert.deepEqual(
    COMMANDS.map((command) => new URL(command.split(" ").at(-1)).pathname),
    ["/sse", "/mcp"],
  );
});

for (const command of COMMANDS) {
  describe(`mcpo on ${new URL(command.split(" ").at(-1)).pathname}`, SUITE, () => {
    let api;
    let server;
    let mcpo;

    before(async () => {
      api = await startMockApi();
      server = await startHttpServer({
        MCP_CREDENTIALS_PASSTHROUGH: "true",
        OPENAI_BASE_URL: api.url,
      });
      mcpo = await startMcpo(command, server.url, "sk-one");
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

  test(`two mcpo, two keys: ${command.split(" ").at(-1)}`, SUITE, async () => {
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
        running.push(await startMcpo(command, server.url, `sk-${tenant}`));
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

/** Runs a command of the README, with a port, an address and a key of ours. */
async function startMcpo(command, server, key) {
  const port = await freePort();
  const words = shellWords(command.slice(UVX.length));
  const place = new URL(words.at(-1));
  words[words.length - 1] = server + place.pathname;
  words[words.indexOf("--port") + 1] = String(port);
  const headers = words.indexOf("--header") + 1;
  words[headers] = JSON.stringify({ [Object.keys(JSON.parse(words[headers]))[0]]: key });

  const url = `http://127.0.0.1:${port}`;
  const args = ["--host", "127.0.0.1", ...words];
  const { child } = await started(MCPO, args, process.env, `${url}/openapi.json`, START_LIMIT_MS);
  return { url, stop: () => stop(child) };
}

function shellWords(line) {
  return line.match(/'[^']*'|\S+/g).map((word) => word.replace(/^'(.*)'$/s, "$1"));
}

function post(mcpo, tool, body) {
  return fetch(`${mcpo.url}/${tool}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
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
