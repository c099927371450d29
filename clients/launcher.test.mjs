// The launcher where its users are. That it follows links and what it complains about is tested with
// the server; here it meets a whole checkout, built and not built.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
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

  describe("finds a JVM", () => {
    let machine;

    // The launcher beside an empty jar, looking for JVMs in a folder of ours. Each says who it is.
    before(() => {
      machine = join(folder, "machine");
      const launcher = readFileSync(LAUNCHER, "utf8");
      const inHome = launcher.replace("/usr/lib/jvm/*", '"$HOME"/jvm/*');
      const moved = inHome.replace(/^ {2}\/.*\n/gm, "");
      assert.notEqual(moved, launcher);
      for (const part of ["bin", "server/target", "path"]) {
        mkdirSync(join(machine, part), { recursive: true });
      }
      executable(join(machine, "bin", "openai-assistant-mcp"), moved);
      writeFileSync(join(machine, "server", "target", "openai-assistant-mcp.jar"), "");
      for (const tool of ["bash", "readlink"]) {
        const real = execFileSync("which", [tool], { encoding: "utf8" }).trim();
        symlinkSync(real, join(machine, "path", tool));
      }
    });

    beforeEach(() => {
      rmSync(join(machine, "jvm"), { recursive: true, force: true });
      rmSync(join(machine, "path", "java"), { force: true });
    });

    test("the newest in the usual folders", () => {
      install("jvm/a", "17.0.1");
      install("jvm/b", "25.0.3");
      install("jvm/c", "9.0.4");
      assert.equal(found(), "jvm/b");
    });

    test("that is newer than the one on PATH", () => {
      onPath(install("jvm/a", "17.0.1"));
      install("jvm/b", "25.0.3");
      assert.equal(found(), "jvm/b");
    });

    test("on PATH, outside those folders or in one of them, when it is of the same release", () => {
      install("jvm/a", "25.0.1");
      onPath(install("elsewhere", "25.0.3"));
      assert.equal(found(), "elsewhere");
      onPath(install("jvm/b", "25.0.2"));
      assert.equal(found(), "jvm/b");
    });

    test("on PATH that has to be asked, when there is no other", () => {
      executable(
        join(machine, "path", "java"),
        '#!/bin/sh\n[ $1 = -version ] && echo \'openjdk version "21.0.1"\' >&2 || echo asked\n',
      );
      install("jvm/a", "11.0.1");
      assert.equal(found(), "asked");
      install("jvm/b", "17.0.1");
      assert.equal(found(), "jvm/b");
    });

    test("in JAVA_HOME before all others", () => {
      install("jvm/a", "25.0.3");
      const home = install("elsewhere", "17.0.1");
      assert.equal(found({ JAVA_HOME: home }), "elsewhere");
    });

    test("or says that it found none, or only an old one", () => {
      assert.match(launch().stderr, /no java found; install Java 17 or newer/);
      const old = install("jvm/a", "11.0.1");
      assert.match(launch().stderr, new RegExp(`${old}/bin/java is Java 11; Java 17 or newer`));
    });

    function found(env) {
      const started = launch(env);
      assert.equal(started.stderr, "");
      return started.stdout.trim();
    }

    function launch(env) {
      const path = join(machine, "path");
      return spawnSync(join(machine, "bin", "openai-assistant-mcp"), [], {
        encoding: "utf8",
        env: { HOME: machine, PATH: path, ...env },
      });
    }

    function install(name, version) {
      const home = join(machine, name);
      mkdirSync(join(home, "bin"), { recursive: true });
      writeFileSync(join(home, "release"), `IMPLEMENTOR="Somebody"\nJAVA_VERSION="${version}"\n`);
      executable(join(home, "bin", "java"), `#!/bin/sh\necho ${name}\n`);
      return home;
    }

    function onPath(home) {
      rmSync(join(machine, "path", "java"), { force: true });
      symlinkSync(join(home, "bin", "java"), join(machine, "path", "java"));
    }

    function executable(file, text) {
      writeFileSync(file, text, { mode: 0o755 });
    }
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
