// The server is asked to end while calls are under way: those it answers, others it refuses.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startHttpServer } from "./http-server.mjs";
import { INITIALIZE, json, message, openSession, openStream, send, toolCall } from "./raw-http.mjs";

const SUITE = { timeout: 300_000 };
const CALLS = 200;
const UPSTREAM_MS = 2_000;
const START_LIMIT_MS = 60_000;

let upstream;
let asked = 0;

before(async () => {
  upstream = createServer(async (request, response) => {
    asked++;
    await sleep(UPSTREAM_MS);
    response.setHeader("content-type", "application/json").end('{"id":"thread_1"}');
  }).listen(0, "127.0.0.1");
  await once(upstream, "listening");
});

after(() => {
  upstream.close();
  upstream.closeAllConnections();
});

const ways = [
  {
    name: "/mcp",
    async caller({ url }) {
      return async (body) => json(await send(`${url}/mcp`, { body }));
    },
  },
  {
    name: "/mcp with sessions",
    settings: { MCP_STATEFUL: "true" },
    async caller({ url }) {
      const headers = await openSession(`${url}/mcp`);
      return async (body) => json(await send(`${url}/mcp`, { headers, body }));
    },
  },
  {
    name: "/sse",
    async caller({ url }) {
      const streams = await Promise.all(Array.from({ length: 4 }, () => openStream(url)));
      for (const stream of streams) await stream.ask(0, message(0, "initialize", INITIALIZE));
      return (body, id) => streams[id % streams.length].ask(id, body);
    },
  },
];

for (const { name, settings, caller } of ways) {
  test(`${name} answers all that it accepted, then ends`, SUITE, async () => {
    const server = await startHttpServer({
      OPENAI_API_KEY: "sk-not-a-key",
      OPENAI_BASE_URL: `http://127.0.0.1:${upstream.address().port}`,
      ...settings,
    });
    const call = await caller(server);
    asked = 0;
    const calls = Array.from({ length: CALLS }, (_, i) =>
      call(toolCall(i + 1, "get_thread", { thread_id: "thread_1" }), i + 1),
    );
    for (const end = Date.now() + START_LIMIT_MS; asked < CALLS; await sleep(10)) {
      assert.ok(Date.now() < end, `${asked} calls have reached the API`);
    }

    const ended = server.stop();
    const refused = await refusal(server);
    const answers = await Promise.all(calls);

    assert.equal(refused.ready, 503);
    assert.equal(refused.call, 503);
    assert.equal(answers.length, CALLS);
    for (const { result } of answers) assert.equal(result.structuredContent.id, "thread_1");
    assert.equal(await ended, 0);
  });
}

/** How new requests are answered, once the signal has arrived. */
async function refusal({ url }) {
  let ready = { status: 200 };
  while (ready.status === 200) ready = await send(`${url}/readyz`, { method: "GET" });
  const call = await send(`${url}/mcp`, { body: toolCall(0, "get_thread", { thread_id: "t" }) });
  return { ready: ready.status, call: call.status };
}
