// The embedded engine, killed at random moments while clients do a bit of everything, on both JDKs in
// turn and one database: what a killed process promised holds in the next, and each run ends once.
// Then two processes on one database, one of which is killed.
//
//   node engine.mjs <scratch folder> [rounds]
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { launchers } from "../load/launchers.mjs";
import { startModel } from "../load/model.mjs";
import { integrity } from "../load/sqlite.mjs";
import { StdioServer } from "../load/stdio-server.mjs";
import { ServerGone, ToolClient } from "../load/tool-client.mjs";
import { converse, createAssistant, KINDS, Promises, settled, startRun } from "./conversations.mjs";
import { Ends } from "./ends.mjs";

const CLIENTS = 8;
const WORKERS = "2"; // so that runs have to wait, and are killed meanwhile
const RUNS = 500;
const MODEL_MS = 20;
const SHOWN = 5;
const PROGRESS = 10;

const [scratch, wanted = "100"] = process.argv.slice(2);
const rounds = Number(wanted);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`script/soak: '${wanted}' is not a number of rounds`);
  process.exit(2);
}
const servers = launchers(scratch);
const found = [...(await killing()), ...(await sharing())];
for (const problem of found.slice(0, SHOWN)) console.log(`  ${problem}`);
console.log(`${rounds} kills, ${RUNS} runs of two processes: ${found.length || "no"} problems`);
process.exitCode = found.length > 0 ? 1 : 0;

async function killing() {
  const database = join(scratch, "killed.db");
  const env = { MODEL_API: "echo", RUN_WORKERS: WORKERS };
  const ends = new Ends();
  const found = [];
  const kept = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  let promises = new Promises();
  for (let round = 0; round <= rounds; round++) {
    const launcher = servers[round % servers.length];
    const client = await open(launcher, database, env);
    try {
      for (const { kind } of promises.all) kept[kind]++;
      const problems = await ends.check(client, promises.all);
      if (integrity(database) !== "ok") problems.push(integrity(database));
      found.push(...problems.map((problem) => `after kill ${round}: ${problem}`));
      if (round === rounds) found.push(...(await ends.checkAgain(client)));
      else promises = await loadAndKill(client);
    } finally {
      client.kill();
    }
    if (round > 0 && round % PROGRESS === 0) console.error(`script/soak: ${round} of ${rounds} kills`);
  }
  found.push(...checked(servers[0], database));
  const counts = KINDS.map((kind) => `${kind} ${kept[kind]}`).join(", ");
  console.log(`promises: ${counts}; ${ends.unfinished} runs were not finished when they were looked at`);
  for (const kind of KINDS.filter((kind) => kept[kind] === 0)) found.push(`nobody promised ${kind}`);
  return found;
}

/** What it had promised when it was killed. */
async function loadAndKill(client) {
  const promises = new Promises();
  const assistant = await createAssistant(client, promises);
  const talking = Array.from({ length: CLIENTS }, async () => {
    for (;;) await converse(client, assistant, promises);
  });
  const ended = Promise.all(talking).catch((error) => {
    if (!(error instanceof ServerGone)) throw error;
  });
  await Promise.race([promises.reach(10 + Math.random() * 60), ended]);
  await Promise.race([sleep(Math.random() * 50), ended]);
  client.kill();
  await ended;
  await Promise.allSettled(talking);
  return promises;
}

/**
 * Both are busy with runs until one is killed; whom that leaves without an answer asks the other
 * again. The runs that were under way in the killed one have to be taken over.
 */
async function sharing() {
  const database = join(scratch, "shared.db");
  const models = [await startModel(MODEL_MS), await startModel(MODEL_MS)];
  const clients = [];
  try {
    for (const [i, { env }] of models.entries()) {
      clients.push(await open(servers[i % servers.length], database, env));
    }
    const [survivor, victim] = clients;
    const promises = new Promises();
    const assistant = await createAssistant(survivor, promises);
    let left = RUNS;
    const one = async (client) => {
      while (left-- > 0) {
        if (left === RUNS / 2) victim.kill();
        let run;
        try {
          run = await startRun(client, assistant, promises);
          await settled(client, run);
        } catch (error) {
          if (!(error instanceof ServerGone)) throw error;
          client = survivor;
          if (run) await settled(client, run);
          else left++;
        }
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, i) => one(clients[i % 2])));
    const ends = new Ends();
    const found = await ends.check(survivor, promises.all);
    const answers = await Promise.all(models.map((model) => model.answers()));
    if (ends.completed !== RUNS) found.push(`${ends.completed} of ${RUNS} runs were completed`);
    if (Math.min(...answers) === 0) found.push(`their models gave ${answers} answers`);
    if (integrity(database) !== "ok") found.push(integrity(database));
    console.log(`two processes: ${ends.completed} runs completed with ${answers} model calls`);
    return found.map((problem) => `two processes: ${problem}`);
  } finally {
    for (const client of clients) client.kill();
    for (const model of models) await model.stop();
  }
}

async function open({ command, env }, database, more) {
  const server = new StdioServer({
    command,
    env: { ...env, ...more, ASSISTANTS_DATABASE: database },
  });
  await server.initialize();
  return new ToolClient(server);
}

function checked({ command, env }, database) {
  const options = { env: { ...process.env, ...env, ASSISTANTS_DATABASE: database }, stdio: "pipe" };
  try {
    execFileSync(command, ["db", "check"], options);
    return [];
  } catch (error) {
    return [`db check: ${error.stderr}`];
  }
}
