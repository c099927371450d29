// MCP over HTTP by hand: for what the SDKs cannot do, such as another key with each request, or choose
// themselves, such as how many connections there are.
import { once } from "node:events";
import { request } from "node:http";
import { createInterface } from "node:readline";

const JSON_TYPES = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
};

export const INITIALIZE = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "clients", version: "0" },
};

/** A JSON-RPC request; a call's is of tools/call. */
export function message(id, method, params) {
  return JSON.stringify({ jsonrpc: "2.0", id, method, params });
}

export function toolCall(id, name, args) {
  return message(id, "tools/call", { name, arguments: args });
}

/** Sends a request and gives its whole answer: status, headers and text. */
export async function send(url, { method = "POST", headers = {}, body, agent } = {}) {
  const sent = request(url, { method, agent, headers: { ...JSON_TYPES, ...headers } });
  sent.end(body);
  const [response] = await once(sent, "response");
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

/** The JSON of an answer, which may have come as an event. */
export function json({ text }) {
  return JSON.parse(text.replace(/^[^{]*?data: ?/s, ""));
}

/** A session of the stateful /mcp, as the header that names it. */
export async function openSession(url, headers, agent) {
  const answer = await send(url, { headers, agent, body: message(0, "initialize", INITIALIZE) });
  return { "mcp-session-id": answer.headers["mcp-session-id"] };
}

/** Opens a stream of /sse; the caller must close() it. */
export async function openStream(base, headers, agent) {
  const all = { accept: "text/event-stream", ...headers };
  const sent = request(`${base}/sse`, { agent, headers: all });
  sent.end();
  const [response] = await once(sent, "response");
  const waiting = new Map();
  const lines = createInterface({ input: response });
  const endpoint = new Promise((resolve) => {
    lines.on("line", (line) => {
      if (!line.startsWith("data: ")) return;
      const data = line.slice("data: ".length);
      if (!data.startsWith("{")) return resolve(new URL(data, base).href);
      const answer = JSON.parse(data);
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    });
  });
  lines.on("error", () => {}); // which close() makes, and then both close
  response.on("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The stream ended"));
  });
  const url = await endpoint;
  const post = (body, more, postAgent) => send(url, { body, headers: more, agent: postAgent });
  return {
    post,
    /** Posts a request; gives its answer when the stream brings it. */
    async ask(id, body, more, postAgent) {
      const answered = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      answered.catch(() => {});
      const { status, text } = await post(body, more, postAgent);
      if (status !== 202) throw new Error(`${status}: ${text}`);
      return answered;
    },
    close: () => sent.destroy(),
  };
}
