// Two tenants' calls in turn, over the same few connections, and the same session where there is one:
// each is made with its own tenant's key, and none with the server's.
import assert from "node:assert/strict";
import { once } from "node:events";
import { Agent, createServer } from "node:http";
import { basename } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { startHttpServer } from "./http-server.mjs";
import { INITIALIZE, json, message, openSession, openStream, send, toolCall } from "./raw-http.mjs";

const SUITE = { timeout: 900_000 };
const CALLS = 2_500; // each, of four kinds
const AT_ONCE = 64;
const CONNECTIONS = 4;
const TENANTS = ["one", "two"];

describe("two tenants", SUITE, () => {
  const keysSeen = new Map();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let upstream;

  before(async () => {
    upstream = createServer((request, response) => {
      const id = basename(request.url);
      keysSeen.set(id, request.headers.authorization);
      response.setHeader("content-type", "application/json").end(JSON.stringify({ id }));
    }).listen(0, "127.0.0.1");
    await once(upstream, "listening");
  });

  beforeEach(() => keysSeen.clear());

  after(() => {
    agent.destroy();
    upstream.close();
    upstream.closeAllConnections();
  });

  test("/mcp", async () => {
    await serving({}, (server) =>
      callInTurn(async (id, tenant) => {
        const body = toolCall(id, "get_thread", { thread_id: threadId(id, tenant) });
        return json(await send(`${server.url}/mcp`, { headers: key(tenant), body, agent }));
      }),
    );
  });

  test("/mcp, in one session", async () => {
    await serving({ MCP_STATEFUL: "true" }, async (server) => {
      const url = `${server.url}/mcp`;
      const session = await openSession(url, key("one"), agent);
      await callInTurn(async (id, tenant) => {
        const body = toolCall(id, "get_thread", { thread_id: threadId(id, tenant) });
        return json(await send(url, { headers: { ...session, ...key(tenant) }, body, agent }));
      });
    });
  });

  test("/sse, where the key of a message wins", () =>
    onOneStream((tenant) => (tenant === "two" ? key("two") : {})));

  test("/sse, where each message has a key", () => onOneStream(key));

  /** On a stream that one opened. */
  async function onOneStream(headers) {
    await serving({}, async (server) => {
      const stream = await openStream(server.url, key("one"));
      await stream.ask(0, message(0, "initialize", INITIALIZE), {}, agent);
      await callInTurn((id, tenant) => {
        const body = toolCall(id, "get_thread", { thread_id: threadId(id, tenant) });
        return stream.ask(id, body, headers(tenant), agent);
      }).finally(stream.close);
    });
  }

  async function serving(settings, use) {
    const server = await startHttpServer({
      MCP_CREDENTIALS_PASSTHROUGH: "true",
      OPENAI_API_KEY: "sk-of-the-server",
      OPENAI_BASE_URL: `http://127.0.0.1:${upstream.address().port}`,
      ...settings,
    });
    await use(server).finally(server.stop);
  }

  async function callInTurn(call) {
    let next = 1;
    const worker = async () => {
      while (next <= CALLS) {
        const id = next++;
        const tenant = TENANTS[id % TENANTS.length];
        const { result } = await call(id, tenant);
        assert.deepEqual(result.structuredContent, { id: threadId(id, tenant) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));

    assert.equal(keysSeen.size, CALLS);
    for (const [id, authorization] of keysSeen) {
      assert.equal(authorization, `Bearer sk-${id.split("_")[1]}`, id);
    }
  }
});

function key(tenant) {
  return { "X-OpenAI-API-Key": `sk-${tenant}` };
}

function threadId(id, tenant) {
  return `thread_${tenant}_${id}`;
}
