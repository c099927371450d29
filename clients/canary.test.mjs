// Keys and the token are in no answer, log line or figure, whatever goes wrong with requests and calls.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { startHttpServer } from "./http-server.mjs";
import { INITIALIZE, message, openSession, openStream, send, toolCall } from "./raw-http.mjs";

const SUITE = { timeout: 300_000 };
const KEY = "sk-canary-0123456789";
const TOKEN = "token-canary-0123456789";
const CREDENTIALS = { "X-OpenAI-API-Key": KEY, authorization: `Bearer ${TOKEN}` };
const SECRET = /canary/;
const INTERNAL = /Exception|\bat [a-z]+(\.\w+)+\(|\b(java|okhttp3|kotlin|reactor|org\.eclipse)\.\w/;
const BODY_BYTES = 2_000;
const CALLS_AT_ONCE = 4;
const RATE_LIMIT = 30;

const PING = message(1, "ping", {});
const call = (id = 1) => toolCall(id, "get_thread", { thread_id: "thread_1" });

/** What comes of requests that are wrong in one way, which is given, and good otherwise. */
const REFUSED = [
  [400, { body: "no JSON" }],
  [400, { body: "[]" }],
  [400, { headers: { "X-OpenAI-API-Key": [KEY, KEY] } }],
  [400, { headers: { "X-OpenAI-API-Key": `${KEY} \u00e9` } }],
  [400, { headers: { "mcp-protocol-version": "latest" } }],
  [401, { headers: { authorization: `Bearer ${TOKEN}x` } }],
  [401, { headers: { authorization: `Bearer ${KEY}` } }],
  [403, { headers: { origin: "https://evil.example" } }],
  [404, { path: "/nothing" }],
  [405, { method: "PUT" }],
  [406, { headers: { accept: "text/html" } }],
  [413, { body: " ".repeat(BODY_BYTES) + PING }],
  [415, { headers: { "content-type": "text/plain" } }],
  [421, { headers: { host: "evil.example" } }],
  [431, { headers: { "X-OpenAI-API-Key": KEY.repeat(1_000) } }],
];

/** What the API does to calls, one after another. */
const TROUBLES = [
  (response) => response.end('{"id":"thread_1"}'),
  (response) =>
    response
      .writeHead(401, { "x-request-id": KEY })
      .end(`{"error":{"message":"no such key: ${KEY}","code":"${KEY}"}}`),
  (response) => response.writeHead(429, { "retry-after": KEY }).end(KEY),
  (response) => response.writeHead(500).end(`<html>${KEY}</html>`),
  (response) => response.writeHead(302, { location: `http://${KEY}` }).end(),
  (response) => response.end(`Bearer ${KEY}`),
  (response) => response.writeHead(200, { "content-encoding": "gzip" }).end(KEY),
  (response) => response.destroy(),
];

for (const [name, settings] of [
  ["/mcp", {}],
  ["/mcp with sessions", { MCP_STATEFUL: "true" }],
]) {
  describe(`${name} and /sse`, SUITE, () => {
    const answers = [];
    let upstream;
    let respond;
    let server;
    let session;

    before(async () => {
      upstream = createServer((request, response) => respond(response)).listen(0, "127.0.0.1");
      await once(upstream, "listening");
      server = await startHttpServer({
        LOG_LEVEL: "trace",
        MAX_BODY_BYTES: String(BODY_BYTES),
        MAX_CONCURRENT_CALLS: String(CALLS_AT_ONCE),
        MCP_AUTH_TOKEN: TOKEN,
        MCP_CREDENTIALS_PASSTHROUGH: "true",
        METRICS: "true",
        OPENAI_BASE_URL: `http://127.0.0.1:${upstream.address().port}`,
        OPENAI_MAX_RETRIES: "0",
        RATE_LIMIT: String(RATE_LIMIT),
        ...settings,
      });
      session = settings.MCP_STATEFUL ? await openSession(`${server.url}/mcp`, CREDENTIALS) : {};
    });

    after(async () => {
      await server?.stop();
      upstream.close();
      upstream.closeAllConnections();
    });

    /** Sends what is a good request but for what is given, and keeps all of the answer. */
    async function ask({ path = "/mcp", headers, ...rest } = {}) {
      const all = { ...CREDENTIALS, ...session, ...headers };
      const answer = await send(server.url + path, { body: PING, ...rest, headers: all });
      answers.push(JSON.stringify(answer));
      return answer;
    }

    for (const [status, request] of REFUSED) {
      test(`${status} for ${JSON.stringify(request).slice(0, 60)}`, async () => {
        assert.equal((await ask(request)).status, status);
      });
    }

    test("what goes wrong with the API", async () => {
      for (const trouble of TROUBLES) {
        respond = trouble;
        assert.equal((await ask({ body: call() })).status, 200);
      }
    });

    test("the same on a stream", async () => {
      const stream = await openStream(server.url, CREDENTIALS);
      const askThere = async (id, body) =>
        answers.push(JSON.stringify(await stream.ask(id, body, CREDENTIALS)));
      await askThere(0, message(0, "initialize", INITIALIZE));
      for (const trouble of TROUBLES) {
        respond = trouble;
        await askThere(1, call());
      }
      await askThere(1, message(1, "no/such/method", {}));
      stream.close();
    });

    test("503 where there is no room", async () => {
      await sleep(200); // An answer may be here before its place is free.
      const held = [];
      let answer;
      while (!answer) {
        const arrived = new Promise((resolve) => (respond = resolve));
        const answered = ask({ body: call(held.length) });
        const early = answered.then((refused) => void (answer = refused));
        const response = await Promise.race([arrived, early]);
        if (response) held.push({ answered, response });
      }
      assert.equal(answer.status, 503);
      assert.equal(held.length, CALLS_AT_ONCE);
      for (const { answered, response } of held) {
        response.end("{}");
        assert.equal((await answered).status, 200);
      }
    });

    test("429 for too many calls", async () => {
      respond = TROUBLES[0];
      let { status } = await ask({ body: call() });
      for (let i = 0; status === 200 && i < RATE_LIMIT; i++) {
        ({ status } = await ask({ body: call() }));
      }
      assert.equal(status, 429);
    });

    test("none of it holds a key, nor do the figures and the log", async () => {
      assert.equal((await ask({ path: "/metrics", method: "GET", body: undefined })).status, 200);
      const expected = REFUSED.length + 2 * TROUBLES.length;
      assert.ok(answers.length > expected, `${answers.length} answers`);
      for (const answer of answers) {
        assert.doesNotMatch(answer, SECRET);
        assert.doesNotMatch(answer, INTERNAL);
      }
      await sleep(200); // for the last line
      assert.match(server.log(), /get_thread/);
      assert.doesNotMatch(server.log(), SECRET);
    });
  });
}
