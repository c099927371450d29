// The configurations that the image itself prints, started by a real Docker; only the model is the echo.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readers, SECRETS } from "../printed-configs.mjs";
import { connected, converse } from "./conversation.mjs";
import { DOCKER, docker, IMAGE } from "./docker.mjs";

const SUITE = { timeout: 600_000 };
const { DOCKER_HOST, DOCKER_CONFIG } = process.env;
const print = (...args) => docker("run", "--rm", IMAGE, "print-config", ...args);

test("every client's container finds what another's has kept", SUITE, async () => {
  let thread_id;
  for (const client of Object.keys(readers).filter((one) => one !== "open-webui")) {
    const printed = readers[client](await print(client, "docker", "--image", IMAGE));
    assert.equal(printed.command, "docker");
    const args = printed.args.flatMap((word) =>
      word === IMAGE ? ["-e", "MODEL_API=echo", IMAGE] : [word],
    );
    const env = { DOCKER_HOST, DOCKER_CONFIG, ...printed.env };
    await connected({ type: "stdio", command: DOCKER, args, env }, async (call) => {
      if (thread_id) await call("get_thread", { thread_id });
      thread_id = await converse(call);
    });
  }
  assert.equal(await docker("ps", "--quiet"), "");
});

test("a container knows its port, and that it has no launcher", SUITE, async () => {
  const { url, headers } = readers.codex(await print("codex", "http"));
  assert.equal(url, "http://127.0.0.1:8662/mcp");
  assert.deepEqual(headers, { "X-OpenAI-API-Key": SECRETS.OPENAI_API_KEY });
  assert.match(readers.cursor(await print("cursor")).command, /^\/path\/to\//);
});
