// Bytes to a server and back, whether they are HTTP or not.
import { connect } from "node:net";
import { performance } from "node:perf_hooks";

const ANSWER_LIMIT_MS = 30_000;

/** A socket that nobody has to listen to: whatever becomes of it, it is closed. */
export function open(port) {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => {});
  return socket;
}

/** Not once(), which fails with a reset. */
const closed = (socket) => new Promise((resolve) => socket.on("close", resolve));

/** What is answered until the server hangs up, and the status if that is HTTP. */
export async function ask(port, ...pieces) {
  const socket = open(port);
  let answer = "";
  socket.setEncoding("latin1").on("data", (text) => (answer += text));
  const limit = setTimeout(() => socket.destroy(), ANSWER_LIMIT_MS);
  for (const piece of pieces) socket.write(piece);
  await closed(socket);
  clearTimeout(limit);
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]), answer };
}

/** How many ms the server keeps a connection that it gets a piece on every second, if any. */
export async function kept(socket, piece, limitMs) {
  const start = performance.now();
  const drip = setInterval(() => piece && socket.write(piece), 1_000);
  const limit = setTimeout(() => socket.destroy(), limitMs);
  await closed(socket);
  clearInterval(drip);
  clearTimeout(limit);
  return performance.now() - start;
}
