// Gives the command lines of clients, installed in a folder, what is printed for them, in a home of
// their own. A server over HTTP wants a token, which they only have from there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startHttpServer } from "./http-server.mjs";
import { printed, SECRETS } from "./printed-configs.mjs";

const LIMIT_MS = 120_000;
const [installed] = process.argv.slice(2);
const commands = join(resolve(installed), "node_modules", ".bin");

const checks = {
  "claude-code"(text, run) {
    run("bash", "-c", text);
    assert.match(run("claude", "mcp", "list"), /openai-assistant: .*Connected/);
    run("claude", "mcp", "remove", "openai-assistant");
  },
  "gemini-cli"(text, run, home) {
    write(join(home, ".gemini"), "settings.json", text);
    // In an untrusted folder it starts nothing; and it lists on stderr.
    const list = "GEMINI_CLI_TRUST_WORKSPACE=true gemini mcp list 2>&1";
    assert.match(run("bash", "-c", list), /openai-assistant: .*Connected/);
  },
  /** It connects for nobody who is not logged in, but says what it understood. */
  codex(text, run, home) {
    write(join(home, ".codex"), "config.toml", text);
    const { transport } = JSON.parse(run("codex", "mcp", "get", "openai-assistant", "--json"));
    const understood = transport.env_vars ?? transport.bearer_token_env_var;
    assert.match(JSON.stringify(understood), /OPENAI_API_KEY|MCP_AUTH_TOKEN/);
  },
};

const server = await startHttpServer({
  MCP_AUTH_TOKEN: SECRETS.MCP_AUTH_TOKEN,
  MCP_CREDENTIALS_PASSTHROUGH: "true",
});
const home = mkdtempSync(join(tmpdir(), "check-clients-"));
try {
  const http = ["http", "--auth", "both", "--url", `${server.url}/mcp`];
  for (const way of [["stdio"], http]) {
    for (const [client, check] of Object.entries(checks)) {
      check(printed(client, ...way), runner(home), home);
      console.log(`ok     ${client} ${way[0]}`);
    }
  }
} finally {
  await server.stop();
  rmSync(home, { recursive: true });
}

function runner(home) {
  const env = { ...process.env, ...SECRETS, HOME: home, PATH: `${commands}:${process.env.PATH}` };
  return (command, ...args) => {
    const stdio = ["ignore", "pipe", "pipe"];
    return execFileSync(command, args, { cwd: home, env, encoding: "utf8", timeout: LIMIT_MS, stdio });
  };
}

function write(folder, name, text) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), text);
}
