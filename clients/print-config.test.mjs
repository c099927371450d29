// Every configuration that print-config prints, taken as its client takes it: the server that it leads
// to is then used, and calls the API with the client's key.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { calls } from "./calls.mjs";
import { startHttpServer } from "./http-server.mjs";
import { mcpClients } from "./mcp-clients.mjs";
import { startMockApi } from "./mock-api.mjs";
import { AROUND, printed, readers, SECRETS, startMcpo } from "./printed-configs.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const IMAGE = "ghcr.io/somebody/openai-assistant-mcp:1";
const KEY = SECRETS.OPENAI_API_KEY;
const [{ connect }] = mcpClients;
const STARTERS = Object.keys(readers).filter((client) => client !== "open-webui");
// npx finds the mcp-remote that is installed here, if it is of the versions that are asked for.
process.chdir(fileURLToPath(new URL(".", import.meta.url)));

describe("print-config", { timeout: 900_000 }, () => {
  let api;
  before(async () => {
    api = await startMockApi();
  });
  after(() => api?.stop());

  for (const client of STARTERS) {
    test(`${client} starts the launcher`, async () => {
      const server = readers[client](printed(client));
      assert.equal(server.command, LAUNCHER);
      assert.deepEqual(server.env, { OPENAI_API_KEY: KEY });
      await isUsable({ ...server, env: { ...AROUND, ...server.env, OPENAI_BASE_URL: api.url } });
    });

    test(`${client} starts a container`, async () => {
      const server = readers[client](printed(client, "docker", "--image", IMAGE));
      assert.equal(server.command, "docker");
      assert.ok(server.args.includes("openai-assistant-mcp:/data"), "it keeps its database");
      const image = { IMAGE, IMAGE_ENV: `OPENAI_BASE_URL=${api.url}` };
      await isUsable({ ...server, env: { ...AROUND, ...server.env, ...image } });
    });
  }

  const servers = {
    key: { MCP_CREDENTIALS_PASSTHROUGH: "true" },
    token: { MCP_AUTH_TOKEN: SECRETS.MCP_AUTH_TOKEN, OPENAI_API_KEY: KEY },
    both: { MCP_AUTH_TOKEN: SECRETS.MCP_AUTH_TOKEN, MCP_CREDENTIALS_PASSTHROUGH: "true" },
    none: { OPENAI_API_KEY: KEY },
  };
  for (const [auth, settings] of Object.entries(servers)) {
    test(`everybody connects to a server, --auth ${auth}`, async () => {
      const server = await startHttpServer({ ...settings, OPENAI_BASE_URL: api.url });
      try {
        for (const client of Object.keys(readers)) {
          const args = [client, "http", "--auth", auth, "--url", `${server.url}/mcp`];
          const endpoint = readers[client](printed(...args));
          if (endpoint.type === "stdio") {
            assert.ok(existsSync("node_modules/.bin/mcp-remote"));
            endpoint.env = { ...process.env, ...endpoint.env, npm_config_offline: "true" };
          }
          await isUsable(endpoint);
        }
      } finally {
        await server.stop();
      }
    });
  }

  for (const [way, image] of [["stdio", []], ["docker", ["--image", IMAGE]]]) {
    test(`open-webui uses what mcpo serves, ${way}`, async () => {
      const mcpo = await startMcpo(printed("mcpo", way, ...image), {
        IMAGE,
        IMAGE_ENV: `OPENAI_BASE_URL=${api.url}`,
        OPENAI_BASE_URL: api.url,
      });
      try {
        const connection = readers["open-webui"](printed("open-webui", way, ...image));
        assert.deepEqual([connection.type, connection.url], ["openapi", "http://127.0.0.1:8000"]);
        const { headers } = connection;
        const page = await (await fetch(`${mcpo.url}/${connection.path}`, { headers })).json();
        assert.equal(Object.keys(page.paths).length, calls.length);

        const answer = await post(`${mcpo.url}/list_assistants`, headers);
        assert.equal(answer.status, 200, await answer.text());
        assert.equal((await api.nextExchange()).request.headers.authorization, `Bearer ${KEY}`);
        assert.equal((await post(`${mcpo.url}/list_assistants`, {})).status, 401);
      } finally {
        await mcpo.stop();
      }
    });
  }

  async function isUsable(endpoint) {
    const client = await connect(endpoint);
    try {
      assert.equal((await client.listTools()).tools.length, calls.length);
      const result = await client.callTool("list_assistants", {});
      assert.ok(!result.isError, JSON.stringify(result));
      assert.equal((await api.nextExchange()).request.headers.authorization, `Bearer ${KEY}`);
    } finally {
      await client.close();
    }
  }
});

function post(url, headers) {
  const json = { "content-type": "application/json" };
  return fetch(url, { method: "POST", headers: { ...json, ...headers }, body: "{}" });
}
