// What a server adds to a call: the median time of one call after the other through it, less that
// of the same calls to the upstream directly, in the same round.
import { check } from "../../load/answers.mjs";
import { connectTo } from "../../load/direct.mjs";
import { median } from "../../load/statistics.mjs";

const CALLS = 200;

export const addedTime = {
  figure: "time added to a call, p50",
  unit: "ms",
  digits: 2,
  async measure({ server, calls }, upstream) {
    const { requests, expected } = calls.next(CALLS);
    const lines = [];
    const through = await timesOf(requests, async (request) => {
      lines.push(...(await server.exchange([request])));
    });
    check(lines, expected);
    return median(through) - (await directTime.measure(upstream));
  },
};

export const directTime = {
  figure: "a call to the upstream itself, p50",
  unit: "ms",
  digits: 2,
  async measure(upstream) {
    const threads = Array.from({ length: CALLS }, (_, i) => `thread_${i}`);
    const direct = await connectTo(upstream);
    const times = await timesOf(threads, (thread) => direct.call(thread));
    direct.close();
    return median(times);
  },
};

async function timesOf(calls, perform) {
  const times = [];
  for (const call of calls) {
    const begin = performance.now();
    await perform(call);
    times.push(performance.now() - begin);
  }
  return times;
}
