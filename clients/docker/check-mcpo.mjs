// MCPO in a container, in front of ours: by the line of docs/docker.md, and by compose.yaml.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { converse } from "./conversation.mjs";
import { IMAGE, KEY, linesOf, runUntil, until } from "./docker.mjs";
import { MOUNTS, post, standIn } from "./mcpo.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const COMPOSE = "/usr/bin/docker-compose";
const SUITE = { timeout: 600_000 };
const TOOLS = 23;
const PAGE = "http://127.0.0.1:8000/openapi.json";

test("MCPO reaches the server through its host", SUITE, async () => {
  const [, passedThrough] = linesOf("run", "-e", "MODEL_API=echo");
  const [line] = linesOf("run --rm -p 8000:8000");
  const image = line.find((word) => word.includes("mcpo:"));
  assert.equal(line.at(-1), "http://host.docker.internal:8662/sse");
  line.splice(line.indexOf(image), 0, ...MOUNTS.flatMap((mount) => ["-v", mount]));

  await standIn(image);
  const server = await runUntil("http://127.0.0.1:8662/healthz", passedThrough);
  try {
    const mcpo = await runUntil(PAGE, line);
    try {
      await isWhole();
    } finally {
      await mcpo.stop();
    }
  } finally {
    await server.stop();
  }
});

test("compose.yaml starts both, and keeps what they did", SUITE, async () => {
  const folder = mkdtempSync(join(tmpdir(), "compose-"));
  const more = join(folder, "more.yaml");
  const server = { image: IMAGE, environment: { MODEL_API: "echo" } };
  writeFileSync(more, JSON.stringify({ services: { server, mcpo: { volumes: MOUNTS } } }));
  const compose = (...args) => {
    const files = ["-p", "composed", "-f", join(ROOT, "compose.yaml"), "-f", more];
    const env = { ...process.env, OPENAI_API_KEY: KEY };
    const { status, stdout, stderr } = spawnSync(COMPOSE, [...files, ...args], { cwd: ROOT, env });
    assert.equal(status, 0, `${args}: ${stderr}`);
    return `${stdout}`;
  };
  try {
    await standIn(/image: (\S+mcpo:\S+)/.exec(compose("config"))[1]);
    compose("up", "-d", "--no-build");
    assert.ok(await until(() => fetch(PAGE).then(({ ok }) => ok, () => false)), compose("logs"));
    const thread_id = await isWhole();
    compose("down");

    compose("up", "-d", "--no-build");
    assert.ok(await until(() => fetch(PAGE).then(({ ok }) => ok, () => false)), compose("logs"));
    assert.equal((await post("get_thread", { thread_id })).id, thread_id);
    assert.ok(!compose("logs", "server").includes(KEY), "no key in the log");
  } finally {
    compose("down", "-v");
    rmSync(folder, { recursive: true });
  }
});

/** MCPO has all tools, and calls of them reach the engine; gives a thread that is then there. */
async function isWhole() {
  const { paths } = await (await fetch(PAGE)).json();
  assert.equal(Object.keys(paths).length, TOOLS);
  return converse(post);
}
