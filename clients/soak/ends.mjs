// Compares promises with what a server has, and watches that what ended stays as it is.
import { settled } from "./conversations.mjs";

const LIMIT_MS = 60_000;
const AT_ONCE = 8;
const MAY_BE = {
  run: ["completed", "cancelled", "requires_action"],
  submitted: ["completed"],
  cancelled: ["cancelled"],
  completed: ["completed"],
};

export class Ends {
  unfinished = 0;
  completed = 0;
  #ended = new Map();

  /** What is wrong: an object that is gone, a run that ended otherwise or twice, a locked thread. */
  check(client, promises) {
    return atOnce(promises, ({ kind, thread, id }) => {
      const of = { thread_id: thread };
      switch (kind) {
        case "assistant":
          return kept(client.call("get_assistant", { assistant_id: id }), id);
        case "thread":
          return kept(client.call("get_thread", of), id);
        case "message":
          return kept(client.call("get_message", { ...of, message_id: id }), id);
        default:
          return this.#checkRun(client, kind, { ...of, run_id: id });
      }
    });
  }

  /** That each run is what it was when it had ended. */
  checkAgain(client) {
    return atOnce([...this.#ended.values()], async (run) => {
      const now = await client.call("get_run", { thread_id: run.thread_id, run_id: run.id });
      return JSON.stringify(now) === JSON.stringify(run) ? [] : [`${run.id} ended twice`];
    });
  }

  async #checkRun(client, kind, ids) {
    const { status } = await client.call("get_run", ids);
    if (kind === "run" && (status === "queued" || status === "in_progress")) this.unfinished++;
    const limit = new Promise((resolve) => setTimeout(resolve, LIMIT_MS, { status: "hanging" }).unref());
    const run = await Promise.race([settled(client, { ...ids, id: ids.run_id }), limit]);
    const found = [];
    if (!MAY_BE[kind].includes(run.status)) found.push(`${kind} ${ids.run_id} is ${run.status}`);
    if (kind === "run" && run.id) found.push(...(await this.#checkEnd(client, run, ids)));
    return found;
  }

  /** Whatever was promised of it, a run is looked at once in here. */
  async #checkEnd(client, run, ids) {
    const found = [];
    const done = run.status === "completed";
    if (done) this.completed++;
    const messages = await client.call("list_messages", ids);
    if (messages.data.length !== (done ? 1 : 0)) {
      found.push(`${run.id} is ${run.status} and has ${messages.data.length} messages`);
    }
    const steps = (await client.call("list_run_steps", ids)).data.map(({ type }) => type);
    if (steps.filter((type) => type === "message_creation").length !== messages.data.length) {
      found.push(`${run.id} is ${run.status} with steps ${steps}`);
    }
    if (run.status === "requires_action") {
      await client.call("cancel_run", ids);
      run = await settled(client, run);
    }
    this.#ended.set(run.id, run);
    const more = { thread_id: run.thread_id, role: "user", content: "And tomorrow?" };
    return [...found, ...(await kept(client.call("create_message", more)))];
  }
}

async function kept(call, id) {
  try {
    const object = await call;
    return id && object.id !== id ? [`${object.id} comes for ${id}`] : [];
  } catch (error) {
    return [error.message];
  }
}

async function atOnce(all, check) {
  const found = [];
  const left = [...all];
  const one = async () => {
    while (left.length > 0) found.push(...(await check(left.shift())));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return found;
}
