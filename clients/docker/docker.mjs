// Docker's command line, and the image that script/docker-test has built.
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const { IMAGE } = process.env;
export const DOCKER = "/usr/bin/docker"; // Another in PATH may not know this daemon's protocol.
export const KEY = "sk-not-a-key";

const PAGE = fileURLToPath(new URL("../../docs/docker.md", import.meta.url));
const LIMIT_MS = 120_000;

/** What a command of docker prints. */
export async function docker(...args) {
  const { stdout } = await promisify(execFile)(DOCKER, args, { maxBuffer: 1e8 });
  return stdout.trim();
}

/** A field of a container or an image, by a path such as State.Health.Status. */
export async function inspect(name, path) {
  const [found] = JSON.parse(await docker("inspect", name));
  return path.split(".").reduce((value, key) => value?.[key], found);
}

/** What a container has printed. */
export async function logs(container) {
  const { stdout, stderr } = await promisify(execFile)(DOCKER, ["logs", container]);
  return stdout + stderr;
}

/**
 * The arguments of the lines of docs/docker.md that begin with some words, with our image and key.
 * Whatever else is given stands before the image's name.
 */
export function linesOf(start, ...more) {
  return readFileSync(PAGE, "utf8")
    .split("\n")
    .filter((line) => line.startsWith(`docker ${start}`))
    .map((line) => line.match(/'[^']*'|\S+/g).slice(1))
    .map((words) => words.map((word) => word.replace(/^'(.*)'$/s, "$1").replace("...", KEY)))
    .map((words) => words.flatMap((word) => (word === "IMAGE" ? [...more, IMAGE] : [word])));
}

/** All files of an image, with their times as text that sorts. */
export async function files(image) {
  const container = await docker("create", image);
  try {
    const list = spawn("bash", ["-c", `${DOCKER} export ${container} | tar -tv --full-time -f -`]);
    const lines = (await text(list.stdout)).trim().split("\n");
    return lines.map((line) => {
      const [, time, path] = /^\S+ +\S+ +\d+ (\S+ \S+) (.*)$/.exec(line);
      return { time, path };
    });
  } finally {
    await docker("rm", "-v", container);
  }
}

/** Runs a container in the foreground until it answers at a URL; the caller must stop() it. */
export async function runUntil(url, args) {
  const child = spawn(DOCKER, args, { stdio: ["ignore", "pipe", "pipe"] });
  const closed = once(child, "close");
  const output = [];
  child.stdout.on("data", (chunk) => output.push(chunk));
  child.stderr.on("data", (chunk) => output.push(chunk));
  const stop = async () => {
    child.kill("SIGTERM"); // which Docker passes on
    const [code] = await closed;
    return code;
  };
  const answers = await until(async () => {
    if (child.exitCode !== null) return true;
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
    return answer?.ok;
  });
  if (!answers || child.exitCode !== null) {
    await stop();
    throw new Error(`${url} is not answered by ${args.join(" ")}:\n${Buffer.concat(output)}`);
  }
  return { stop, log: () => Buffer.concat(output).toString() };
}

/** Whether something comes true within the time that a busy machine needs. */
export async function until(condition) {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; await sleep(200)) {
    if (await condition()) return true;
  }
  return false;
}
