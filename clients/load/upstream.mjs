// An API that costs next to nothing to call, in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const SERVER = fileURLToPath(new URL("upstream-server.mjs", import.meta.url));

/** Starts it on a free loopback port; the caller must stop() it. */
export async function startUpstream() {
  const child = spawn(process.execPath, [SERVER], { stdio: ["pipe", "pipe", "inherit"] });
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
