// What the engine takes for runs, beside the model that it asks.
import { setTimeout as sleep } from "node:timers/promises";
import { median } from "../../load/statistics.mjs";
import { message } from "./engine-objects.mjs";

export const MODEL_MS = 50;

const RUNS = 20;
const AT_ONCE = 200;
const WORKERS = 8; // which is what RUN_WORKERS is when nobody says otherwise
const POLL_MS = 2;
const BESIDE = { atMost: 10 };
const LAST = { atMost: (2 * AT_ONCE * MODEL_MS) / WORKERS / 1000 };

/** From asking for a run until it is seen completed, less what the model takes somebody else. */
export const timeBesideModel = {
  figure: `a run's time beyond its model call of ${MODEL_MS} ms, p50`,
  unit: "ms",
  digits: 1,
  goal: { 25: BESIDE, 17: BESIDE },
  async measure({ client, assistant }, model) {
    const [through, direct] = [[], []];
    for (const thread of await threads(client, RUNS)) {
      const begin = performance.now();
      await finished(client, await start(client, assistant, thread));
      through.push(performance.now() - begin);
      direct.push(await model.ask());
    }
    return median(through) - median(direct);
  },
};

/** Seconds until all of many runs are done that were asked for at the same time. */
export const runsAtOnce = {
  figure: `${AT_ONCE} runs at once, the last one done`,
  unit: "s",
  digits: 2,
  goal: { 25: LAST, 17: LAST },
  async measure({ client, assistant }) {
    const prepared = await threads(client, AT_ONCE);
    const begin = performance.now();
    const runs = await Promise.all(prepared.map((thread) => start(client, assistant, thread)));
    for (const run of runs) await finished(client, run);
    return (performance.now() - begin) / 1000;
  },
};

/** The seconds of workers that have no pause between model calls and do nothing else. */
export const withoutPause = async (model) => {
  const times = [];
  for (let i = 0; i < RUNS; i++) times.push(await model.ask());
  return (median(times) * AT_ONCE) / WORKERS / 1000;
};

/** Each with a message. */
function threads(client, count) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const { id } = await client.call("create_thread", {});
      await client.call("create_message", message(id));
      return id;
    }),
  );
}

function start(client, assistant, thread) {
  return client.call("create_run", { thread_id: thread, assistant_id: assistant });
}

async function finished(client, { thread_id, id }) {
  for (;;) {
    const { status, last_error } = await client.call("get_run", { thread_id, run_id: id });
    if (status === "completed") return;
    if (status !== "queued" && status !== "in_progress") {
      throw new Error(`a run is ${status}: ${last_error?.message}`);
    }
    await sleep(POLL_MS);
  }
}
