// Bytes to a server and back, whether they are HTTP or not.
import { once } from "node:events";
import { connect } from "node:net";
import { performance } from "node:perf_hooks";

const ANSWER_LIMIT_MS = 30_000;

/** A socket that nobody has to listen to: whatever becomes of it, it is closed. */
export function open(port) {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => {});
  return socket;
}

/** What is answered until the server hangs up, and the status if that is HTTP. */
export async function ask(port, ...pieces) {
  const socket = open(port);
  let answer = "";
  socket.setEncoding("latin1").on("data", (text) => (answer += text));
  const limit = setTimeout(() => socket.destroy(), ANSWER_LIMIT_MS);
  for (const piece of pieces) socket.write(piece);
  await once(socket, "close");
  clearTimeout(limit);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer };
}

/** How many ms the server keeps a connection that it gets a piece on every second. */
export async function kept(port, begin, piece, limitMs) {
  const socket = open(port).resume();
  const start = performance.now();
  socket.write(begin);
  const drip = setInterval(() => piece && socket.write(piece), 1_000);
  const limit = setTimeout(() => socket.destroy(), limitMs);
  await once(socket, "close");
  clearInterval(drip);
  clearTimeout(limit);
  return performance.now() - start;
}
