// What a run comes to when its model does not simply answer. The model is @copilotkit/aimock, behind a
// line that can be cut; the server is the launcher on stdio with its embedded engine.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { LLMock } from "@copilotkit/aimock";
import { startBreakableLine } from "./breakable-line.mjs";
import { StdioServer } from "./load/stdio-server.mjs";
import { ToolClient } from "./load/tool-client.mjs";
import { settled } from "./soak/conversations.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const LIMITS = { timeout: 300_000 };
const RETRIES = 2;
const WAIT_S = 2; // longer than the engine would wait by itself
const HEADERS = 20; // bytes of an answer, of which the client has some then, but not all
const TOOLS = [{ type: "function", function: { name: "get_weather" } }];

const BUSY = { error: { message: "Slow down.", type: "rate_limit_error" }, status: 429 };
const BROKEN = { error: { message: "Out of order.", type: "server_error" }, status: 500 };
const CALLS = ["Oslo", "Rome"].map((city) => ({
  name: "get_weather",
  arguments: JSON.stringify({ city }),
}));

for (const api of ["responses", "chat"]) {
  describe(`a model with the API ${api}`, LIMITS, () => {
    const folder = mkdtempSync(join(tmpdir(), "model-failures-"));
    const model = new LLMock({ port: 0, strict: true });
    let line;
    let client;

    before(async () => {
      script(model);
      await model.start();
      line = await startBreakableLine(`${model.url}/v1`);
      client = await start({});
    });

    after(async () => {
      await client?.end();
      await line?.stop();
      await model.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test("answers", async () => {
      const { run, answers } = await ask("hello");
      assert.equal(run.status, "completed");
      assert.deepEqual(answers, ["hello yourself"]);
    });

    test("calls functions in parallel, and goes on with what they returned", async () => {
      const { run } = await ask("the weather");
      assert.equal(run.status, "requires_action");
      const calls = run.required_action.submit_tool_outputs.tool_calls;
      const asked = calls.map((call) => ({ ...call.function }));
      assert.deepEqual(asked, CALLS);
      assert.equal(new Set(calls.map(({ id }) => id)).size, CALLS.length);
      const where = { thread_id: run.thread_id, run_id: run.id };
      const tool_outputs = calls.map(({ id }, i) => ({ tool_call_id: id, output: `sun ${i}` }));
      await client.call("submit_tool_outputs", { ...where, tool_outputs });
      assert.equal((await settled(client, run)).status, "completed");
      assert.deepEqual(await answersOf(client, run), ["sun 0, sun 1"]);
    });

    test("is asked again as soon as it said, when it is busy once", async () => {
      const { run, answers } = await ask("busy once");
      assert.equal(run.status, "completed", JSON.stringify(run.last_error));
      assert.deepEqual(answers, ["no longer busy"]);
      const [first, second, ...more] = requestsFor("busy once");
      assert.ok(second.timestamp - first.timestamp >= WAIT_S * 1000, "not so soon");
      assert.deepEqual(more, []);
    });

    test("fails the run when it stays busy", async () => {
      const { run, answers } = await ask("busy for good");
      assert.equal(run.status, "failed");
      assert.equal(run.last_error.code, "rate_limit_exceeded");
      assert.match(run.last_error.message, /HTTP 429 \(3 attempts\): Slow down\./);
      assert.deepEqual(answers, []);
      assert.equal(requestsFor("busy for good").length, 1 + RETRIES);
    });

    test("is asked again when it breaks once", async () => {
      const { run, answers } = await ask("broken once");
      assert.equal(run.status, "completed", JSON.stringify(run.last_error));
      assert.deepEqual(answers, ["repaired"]);
      assert.equal(requestsFor("broken once").length, 2);
    });

    test("fails the run when it stays broken", async () => {
      const { run } = await ask("broken for good");
      assert.equal(run.status, "failed");
      assert.equal(run.last_error.code, "server_error");
      assert.match(run.last_error.message, /HTTP 500 \(3 attempts\): Out of order\./);
      assert.equal(requestsFor("broken for good").length, 1 + RETRIES);
    });

    test("fails the run when what it answers is no JSON", async () => {
      const { run } = await ask("malformed");
      assert.equal(run.status, "failed");
      assert.equal(run.last_error.code, "server_error");
      assert.match(run.last_error.message, /no JSON object/);
    });

    test("is waited for when it is slow", async () => {
      const { run, answers } = await ask("slow");
      assert.equal(run.status, "completed", JSON.stringify(run.last_error));
      assert.deepEqual(answers, ["at last"]);
      assert.equal(requestsFor("slow").length, 1);
    });

    test("fails the run when it is slower than MODEL_TIMEOUT", async () => {
      const impatient = await start({ MODEL_TIMEOUT: "1", MODEL_MAX_RETRIES: "0" });
      try {
        const { run } = await ask("never answered", impatient);
        assert.equal(run.status, "failed");
        assert.equal(run.last_error.code, "server_error");
        assert.match(run.last_error.message, /MODEL_TIMEOUT/);
      } finally {
        await impatient.end();
      }
    });

    for (const [where, bytes] of Object.entries({ "its head": HEADERS, "its body": 700 })) {
      test(`is asked again when the line breaks in ${where}`, async () => {
        line.cutNext(1, bytes);
        const { run, answers } = await ask(`long answer, cut in ${where}`);
        assert.equal(run.status, "completed", JSON.stringify(run.last_error));
        assert.deepEqual(answers, ["word ".repeat(1000)]);
        assert.equal(line.cutsLeft(), 0);
        assert.equal(requestsFor(`cut in ${where}`).length, 2);
      });
    }

    test("fails the run when the line always breaks, and serves the next", async () => {
      line.cutNext(1 + RETRIES, 700);
      const { run, answers } = await ask("long answer, always cut");
      assert.equal(run.status, "failed");
      assert.equal(run.last_error.code, "server_error");
      assert.deepEqual(answers, []);
      assert.equal(line.cutsLeft(), 0);
      assert.equal(requestsFor("always cut").length, 1 + RETRIES);
      assert.equal((await ask("hello")).run.status, "completed");
    });

    /** A server with a database of its own. */
    async function start(settings) {
      const env = {
        MODEL_API: api,
        MODEL_BASE_URL: line.url,
        MODEL_API_KEY: "sk-not-a-key",
        MODEL_MAX_RETRIES: String(RETRIES),
        ASSISTANTS_DATABASE: join(mkdtempSync(join(folder, "engine-")), "assistants.db"),
        ...settings,
      };
      const server = new StdioServer({ command: LAUNCHER, env });
      await server.initialize();
      return new ToolClient(server);
    }

    async function ask(content, server = client) {
      const { id: assistant_id } = await server.call("create_assistant", { model: "m", tools: TOOLS });
      const thread = { messages: [{ role: "user", content }] };
      const started = await server.call("create_thread_and_run", { assistant_id, thread });
      const run = await settled(server, started);
      return { run, answers: await answersOf(server, run) };
    }

    function requestsFor(content) {
      return model.getRequests().filter(({ body }) => JSON.stringify(body).includes(content));
    }
  });
}

function script(model) {
  const says = (content) => ({ content });
  const once = (userMessage, response) => model.on({ userMessage, sequenceIndex: 0 }, response);
  model.on({ userMessage: "the weather", hasToolResult: true }, ({ messages }) => {
    const returned = messages.filter(({ role }) => role === "tool");
    return says(returned.map(({ content }) => content).join(", "));
  });
  model.on({ userMessage: "the weather" }, { toolCalls: CALLS });
  once("busy once", { ...BUSY, retryAfter: WAIT_S });
  model.on({ userMessage: "busy once" }, says("no longer busy"));
  model.on({ userMessage: "busy for good" }, { ...BUSY, retryAfter: 1 });
  once("broken once", BROKEN);
  model.on({ userMessage: "broken once" }, says("repaired"));
  model.on({ userMessage: "broken for good" }, BROKEN);
  model.on({ userMessage: "malformed" }, says("x"), { chaos: { malformedRate: 1 } });
  model.on({ userMessage: "slow" }, async () => {
    await sleep(1_500);
    return says("at last");
  });
  model.on({ userMessage: "never answered" }, async () => {
    await sleep(30_000, undefined, { ref: false });
    return says("nobody hears this");
  });
  model.on({ userMessage: "long answer" }, says("word ".repeat(1000)));
  model.on({ userMessage: "hello" }, says("hello yourself"));
}

async function answersOf(client, { thread_id, id }) {
  const { data } = await client.call("list_messages", { thread_id, run_id: id });
  return data.map(({ content }) => content[0].text.value);
}
