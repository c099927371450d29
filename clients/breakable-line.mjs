// A TCP line to a server, that can be cut while an answer is on its way.
import { once } from "node:events";
import { connect, createServer } from "node:net";

/** Starts it on a free loopback port; the caller must stop() it. */
export async function startBreakableLine(target) {
  const { hostname, port, pathname } = new URL(target);
  const open = new Set();
  const cuts = [];
  const line = createServer((client) => {
    const server = connect(Number(port), hostname);
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    let left = Infinity;
    client.on("data", (request) => {
      if (left === Infinity) left = cuts.shift() ?? Infinity;
      server.write(request);
    });
    server.on("data", (answer) => {
      client.write(answer.subarray(0, left), () => left <= 0 && cut());
      left -= answer.length;
    });
    for (const socket of [client, server]) {
      open.add(socket);
      socket.on("error", cut).on("close", () => {
        open.delete(socket);
        cut();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(line, "listening");
  return {
    url: `http://127.0.0.1:${line.address().port}${pathname}`,
    /** Cuts the answers to so many of the next requests, each after some bytes. */
    cutNext(count, bytes) {
      for (let i = 0; i < count; i++) cuts.push(bytes);
    },
    /** How many cuts were ordered and did not happen. */
    cutsLeft: () => cuts.length,
    async stop() {
      const closed = once(line, "close");
      line.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
