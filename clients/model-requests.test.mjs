// What the fields of assistants, threads and runs become in requests to models, and what comes back
// of the answers: from outside, with the server as a process, and the tools as its clients call them.
// Every request is checked against OpenAI's document.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { StdioServer } from "./load/stdio-server.mjs";
import { ToolClient } from "./load/tool-client.mjs";
import { startCheckedModel } from "./model-mock.mjs";
import { settled } from "./soak/conversations.mjs";
import { startToldModel } from "./told-model.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const LIMITS = { timeout: 300_000 };
const CITED = /【[^】]+†[^】]+】/;

const FUNCTION = { name: "weather", description: "d", parameters: { type: "object" }, strict: false };
const WEATHER = { type: "function", function: FUNCTION };
const SCHEMA = { name: "n", strict: true, schema: { type: "object", properties: {} } };
const HI = { role: "user", content: "Hi" };

for (const api of ["responses", "chat"]) {
  describe(`requests to a model with the API ${api}`, LIMITS, () => {
    const folder = mkdtempSync(join(tmpdir(), "model-requests-"));
    const isChat = api === "chat";
    let told;
    let model;
    let client;

    before(async () => {
      told = await startToldModel();
      model = await startCheckedModel(told);
      client = await start({});
    });

    after(async () => {
      await client?.end();
      await model?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    test("hold what was set, of the run before the assistant, and nothing else", async () => {
      const { request: least } = await ask({}, {});
      const conversation = isChat ? "messages" : "input";
      const always = isChat ? ["model", conversation] : ["model", "store", conversation];
      assert.deepEqual(Object.keys(least).toSorted(), always.toSorted());
      assert.equal(least.model, "m");

      const assistant = { instructions: "One.", temperature: 0.1, top_p: 0.2, metadata: { k: "v" } };
      const { request, run } = await ask(assistant, {
        model: "other",
        instructions: "Two.",
        additional_instructions: "Three.",
        additional_messages: [{ role: "assistant", content: "Yes?" }, { role: "user", content: "Ho" }],
        temperature: 0.5,
        reasoning_effort: "low",
        max_completion_tokens: 400,
        metadata: { secret: "v" },
      });
      assert.equal(request.model, "other");
      assert.deepEqual(words(request), ["Two.\nThree.", "Hi", "Yes?", "Ho"]);
      assert.equal(request.temperature, 0.5);
      assert.equal(request.top_p, 0.2);
      assert.equal(isChat ? request.reasoning_effort : request.reasoning.effort, "low");
      assert.equal(isChat ? request.max_completion_tokens : request.max_output_tokens, 400);
      assert.equal("metadata" in request, false);
      assert.equal(run.instructions, "Two.\nThree.");
      assert.deepEqual(run.usage, { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 });
      // What was said to the run is in the thread afterwards.
      assert.deepEqual(await textsOf(run.thread_id), ["Hi", "Yes?", "Ho", "Hello"]);
    });

    test("hold the format of the answer", async () => {
      const { request: object } = await ask({ response_format: { type: "json_object" } }, {});
      assert.deepEqual(format(object), { type: "json_object" });
      const { request: plain } = await ask({ response_format: "auto" }, {});
      assert.equal(format(plain), undefined);
      const response_format = { type: "json_schema", json_schema: SCHEMA };
      const { request, run } = await ask({}, { response_format });
      assert.deepEqual(format(request), isChat ? response_format : { type: "json_schema", ...SCHEMA });
      assert.deepEqual(run.response_format, response_format);
    });

    test("hold images by their links", async () => {
      const image_url = { url: "https://example.com/a.png", detail: "low" };
      const content = [{ type: "text", text: "See" }, { type: "image_url", image_url }];
      const { request } = await ask({}, {}, { role: "user", content });
      const [text, image] = conversationOf(request).at(-1).content;
      assert.equal(text.text, "See");
      assert.deepEqual(
        image,
        isChat
          ? { type: "image_url", image_url }
          : { type: "input_image", image_url: image_url.url, detail: "low" },
      );
    });

    test("hold images by their files, where there is a way to", async () => {
      const part = { type: "image_file", image_file: { file_id: "file-a" } };
      const { request, run } = await ask({}, {}, { role: "user", content: [part] });
      if (isChat) {
        assert.equal(run.status, "failed");
        assert.equal(run.last_error.code, "invalid_prompt");
        assert.match(run.last_error.message, /image file file-a .* takes images as image_url only/);
        assert.equal(request, undefined);
      } else {
        const image = { type: "input_image", file_id: "file-a", detail: "auto" };
        assert.deepEqual(conversationOf(request).at(-1).content, [image]);
      }
    });

    for (const [choice, sent] of [
      ["required", "required"],
      [
        { type: "function", function: { name: "weather" } },
        isChat
          ? { type: "function", function: { name: "weather" } }
          : { type: "function", name: "weather" },
      ],
    ]) {
      test(`force a tool once: ${JSON.stringify(choice)}`, async () => {
        told.willAnswer({ calls: ["weather"] }, { text: "Sunny" });
        const settings = { tool_choice: choice, parallel_tool_calls: false };
        const { request: first, run } = await ask({ tools: [WEATHER] }, settings);
        assert.equal(run.status, "requires_action");
        assert.deepEqual(first.tools, [isChat ? WEATHER : { type: "function", ...FUNCTION }]);
        assert.deepEqual(first.tool_choice, sent);
        assert.equal(first.parallel_tool_calls, false);

        const done = await submit(run, "sun");
        assert.equal(done.status, "completed");
        assert.equal(done.usage.total_tokens, 30);
        const [second, ...more] = told.takeRequests();
        assert.deepEqual(more, []);
        assert.equal("tool_choice" in second, false);
        assert.equal(second.parallel_tool_calls, false);
        assert.deepEqual(outputs(second), [["call_weather0", "sun"]]);
      });
    }

    test("never offer a tool that was to be left alone", async () => {
      told.willAnswer({ text: "No." });
      const { request } = await ask({ tools: [WEATHER] }, { tool_choice: "none" });
      assert.equal(request.tool_choice, "none");
    });

    test("hold no more messages than the run wants", async () => {
      const messages = ["1", "2", "3"].map((content) => ({ role: "user", content }));
      const truncation_strategy = { type: "last_messages", last_messages: 2 };
      const { request, run } = await ask({}, { truncation_strategy }, ...messages);
      assert.deepEqual(words(request), ["2", "3"]);
      assert.deepEqual(run.truncation_strategy, truncation_strategy);
      const { request: whole } = await ask({}, {}, ...messages);
      assert.deepEqual(words(whole), ["1", "2", "3"]);
    });

    test("leave out the middle of what is too long for the run", async () => {
      const long = { role: "user", content: "word ".repeat(300) };
      const last = { role: "user", content: "And now?" };
      const { request, run } = await ask({}, { max_prompt_tokens: 256 }, HI, long, long, last);
      assert.equal(run.status, "completed");
      assert.deepEqual(words(request), ["Hi", "And now?"]);
    });

    test("are not made when even the last message is too long", async () => {
      const long = { role: "user", content: "word ".repeat(300) };
      const { request, run } = await ask({}, { max_prompt_tokens: 256 }, long);
      assert.equal(run.status, "incomplete");
      assert.deepEqual(run.incomplete_details, { reason: "max_prompt_tokens" });
      assert.equal(request, undefined);
    });

    test("are answered in part when tokens run out", async () => {
      told.willAnswer({ text: "Once upon", cut: true });
      const { run } = await ask({}, { max_completion_tokens: 256 });
      assert.equal(run.status, "incomplete");
      assert.deepEqual(run.incomplete_details, { reason: "max_completion_tokens" });
      const [message] = await messagesOf(run.thread_id, { run_id: run.id });
      assert.equal(message.status, "incomplete");
      assert.deepEqual(message.incomplete_details, { reason: "max_tokens" });
      assert.equal(message.content[0].text.value, "Once upon");
    });

    test("are answered by a refusal, if the model will not", async () => {
      told.willAnswer({ refusal: "I will not." }, { text: "Well." });
      const { run } = await ask({}, {});
      assert.equal(run.status, "completed");
      const [message] = await messagesOf(run.thread_id, { run_id: run.id });
      assert.deepEqual(message.content, [{ type: "refusal", refusal: "I will not." }]);
      const { assistant_id, thread_id } = run;
      const again = await client.call("create_run", { assistant_id, thread_id });
      assert.equal((await settled(client, again)).status, "completed");
      assert.deepEqual(words(told.takeRequests()[0]), ["Hi", "I will not."]);
    });

    test("give text before the functions that are called with it", async () => {
      told.willAnswer({ text: "Let me see.", calls: ["weather", "weather"] }, { text: "Sunny" });
      const { run } = await ask({ tools: [WEATHER] }, {});
      assert.equal(run.required_action.submit_tool_outputs.tool_calls.length, 2);
      await submit(run, "sun");
      assert.deepEqual(await textsOf(run.thread_id), ["Hi", "Let me see.", "Sunny"]);
      const [second] = told.takeRequests();
      assert.deepEqual(outputs(second), [["call_weather0", "sun"], ["call_weather1", "sun"]]);
      const where = { thread_id: run.thread_id, run_id: run.id };
      const { data } = await client.call("list_run_steps", { ...where, order: "asc" });
      const steps = data.map(({ type, status }) => [type, status]);
      const [message, tools] = ["message_creation", "tool_calls"];
      assert.deepEqual(steps, [message, tools, message].map((type) => [type, "completed"]));
    });

    test("share the tokens of their run", async () => {
      told.willAnswer({ calls: ["weather"] }, { text: "Sunny" });
      const { run } = await ask({ tools: [WEATHER] }, { max_completion_tokens: 256 });
      await submit(run, "sun");
      const [second] = told.takeRequests();
      assert.equal(isChat ? second.max_completion_tokens : second.max_output_tokens, 251);
    });

    test("name the model by its alias, or the default", async () => {
      const aliased = await start({ MODEL_ALIASES: "gpt-4o=new-model", MODEL_DEFAULT: "other" });
      try {
        const { request, run } = await ask({ model: "gpt-4o" }, {}, HI, aliased);
        assert.equal(request.model, "new-model");
        assert.equal(run.model, "gpt-4o");
        const { request: rest } = await ask({ model: "gpt-3" }, {}, HI, aliased);
        assert.equal(rest.model, "other");
      } finally {
        await aliased.end();
      }
    });

    test("are refused with the run if the provider lacks a tool of the assistant", async () => {
      for (const type of ["file_search", "code_interpreter"]) {
        const { id: assistant_id } = await client.call("create_assistant", {
          model: "m",
          tools: [WEATHER, { type }],
        });
        const refused = new RegExp(`HTTP 400[^]*The tool '${type}' runs at the model's provider[^]*`);
        await assert.rejects(client.call("create_thread_and_run", { assistant_id }), (error) => {
          assert.match(error.message, refused);
          assert.match(error.message, /unsupported_tool/);
          assert.match(error.message, /MODEL_UNSUPPORTED_TOOLS=drop/);
          return true;
        });
      }
      assert.deepEqual(told.takeRequests(), []);
    });

    test("go without such a tool if told so", async () => {
      const lenient = await start({ MODEL_UNSUPPORTED_TOOLS: "drop" });
      try {
        const tools = [{ type: "file_search" }, WEATHER];
        const { request } = await ask({ tools }, {}, HI, lenient);
        assert.deepEqual(request.tools.map(({ type }) => type), ["function"]);
      } finally {
        await lenient.end();
      }
    });

    if (!isChat) {
      test("hold the tools that the provider runs, and what they look into", async () => {
        const hosting = await start({ MODEL_HOSTED_TOOLS: "on" });
        try {
          await hostedTools(hosting);
        } finally {
          await hosting.end();
        }
      });
    }

    test("are all as OpenAI's document has them", () => {
      assert.ok(model.checked() > 15, `${model.checked()} requests`);
      assert.deepEqual(model.objections, []);
    });

    async function hostedTools(hosting) {
      told.willAnswer({ items: [SEARCHED, RAN_CODE, CITING, PLOTTING] });
      const file_search = {
        max_num_results: 5,
        ranking_options: { ranker: "default_2024_08_21", score_threshold: 0.5 },
      };
      const assistant = await hosting.call("create_assistant", {
        model: "m",
        tools: [{ type: "file_search", file_search }, { type: "code_interpreter" }],
        tool_resources: {
          file_search: { vector_store_ids: ["vs_a"] },
          code_interpreter: { file_ids: ["file-a"] },
        },
      });
      const attachments = [{ file_id: "file-c", tools: [{ type: "code_interpreter" }] }];
      const thread = {
        messages: [{ ...HI, attachments }],
        tool_resources: {
          file_search: { vector_store_ids: ["vs_b"] },
          code_interpreter: { file_ids: ["file-b", "file-a"] },
        },
      };
      const started = await hosting.call("create_thread_and_run", {
        assistant_id: assistant.id,
        thread,
        tool_choice: { type: "file_search" },
      });
      const run = await settled(hosting, started);
      assert.equal(run.status, "completed", JSON.stringify(run.last_error));

      const [request] = told.takeRequests();
      assert.deepEqual(request.tools, [
        {
          type: "file_search",
          vector_store_ids: ["vs_a", "vs_b"],
          max_num_results: 5,
          ranking_options: { score_threshold: 0.5 },
        },
        {
          type: "code_interpreter",
          container: { type: "auto", file_ids: ["file-a", "file-b", "file-c"] },
        },
      ]);
      assert.deepEqual(request.tool_choice, { type: "file_search" });
      const include = ["file_search_call.results", "code_interpreter_call.outputs"];
      assert.deepEqual(request.include, include);

      const where = { thread_id: run.thread_id, run_id: run.id };
      const stepsWith = async (more) => {
        const args = { ...where, order: "asc", ...more };
        const { data } = await hosting.call("list_run_steps", args);
        return data.map(({ step_details }) => step_details);
      };
      const [search, code, written] = await stepsWith({});
      const found = { file_id: "file-x", file_name: "a.txt", score: 0.9 };
      const called = search.tool_calls[0].file_search;
      assert.deepEqual(called.results, [found]);
      assert.deepEqual(code.tool_calls[0].code_interpreter, {
        input: "print(1)",
        outputs: [
          { type: "logs", logs: "1" },
          { type: "image", image: { file_id: "cfile_1" } },
        ],
      });
      assert.equal(written.type, "message_creation");
      const shown = ["step_details.tool_calls[*].file_search.results[*].content"];
      const [searchWithText] = await stepsWith({ include: shown });
      assert.deepEqual(searchWithText.tool_calls[0].file_search.results, [
        { ...found, content: [{ type: "text", text: "The sky is blue." }] },
      ]);

      const { data } = await hosting.call("list_messages", { ...where });
      const [plot, cited] = data.map(({ content }) => content[0].text);
      const path = { type: "file_path", text: "plot.png", file_path: { file_id: "cfile_2" } };
      assert.deepEqual(plot.annotations, [{ ...path, start_index: 4, end_index: 12 }]);
      const { value, annotations } = cited;
      const [{ text, start_index, end_index, ...citation }] = annotations;
      assert.deepEqual(citation, { type: "file_citation", file_citation: { file_id: "file-x" } });
      assert.match(text, CITED);
      assert.equal(value.slice(start_index, end_index), text);
      // As OpenAI's guide has it, each citation's text is replaced by a number.
      assert.equal(value.replace(text, "[0]"), "It is blue[0].");
    }

    /** A server with a database of its own. */
    async function start(settings) {
      const env = {
        MODEL_API: api,
        MODEL_BASE_URL: model.url,
        MODEL_API_KEY: "sk-not-a-key",
        ASSISTANTS_DATABASE: join(mkdtempSync(join(folder, "engine-")), "assistants.db"),
        ...settings,
      };
      const server = new StdioServer({ command: LAUNCHER, env });
      await server.initialize();
      return new ToolClient(server);
    }

    /** What a run on a thread with these messages came to, and what the model was sent first. */
    async function ask(assistant, settings, ...messages) {
      const server = messages.at(-1) instanceof ToolClient ? messages.pop() : client;
      const { id: assistant_id } = await server.call("create_assistant", { model: "m", ...assistant });
      const { id: thread_id } = await server.call("create_thread", {
        messages: messages.length > 0 ? messages : [HI],
      });
      const started = await server.call("create_run", { assistant_id, thread_id, ...settings });
      const run = await settled(server, started);
      return { run, request: told.takeRequests()[0] };
    }

    async function submit(run, output) {
      const { id, thread_id, required_action } = run;
      const { tool_calls } = required_action.submit_tool_outputs;
      const tool_outputs = tool_calls.map((call) => ({ tool_call_id: call.id, output }));
      await client.call("submit_tool_outputs", { thread_id, run_id: id, tool_outputs });
      return settled(client, run);
    }

    async function messagesOf(thread_id, filter) {
      const { data } = await client.call("list_messages", { thread_id, order: "asc", ...filter });
      return data;
    }

    async function textsOf(thread_id) {
      return (await messagesOf(thread_id)).map(({ content }) => content[0].text.value);
    }
  });
}

const SEARCHED = {
  type: "file_search_call",
  id: "fs_1",
  status: "completed",
  queries: ["sky"],
  results: [{ file_id: "file-x", filename: "a.txt", score: 0.9, text: "The sky is blue." }],
};
const RAN_CODE = {
  type: "code_interpreter_call",
  id: "ci_1",
  status: "completed",
  container_id: "cntr_1",
  code: "print(1)",
  outputs: [
    { type: "logs", logs: "1" },
    { type: "image", url: "https://example.com/containers/cntr_1/files/cfile_1/content" },
  ],
};
const CITING = {
  type: "message",
  id: "msg_1",
  role: "assistant",
  status: "completed",
  content: [
    {
      type: "output_text",
      text: "It is blue.",
      annotations: [{ type: "file_citation", file_id: "file-x", filename: "a.txt", index: 10 }],
    },
  ],
};

const PLOTTING = {
  type: "message",
  id: "msg_2",
  role: "assistant",
  status: "completed",
  content: [
    {
      type: "output_text",
      text: "See plot.png.",
      annotations: [
        {
          type: "container_file_citation",
          container_id: "cntr_1",
          file_id: "cfile_2",
          filename: "plot.png",
          start_index: 4,
          end_index: 12,
        },
      ],
    },
  ],
};

/** The conversation in a request of either API. */
function conversationOf({ input, messages }) {
  return input ?? messages;
}

/** All that is said to the model, instructions first. */
function words(request) {
  const said = conversationOf(request).map(({ content }) =>
    typeof content === "string" ? content : content.map(({ text }) => text).join(""),
  );
  return request.instructions ? [request.instructions, ...said] : said;
}

function format({ text, response_format }) {
  return response_format ?? text?.format;
}

/** The outputs of functions, by the ids of their calls. */
function outputs(request) {
  return conversationOf(request)
    .filter(({ type, role }) => type === "function_call_output" || role === "tool")
    .map((item) => [item.call_id ?? item.tool_call_id, item.output ?? item.content]);
}
