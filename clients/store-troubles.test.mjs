// Databases that cannot be used as they should: one line says what is wrong and what to do, and what
// was answered is still there afterwards.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { StdioServer } from "./load/stdio-server.mjs";
import { ToolClient } from "./load/tool-client.mjs";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const LIMITS = { timeout: 300_000 };
const PAGE = 4096;
const EXPIRY_S = 10; // the least there is
const TOOLS = [{ type: "function", function: { name: "get_weather" } }];
// To the superuser all files are writable, unless these powers are given up first.
const UNPRIVILEGED =
  process.getuid() === 0 ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] : [];
// A user may have disks of its own, where the system lets it.
const PRIVATE_DISKS = ["unshare", "--map-root-user", "--mount"];
const hasPrivateDisks = spawnSync(PRIVATE_DISKS[0], [...PRIVATE_DISKS.slice(1), "true"]).status === 0;

const DAMAGED = "is damaged or no SQLite database; put a backup in its place or move it away.";
const READ_ONLY = "is read-only; make the file and its folder writable for this user.";
const CLOSED =
  "cannot be opened; check that file and folder are there, and readable and writable for this user.";
const FULL = "cannot grow, the disk is full; make room, nothing that was answered is lost.";

describe("a database", LIMITS, () => {
  const all = mkdtempSync(join(tmpdir(), "store troubles "));
  let folder;
  let database;
  let thread;

  beforeEach(() => {
    folder = mkdtempSync(join(all, "data-"));
    database = join(folder, "assistants.db");
    thread = JSON.parse(run("call", "create_thread", "{}").stdout).id;
  });

  after(() => rmSync(all, { recursive: true, force: true }));

  test("of a newer release is left alone", () => {
    setVersion(99);
    const before = readFileSync(database);
    refuses("was written by a newer release; use that release, or another file.");
    assert.deepEqual(readFileSync(database), before);
    setVersion(1);
    keeps();
  });

  test("with damaged pages is told from one that lacks something", () => {
    const file = openSync(database, "r+");
    for (let page = 2; page < 12; page++) writeSync(file, Buffer.alloc(PAGE, "?"), 0, PAGE, page * PAGE);
    closeSync(file);
    refuses(DAMAGED);
  });

  test("that is cut off is damaged", () => {
    truncateSync(database, 3 * PAGE + 100);
    refuses(DAMAGED);
  });

  test("in a read-only file or folder says so, and goes on once it is not", () => {
    for (const path of [database, folder]) {
      const { mode } = statSync(path);
      chmodSync(path, mode & 0o555);
      told(run("call", "create_thread", "{}"), READ_ONLY);
      chmodSync(path, mode);
      keeps();
    }
  });

  test("in a file or folder that is another's says so, and goes on once it is not", () => {
    for (const path of [database, folder]) {
      const { mode } = statSync(path);
      chmodSync(path, 0);
      told(run("call", "create_thread", "{}"), CLOSED);
      chmodSync(path, mode);
      keeps();
    }
  });

  test("is copied for its owner alone, and not at all where that cannot be", () => {
    const copy = join(folder, "copy.db");
    assert.equal(run("db", "backup", copy).status, 0);
    assert.equal(statSync(copy).mode & 0o777, 0o600);
    const closed = join(all, "closed");
    mkdirSync(closed, { mode: 0o500 });
    const refused = run("db", "backup", join(closed, "copy.db"));
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /^openai-assistant-mcp: .* cannot be copied to .*\n$/);
    assert.equal(existsSync(join(closed, "copy.db")), false);
    database = copy;
    keeps();
  });

  /** Nothing is done with it, and all ways say the same in a line. */
  function refuses(sentence) {
    told(run("call", "create_thread", "{}"), sentence);
    told(run("call", "list_assistants", "{}"), sentence);
    const copy = join(folder, "copy.db");
    for (const args of [["db", "check"], ["db", "backup", copy]]) {
      const { status, stdout, stderr } = run(...args);
      assert.equal(status, 1, stderr);
      assert.equal(stdout, "");
      assert.equal(stderr, `openai-assistant-mcp: The database ${database} ${sentence}\n`);
    }
    assert.equal(existsSync(copy), false);
  }

  /** What was answered once is there, and the file is whole. */
  function keeps() {
    const got = run("call", "get_thread", JSON.stringify({ thread_id: thread }));
    assert.equal(JSON.parse(got.stdout).id, thread, got.stderr);
    const { status, stdout } = run("db", "check");
    assert.deepEqual([status, stdout], [0, `ok     ${database} is whole\n`]);
  }

  function told({ status, stdout, stderr }, sentence) {
    assert.equal(status, 1);
    const line = `The database ${database} ${sentence}`;
    assert.match(stderr, /^ERROR [^\n]*\n(?!ERROR)/);
    assert.equal(stderr.split("\n")[0].endsWith(line), true, stderr);
    assert.ok(`${stdout}${stderr}`.includes(`\nmessage: ${line}\n`), `${stdout}${stderr}`);
    assert.doesNotMatch(stderr, /Exception|\tat /);
  }

  function run(...args) {
    const env = { ...process.env, MODEL_API: "echo", ASSISTANTS_DATABASE: database };
    const [command, ...rest] = [...UNPRIVILEGED, LAUNCHER, ...args];
    return spawnSync(command, rest, { env, encoding: "utf8" });
  }

  function setVersion(version) {
    const script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute(sys.argv[2])";
    execFileSync("python3", ["-c", script, database, `pragma user_version = ${version}`]);
  }
});

const skip = hasPrivateDisks ? false : "unshare --map-root-user --mount is not allowed here";

describe("a disk", { ...LIMITS, skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "full-disk-"));
  let server;
  let client;

  before(async () => {
    const mount = `mount -t tmpfs -o size=1m tmpfs '${folder}' && exec "$0"`;
    server = new StdioServer({
      command: PRIVATE_DISKS[0],
      args: [...PRIVATE_DISKS.slice(1), "sh", "-c", mount, LAUNCHER],
      env: {
        MODEL_API: "echo",
        ASSISTANTS_DATABASE: join(folder, "assistants.db"),
        RUN_EXPIRY: String(EXPIRY_S),
      },
    });
    await server.initialize();
    client = new ToolClient(server);
  });

  after(async () => {
    client?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test("that is full loses nothing, and the server goes on once there is room", async () => {
    const { id: assistant_id } = await client.call("create_assistant", { model: "m", tools: TOOLS });
    const { id: thread_id } = await client.call("create_thread", {});
    const content = "x".repeat(10_000);
    const written = [];
    const write = async () => {
      const { id } = await client.call("create_message", { thread_id, role: "user", content });
      written.unshift(id);
    };
    await write();
    const calling = { messages: [{ role: "user", content: "call get_weather {}" }] };
    const waiting = await client.call("create_thread_and_run", { assistant_id, thread: calling });
    const where = { thread_id: waiting.thread_id, run_id: waiting.id };
    const status = async () => (await client.call("get_run", where)).status;
    while ((await status()) !== "requires_action") await sleep(20);
    const filling = fill();
    const full = { message: new RegExp(`The database ${folder}/assistants.db ${FULL}`) };
    await assert.rejects(async () => {
      for (let i = 0; i < 200; i++) await write();
    }, full);
    await assert.rejects(client.call("create_run", { thread_id, assistant_id }), full);
    assert.deepEqual(await messages(thread_id), written);
    // A run whose time is up cannot end, and the server looks after it again and again.
    await assert.rejects(async () => {
      for (let i = 0; i < 10 * EXPIRY_S; i++) await status().then(() => sleep(200));
    }, full);
    await sleep(2_000);

    rmSync(filling);
    await write();
    assert.deepEqual(await messages(thread_id), written);
    assert.equal(await status(), "expired");
    const run = await client.call("create_thread_and_run", { assistant_id });
    assert.equal(run.status, "queued");
    const { stderr } = await client.end();
    const [, ...lines] = stderr.trimEnd().split("\n"); // Of the first there may be only a part.
    const database = `${folder}/assistants.db`;
    assert.deepEqual(lines.filter((line) => !line.includes(`The database ${database} ${FULL}`)), []);
    assert.equal(lines.filter((line) => line.startsWith("WARN")).length, 1);
  });

  /** Fills the disk, of which only the server's process knows. */
  function fill() {
    const path = `/proc/${server.pid}/root${folder}/filling`;
    const file = openSync(path, "w");
    try {
      for (;;) writeSync(file, Buffer.alloc(PAGE));
    } catch (error) {
      assert.equal(error.code, "ENOSPC");
    } finally {
      closeSync(file);
    }
    return path;
  }

  async function messages(thread_id) {
    const { data } = await client.call("list_messages", { thread_id, limit: 100 });
    return data.map(({ id }) => id);
  }
});
