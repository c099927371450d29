// The Assistants API as a mock that is not ours: @stdy/cli serves the slice, checks every request
// against it, answers an invalid one with 400, and reports each exchange as a line of JSON.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const STEADY = fileURLToPath(new URL("./node_modules/.bin/steady", import.meta.url));
const SLICE = fileURLToPath(new URL("../openapi/assistants.yaml", import.meta.url));
const START_LIMIT_MS = 60_000;
const REPORT_LIMIT_MS = 30_000;

/** Starts the mock of a document on a free loopback port; the caller must stop() it. */
export async function startMockApi(document = SLICE) {
  const port = await freePort();
  const options = ["--host", "127.0.0.1", "--port", port, "--log-format=json", "--log-level=full"];
  const child = spawn(STEADY, [...options, "--reject-on-sdk-error", document], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exchanges = [];
  const output = [];
  createInterface({ input: child.stderr }).on("line", (line) => output.push(line));
  createInterface({ input: child.stdout }).on("line", (line) => {
    output.push(line);
    const record = parsed(line);
    if (record?.type === "request" && !record.request.path.startsWith("/_x-steady")) {
      exchanges.push(record);
    }
  });

  const url = `http://127.0.0.1:${port}`;
  await ready(url, child, output);
  return {
    url,
    /** The next exchange not taken yet; each belongs to exactly one request. */
    async nextExchange() {
      for (const end = Date.now() + REPORT_LIMIT_MS; Date.now() < end; await sleep(10)) {
        if (exchanges.length > 0) return exchanges.shift();
      }
      throw new Error("The mock reported no request");
    },
    pendingExchanges: () => exchanges.length,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** A port of the loopback interface that nobody listens on. */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** The arguments a request carries: path and query parameters and the fields of the body. */
export function sent(request) {
  const values = request.path.split("/");
  const names = request.pathPattern.split("/");
  const path = names.flatMap((name, i) =>
    name.startsWith("{") ? [[name.slice(1, -1), values[i]]] : [],
  );
  const query = [...new URLSearchParams(request.query)].map(([name, value]) => {
    if (name === "include[]") return ["include", [value]];
    return [name, name === "limit" ? Number(value) : value];
  });
  return { ...Object.fromEntries([...path, ...query]), ...request.body };
}

async function ready(url, child, output) {
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await sleep(50)) {
    if (child.exitCode !== null) break;
    const signal = AbortSignal.timeout(1_000);
    const health = await fetch(`${url}/_x-steady/health`, { signal }).catch(() => null);
    if (health?.ok) return;
  }
  child.kill("SIGKILL");
  throw new Error(`The mock did not start:\n${output.join("\n")}`);
}

function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
