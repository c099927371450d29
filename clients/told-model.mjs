// A model that answers what it is told to next, in the form of either API, and keeps what it was sent.
import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";

const USAGE = { input: 10, output: 5 };

/** Starts it on a free loopback port; the caller must stop() it. */
export async function startToldModel() {
  const answers = [];
  const requests = [];
  const server = createServer(async (request, response) => {
    requests.push(await json(request));
    const chat = request.url.endsWith("/chat/completions");
    const answer = answers.shift() ?? { text: "Hello" };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(chat ? completion(answer) : reply(answer)));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    /**
     * Says what the next answers are, each of `text` or a `refusal`, `calls` (functions by name), raw
     * `items` of the Responses API, and whether it is `cut` for want of tokens.
     */
    willAnswer: (...next) => answers.push(...next),
    /** The bodies that came since it was asked last. */
    takeRequests: () => requests.splice(0),
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function reply({ text, refusal, calls = [], items = [], cut = false }) {
  const said = refusal ? { type: "refusal", refusal } : { type: "output_text", text, annotations: [] };
  const message = {
    type: "message",
    id: "msg_1",
    role: "assistant",
    status: cut ? "incomplete" : "completed",
    content: [said],
  };
  return {
    id: "resp_1",
    object: "response",
    status: cut ? "incomplete" : "completed",
    ...(cut && { incomplete_details: { reason: "max_output_tokens" } }),
    output: [...items, ...(text || refusal ? [message] : []), ...calls.map(functionCall)],
    usage: { input_tokens: USAGE.input, output_tokens: USAGE.output },
  };
}

function functionCall(name, i) {
  const call_id = `call_${name}${i}`;
  return { type: "function_call", id: `fc_${i}`, call_id, name, arguments: "{}", status: "completed" };
}

function completion({ text = null, refusal = null, calls = [], cut = false }) {
  const tool_calls = calls.map((name, i) => ({
    id: `call_${name}${i}`,
    type: "function",
    function: { name, arguments: "{}" },
  }));
  const said = { role: "assistant", content: text, refusal };
  const message = { ...said, ...(calls.length > 0 && { tool_calls }) };
  return {
    id: "chatcmpl_1",
    object: "chat.completion",
    choices: [{ index: 0, message, finish_reason: cut ? "length" : "stop" }],
    usage: { prompt_tokens: USAGE.input, completion_tokens: USAGE.output },
  };
}
