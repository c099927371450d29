// The launcher keeps class-data archives, here that of an unpacked release. Whatever becomes of them, a
// start runs the code of the jars that are there, and says nothing but JSON-RPC on stdout. Which archive is
// used, /proc tells.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { HttpConnection } from "./load/http-connection.mjs";
import { HttpServer } from "./load/http-server.mjs";
import { READ_ONLY } from "./read-only.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TRAINING_LIMIT_MS = 300_000;
const KEPT = 8;
const KEY = "sk-canary-of-the-archive";
const PARAMS = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "archive", version: "0" },
};
const DIALOGUE = [
  { id: 1, method: "initialize", params: PARAMS },
  { method: "notifications/initialized" },
  { id: 2, method: "tools/list", params: {} },
];

const defaultJdk = homeOf(process.env.JAVA_HOME ?? execFileSync("which", ["java"]));
const jdk25 = homeOf(execFileSync(join(ROOT, "script", "jdk25")));

// Each mostly waits for a training.
describe("archives", { concurrency: true }, () => {
  archivesOf(defaultJdk, jdk25);
  archivesOf(jdk25, defaultJdk);
});

function archivesOf(jdk, otherJdk) {
  const options = { concurrency: 1, timeout: 20 * TRAINING_LIMIT_MS };
  describe(`of ${basename(jdk)}`, options, () => {
    let folder;
    let install;
    let jar;
    let older;
    let newer;
    let cacheHome;
    let cache;

    before(() => {
      folder = fs.mkdtempSync(join(tmpdir(), "archive "));
      install = join(folder, "an install");
      execFileSync(join(ROOT, "bin", "openai-assistant-mcp"), ["--version"]);
      execFileSync(join(ROOT, "release", "layout"), [ROOT, install]);
      jar = join(install, "openai-assistant-mcp.jar");
      [older, newer] = storedJars(jar);
      cacheHome = join(folder, "a cache");
      cache = join(cacheHome, "openai-assistant-mcp");
    });

    after(async () => {
      await settled();
      fs.rmSync(folder, { recursive: true, force: true });
    });

    const launcher = () => join(install, "bin", "openai-assistant-mcp");
    const settings = () => ({
      JAVA_HOME: jdk,
      XDG_CACHE_HOME: cacheHome,
      OPENAI_API_KEY: KEY,
    });
    const start = (env = {}, cwd) => serve(launcher(), { ...settings(), ...env }, cwd);
    const startHttp = () => serveHttp({ command: launcher(), env: settings() });
    const isArchive = (name) => name.startsWith("archive.");
    const archives = () => (fs.existsSync(cache) ? fs.readdirSync(cache).filter(isArchive) : []);

    async function firstArchive(place) {
      for (const end = Date.now() + TRAINING_LIMIT_MS; Date.now() < end; await sleep(100)) {
        if (fs.existsSync(place) && fs.readdirSync(place).some(isArchive)) return;
      }
      assert.fail(`no archive appears in ${place}`);
    }

    /** Waits until nobody trains any more. */
    async function settled() {
      for (const end = Date.now() + TRAINING_LIMIT_MS; Date.now() < end; await sleep(100)) {
        if (!fs.existsSync(join(cache, "lock"))) return;
      }
      assert.fail("the training does not end");
    }

    /** A start whose archive is in use, and the path of that. */
    async function trained(startOne = start) {
      for (const end = Date.now() + TRAINING_LIMIT_MS; Date.now() < end; await sleep(200)) {
        const { mapped } = await startOne();
        if (mapped) return mapped;
        await settled();
      }
      return assert.fail("no archive comes into use");
    }

    test("the first start does not wait for one, the next ones use it", async () => {
      const first = await start();
      assert.equal(first.mapped, undefined);
      assert.deepEqual(archives(), [], "stdout and stderr ended while the training was going on");

      const classes = await trained();
      assert.equal(dirname(dirname(classes)), cache);
      assert.deepEqual(fs.readdirSync(dirname(classes)).sort(), ["classes", "key"]);
      assert.deepEqual(fs.readdirSync(cache), [basename(dirname(classes))], "nothing is left over");
      assert.equal(fs.statSync(cache).mode & 0o077, 0, "nobody else reads or writes there");
      assert.ok(!fs.readFileSync(classes).includes(KEY), "the training sees no settings");
    });

    for (const how of ["in place", "by another file"]) {
      test(`a jar replaced ${how}, of the same size and mtime, runs at once`, async () => {
        replace(jar, older, how);
        const stale = await trained();
        const before = fs.statSync(jar);
        const old = await start();

        replace(jar, newer, how);
        assert.equal(fs.statSync(jar).size, before.size);
        assert.equal(fs.statSync(jar).mtimeMs, before.mtimeMs);

        const replaced = await start();
        assert.equal(replaced.mapped, undefined);
        assert.equal(replaced.instructions, shout(old.instructions));
        assert.notEqual(await trained(), stale);
        assert.equal((await start()).instructions, shout(old.instructions));
      });
    }

    const damages = {
      truncated: (classes) => fs.truncateSync(classes, fs.statSync(classes).size / 2),
      "cut to nothing": (classes) => fs.truncateSync(classes, 0),
      "full of garbage": (classes) => fs.writeFileSync(classes, "garbage".repeat(1 << 20)),
      lost: (classes) => fs.rmSync(classes),
    };
    for (const [what, damage] of Object.entries(damages)) {
      test(`an archive that is ${what} is replaced, not used`, async () => {
        const classes = await trained();
        if (fs.existsSync(classes)) fs.chmodSync(classes, 0o600);
        damage(classes);
        assert.equal((await start()).mapped, undefined);
        assert.notEqual(await trained(), classes);
      });
    }

    test("another JVM's archive is not used, not even in the place of this one's", async () => {
      const classes = await trained();
      const foreign = await start({ JAVA_HOME: otherJdk });
      assert.equal(foreign.mapped, undefined);
      await settled();
      const { mapped } = await start({ JAVA_HOME: otherJdk });
      assert.notEqual(mapped, classes);

      fs.chmodSync(classes, 0o600);
      fs.copyFileSync(mapped, classes);
      assert.equal((await start()).mapped, undefined);
    });

    test("a server over HTTP neither uses nor replaces that of stdio", async () => {
      const classes = await trained();
      assert.equal((await startHttp()).mapped, undefined);
      const overHttp = await trained(startHttp);
      assert.notEqual(overHttp, classes);
      assert.ok(!fs.readFileSync(overHttp).includes(KEY), "the training sees no settings");
      assert.equal((await start()).mapped, classes);
    });

    test("a remote server has one of its own, whoever says where assistants live", async () => {
      const classes = await trained();
      const remote = { OPENAI_BASE_URL: "http://127.0.0.1:1/v1" };
      assert.equal((await start(remote)).mapped, undefined);
      const ofRemote = await trained(() => start(remote));
      assert.notEqual(ofRemote, classes);

      const cwd = join(folder, "with settings");
      fs.mkdirSync(cwd);
      fs.writeFileSync(join(cwd, ".env"), `# mine\nOPENAI_BASE_URL="${remote.OPENAI_BASE_URL}"\n`);
      assert.equal((await start({}, cwd)).mapped, ofRemote);
      assert.equal((await start({ ASSISTANTS_BACKEND: "embedded" }, cwd)).mapped, classes);
    });

    test("without a usable cache directory it serves as well", async () => {
      const file = join(folder, "a file");
      fs.writeFileSync(file, "");
      const nowhere = { "a file": file, "no path": "cache", "a colon": "/a:b" };
      for (const [what, XDG_CACHE_HOME] of Object.entries(nowhere)) {
        const started = await start({ XDG_CACHE_HOME, HOME: "" });
        assert.equal(started.mapped, undefined, what);
      }
      assert.equal(fs.readFileSync(file, "utf8"), "");
    });

    test("where nothing can be written it serves as well, with an archive that is there", async () => {
      const classes = await trained();
      await settled();
      const readOnly = [...READ_ONLY, launcher()];
      assert.equal((await serve(readOnly, settings())).mapped, classes);
      const empty = join(folder, "empty");
      fs.mkdirSync(empty);
      assert.equal((await serve(readOnly, { ...settings(), XDG_CACHE_HOME: empty })).mapped, undefined);
      assert.deepEqual(fs.readdirSync(empty), []);
      fs.rmSync(dirname(classes), { recursive: true });
      assert.equal((await serve(readOnly, settings())).mapped, undefined);
    });

    test("in a cache directory full of other things it serves as well, and trains", async () => {
      await settled();
      const odd = join(folder, "odd");
      const home = join(odd, "openai-assistant-mcp");
      fs.mkdirSync(join(home, "archive.folder", "key"), { recursive: true, mode: 0o700 });
      fs.mkdirSync(join(home, "archive.bytes"));
      fs.writeFileSync(join(home, "archive.bytes", "key"), Buffer.from([0, 255, 10, 0]));
      fs.writeFileSync(join(home, "archive.file"), "");
      fs.symlinkSync("archive.loop", join(home, "archive.loop"));
      const others = fs.readdirSync(home).length;
      assert.equal((await start({ XDG_CACHE_HOME: odd })).mapped, undefined);
      const more = () => fs.readdirSync(home).filter(isArchive).length > others;
      for (const end = Date.now() + TRAINING_LIMIT_MS; !more(); await sleep(100)) {
        assert.ok(Date.now() < end, "no archive appears");
      }
      assert.match((await start({ XDG_CACHE_HOME: odd })).mapped, /openai-assistant-mcp.archive\./);
    });

    test("without HOME it serves as well, and with it the archive is in there", async () => {
      const home = join(folder, "home");
      fs.mkdirSync(home);
      assert.equal((await start({ XDG_CACHE_HOME: undefined, HOME: undefined })).mapped, undefined);
      await start({ XDG_CACHE_HOME: undefined, HOME: home });
      await firstArchive(join(home, ".cache", "openai-assistant-mcp"));
    });

    test("two first starts at once train once", async () => {
      await settled();
      fs.rmSync(cache, { recursive: true, force: true });
      const starts = await Promise.all([start(), start()]);
      assert.deepEqual(
        starts.map(({ mapped }) => mapped),
        [undefined, undefined],
      );
      await trained();
      assert.equal(archives().length, 1);
    });

    test("switched off, it neither uses nor trains one", async () => {
      await trained();
      assert.equal((await start({ ASSISTANT_MCP_ARCHIVE: "off" })).mapped, undefined);
      const other = join(folder, "other");
      await start({ ASSISTANT_MCP_ARCHIVE: "off", XDG_CACHE_HOME: other });
      assert.equal(fs.existsSync(other), false);
    });

    test("what a killed training left is cleared away, and old archives are", async () => {
      await settled();
      fs.rmSync(cache, { recursive: true, force: true });
      const old = new Date(Date.now() - 3_600_000);
      const others = Array.from({ length: KEPT + 1 }, (_, n) => `archive.${n}`);
      for (const name of ["lock", "new.killed", ...others]) {
        fs.mkdirSync(join(cache, name), { recursive: true });
        fs.writeFileSync(join(cache, name, "key"), "other files");
        fs.utimesSync(join(cache, name), old, old);
      }
      const classes = await trained();
      await settled();
      assert.ok(archives().includes(basename(dirname(classes))));
      assert.equal(archives().length, KEPT);
      assert.deepEqual(fs.readdirSync(cache).sort(), archives().sort());
    });

    test("a client that kills the whole process group does not stop the training", async () => {
      await settled();
      fs.rmSync(cache, { recursive: true, force: true });
      const { child, answers } = launch(launcher(), {
        JAVA_HOME: jdk,
        XDG_CACHE_HOME: cacheHome,
      });
      await answers();
      process.kill(-child.pid, "SIGKILL");
      await once(child, "close");
      await firstArchive(cache);
    });
  });
}

/**
 * Asks for the tools and ends stdin; what came of it, and which archive the JVM had mapped. The launcher
 * may have a command before it that becomes it.
 */
async function serve(launcher, env, cwd) {
  const { child, answers } = launch(launcher, env, cwd);
  const stderr = text(child.stderr);
  const [initialized, listed] = await answers();
  const maps = fs.readFileSync(`/proc/${child.pid}/maps`, "utf8");
  child.stdin.end();
  const [status] = await once(child, "close");
  assert.equal(status, 0);
  assert.equal(await stderr, "");
  assert.equal(listed.result.tools.length, 23);
  return { instructions: initialized.result.instructions, mapped: archiveIn(maps) };
}

/** The same over HTTP. */
async function serveHttp(described) {
  const server = new HttpServer(described);
  await server.initialize();
  const connection = new HttpConnection(server.port);
  const { text: listed } = await connection.post("/mcp", { id: 2, method: "tools/list" });
  connection.close();
  const maps = fs.readFileSync(`/proc/${server.pid}/maps`, "utf8");
  const { status, stderr: said } = await server.end();
  assert.equal(status, 0);
  assert.match(said, /^openai-assistant-mcp: listening on .*\n$/);
  // As an event stream, if it took a while.
  const [, answer] = /^(?:data: )?(\{.*\})$/m.exec(listed);
  assert.equal(JSON.parse(answer).result.tools.length, 23);
  return { mapped: archiveIn(maps) };
}

function archiveIn(maps) {
  return /\/.*\/archive\.[^/]*\/classes$/m.exec(maps)?.[0];
}

/** Whatever is on stdout must be an answer to one of the two requests, in any state of the cache. */
function launch(launcher, env, cwd = tmpdir()) {
  const wanted = { ...process.env, ...env };
  for (const [name, value] of Object.entries(wanted)) {
    if (value === undefined) delete wanted[name];
  }
  const [command, ...args] = [launcher].flat();
  const child = spawn(command, args, { cwd, env: wanted, detached: true });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (part) => (stdout += part));
  for (const message of DIALOGUE) {
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  }
  const read = () =>
    stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  return {
    child,
    async answers() {
      for (const end = Date.now() + 30_000; Date.now() < end; await sleep(5)) {
        if (child.exitCode !== null || child.signalCode !== null || read().length >= 2) break;
      }
      const received = read();
      assert.deepEqual(received.map(({ id }) => id).sort(), [1, 2], stdout);
      return received.sort((a, b) => a.id - b.id);
    },
  };
}

/** Writes the new content into the jar, or moves another file there, leaving the old mtime. */
function replace(jar, content, how) {
  const target = how === "in place" ? jar : `${jar}.new`;
  fs.writeFileSync(target, content);
  const time = new Date("2026-01-01T00:00:00Z");
  fs.utimesSync(target, time, time);
  fs.renameSync(target, jar);
}

/** The jar without compression; and again, with other instructions compiled into its classes. */
function storedJars(jar) {
  const scratch = fs.mkdtempSync(join(tmpdir(), "jar "));
  const run = (...args) => execFileSync(join(jdk25, "bin", "jar"), args, { cwd: scratch });
  const pack = (name) => {
    const manifest = join("content", "META-INF", "MANIFEST.MF");
    run("-c", "-0", "-m", manifest, "-f", name, "--date=2026-01-01T00:00:00Z", "-C", "content", ".");
    return fs.readFileSync(join(scratch, name));
  };
  try {
    fs.mkdirSync(join(scratch, "content"));
    execFileSync(join(jdk25, "bin", "jar"), ["-x", "-f", jar], { cwd: join(scratch, "content") });
    const older = pack("older.jar");
    let changed = 0;
    for (const name of fs.readdirSync(join(scratch, "content"), { recursive: true })) {
      const file = join(scratch, "content", name);
      if (!name.endsWith(".class")) continue;
      const code = fs.readFileSync(file, "latin1");
      if (shout(code) !== code) {
        changed++;
        fs.writeFileSync(file, shout(code), "latin1");
      }
    }
    assert.ok(changed > 0, "the instructions are in a class");
    return [older, pack("newer.jar")];
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

function shout(instructions) {
  return instructions.replaceAll("These tools are the", "THESE TOOLS ARE THE");
}

function homeOf(path) {
  const real = fs.realpathSync(String(path).trim());
  return basename(real) === "java" ? dirname(dirname(real)) : real;
}
