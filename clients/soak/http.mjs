// Servers over HTTP that serve a few clients while others open thousands of streams, guess ids, send
// what is no message, and hold connections. Each call is answered rightly and in time, each attack
// is refused, and afterwards the server has as much memory and as many files as before.
//
//   node http.mjs <scratch folder> [waves]
import { setTimeout as sleep } from "node:timers/promises";
import { openMcp, openSse } from "../load/http-clients.mjs";
import { load, nextThread } from "../load/http-load.mjs";
import { HttpServer } from "../load/http-server.mjs";
import { liveMb } from "../load/jvm.mjs";
import { launchers } from "../load/launchers.mjs";
import { openFiles, residentMb } from "../load/process.mjs";
import { startUpstream } from "../load/upstream.mjs";
import { answered, deaf, hangUp, held, idleStreams, noHttp, whenFull } from "./attacks.mjs";

const STREAMS = 2_000;
const CLIENTS = 3; // At each door.
const WAVE_MS = 28_000; // A little less than connections are held.
const HALF_MS = 14_000; // After which the idle streams end.
const WARM_UP_CALLS = 1_000;
const BURSTS = 5;
const PAUSE_MS = 5;
const CALL_LIMIT_MS = 10_000;
const OPEN_LIMIT_MS = 12_000;
const SETTLE_LIMIT_MS = 40_000;
const MORE = { residentMb: 96, liveMb: 4, files: 8 }; // Bodies of 20 MB make the heap grow once.
const SHOWN = 5;

const [scratch, wanted = "8"] = process.argv.slice(2);
const waves = Number(wanted);
if (!Number.isInteger(waves) || waves < 1) {
  console.error(`script/soak: '${wanted}' is not a number of waves`);
  process.exit(2);
}
const upstream = await startUpstream();
// One of them with sessions at /mcp, the other without.
const soaks = launchers(scratch).map((launcher, i) => soak(launcher, i === 0));
let failed = 0;
for (const { name, problems, summary } of await Promise.all(soaks)) {
  console.log(`${name}: ${summary}: ${problems.length || "no"} problems`);
  for (const problem of problems.slice(0, SHOWN)) console.log(`  ${problem.slice(0, 300)}`);
  failed += problems.length;
}
await upstream.stop();
process.exitCode = failed > 0 ? 1 : 0;

async function soak({ name, command, env }, stateful) {
  const settings = {
    MAX_STREAMS: String(STREAMS + CLIENTS),
    MCP_STATEFUL: String(stateful),
    ASSISTANT_MCP_ARCHIVE: "off", // Training one would only disturb.
    OPENAI_BASE_URL: upstream.url,
  };
  const server = new HttpServer({ command, env: { ...env, ...settings } });
  const told = { problems: [], calls: 0, slowest: 0, attacks: 0 };
  let summary;
  try {
    await server.initialize();
    const attacks = answered({ stateful });
    const clients = await openClients(server);
    await warmUp(server, clients, attacks);
    const before = await state(server, env);
    await served(clients, told, () => attack(server, attacks, told));
    const after = await settled(server, env, before);
    told.problems.push(...grown(before, after));
    const end = await server.end();
    if (end.status !== 0) told.problems.push(`ended with ${end.status}`);
    if (/ERROR|Exception/.test(end.stderr)) told.problems.push(`stderr: ${end.stderr}`);
    summary = summaryOf(told, before, after);
  } catch (error) {
    told.problems.push(error.stack);
    summary = "given up";
  } finally {
    server.kill();
  }
  return { name, problems: told.problems, summary };
}

function openClients({ port }) {
  const doors = [openSse, openMcp].flatMap((open) => Array(CLIENTS).fill(open));
  return Promise.all(doors.map((open) => open(port)));
}

/** What is only needed from the first time on is not to be taken for a leak. */
async function warmUp({ port }, clients, attacks) {
  await load(clients, WARM_UP_CALLS);
  for (const perform of attacks) await perform(port);
}

/** Lets clients call one after the other while something else is done. */
async function served(clients, told, perform) {
  let over = false;
  const callOn = async (client) => {
    while (!over) {
      const start = performance.now();
      const problem = await inTime(client.call(nextThread()));
      told.slowest = Math.max(told.slowest, performance.now() - start);
      told.calls++;
      if (problem) told.problems.push(`a client: ${problem}`);
      await sleep(PAUSE_MS);
    }
  };
  const calling = clients.map(callOn);
  await perform();
  over = true;
  await Promise.all(calling);
  for (const client of clients) client.close();
}

async function inTime(call) {
  const late = sleep(CALL_LIMIT_MS, "is not answered in time", { ref: false });
  return Promise.race([call.then(() => undefined, (error) => error.message), late]);
}

async function attack({ port }, attacks, told) {
  for (let wave = 0; wave < waves; wave++) {
    told.problems.push(...[await deaf(port)].filter(Boolean)); // Its stream is free again then.
    const end = Date.now() + WAVE_MS;
    const under = held.map((perform) => perform(port));
    const streams = idleStreams(port, STREAMS);
    told.problems.push(...(await opened(streams)));
    await attackUntil(end - HALF_MS, port, [...attacks, ...whenFull], told);
    told.problems.push(...(await opened(streams)));
    streams.close();
    await attackUntil(end, port, attacks, told);
    told.problems.push(...(await Promise.all(under)).filter(Boolean));
    console.error(`script/soak: ${wave + 1} of ${waves} waves`);
  }
}

async function opened(streams) {
  for (const end = Date.now() + OPEN_LIMIT_MS; streams.count() < STREAMS; await sleep(100)) {
    if (Date.now() > end) return [`${streams.count()} of ${STREAMS} idle streams are open`];
  }
  return [];
}

async function attackUntil(end, port, attacks, told) {
  while (Date.now() < end) {
    for (const perform of attacks) {
      const problem = await perform(port);
      told.attacks++;
      if (problem) told.problems.push(problem);
    }
    await hangUp(port);
    for (let i = 0; i < BURSTS; i++) await noHttp(port);
  }
}

async function state({ pid }, { JAVA_HOME }) {
  const live = await liveMb(JAVA_HOME, pid); // Collects first.
  return { liveMb: live, residentMb: residentMb(pid), files: openFiles(pid) };
}

/** Who has gone without a word is noticed by the next sign of life, within some seconds. */
async function settled(server, env, before) {
  const end = Date.now() + SETTLE_LIMIT_MS;
  for (;;) {
    const after = await state(server, env);
    if (grown(before, after).length === 0 || Date.now() > end) return after;
    await sleep(2_000);
  }
}

function grown(before, after) {
  return Object.entries(MORE)
    .filter(([what, more]) => after[what] > before[what] + more)
    .map(([what]) => `${what} grew from ${before[what]} to ${after[what]}`);
}

function summaryOf({ calls, slowest, attacks }, before, after) {
  const change = (what, unit) => `${before[what].toFixed(0)} -> ${after[what].toFixed(0)} ${unit}`;
  return [
    `${calls} calls answered, the slowest in ${(slowest / 1000).toFixed(1)} s`,
    `${attacks} attacks`,
    change("residentMb", "MB resident"),
    `${before.liveMb.toFixed(1)} -> ${after.liveMb.toFixed(1)} MB live`,
    change("files", "files"),
  ].join(", ");
}
