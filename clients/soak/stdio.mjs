// Thousands of calls that do not wait for each other, over stdio, on a machine that is busy: no
// process dies, each call is answered once with its own thread, and stdout has nothing else.
//
//   node stdio.mjs <scratch folder> [runs]
import { problems } from "../load/answers.mjs";
import { startBusyLoops } from "../load/busy-loops.mjs";
import { launchers } from "../load/launchers.mjs";
import { median } from "../load/statistics.mjs";
import { StdioServer } from "../load/stdio-server.mjs";
import { ThreadCalls } from "../load/thread-calls.mjs";
import { startUpstream } from "../load/upstream.mjs";

const CALLS = 2_000;
const SHOWN = 5;
const PROGRESS = 10;

const [scratch, wanted = "100"] = process.argv.slice(2);
const runs = Number(wanted);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`script/soak: '${wanted}' is not a number of runs`);
  process.exit(2);
}
const servers = launchers(scratch).map((launcher) => ({ ...launcher, seconds: [] }));
const upstream = await startUpstream();
const busy = startBusyLoops();
let failed = 0;
try {
  for (let run = 0; run < runs; run++) {
    const server = servers[run % servers.length];
    const begin = performance.now();
    const found = await soak(server);
    server.seconds.push((performance.now() - begin) / 1000);
    if (found.length > 0) {
      failed++;
      console.log(`run ${run + 1}, ${server.name}: ${found.length} problems`);
      for (const problem of found.slice(0, SHOWN)) console.log(`  ${problem}`);
    }
    if ((run + 1) % PROGRESS === 0) console.error(`script/soak: ${run + 1} of ${runs} runs`);
  }
} finally {
  busy.stop();
  await upstream.stop();
}
for (const { name, seconds } of servers.filter((server) => server.seconds.length > 0)) {
  const [middle, slowest] = [median(seconds), Math.max(...seconds)].map((time) => time.toFixed(1));
  console.log(`${name}: ${seconds.length} runs, median ${middle} s, slowest ${slowest} s`);
}
const beside = `${busy.count} busy loops beside them`;
console.log(`${runs} runs of ${CALLS} calls, ${beside}: ${failed || "none"} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function soak({ command, env }) {
  const server = new StdioServer({ command, env: { ...env, OPENAI_BASE_URL: upstream.url } });
  try {
    await server.initialize();
    const { requests, expected } = new ThreadCalls().next(CALLS);
    const lines = await server.exchange(requests);
    const end = await server.end();
    const found = problems([...lines, ...end.lines], expected);
    if (end.status !== 0) found.unshift(`ended with ${end.status}`);
    if (end.stderr !== "") found.push(`stderr: ${end.stderr.trim()}`);
    return found;
  } catch (error) {
    return [error.message];
  } finally {
    server.kill();
  }
}
