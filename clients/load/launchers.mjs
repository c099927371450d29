// Our launcher, on each of the two JDKs, as a release has it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { StdioServer } from "./stdio-server.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TRAINING_LIMIT_MS = 300_000;

/** The launcher on JDK 25 and on the default JDK, unpacked and with its archives in a folder of ours. */
export function launchers(cacheHome) {
  const release = join(cacheHome, "release");
  if (!existsSync(release)) run(join(ROOT, "release", "layout"), ROOT, release);
  const homes = new Set(
    [run(join(ROOT, "script", "jdk25")), defaultJdk()].map((home) => realpathSync(home)),
  );
  return [...homes].map((home) => {
    const version = /^JAVA_VERSION="(.*)"/m.exec(readFileSync(join(home, "release"), "utf8"))[1];
    return {
      name: `this server, JDK ${version}`,
      release: parseInt(version),
      command: join(release, "bin", "openai-assistant-mcp"),
      env: { JAVA_HOME: home, XDG_CACHE_HOME: cacheHome, OPENAI_API_KEY: "sk-not-a-key" },
      archives: join(cacheHome, "openai-assistant-mcp"),
    };
  });
}

/** Starts it until its archive is in use: the first start has one trained for later ones. */
export async function train(launcher, Server = StdioServer) {
  for (const end = Date.now() + TRAINING_LIMIT_MS; Date.now() < end; await sleep(2_000)) {
    const server = new Server(launcher);
    await server.initialize();
    const ready = usesArchive(server, launcher);
    await server.end();
    if (ready) return;
  }
  throw new Error(`no archive comes into use in ${launcher.archives} with ${launcher.name}`);
}

/** Whether a running server has its archive mapped. */
export function usesArchive(server, { archives }) {
  return readFileSync(`/proc/${server.pid}/maps`, "utf8").includes(`${archives}/archive.`);
}

function defaultJdk() {
  return process.env.JAVA_HOME || dirname(dirname(realpathSync(run("which", "java"))));
}

function run(...[command, ...args]) {
  return execFileSync(command, args, { encoding: "utf8" }).trim();
}
