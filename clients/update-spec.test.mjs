// script/update-spec as people run it, on documents that are made of the slice. It only checks, so
// nothing of the project changes.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SLICE = readFileSync(join(ROOT, "openapi/assistants.yaml"), "utf8");

let folder, changesBefore;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "update-spec-"));
  changesBefore = changes();
});

after(() => {
  rmSync(folder, { recursive: true });
  assert.equal(changes(), changesBefore);
});

function changes() {
  const generated = ["openapi", "server", "docs", "README.md"];
  return execFileSync("git", ["status", "--porcelain", "--", ...generated], { cwd: ROOT, encoding: "utf8" });
}

function check(document, ...options) {
  const file = join(folder, "document.yaml");
  writeFileSync(file, document);
  const script = join(ROOT, "script/update-spec");
  return spawnSync(script, [file, "--check", ...options], { cwd: folder, encoding: "utf8" });
}

test("has nothing that concerns the tools if there are just the same operations", () => {
  const { status, stdout, stderr } = check(SLICE);
  assert.equal(status, 3, stderr);
  assert.match(stdout, /^# The upstream document has changed: nothing that concerns the tools\n/);
});

test("tells a breaking change, as JSON", () => {
  const { status, stdout, stderr } = check(SLICE.replace(/^ +- xhigh\n/m, ""), "--json");
  assert.equal(status, 4, stderr);
  assert.ok(JSON.parse(stdout).breaking > 0);
});

test("keeps tools whose operations are gone", () => {
  const { status, stdout, stderr } = check(SLICE.replace("operationId: getThread\n", "operationId: other\n"));
  assert.equal(status, 4, stderr);
  assert.match(stdout, /^## Frozen\n[^#]*- `getThread`$/m);
});

test("says in one line what is wrong", () => {
  const { status, stdout, stderr } = check("a: 1\n");
  assert.equal(status, 1);
  assert.equal(stdout, "");
  assert.match(stderr.trim(), /^\S*document\.yaml:1: #: is no OpenAPI document; .*; nothing was changed$/);
});
