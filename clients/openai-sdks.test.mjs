// OpenAI's SDKs with /v1 as their base URL: every method for assistants, threads, messages, runs and
// steps, with the helpers that page and poll. Which methods there are, the SDKs themselves are asked.
// The model is our echo, or a scripted one over HTTP.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import OpenAI from "openai";
import { startAssistants } from "./assistants-server.mjs";
import { startCheckedModel } from "./model-mock.mjs";
import { methodsOf, observed } from "./observed.mjs";
import { startScriptedModel } from "./scripted-model.mjs";

const PYTHON = fileURLToPath(new URL("./.venv-openai/bin/python", import.meta.url));
const CONVERSATIONS = fileURLToPath(new URL("./python/openai_conversations.py", import.meta.url));
// All that this is about is deprecated.
const QUIET = ["-W", "ignore::DeprecationWarning"];
const KEY = "sk-not-a-key";
const LIMITS = { timeout: 300_000 };

const WEATHER = {
  type: "function",
  function: {
    name: "get_weather",
    parameters: { type: "object", properties: { city: { type: "string" } } },
  },
};

const models = {
  echo: async () => ({ settings: { MODEL_API: "echo" }, objections: [], stop() {} }),
  "responses, scripted": scripted("responses"),
  "chat, scripted": scripted("chat"),
};

for (const [name, start] of Object.entries(models)) {
  describe(`OpenAI's SDKs, model ${name}`, LIMITS, () => {
    let model;
    let server;
    let sdk;
    let assistants;
    let threads;
    let requests = 0;
    const called = new Set();

    before(async () => {
      model = await start();
      server = await startAssistants({ OPENAI_API_KEY: KEY, ...model.settings });
      const counting = (...request) => {
        requests++;
        return fetch(...request);
      };
      sdk = new OpenAI({ apiKey: KEY, baseURL: server.url, fetch: counting });
      assistants = observed(sdk.beta.assistants, "assistants", called);
      threads = observed(sdk.beta.threads, "threads", called);
    });

    after(async () => {
      await server?.stop();
      await model?.stop();
    });

    test("npm: keeps assistants", async () => {
      const created = await assistants.create({ model: "gpt-4o", name: "A", tools: [WEATHER] });
      assert.equal(created.object, "assistant");
      assert.deepEqual(await assistants.retrieve(created.id), created);
      const changed = await assistants.update(created.id, { name: "B", metadata: { k: "v" } });
      assert.deepEqual(changed, { ...created, name: "B", metadata: { k: "v" } });
      assert.equal((await assistants.delete(created.id)).deleted, true);
      await assert.rejects(assistants.retrieve(created.id), (error) => {
        assert.ok(error instanceof OpenAI.NotFoundError);
        assert.match(error.message, new RegExp(`No assistant found with id '${created.id}'`));
        assert.match(error.requestID, /^req_/);
        return true;
      });
    });

    test("npm: pages through lists of all kinds", async () => {
      const { id } = await threads.create();
      const written = [];
      for (let i = 0; i < 7; i++) {
        const { id: message } = await threads.messages.create(id, { role: "user", content: `${i}` });
        written.push(message);
      }
      const page = { limit: 3, order: "asc" };
      assert.deepEqual(await ids(threads.messages.list(id, page)), written);
      assert.deepEqual(await ids(threads.messages.list(id, { limit: 2 })), written.toReversed());
      const first = await threads.messages.list(id, page);
      assert.ok(first.hasNextPage());
      const second = await first.getNextPage();
      assert.deepEqual(second.data.map(idOf), written.slice(3, 6));
      const pages = [];
      for await (const one of first.iterPages()) pages.push([one.data.length, one.hasNextPage()]);
      assert.deepEqual(pages, [[3, true], [3, true], [1, false]]);
      const before = { ...page, before: written[4] };
      assert.deepEqual((await threads.messages.list(id, before)).data.map(idOf), written.slice(1, 4));

      const made = [];
      for (let i = 0; i < 5; i++) {
        made.push((await assistants.create({ model: "m" })).id);
      }
      const listed = await ids(assistants.list({ limit: 2, order: "desc" }));
      assert.deepEqual(listed.slice(0, 5), made.toReversed());
    });

    test("npm: pages through runs and their steps", async () => {
      const { thread, run } = await untilFunction("get_weather", "{}");
      const where = { thread_id: thread.id };
      const [{ id: tool_call_id }] = run.required_action.submit_tool_outputs.tool_calls;
      const tool_outputs = [{ tool_call_id, output: "rain" }];
      await threads.runs.submitToolOutputsAndPoll(run.id, { ...where, tool_outputs });
      const runs = [run.id];
      for (let i = 0; i < 2; i++) {
        const again = await threads.runs.create(thread.id, {
          assistant_id: run.assistant_id,
          additional_messages: [{ role: "user", content: "Thanks" }],
        });
        runs.unshift(again.id);
        assert.equal((await threads.runs.poll(again.id, where)).status, "completed");
      }
      assert.deepEqual(await ids(threads.runs.list(thread.id, { limit: 1 })), runs);
      const types = [];
      const steps = { ...where, limit: 1, order: "asc" };
      for await (const { type } of threads.runs.steps.list(run.id, steps)) types.push(type);
      assert.deepEqual(types, ["tool_calls", "message_creation"]);
    });

    test("npm: keeps threads and messages", async () => {
      const messages = [{ role: "user", content: "Hello" }];
      const thread = await threads.create({ messages, metadata: { a: "1" } });
      assert.deepEqual(await threads.retrieve(thread.id), thread);
      const changed = await threads.update(thread.id, { metadata: { b: "2" } });
      assert.deepEqual(changed.metadata, { b: "2" });
      const [message] = (await threads.messages.list(thread.id)).data;
      assert.equal(message.content[0].text.value, "Hello");
      const where = { thread_id: thread.id };
      assert.deepEqual(await threads.messages.retrieve(message.id, where), message);
      const noted = await threads.messages.update(message.id, { ...where, metadata: { c: "3" } });
      assert.deepEqual(noted.metadata, { c: "3" });
      assert.equal((await threads.messages.delete(message.id, where)).deleted, true);
      assert.equal((await threads.delete(thread.id)).deleted, true);
      await assert.rejects(threads.retrieve(thread.id), OpenAI.NotFoundError);
    });

    test("npm: runs, polls, and reads the answer and its step", async () => {
      const assistant = await assistants.create({ model: "gpt-4o" });
      const run = await threads.createAndRunPoll({
        assistant_id: assistant.id,
        thread: { messages: [{ role: "user", content: "Good morning" }] },
      });
      assert.equal(run.status, "completed", JSON.stringify(run.last_error));
      const where = { thread_id: run.thread_id };
      const [answer] = (await threads.messages.list(run.thread_id, { run_id: run.id })).data;
      assert.match(answer.content[0].text.value, /Good morning/);
      assert.deepEqual(await threads.runs.retrieve(run.id, where), run);
      assert.deepEqual((await threads.runs.list(run.thread_id)).data, [run]);
      const noted = await threads.runs.update(run.id, { ...where, metadata: { k: "v" } });
      assert.deepEqual(noted.metadata, { k: "v" });
      const [step] = (await threads.runs.steps.list(run.id, where)).data;
      assert.equal(step.step_details.message_creation.message_id, answer.id);
      const stepWhere = { ...where, run_id: run.id };
      assert.deepEqual(await threads.runs.steps.retrieve(step.id, stepWhere), step);
    });

    test("npm: begins a thread and a run, and is told when to ask for it again", async () => {
      const { id: assistant_id } = await assistants.create({ model: "gpt-4o" });
      const thread = { messages: [{ role: "user", content: "Good evening" }] };
      const begun = await threads.createAndRun({ assistant_id, thread });
      assert.equal(begun.status, "queued");
      const where = { thread_id: begun.thread_id };
      const { response } = await threads.runs.retrieve(begun.id, where).withResponse();
      assert.match(response.headers.get("openai-poll-after-ms"), /^\d{2,3}$/);
      assert.equal((await threads.runs.poll(begun.id, where)).status, "completed");
    });

    test("npm: carries out a function, and hands its output over", async () => {
      const { thread, run } = await untilFunction("get_weather", '{"city":"Oslo"}');
      const [call] = run.required_action.submit_tool_outputs.tool_calls;
      assert.equal(call.function.name, "get_weather");
      assert.deepEqual(JSON.parse(call.function.arguments), { city: "Oslo" });
      const done = await threads.runs.submitToolOutputsAndPoll(run.id, {
        thread_id: thread.id,
        tool_outputs: [{ tool_call_id: call.id, output: "rain" }],
      });
      assert.equal(done.status, "completed", JSON.stringify(done.last_error));
      const [answer] = (await threads.messages.list(thread.id)).data;
      assert.match(answer.content[0].text.value, /Function output: rain/);
    });

    test("npm: cancels a run that waits for a function", async () => {
      const { thread, run } = await untilFunction("get_weather", '{"city":"Rome"}');
      const before = requests;
      await assert.rejects(
        threads.messages.create(thread.id, { role: "user", content: "More" }),
        /Can't add messages to thread_\w+ while a run run_\w+ is active\./,
      );
      await assert.rejects(
        threads.runs.create(thread.id, { assistant_id: run.assistant_id }),
        /Thread thread_\w+ already has an active run run_\w+\./,
      );
      assert.equal(requests, before + 2, "the SDK tried again what can only fail again");
      const cancelling = await threads.runs.cancel(run.id, { thread_id: thread.id });
      assert.equal(cancelling.status, "cancelling");
      const { status } = await threads.runs.poll(run.id, { thread_id: thread.id });
      assert.equal(status, "cancelled");
    });

    test("npm: tells that nothing is streamed", async () => {
      const { id: assistant_id } = await assistants.create({ model: "gpt-4o", tools: [WEATHER] });
      const { id: thread_id } = await threads.create();
      const wanted = { assistant_id };
      const { thread, run } = await untilFunction("get_weather", "{}");
      const [{ id: tool_call_id }] = run.required_action.submit_tool_outputs.tool_calls;
      const outputs = { thread_id: thread.id, tool_outputs: [{ tool_call_id, output: "rain" }] };
      const streamed = { ...wanted, stream: true };
      for (const start of [
        () => threads.runs.create(thread_id, streamed),
        () => threads.runs.createAndStream(thread_id, wanted).finalRun(),
        () => threads.runs.stream(thread_id, wanted).finalRun(),
        () => threads.createAndRun(streamed),
        () => threads.createAndRunStream(wanted).finalRun(),
        () => threads.runs.submitToolOutputs(run.id, { ...outputs, stream: true }),
        () => threads.runs.submitToolOutputsStream(run.id, outputs).finalRun(),
      ]) {
        await assert.rejects(start(), (error) => {
          assert.equal(error.status, 400, String(error));
          assert.match(error.message, /Streaming is not supported here\. Leave out 'stream' and poll/);
          return true;
        });
      }
      // Nothing was begun, and what waits for its client goes on waiting.
      assert.deepEqual((await threads.runs.list(thread_id)).data, []);
      const where = { thread_id: thread.id };
      assert.equal((await threads.runs.retrieve(run.id, where)).status, "requires_action");
      const queued = await threads.runs.submitToolOutputs(run.id, outputs);
      assert.equal(queued.status, "queued");
      assert.equal((await threads.runs.poll(run.id, where)).status, "completed");
    });

    test("npm: was called by every method there is", () => {
      const methods = [
        ...methodsOf(sdk.beta.assistants, "assistants"),
        ...methodsOf(sdk.beta.threads, "threads"),
      ];
      assert.ok(methods.includes("threads.runs.steps.list"), methods.join());
      assert.deepEqual([...called].toSorted(), methods.toSorted());
    });

    test("PyPI: all of that", async () => {
      const { stdout } = await promisify(execFile)(PYTHON, [
        ...QUIET,
        CONVERSATIONS,
        server.url,
        KEY,
      ]);
      assert.equal(stdout.trim().split("\n").at(-1), "all is well");
    });

    test("its model is only sent what OpenAI's document allows", () => {
      if (name !== "echo") assert.ok(model.checked() > 10, `${model.checked()} requests`);
      assert.deepEqual(model.objections, []);
    });

    async function untilFunction(name, args) {
      const assistant = await assistants.create({ model: "gpt-4o", tools: [WEATHER] });
      const content = `call ${name} ${args}`;
      const thread = await threads.create({ messages: [{ role: "user", content }] });
      const run = await threads.runs.createAndPoll(thread.id, { assistant_id: assistant.id });
      assert.equal(run.status, "requires_action", JSON.stringify(run.last_error));
      return { thread, run };
    }
  });
}

function scripted(api) {
  return async () => {
    const model = await startCheckedModel(await startScriptedModel());
    return { ...model, settings: { MODEL_API: api, MODEL_BASE_URL: model.url } };
  };
}

async function ids(list) {
  const all = [];
  for await (const { id } of list) all.push(id);
  return all;
}

function idOf({ id }) {
  return id;
}
