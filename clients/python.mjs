// The Python SDK, in a process that does what lines of JSON say.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const BRIDGE = fileURLToPath(new URL("./python/bridge.py", import.meta.url));

/** The version in one of the environments that python/setup makes. */
export function python(environment) {
  const command = fileURLToPath(new URL(`./.venv-${environment}/bin/python`, import.meta.url));
  return async (endpoint) => {
    const stdio = ["pipe", "pipe", "inherit"];
    const child = spawn(command, [BRIDGE, JSON.stringify(endpoint)], { stdio });
    await once(child, "spawn");
    const exited = once(child, "exit");
    const request = requester(child);
    return {
      listTools: () => request("list_tools", {}),
      callTool: (name, args) => request("call_tool", { name, arguments: args }),
      async close() {
        child.stdin.end();
        await exited;
      },
    };
  };
}

/** A function that asks the process for something; what it then rejects with is the process's words. */
function requester({ stdin, stdout }) {
  const waiting = new Map();
  createInterface({ input: stdout })
    .on("line", (line) => {
      const { id, result, error } = JSON.parse(line);
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (result) resolve(result);
      else reject(new Error(error));
    })
    .on("close", () => {
      for (const { reject } of waiting.values()) reject(new Error("The process ended"));
    });
  // Whoever wrote is told as well.
  stdin.on("error", () => {});

  let id = 0;
  return (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      const line = `${JSON.stringify({ id, method, params })}\n`;
      stdin.write(line, (failure) => failure && reject(failure));
    });
}
