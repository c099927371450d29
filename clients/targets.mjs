// The ways to reach the server. Each start() gives an endpoint that a client can connect to, of a
// server that calls the API at a URL, and a stop() for when no client needs it any more. An endpoint's
// type is stdio, with command and env, or else streamable-http or sse, with url.
import { fileURLToPath } from "node:url";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));

export const targets = [
  {
    name: "stdio",
    // Here it is the client that starts the server, and ends it.
    async start(apiUrl) {
      return { endpoint: { type: "stdio", command: LAUNCHER, env: settings(apiUrl) }, stop() {} };
    },
  },
];

// Clients pass little else of their own environment on, and neither do these.
function settings(apiUrl) {
  const { JAVA_HOME } = process.env;
  const env = { OPENAI_API_KEY: "sk-not-a-key", OPENAI_BASE_URL: apiUrl };
  return JAVA_HOME ? { ...env, JAVA_HOME } : env;
}
