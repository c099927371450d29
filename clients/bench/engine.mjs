// What the embedded engine takes, over stdio: beside SQLite's own commits, and beside a model that
// takes as long for every answer.
//
//   node engine.mjs <scratch folder>
import { join } from "node:path";
import { launchers, train, usesArchive } from "../load/launchers.mjs";
import { startModel } from "../load/model.mjs";
import { residentMb } from "../load/process.mjs";
import { inRounds } from "../load/rounds.mjs";
import { repeatMessage, startCommits } from "../load/sqlite.mjs";
import { StdioServer } from "../load/stdio-server.mjs";
import { printRows } from "../load/table.mjs";
import { ToolClient } from "../load/tool-client.mjs";
import * as objects from "./figures/engine-objects.mjs";
import * as runs from "./figures/engine-runs.mjs";
import { firstCall } from "./figures/first-call.mjs";

const LENGTHS = [1_000, 100_000, 1_000_000];
const MEMORY = { atMost: 120 };

const scratch = process.argv[2];
const model = await startModel(runs.MODEL_MS);
const commits = startCommits(join(scratch, "commits.db"));
const raw = { name: "SQLite's own commits", reference: true };
const ours = launchers(scratch).map((launcher) => {
  const database = join(scratch, `assistants-${launcher.release}.db`);
  const env = { ...launcher.env, ...model.env, ASSISTANTS_DATABASE: database };
  const start = () => new StdioServer({ ...launcher, env });
  return { ...launcher, database, start, usesArchive: (server) => usesArchive(server, launcher) };
});
try {
  for (const launcher of ours) await prepare(launcher);
  await printObjects();
  await printRuns();
  const after = ours.map((launcher) => [launcher, [residentMb(launcher.client.pid)]]);
  const figure = "resident memory after all of this";
  printRows({ figure, unit: "MB", samples: new Map(after), goal: { 25: MEMORY, 17: MEMORY } });
  printRows({ ...firstCall, samples: await inRounds(ours, firstCall.measure) });
} finally {
  for (const { client } of ours) await client?.end();
  commits.stop();
  await model.stop();
}

async function prepare(launcher) {
  await train(launcher);
  const server = launcher.start();
  await server.initialize();
  launcher.client = new ToolClient(server);
  launcher.assistant = (await launcher.client.call("create_assistant", { model: "fixed" })).id;
  launcher.thread = (await launcher.client.call("create_thread", {})).id;
}

async function printObjects() {
  const beside = [raw, ...ours];
  for (const figure of [objects.manyMessages, objects.oneByOne]) {
    const samples = await inRounds(beside, (one) =>
      one === raw ? objects.rawCommits(commits) : figure.measure(one),
    );
    const goal = figure === objects.manyMessages ? objects.goalBeside(samples.get(raw)) : {};
    printRows({ ...figure, samples, goal });
  }
  for (const launcher of ours) launcher.filled = await fill(launcher);
  for (const figure of LENGTHS.map(objects.listMessages)) {
    printRows({ ...figure, samples: await inRounds(ours, figure.measure) });
  }
}

/** Threads of each length; only the first message is made by the engine. */
async function fill({ client, database }) {
  const filled = new Map();
  for (const length of LENGTHS) {
    const { id: thread } = await client.call("create_thread", {});
    await client.call("create_message", objects.message(thread));
    filled.set(length, { thread, idOf: repeatMessage(database, thread, length - 1) });
  }
  return filled;
}

async function printRuns() {
  const alone = runs.timeBesideModel;
  printRows({ ...alone, samples: await inRounds(ours, (one) => alone.measure(one, model)) });
  const ideal = { name: "8 workers that never pause", reference: true };
  const samples = await inRounds([ideal, ...ours], (one) =>
    one === ideal ? runs.withoutPause(model) : runs.runsAtOnce.measure(one),
  );
  printRows({ ...runs.runsAtOnce, samples });
}
