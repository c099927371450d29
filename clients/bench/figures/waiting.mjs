// Seconds until many calls at once are answered, whose upstream takes one second for each.
import { check } from "../../load/answers.mjs";

const CALLS = 500;

export const waiting = {
  figure: `${CALLS} calls at once, upstream takes 1 s`,
  unit: "s",
  digits: 2,
  goal: { 25: { atMost: 1.3 }, 17: { atMost: 3 } },
  async measure({ server, calls }) {
    const { requests, expected } = calls.next(CALLS, { slow: true });
    const begin = performance.now();
    const lines = await server.exchange(requests);
    const seconds = (performance.now() - begin) / 1000;
    check(lines, expected);
    return seconds;
  },
};
