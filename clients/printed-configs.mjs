// What print-config prints, read as its client reads it: into an endpoint for mcp-clients.mjs, with
// the secrets where the client would have them from: a prompt, its environment, or a person who puts
// them over the placeholder.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { started, stop } from "./http-server.mjs";
import { freePort } from "./mock-api.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const STAND_INS = fileURLToPath(new URL("./stand-ins", import.meta.url));
const NAME = "openai-assistant";
const START_LIMIT_MS = 60_000;

export const SECRETS = {
  OPENAI_API_KEY: "sk-not-a-key",
  MCP_AUTH_TOKEN: "not-a-token",
  MCPO_API_KEY: "not-an-mcpo-key",
};
const PLACEHOLDERS = {
  "<your OpenAI API key>": SECRETS.OPENAI_API_KEY,
  "<your token of the MCP server>": SECRETS.MCP_AUTH_TOKEN,
  "<your API key of MCPO>": SECRETS.MCPO_API_KEY,
};

/** What a client passes on by itself, with stand-ins for docker, uvx and claude. */
export const AROUND = { ...process.env, PATH: `${STAND_INS}:${process.env.PATH}` };

/** The clients that connect by themselves, and how they read what was printed for them. */
export const readers = {
  "claude-desktop": (text) => endpoint(parsed(text).mcpServers, overPlaceholders),
  "claude-code": claudeCode,
  cursor: (text) => endpoint(parsed(text).mcpServers, variables(/\$\{env:(\w+)\}/g)),
  vscode: vsCode,
  "open-webui": openWebUi,
  codex,
  "gemini-cli": (text) => endpoint(parsed(text).mcpServers, variables(/\$(\w+)/g)),
};

/** Prints a configuration; its stdout must be all that is pasted. */
export function printed(...args) {
  const { status, stdout, stderr } = spawnSync(LAUNCHER, ["print-config", ...args], {
    encoding: "utf8",
    env: { ...process.env, ...SECRETS },
  });
  assert.equal(status, 0, stderr);
  assert.notEqual(stderr, "", "where it goes");
  for (const secret of Object.values(SECRETS)) assert.ok(!(stdout + stderr).includes(secret));
  return stdout;
}

/** Runs the command for MCPO, on a port that is free; url, and stop(). */
export async function startMcpo(command, secrets = {}) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const line = command.replace("--port 8000", `--port ${new URL(url).port}`);
  assert.notEqual(line, command);
  const env = { ...AROUND, ...SECRETS, ...secrets };
  const { child } = await started("bash", ["-c", line], env, `${url}/openapi.json`, START_LIMIT_MS);
  return { url, stop: () => stop(child) };
}

/** TOML, by a parser that is not ours. */
export function toml(text) {
  const program = "import json, sys, tomllib; print(json.dumps(tomllib.loads(sys.stdin.read())))";
  return JSON.parse(execFileSync("python3", ["-c", program], { input: text, encoding: "utf8" }));
}

function parsed(text) {
  return JSON.parse(text);
}

/** The only server of a file. */
function endpoint(servers, read) {
  assert.deepEqual(Object.keys(servers), [NAME]);
  const { command, args = [], env = {}, url, httpUrl, headers = {} } = servers[NAME];
  return command
    ? { type: "stdio", command: read(command), args: args.map(read), env: mapped(env, read) }
    : { type: "streamable-http", url: url ?? httpUrl, headers: mapped(headers, read) };
}

function mapped(object, read) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, read(value)]));
}

function overPlaceholders(value) {
  return value.replace(/<your [^>]*>/g, (placeholder) => known(PLACEHOLDERS, placeholder));
}

function variables(pattern) {
  return (value) => value.replace(pattern, (_, name) => known(SECRETS, name));
}

function known(values, name) {
  assert.ok(name in values, `${name} is asked for`);
  return values[name];
}

/** The command is run, by a stand-in that tells its arguments. */
function claudeCode(text) {
  const output = execFileSync("bash", ["-c", text], { env: AROUND, encoding: "utf8" });
  const args = output.split("\0").slice(0, -1);
  assert.deepEqual(args.splice(0, 2), ["mcp", "add"]);
  const read = variables(/\$\{(\w+)\}/g);
  const server = { type: "stdio", env: {}, headers: {} };
  const free = [];
  while (args.length > 0 && args[0] !== "--") {
    const word = args.shift();
    if (word === "--transport") {
      assert.equal(args.shift(), "http");
      server.type = "streamable-http";
    } else if (word === "--env") {
      const [name, value] = args.shift().split("=");
      server.env[name] = read(value);
    } else if (word === "--header") {
      const [name, value] = args.shift().split(": ");
      server.headers[name] = read(value);
    } else {
      free.push(word);
    }
  }
  const [name, url] = free;
  assert.equal(name, NAME);
  const [command, ...rest] = args.slice(1);
  return { ...server, url, command, args: rest };
}

function vsCode(text) {
  const { inputs = [], servers } = parsed(text);
  assert.match(servers[NAME].type, /^(stdio|http)$/);
  const ids = inputs.map(({ type, id, password }) => {
    assert.deepEqual([type, password], ["promptString", true]);
    return id;
  });
  return endpoint(servers, (value) =>
    value.replace(/\$\{input:([\w-]+)\}/g, (_, id) => {
      assert.ok(ids.includes(id), `${id} is asked for`);
      return known(SECRETS, id.toUpperCase().replaceAll("-", "_"));
    }),
  );
}

/** It connects to what is MCP; what is OpenAPI has url, path and key. */
function openWebUi(text) {
  const [{ type, url, path, auth_type, key, headers = {} }] = parsed(text);
  const read = mapped(headers, overPlaceholders);
  if (auth_type === "bearer") read.Authorization = `Bearer ${overPlaceholders(key)}`;
  return type === "mcp"
    ? { type: "streamable-http", url, headers: read }
    : { type, url, path, headers: read };
}

function codex(text) {
  const { mcp_servers } = toml(text);
  assert.deepEqual(Object.keys(mcp_servers), [NAME]);
  const { command, args = [], env_vars = [], url, ...http } = mcp_servers[NAME];
  const env = Object.fromEntries(env_vars.map((name) => [name, known(SECRETS, name)]));
  const headers = mapped(http.env_http_headers ?? {}, (name) => known(SECRETS, name));
  if (http.bearer_token_env_var) {
    headers.Authorization = `Bearer ${known(SECRETS, http.bearer_token_env_var)}`;
  }
  return command
    ? { type: "stdio", command, args, env }
    : { type: "streamable-http", url, headers };
}
