// Measures the time from spawning a stdio server to its answer to tools/list, which is what a client
// waits for. Rounds are interleaved, so that a busy moment of the machine meets every server alike.
//
//   node bench-start.mjs <rounds> [home of another JDK]
//
// Prints rows of a markdown table.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const ANSWER_LIMIT_MS = 30_000;
const PROTOCOL = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "bench", version: "0" },
};

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const everything = "node_modules/@modelcontextprotocol/server-everything/dist/index.js";
const command = path("../bin/openai-assistant-mcp");
const rounds = Number(process.argv[2]);
const otherJdk = process.argv[3];
const servers = [
  { name: "this server, default JDK", command },
  ...(otherJdk ? [{ name: "this server, other JDK", command, env: { JAVA_HOME: otherJdk } }] : []),
  { name: "server-everything", command: "node", args: [path(everything), "stdio"] },
];

// The first round warms the disk's cache and is not counted.
for (let round = 0; round <= rounds; round++) {
  for (const server of servers) {
    const elapsed = await start(server);
    if (round > 0) (server.times ??= []).push(elapsed);
  }
}

// The ratio refers to the last one.
const reference = median(servers.at(-1).times);
for (const { name, times } of servers) {
  const [low, high] = [Math.min(...times), Math.max(...times)];
  const ratio = (median(times) / reference).toFixed(2);
  console.log(`| ${name} | ${ms(median(times))} (${ms(low)}-${ms(high)}) ms | ${ratio} |`);
}

async function start({ name, command, args = [], env = {} }) {
  const begin = performance.now();
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  const limit = setTimeout(() => child.kill("SIGKILL"), ANSWER_LIMIT_MS);
  const gone = once(child, "exit");
  const send = (message) =>
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  let elapsed;

  send({ id: 1, method: "initialize", params: PROTOCOL });
  for await (const line of createInterface({ input: child.stdout })) {
    const answer = JSON.parse(line);
    if (answer.id === 1) {
      send({ method: "notifications/initialized" });
      send({ id: 2, method: "tools/list", params: {} });
    } else if (answer.id === 2) {
      if (answer.result.tools.length === 0) throw new Error(`${name} lists no tool`);
      elapsed = performance.now() - begin;
      child.stdin.end();
    }
  }
  await gone;
  clearTimeout(limit);
  if (elapsed === undefined) throw new Error(`${name} did not answer tools/list`);
  return elapsed;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function ms(value) {
  return Math.round(value);
}
