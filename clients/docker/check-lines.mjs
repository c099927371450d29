// The lines that docs/docker.md shows, each as it stands there; only the model is the echo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { connected, converse } from "./conversation.mjs";
import { DOCKER, KEY, docker, linesOf, runUntil } from "./docker.mjs";

const SUITE = { timeout: 600_000 };
const ECHO = ["-e", "MODEL_API=echo"];
const LINES = linesOf("run", ...ECHO);
const { DOCKER_HOST, DOCKER_CONFIG } = process.env;

const [ownKey, passedThrough, stdio, streamable, withVolume] = LINES;

test("the lines with a key of its own, and with a volume, serve /mcp and /sse", SUITE, async () => {
  for (const line of [ownKey, withVolume]) {
    const server = await runUntil("http://127.0.0.1:8662/healthz", line);
    try {
      for (const endpoint of endpoints("http://127.0.0.1:8662", {})) {
        await connected(endpoint, converse);
      }
      assert.ok(!server.log().includes(KEY), "no key in the log");
      if (line === withVolume) await looksAfterItsDatabase();
    } finally {
      assert.equal(await server.stop(), 0);
    }
  }
});

test("the line with passed-through keys wants one, and keeps clients apart", SUITE, async () => {
  const server = await runUntil("http://127.0.0.1:8662/healthz", passedThrough);
  try {
    const [, sse] = endpoints("http://127.0.0.1:8662", { "X-OpenAI-API-Key": "sk-one" });
    const [mcp] = endpoints("http://127.0.0.1:8662", { "X-OpenAI-API-Key": "sk-two" });
    const [without] = endpoints("http://127.0.0.1:8662", {});
    const thread_id = await connected(sse, converse);
    await assert.rejects(
      connected(mcp, (call) => call("get_thread", { thread_id })),
      /No thread found/,
    );
    await assert.rejects(connected(without, converse), /X-OpenAI-API-Key/);
  } finally {
    assert.equal(await server.stop(), 0);
  }
});

test("the line on stdio serves, and its container ends with its client", SUITE, async () => {
  const env = { DOCKER_HOST, DOCKER_CONFIG };
  await connected({ type: "stdio", command: DOCKER, args: stdio, env }, converse);
  assert.equal(await docker("ps", "--quiet"), "");
});

test("the line with a port of its own serves /mcp and no /sse", SUITE, async () => {
  const server = await runUntil("http://127.0.0.1:8001/healthz", streamable);
  try {
    const [mcp, sse] = endpoints("http://127.0.0.1:8001", {});
    await connected(mcp, converse);
    assert.equal((await fetch(sse.url)).status, 404);
  } finally {
    assert.equal(await server.stop(), 0);
  }
});

test("options stand behind the image's name", SUITE, async () => {
  const line = [...ownKey, "--transport", "sse", "--log-level", "info"];
  const server = await runUntil("http://127.0.0.1:8662/healthz", line);
  try {
    const [mcp, sse] = endpoints("http://127.0.0.1:8662", {});
    await connected(sse, converse);
    assert.equal((await fetch(mcp.url)).status, 404);
    assert.match(server.log(), /create_run/);
  } finally {
    assert.equal(await server.stop(), 0);
  }
});

async function looksAfterItsDatabase() {
  const [backup, check] = linesOf("exec");
  assert.match(await docker(...backup), /^ok .* is copied to \/data\/copy\.db$/);
  assert.match(await docker(...check), /^ok .*\/data\/assistants\.db is whole$/);
}

function endpoints(base, headers) {
  return [
    { type: "streamable-http", url: `${base}/mcp`, headers },
    { type: "sse", url: `${base}/sse`, headers },
  ];
}
