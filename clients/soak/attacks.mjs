// What clients do that are broken, or mean no good, and what the server has to do about it.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { nextThread } from "../load/http-load.mjs";
import { ask, kept, open } from "../load/raw-http.mjs";

const DEEP = 100_000;
const BURST = 24;
const UNREAD_ANSWERS = 200; // Of some 90 kB.
const BIG = Buffer.alloc(20_000_000, "a");
const CHUNK = Buffer.concat([Buffer.from(`${BIG.length.toString(16)}\r\n`), BIG]);
const JSON_TYPE = "Content-Type: application/json";

/** The server gives up half a minute after the last byte, which may come late if it is busy. */
const KEPT_AT_MOST_MS = 60_000;

const head = (first, ...headers) =>
  [`${first} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close", ...headers, "", ""].join("\r\n");
const post = (body, path = "/mcp", ...headers) =>
  head(`POST ${path}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`) + body;
const nested = (opening, innermost, closing) =>
  opening.repeat(DEEP) + innermost + closing.repeat(DEEP);
const call = (args) =>
  '{"jsonrpc":"2.0","id":1,"method":"tools/call",' +
  `"params":{"name":"get_thread","arguments":${args}}}`;
const PING = '{"jsonrpc":"2.0","id":1,"method":"ping"}';
const list = (id) => `{"jsonrpc":"2.0","id":${id},"method":"tools/list"}`;
const INITIALIZED = '{"jsonrpc":"2.0","method":"notifications/initialized"}';
const INITIALIZE =
  '{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2024-11-05",' +
  '"capabilities":{},"clientInfo":{"name":"unread","version":"0"}}}';
const guess = () => randomBytes(24).toString("base64url");

/** What is answered, with which statuses; what is sent may be new each time. */
const ANSWERED = {
  "no content type": [() => [post(PING)], 415],
  "text/plain": [() => [post(PING, "/mcp", "Content-Type: text/plain")], 415],
  "bad JSON": [() => [post('{"jsonrpc":"2.0",', "/mcp", JSON_TYPE)], 400],
  "no JSON": [() => [post("\u0000\u0001", "/mcp", JSON_TYPE)], 400],
  "deep lists": [() => [post(nested("[", "", "]"), "/mcp", JSON_TYPE)], 400],
  "deep arguments": [() => [post(call(nested('{"a":', "1", "}")), "/mcp", JSON_TYPE)], 400],
  "a body of 20 MB": [
    () => [head("POST /mcp", JSON_TYPE, `Content-Length: ${BIG.length}`), BIG],
    413,
  ],
  "a body of 20 MB in chunks": [
    () => [head("POST /mcp", JSON_TYPE, "Transfer-Encoding: chunked"), CHUNK, "\r\n0\r\n\r\n"],
    413,
  ],
  "a long header": [() => [head("GET /sse", `X-Long: ${"a".repeat(64 << 10)}`)], 431],
  "no HTTP": [() => ["\u0016\u0003\u0001\u0000\u0005\r\n\r\n"], 400],
  "two lengths": [() => [head("POST /mcp", "Content-Length: 1", "Content-Length: 2")], 400],
  "another path": [() => [head("GET /../../etc/passwd")], 400, 404],
  "another method": [() => [head("PUT /mcp", "Content-Length: 0")], 405],
  "another host": [() => [head("GET /sse").replace("127.0.0.1", "evil.example")], 421],
  "another site": [() => [head("GET /sse", "Origin: https://evil.example")], 403],
  "a guessed stream": [() => [post(PING, `/message?sessionId=${guess()}`, JSON_TYPE)], 404],
};

/** With sessions at /mcp only. */
const WITH_SESSIONS = {
  "a guessed session": [
    () => [post(PING, "/mcp", JSON_TYPE, `Mcp-Session-Id: ${guess()}`)],
    404,
  ],
  "the end of a guessed session": [
    () => [head("DELETE /mcp", `Mcp-Session-Id: ${guess()}`)],
    404,
  ],
};

/** While there are as many streams as there may be. */
const WHEN_FULL = { "one stream too many": [() => [head("GET /sse")], 503] };

const TRACE = /Exception|\tat |java\./;

/** What is never answered: how it begins, and what comes every second. */
const KEPT = {
  "a connection without a request": [begun("")],
  "half a header": [begun("POST /mcp HTTP/1.1\r\nHost: 127.0")],
  "a header byte by byte": [begun("POST /mcp HTTP/1.1\r\nX-Slow: "), "a"],
  "half a body": [begun(post(PING, "/mcp", JSON_TYPE).slice(0, -10))],
  "a body byte by byte": [begun(head("POST /mcp", JSON_TYPE, "Content-Length: 1000")), " "],
};

function begun(bytes) {
  return (port) => {
    const socket = open(port).resume();
    socket.write(bytes);
    return socket;
  };
}

/** Resolves when the server hangs up on who does not read, or to what is wrong. */
export const deaf = (port) => hungUp(port, "a stream that nobody reads", unread, " ");

/** A stream that is to bring more than the network holds. */
async function unread(port) {
  const stream = open(port).setEncoding("latin1");
  stream.write(head("GET /sse"));
  let begin = "";
  while (!/^data: .*\n/m.test(begin)) begin += (await once(stream, "data"))[0];
  stream.pause();
  const path = /^data: (.*)\n/m.exec(begin)[1];
  const lists = Array.from({ length: UNREAD_ANSWERS }, (_, i) => list(i + 1));
  const messages = [INITIALIZE, INITIALIZED, ...lists];
  const posts = messages.map((message) => post(message, path, JSON_TYPE));
  open(port).resume().write(posts.join("").replaceAll("Connection: close\r\n", ""));
  return stream;
}

const attacks = (described) =>
  Object.entries(described).map(([what, [pieces, ...statuses]]) => async (port) => {
    const { status, answer } = await ask(port, ...pieces());
    if (!statuses.includes(status)) return `${what} is answered with ${status}: ${answer}`;
    return TRACE.test(answer) ? `${what} is answered with what is ours: ${answer}` : undefined;
  });

/** Each resolves to what is wrong with the answer, if anything is. */
export const answered = ({ stateful }) =>
  attacks(stateful ? { ...ANSWERED, ...WITH_SESSIONS } : ANSWERED);
export const whenFull = attacks(WHEN_FULL);

/** Each resolves when the server hangs up, or to what is wrong if that takes too long. */
export const held = Object.entries(KEPT).map(([what, [begin, piece]]) => (port) =>
  hungUp(port, what, begin, piece),
);

async function hungUp(port, what, begin, piece) {
  const ms = await kept(await begin(port), piece, KEPT_AT_MOST_MS);
  if (ms < KEPT_AT_MOST_MS) return undefined;
  return `${what} keeps a connection for more than ${KEPT_AT_MOST_MS} ms`;
}

/** What is no HTTP, from many at once: each is cut off in its own time, and nobody else. */
export function noHttp(port) {
  const pieces = [...ANSWERED["no HTTP"][0](), ...ANSWERED["two lengths"][0]()];
  return Promise.all(
    Array.from({ length: BURST }, (_, i) => ask(port, pieces[i % pieces.length])),
  );
}

/** Calls, and does not wait for the answer. */
export async function hangUp(port) {
  const socket = open(port).resume();
  const body = call(JSON.stringify({ thread_id: nextThread({ slow: true }) }));
  socket.write(post(body, "/mcp", JSON_TYPE));
  await sleep(100);
  socket.resetAndDestroy();
}

/** Opens streams that nobody posts for; close() leaves without a word. */
export function idleStreams(port, count) {
  const served = new Set();
  const sockets = Array.from({ length: count }, () => {
    const socket = open(port);
    socket.once("data", (text) => String(text).startsWith("HTTP/1.1 200") && served.add(socket));
    socket.resume();
    socket.write("GET /sse HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
    return socket;
  });
  const isOpen = (socket) => served.has(socket) && !socket.destroyed;
  return {
    count: () => sockets.filter(isOpen).length,
    close: () => sockets.forEach((socket) => socket.resetAndDestroy()),
  };
}
