// Clients that call at the same time, each one call after the other.
import { median, percentile } from "./statistics.mjs";

let lastThread = 0;

/** A thread that nobody else asks for; a slow one takes the upstream 1 s. */
export const nextThread = ({ slow = false } = {}) => `${slow ? "slow" : "thread"}_${++lastThread}`;

/** Opens so many clients, and closes them after what is done with them. */
export async function withClients(open, count, perform) {
  const clients = await Promise.all(Array.from({ length: count }, open));
  try {
    return await perform(clients);
  } finally {
    for (const client of clients) client.close();
  }
}

/** Makes so many calls in all; how many there were in a second, and how many ms they took. */
export async function load(clients, calls, kind) {
  const times = [];
  let left = calls;
  const begin = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (left-- > 0) {
        const start = performance.now();
        await client.call(nextThread(kind));
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, rate: calls / seconds, p50: median(times), p99: percentile(times, 99) };
}
