// The Inspector's command line: each request is a process of its own, which connects for just that.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const INSPECTOR = fileURLToPath(new URL("./node_modules/.bin/mcp-inspector", import.meta.url));
const LIMIT_MS = 120_000;
const OPTIONS = ["--cli", "--quiet", "--format", "json", "--connect-timeout", `${LIMIT_MS}`];

export async function inspector(endpoint) {
  const request = (...options) => run([...OPTIONS, ...options, ...server(endpoint)]);
  const call = (name, args, ...options) => {
    const tool = ["--tool-name", name, "--tool-args-json", JSON.stringify(args)];
    return request("--method", "tools/call", ...tool, ...options);
  };
  return {
    listTools: () => request("--method", "tools/list"),
    callTool: (name, args) => call(name, args),
    /** One call many times at once, over one connection; how many came to what. */
    repeatCall(name, args, times) {
      const count = String(times);
      return call(name, args, "--load", "--load-requests", count, "--load-concurrency", count);
    },
    close() {},
  };
}

function server({ type, url, headers, command, env }) {
  if (type !== "stdio") {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    const transport = ["--transport", type === "sse" ? "sse" : "http", "--server-url", url];
    return [...transport, ...lines.flatMap((line) => ["--header", line])];
  }
  const settings = Object.entries(env).flatMap(([name, value]) => ["-e", `${name}=${value}`]);
  return [...settings, "--", command];
}

/** The result it prints, which it also does where it then fails because that is an error's. */
function run(args) {
  return new Promise((resolve, reject) => {
    execFile(INSPECTOR, args, { timeout: LIMIT_MS }, (failure, stdout, stderr) => {
      if (stdout) resolve(JSON.parse(stdout).result);
      else reject(new Error(stderr || "It printed nothing", { cause: failure }));
    });
  });
}
