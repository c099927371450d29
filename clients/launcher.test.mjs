// The launcher where its users are. That it follows links and what it complains about is tested with
// the server; here it meets a whole checkout, built and not built.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const LAUNCHER = join(ROOT, "bin", "openai-assistant-mcp");
const BUILD_LIMIT_MS = 300_000;

describe("the launcher", { timeout: 2 * BUILD_LIMIT_MS }, () => {
  let folder;
  let table;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "launcher "));
    // Builds if nothing is built yet, so that the first test sees a quiet start.
    table = tools(LAUNCHER, { cwd: ROOT }).stdout;
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  test("prints the tool table, and nothing else", () => {
    const started = tools(LAUNCHER, { cwd: folder });
    assert.equal(started.stderr, "");
    assert.equal(started.stdout, table);
    assert.equal(table.trim().split("\n").length, 1 + 23, "a header and 23 tools");
  });

  test("builds on first use, through a link to a path with spaces, saying so on stderr", () => {
    const checkout = join(folder, "fresh checkout");
    for (const file of committed()) {
      cpSync(join(ROOT, file), join(checkout, file));
    }
    const link = join(folder, "a link");
    symlinkSync(join("fresh checkout", "bin", "openai-assistant-mcp"), link);

    const started = tools("./a link", { cwd: folder });
    assert.equal(started.stdout, table);
    assert.match(started.stderr, /build/);
  });

  test("says in one line that JAVA_HOME is wrong", () => {
    const env = { ...process.env, JAVA_HOME: join(folder, "no java") };
    const started = start(LAUNCHER, { cwd: folder, env });
    assert.notEqual(started.status, 0);
    assert.equal(started.stdout, "");
    assert.match(started.stderr, /^[^\n]*JAVA_HOME[^\n]*\n$/);
  });
});

function tools(launcher, options) {
  const started = start(launcher, options);
  assert.equal(started.status, 0, started.stderr);
  return started;
}

function start(launcher, options) {
  const limits = { encoding: "utf8", input: "", timeout: BUILD_LIMIT_MS };
  return spawnSync(launcher, ["tools"], { ...limits, ...options });
}

/** The files of a checkout, as they are in the work tree. */
function committed() {
  const list = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" });
  return list.split("\0").filter(Boolean);
}
