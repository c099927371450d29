// What the image takes: its size, a client's wait on stdio beside a container that does nothing, and the
// end of a server. Run by script/docker-test, which builds the image.
//
//   node docker.mjs <scratch folder>
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DOCKER, IMAGE, docker, inspect, logs, until } from "../docker/docker.mjs";
import { launchers, train } from "../load/launchers.mjs";
import { TICKS_PER_SECOND } from "../load/process.mjs";
import { inRounds } from "../load/rounds.mjs";
import { StdioServer } from "../load/stdio-server.mjs";
import { printRows } from "../load/table.mjs";

const scratch = process.argv[2];
const { DOCKER_HOST, DOCKER_CONFIG } = process.env;
const START_TICKS = 19; // A field behind the name, which may hold anything but comes in brackets.
const ours = { name: "this image", release: 25 };
const [launcher] = launchers(scratch);
const nothing = { name: "cat in a Debian image", reference: true };
let containers = 0;

const size = (await inspect(IMAGE, "Size")) / 1e6;
printRows({
  figure: "size of the image",
  unit: "MB",
  samples: new Map([[ours, [size]]]),
  goal: { 25: { atMost: 150 } },
});

const inside = [];
await train(launcher);
const whole = await inRounds([ours, nothing, launcher], measure);
const figure = "on stdio, initialize answered after";
printRows({
  figure: `${figure} the process's start`,
  unit: "ms",
  samples: new Map([[ours, inside.slice(1)]]), // The first round warms up.
  goal: { 25: { atMost: 300 } },
});
printRows({ figure: `${figure} the command`, unit: "ms", samples: whole });

printRows({
  figure: "docker stop, over HTTP",
  unit: "ms",
  samples: await inRounds([ours], stopHttp),
  goal: { 25: { atMost: 1000 } },
});

function measure(one) {
  if (one === nothing) return echo();
  return one === ours ? initialize() : initializeLauncher();
}

async function initialize() {
  const file = join(scratch, `container.${containers++}`);
  const args = ["run", "-i", "--rm", "--cidfile", file, "-e", "TRANSPORT=stdio", IMAGE];
  const server = start(args);
  await server.initialize();
  const ms = performance.now() - server.started;
  const now = Number(readFileSync("/proc/uptime", "utf8").split(" ")[0]);
  inside.push((now - (await startOf(readFileSync(file, "utf8")))) * 1000);
  await server.end();
  return ms;
}

/** Without a container: what a busy machine does to a start shows here as well. */
async function initializeLauncher() {
  const server = new StdioServer(launcher);
  await server.initialize();
  const ms = performance.now() - server.started;
  await server.end();
  return ms;
}

async function echo() {
  const server = start(["run", "-i", "--rm", "debian:bookworm-slim", "cat"]);
  await server.exchange(["{}\n"]);
  const ms = performance.now() - server.started;
  await server.end();
  return ms;
}

async function stopHttp() {
  const container = await docker("run", "-d", "-e", "MCP_CREDENTIALS_PASSTHROUGH=true", IMAGE);
  await until(async () => (await logs(container)).includes("listening on"));
  const started = performance.now();
  await docker("stop", container);
  const ms = performance.now() - started;
  await docker("rm", "-v", container);
  return ms;
}

function start(args) {
  return new StdioServer({ command: DOCKER, args, env: { DOCKER_HOST, DOCKER_CONFIG } });
}

/** When a container's process began, in seconds since the machine did. */
async function startOf(container) {
  const stat = readFileSync(`/proc/${await inspect(container, "State.Pid")}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[START_TICKS]) / TICKS_PER_SECOND;
}
