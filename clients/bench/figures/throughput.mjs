// Calls per second when a client keeps 64 of them unanswered: of a server that has answered some
// before, and of one that has just been started.
import { check } from "../../load/answers.mjs";

const CALLS = 2_000;
const OUTSTANDING = 64;

export const throughput = {
  figure: `${CALLS} calls, ${OUTSTANDING} outstanding`,
  unit: "calls/s",
  goal: { 25: { atLeast: 4_000 }, 17: { atLeast: 4_000 } },
  measure: ({ server, calls }) => callsPerSecond(server, calls),
};

export const firstCalls = {
  figure: "the same, first calls of a process",
  unit: "calls/s",
  async measure({ start, calls }) {
    const server = start();
    try {
      await server.initialize();
      return await callsPerSecond(server, calls);
    } finally {
      await server.end();
    }
  },
};

async function callsPerSecond(server, calls) {
  const { requests, expected } = calls.next(CALLS);
  const begin = performance.now();
  const lines = await server.exchange(requests, OUTSTANDING);
  const seconds = (performance.now() - begin) / 1000;
  check(lines, expected);
  return CALLS / seconds;
}
