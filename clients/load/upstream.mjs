// An API that costs next to nothing to call, in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(new URL("upstream-server.mjs", import.meta.url));

/** Starts it on a free loopback port; the caller must stop() it. */
export const startUpstream = () => startLocal(SERVER);

/** Starts a script that prints its port and goes when its stdin ends; the caller must stop() it. */
export async function startLocal(script, ...args) {
  const stdio = ["pipe", "pipe", "inherit"];
  const child = spawn(process.execPath, [script, ...args], { stdio });
  const [port] = await once(child.stdout.setEncoding("utf8"), "data");
  return {
    port: Number(port),
    url: `http://127.0.0.1:${Number(port)}/v1`,
    async stop() {
      child.stdin.end();
      await once(child, "close");
    },
  };
}
