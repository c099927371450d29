// The server with its embedded engine, which OpenAI's SDKs reach over HTTP.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const OURS = /^(OPENAI|MCP|MODEL|ASSISTANTS|RUN|HTTP_HEADER)_/;

/** Starts it on a free loopback port, with an empty database; the caller must stop() it. */
export async function startAssistants(settings) {
  const folder = mkdtempSync(join(tmpdir(), "assistants "));
  const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  const child = spawn(LAUNCHER, [], {
    cwd: folder,
    env: {
      ...Object.fromEntries(inherited),
      TRANSPORT: "streamable-http",
      PORT: "0",
      ASSISTANTS_HTTP: "true",
      ASSISTANTS_DATABASE: join(folder, "assistants.db"),
      ...settings,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = await listening(child);
  return {
    url,
    async stop() {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(child) {
  const said = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const url = /\bhttp:\S+\/v1$/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error(`The server does not listen:\n${said.join("\n")}`);
}
