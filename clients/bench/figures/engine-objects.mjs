// What the engine takes for objects: to keep a message, and to list them in threads of any length.
import { median } from "../../load/statistics.mjs";

const MESSAGES = 200;
const OUTSTANDING = 16;
const OF_RAW = 0.8;
const TEXT = "How long does a message take to be where no power cut can reach it?";
const PAGES = 50;
const PAGE = 100;
const LIST_MS = { atMost: 5 };

/** Messages per second, of a client that has many calls unanswered or waits for each. */
const createMessages = (outstanding) => ({
  figure: `create_message, ${outstanding} outstanding`,
  unit: "commits/s",
  async measure({ client, thread }) {
    const begin = performance.now();
    let left = MESSAGES;
    const one = async () => {
      while (left-- > 0) await client.call("create_message", message(thread));
    };
    await Promise.all(Array.from({ length: outstanding }, one));
    return MESSAGES / ((performance.now() - begin) / 1000);
  },
});

export const manyMessages = createMessages(OUTSTANDING);
export const oneByOne = createMessages(1);

/** Commits per second of SQLite itself. */
export const rawCommits = async (raw) => MESSAGES / (await raw.commit(MESSAGES));

export function goalBeside(rawRates) {
  const goal = { atLeast: Math.ceil(OF_RAW * median(rawRates)) };
  return { 25: goal, 17: goal };
}

export const message = (thread) => ({ thread_id: thread, role: "user", content: TEXT });

/** Milliseconds until 100 messages are listed, from anywhere in a thread. */
export const listMessages = (count) => ({
  figure: `list of 100 among ${count.toLocaleString("en")} messages, p50`,
  unit: "ms",
  digits: 2,
  goal: { 25: LIST_MS, 17: LIST_MS },
  async measure({ client, filled }) {
    const { thread, idOf } = filled.get(count);
    const times = [];
    for (let page = 0; page < PAGES; page++) {
      const after = idOf(PAGE + Math.floor(Math.random() * (count - PAGE)));
      const begin = performance.now();
      const { data } = await client.call("list_messages", { thread_id: thread, limit: PAGE, after });
      times.push(performance.now() - begin);
      if (data.length !== PAGE) throw new Error(`${data.length} messages come after ${after}`);
    }
    return median(times);
  },
});
