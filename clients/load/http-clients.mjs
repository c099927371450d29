// Clients that ask for threads: of the upstream itself, or of a server's tool, at /mcp or on /sse.
// What opens one wants a port; call() fails unless it gets the thread that it asks for.
import { returns } from "./answers.mjs";
import { HttpConnection } from "./http-connection.mjs";

const INITIALIZE = {
  method: "initialize",
  params: {
    protocolVersion: "2025-11-25",
    capabilities: {},
    clientInfo: { name: "load", version: "0" },
  },
};
const INITIALIZED = { method: "notifications/initialized" };

const callOf = (thread) => ({
  method: "tools/call",
  params: { name: "get_thread", arguments: { thread_id: thread } },
});

function check(answer, thread) {
  if (!returns(answer?.result, thread)) {
    throw new Error(`${thread} is answered with ${JSON.stringify(answer)}`);
  }
}

export async function openDirect(port) {
  const connection = new HttpConnection(port);
  const call = async (thread) => {
    const { text } = await connection.send("GET", `/v1/threads/${thread}`);
    if (!text.includes(`"${thread}"`)) throw new Error(`${thread} is answered with ${text}`);
  };
  await call("thread_first");
  return { call, close: () => connection.close() };
}

/** With the id of a session if the server gives one. */
export async function openMcp(port) {
  const connection = new HttpConnection(port);
  let lastId = 0;
  const ask = (message, headers) =>
    connection.post("/mcp", { id: ++lastId, ...message }, headers);
  const id = (await ask(INITIALIZE)).headers["mcp-session-id"];
  const headers = id ? { "mcp-session-id": id } : {};
  await connection.post("/mcp", INITIALIZED, headers);
  return {
    async call(thread) {
      const { text } = await ask(callOf(thread), headers);
      check(parsed(text), thread);
    },
    close: () => connection.close(),
  };
}

/** A document, perhaps with blanks before it, or the only event of a stream that has comments. */
function parsed(text) {
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text);
}

export async function openSse(port) {
  const stream = new HttpConnection(port);
  const connection = new HttpConnection(port);
  const waiting = new Map();
  let lastId = 0;

  const response = await stream.begin("GET", "/sse", { accept: "text/event-stream" });
  if (response.statusCode !== 200) throw new Error(`/sse says ${response.statusCode}`);
  const endpoint = new Promise((resolve, reject) => {
    const events = { endpoint: resolve, message: (data) => take(JSON.parse(data)) };
    readEvents(response, events);
    response.on("close", () => {
      const gone = new Error("the stream has ended");
      reject(gone);
      for (const { reject: lose } of waiting.values()) lose(gone);
    });
  });
  const path = await endpoint;

  function take(answer) {
    waiting.get(answer.id)?.resolve(answer);
    waiting.delete(answer.id);
  }
  async function ask(message) {
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    const [result] = await Promise.all([answer, connection.post(path, { id, ...message })]);
    return result;
  }

  await ask(INITIALIZE);
  await connection.post(path, INITIALIZED);
  return {
    call: async (thread) => check(await ask(callOf(thread)), thread),
    close() {
      response.destroy();
      stream.close();
      connection.close();
    },
  };
}

function readEvents(response, events) {
  let unread = "";
  response.on("error", () => {}); // It is closed as well, then.
  response.setEncoding("utf8").on("data", (text) => {
    const parts = (unread + text).split("\n\n");
    unread = parts.pop();
    for (const part of parts) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(part) ?? [];
      if (name) events[name](data);
    }
  });
}
