// What clients do with an assistant, and what they were promised meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import { CallFailed } from "../load/tool-client.mjs";

export const KINDS = ["assistant", "thread", "message", "run", "submitted", "cancelled", "completed"];

const POLL_MS = 5;
const QUESTION = { role: "user", content: "Does it rain?" };
const CALLING = { role: "user", content: 'call get_weather {"city":"Oslo"}' };
const TOOLS = [{ type: "function", function: { name: "get_weather" } }];
const GOING_ON = ["queued", "in_progress", "cancelling"];

/** Objects that calls returned, each of a kind. */
export class Promises {
  all = [];
  #wanted = Infinity;
  #reached;

  add(kind, { id, thread_id: thread = id }) {
    this.all.push({ kind, id, thread });
    if (this.all.length >= this.#wanted) this.#reached();
  }

  /** Waits for so many. */
  reach(count) {
    this.#wanted = count;
    return new Promise((resolve) => {
      this.#reached = resolve;
    });
  }
}

export async function createAssistant(client, promises) {
  const assistant = await client.call("create_assistant", { model: "m", tools: TOOLS });
  promises.add("assistant", assistant);
  return assistant.id;
}

/** A thread, a message, a run, and then anything or nothing. */
export async function converse(client, assistant, promises) {
  const kinds = [answerCalls, cancel, waitForIt, leave];
  const next = kinds[Math.floor(Math.random() * kinds.length)];
  const message = next === answerCalls ? CALLING : QUESTION;
  await next(client, await startRun(client, assistant, promises, message), promises);
}

export async function startRun(client, assistant, promises, message = QUESTION) {
  const thread = await client.call("create_thread", {});
  promises.add("thread", thread);
  promises.add("message", await client.call("create_message", { thread_id: thread.id, ...message }));
  const ids = { thread_id: thread.id, assistant_id: assistant };
  const run = await client.call("create_run", ids);
  promises.add("run", run);
  return run;
}

/** A run that nobody works on any more. */
export async function settled(client, { thread_id, id }) {
  for (;;) {
    const run = await client.call("get_run", { thread_id, run_id: id });
    if (!GOING_ON.includes(run.status)) return run;
    await sleep(POLL_MS);
  }
}

async function answerCalls(client, started, promises) {
  const run = await settled(client, started);
  const calls = run.required_action.submit_tool_outputs.tool_calls;
  const tool_outputs = calls.map(({ id }) => ({ tool_call_id: id, output: "sun" }));
  const ids = { thread_id: run.thread_id, run_id: run.id };
  promises.add("submitted", await client.call("submit_tool_outputs", { ...ids, tool_outputs }));
}

async function cancel(client, { thread_id, id }, promises) {
  try {
    promises.add("cancelled", await client.call("cancel_run", { thread_id, run_id: id }));
  } catch (error) {
    // It may have been completed first.
    if (!(error instanceof CallFailed && /Cannot cancel run/.test(error.message))) throw error;
  }
}

async function waitForIt(client, started, promises) {
  const run = await settled(client, started);
  if (run.status !== "completed") throw new Error(`${run.id} is ${run.status}`);
  promises.add("completed", run);
}

async function leave() {}
