// Calls per second when a client keeps 64 of them unanswered.
import { check } from "../../load/answers.mjs";

const CALLS = 2_000;
const OUTSTANDING = 64;

export const throughput = {
  figure: `${CALLS} calls, ${OUTSTANDING} outstanding`,
  unit: "calls/s",
  goal: { 25: { atLeast: 4_000 }, 17: { atLeast: 4_000 } },
  async measure({ server, calls }) {
    const { requests, expected } = calls.next(CALLS);
    const begin = performance.now();
    const lines = await server.exchange(requests, OUTSTANDING);
    const seconds = (performance.now() - begin) / 1000;
    check(lines, expected);
    return CALLS / seconds;
  },
};
