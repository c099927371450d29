// script/propose-update in a repository of its own: what follows upstream, and GitHub, are stood for
// by scripts that write down how they are called.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, beforeEach, test } from "node:test";

const SCRIPT = fileURLToPath(new URL("../script/propose-update", import.meta.url));
const folders = [];
let folder, work, calls;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "propose-"));
  folders.push(folder);
  work = join(folder, "work");
  calls = join(folder, "calls");
  mkdirSync(join(work, "script"), { recursive: true });
  mkdirSync(join(folder, "bin"));
  cpSync(SCRIPT, join(work, "script/propose-update"));
  program(join(folder, "bin/gh"), `
    for argument; do printf '%s|' "$argument" >>"${calls}"; done; echo >>"${calls}"
    if [[ $2 == list ]]; then cat "${folder}/open" 2>/dev/null || true; fi`);
  follows("");
  git("init", "-q", "-b", "main");
  git("init", "-q", "--bare", join(folder, "remote"));
  git("remote", "add", "origin", join(folder, "remote"));
  writeFileSync(join(work, "slice"), "old\n");
  git("add", "-A");
  git("commit", "-q", "-m", "First");
});

after(() => folders.forEach((each) => rmSync(each, { recursive: true })));

function program(file, body) {
  writeFileSync(file, `#!/usr/bin/env bash\n${body}\n`, { mode: 0o755 });
}

function follows(body) {
  program(join(work, "script/update-spec"), body);
}

function git(...args) {
  return execFileSync("git", args, { cwd: work, encoding: "utf8", env: environment() });
}

function environment() {
  const person = { NAME: "Test", EMAIL: "test@example.com" };
  const names = Object.entries(person).flatMap(([key, value]) =>
    ["AUTHOR", "COMMITTER"].map((role) => [`GIT_${role}_${key}`, value]));
  const path = `${join(folder, "bin")}:${process.env.PATH}`;
  return { ...process.env, ...Object.fromEntries(names), PATH: path };
}

function propose(...args) {
  const script = join(work, "script/propose-update");
  return spawnSync(script, args, { encoding: "utf8", env: environment() });
}

const called = () => (existsSync(calls) ? readFileSync(calls, "utf8") : "");

test("does nothing when nothing is new", () => {
  assert.equal(propose().status, 0);
  assert.equal(called(), "");
  assert.equal(git("branch", "--show-current").trim(), "main");
});

test("opens a pull request with the report, and updates it the next time", () => {
  follows("echo new >slice; echo '# One change'; echo text");
  git("commit", "-q", "-am", "Follow");
  const first = propose();
  assert.equal(first.status, 0, first.stderr);
  assert.match(called(), /^pr\|create\|--head\|upstream-update\|--title\|One change\|--body\|# One change$/m);
  assert.equal(git("show", "origin/upstream-update:slice"), "new\n");

  git("switch", "-q", "main");
  writeFileSync(join(folder, "open"), "7\n");
  rmSync(calls);
  follows("echo newer >slice; echo '# Two changes'");
  git("commit", "-q", "-am", "Follow more");
  assert.equal(propose().status, 0);
  assert.match(called(), /^pr\|edit\|7\|--title\|Two changes\|/m);
  assert.doesNotMatch(called(), /create/);
  assert.equal(git("show", "origin/upstream-update:slice"), "newer\n");
});

test("proposes what does not build, and says so", () => {
  follows('[[ ${1-} == --no-build ]] || exit 1; echo new >slice; echo "# Broken"');
  git("commit", "-q", "-am", "Follow");
  assert.equal(propose().status, 0);
  assert.match(called(), /The build fails with it/);
});

test("fails when there is no document, and proposes nothing", () => {
  follows("exit 1");
  git("commit", "-q", "-am", "Follow");
  assert.equal(propose().status, 1);
  assert.equal(called(), "");
});

test("leaves a working tree with changes alone", () => {
  appendFileSync(join(work, "slice"), "mine\n");
  const run = propose();
  assert.equal(run.status, 1);
  assert.match(run.stderr, /commit or stash/);
});

test("shows with --print, and pushes nothing", () => {
  follows("echo new >slice; echo '# One change'");
  git("commit", "-q", "-am", "Follow");
  assert.equal(propose("--print").stdout, "# One change\n");
  assert.equal(called(), "");
});
