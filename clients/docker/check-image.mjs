// What the image is, and how its containers live and end.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { connected, converse } from "./conversation.mjs";
import { IMAGE, KEY, docker, files, inspect, logs, until } from "./docker.mjs";

const SUITE = { timeout: 600_000 };
const LIMIT_BYTES = 150e6;
const PORT = ["-p", "127.0.0.1:8662:8662"];
const SETTINGS = ["-e", "MODEL_API=echo", "-e", `OPENAI_API_KEY=${KEY}`];
const STDIO = ["-i", "-e", "TRANSPORT=stdio"];
const LOCKED = ["--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"];
const SMALL = ["--memory", "256m"];
const OFTEN = ["--health-interval", "1s", "--health-retries", "1"];
const MCP = { type: "streamable-http", url: "http://127.0.0.1:8662/mcp", headers: {} };
const CACHE = ["-XX:AOTCache=/app/classes.aot", "-XX:AOTMode=on"];
const JAR = ["-jar", "/app/openai-assistant-mcp.jar"];

test("it is small, and labelled", SUITE, async () => {
  const size = await inspect(IMAGE, "Size");
  assert.ok(size <= LIMIT_BYTES, `${size} bytes`);
  const labels = await inspect(IMAGE, "Config.Labels");
  const name = labels["io.modelcontextprotocol.server.name"];
  assert.match(name, /^io\.github\.[^/]+\/openai-assistant-mcp$/);
  assert.equal(labels["org.opencontainers.image.licenses"], "MIT");
});

test("it has nobody's secrets, and no shell", SUITE, async () => {
  const all = await files(IMAGE);
  const folders = new Set(all.map(({ path }) => path.split("/")[0]));
  for (const folder of ["app", "data", "opt", "etc", "tmp"]) assert.ok(folders.has(folder), folder);
  const strange = /\.env$|\.git\/|\.m2\/|settings\.xml$|bin\/(ba)?sh$/;
  assert.deepEqual(all.filter(({ path }) => strange.test(path)), []);
  const history = await docker("history", "--no-trunc", IMAGE);
  assert.doesNotMatch(history, /(KEY|TOKEN|SECRET|PASSWORD)[A-Z_]*=/);
});

test("its classes come from a cache that was made after all jars", SUITE, async () => {
  const all = await files(IMAGE);
  const cache = all.find(({ path }) => path === "app/classes.aot");
  const jars = all.filter(({ path }) => path.endsWith(".jar"));
  assert.ok(jars.length > 20, "the jars are there");
  for (const jar of jars) assert.ok(jar.time <= cache.time, `${jar.path} is older than the cache`);

  const java = ["run", "--rm", "--entrypoint", "java", IMAGE, "@/app/jvm.options", ...CACHE];
  const log = await docker(...java, "-Xlog:class+load=info:stdout", ...JAR, "--version");
  assert.match(log, /io\.assistantmcp\.server\.Main source: shared objects file/);
});

test("it runs as nobody in particular, as process 1, in little memory", SUITE, async () => {
  await running([...PORT, ...SETTINGS, ...LOCKED, ...SMALL], async (container) => {
    await connected(MCP, converse);
    const status = readFileSync(`/proc/${await inspect(container, "State.Pid")}/status`, "utf8");
    assert.match(status, /^Name:\s+java$/m);
    assert.match(status, /^NSpid:.*\t1$/m);
    assert.match(status, /^Uid:\t10001\t10001\t10001\t10001$/m);
    assert.match(status, /^CapEff:\t0+$/m);
  });
});

test("a volume keeps what is in it", SUITE, async () => {
  const words = [...PORT, ...SETTINGS, "-v", "kept:/data"];
  const thread_id = await running(words, () => connected(MCP, converse));
  await running(words, async () => {
    await connected(MCP, async (call) => {
      const { data } = await call("list_messages", { thread_id });
      assert.equal(data.length, 2);
    });
  });
  await running([...PORT, ...SETTINGS], async () => {
    await assert.rejects(
      connected(MCP, (call) => call("get_thread", { thread_id })),
      /No thread found/,
    );
  });
});

test("it is asked to end, and ends by itself", SUITE, async () => {
  for (const mode of [PORT, STDIO]) {
    const container = await docker("run", "-d", ...mode, ...SETTINGS, IMAGE);
    await isHealthyOnce(container);
    await docker("stop", "-t", "60", container);
    assert.equal(await inspect(container, "State.ExitCode"), 0);
    await docker("rm", "-v", container);
  }
});

for (const [mode, words] of Object.entries({ HTTP: PORT, stdio: STDIO })) {
  test(`it is healthy over ${mode}`, SUITE, async () => {
    await running([...words, ...SETTINGS, ...LOCKED, ...OFTEN], async (container) => {
      assert.ok(await has(container, "healthy"), await health(container));
    });
  });
}

test("a server that does not answer is not healthy", SUITE, async () => {
  await running([...PORT, ...SETTINGS, ...OFTEN], async (container) => {
    assert.ok(await has(container, "healthy"), await health(container));
    await docker("kill", "--signal", "STOP", container);
    assert.ok(await has(container, "unhealthy"), await health(container));
    await docker("kill", "--signal", "CONT", container);
    assert.ok(await has(container, "healthy"), await health(container));
  });
});

/** Does something while a container runs, and ends it. */
async function running(words, work) {
  const container = await docker("run", "-d", ...words, IMAGE);
  try {
    await isHealthyOnce(container);
    return await work(container);
  } finally {
    await docker("rm", "-f", "-v", container);
  }
}

async function isHealthyOnce(container) {
  const java = ["java", "@/app/jvm.options", ...JAR, "health"];
  const fine = () =>
    docker("exec", container, ...java).then(
      () => true,
      () => false,
    );
  assert.ok(await until(fine), await logs(container));
}

function has(container, status) {
  return until(async () => (await inspect(container, "State.Health.Status")) === status);
}

async function health(container) {
  return JSON.stringify(await inspect(container, "State.Health"));
}
