// Our server over HTTP, as a process of its own on a free loopback port.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { freePort } from "./mock-api.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
// The launcher builds the project on first use.
const START_LIMIT_MS = 300_000;

/** Starts the server with some settings; the caller must stop() it. */
export async function startHttpServer(settings) {
  const port = await freePort();
  const { child, log } = await started(
    LAUNCHER,
    [],
    { ...process.env, TRANSPORT: "http", PORT: String(port), ...settings },
    `http://127.0.0.1:${port}/healthz`,
    START_LIMIT_MS,
  );
  return {
    url: `http://127.0.0.1:${port}`,
    log,
    /** Asks it to end, as a service manager does; gives its exit code. */
    stop: () => stop(child),
  };
}

/** Starts a process and waits until it answers at a URL; log() is all that it has printed. */
export async function started(command, args, env, url, limit) {
  const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const log = () => Buffer.concat(output).toString();

  for (const end = Date.now() + limit; Date.now() < end; await sleep(50)) {
    if (child.exitCode !== null) break;
    const signal = AbortSignal.timeout(2_000);
    const answer = await fetch(url, { signal }).catch(() => null);
    if (answer?.ok) return { child, log };
  }
  child.kill("SIGKILL");
  throw new Error(`${url} was not answered:\n${log()}`);
}

/** Ends a process, and gives its exit code. */
export async function stop(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, "close");
    child.kill("SIGTERM");
    await gone;
  }
  return child.exitCode;
}
