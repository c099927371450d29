// The ways to reach the server. Each start() gives an endpoint that a client can connect to, of a
// server that calls the API at a URL with KEY and has whatever more settings are given, and a stop() for
// when no client needs it any more. An endpoint's type is stdio, with command and env, or else
// streamable-http or sse, with url and headers.
import { fileURLToPath } from "node:url";
import { startHttpServer } from "./http-server.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));

export const KEY = "sk-not-a-key";

// The client brings the key, and the server's own must not be used.
const PASSTHROUGH = { MCP_CREDENTIALS_PASSTHROUGH: "true", OPENAI_API_KEY: "sk-of-the-server" };
const KEY_HEADER = { "X-OpenAI-API-Key": KEY };

export const targets = [
  {
    name: "stdio",
    // Here it is the client that starts the server, and ends it.
    async start(apiUrl, more) {
      const env = { ...stdioEnv(apiUrl), ...more };
      return { endpoint: { type: "stdio", command: LAUNCHER, env }, stop() {} };
    },
  },
  {
    name: "/mcp",
    start: startHttp("streamable-http", "/mcp", { OPENAI_API_KEY: KEY }),
  },
  {
    name: "/mcp with sessions, own key",
    start: startHttp("streamable-http", "/mcp", { ...PASSTHROUGH, MCP_STATEFUL: "true" }, KEY_HEADER),
  },
  {
    name: "/sse, own key",
    start: startHttp("sse", "/sse", PASSTHROUGH, KEY_HEADER),
  },
];

function startHttp(type, path, settings, headers = {}) {
  return async (apiUrl, more) => {
    const server = await startHttpServer({ ...settings, ...more, OPENAI_BASE_URL: apiUrl });
    return { endpoint: { type, url: server.url + path, headers }, stop: server.stop };
  };
}

// Clients pass little else of their own environment on, and neither do these.
function stdioEnv(apiUrl) {
  const { JAVA_HOME } = process.env;
  const env = { OPENAI_API_KEY: KEY, OPENAI_BASE_URL: apiUrl };
  return JAVA_HOME ? { ...env, JAVA_HOME } : env;
}
