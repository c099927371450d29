// A short soak, and that one would notice what it is there to find.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { problems } from "./load/answers.mjs";
import { StdioServer } from "./load/stdio-server.mjs";

const SOAK = fileURLToPath(new URL("../script/soak", import.meta.url));
const LIMIT_MS = 300_000;

describe("a soak", () => {
  test("of five runs of 2,000 calls over stdio finds nothing", { timeout: LIMIT_MS }, () => {
    const soak = spawnSync(SOAK, ["stdio", "5"], { encoding: "utf8", timeout: LIMIT_MS });
    assert.equal(soak.status, 0, soak.stdout + soak.stderr);
    assert.match(soak.stdout, /^5 runs of 2000 calls, .* none failed$/m);
  });

  test("of something that is none says how to call it", () => {
    for (const args of [[], ["nothing"], ["../calls"]]) {
      const soak = spawnSync(SOAK, args, { encoding: "utf8" });
      assert.equal(soak.status, 2);
      assert.match(soak.stderr, /^Usage: script\/soak/);
    }
    assert.equal(spawnSync(SOAK, ["stdio", "0"]).status, 2);
  });

  test("does not wait for a server that died", { timeout: 10_000 }, async () => {
    const dying = 'process.stdin.once("data", () => { console.log("1"); process.exit(3); });';
    const server = new StdioServer({ command: process.execPath, args: ["-e", dying] });
    assert.deepEqual(await server.exchange(["one\n", "two\n"]), ["1"]);
    assert.deepEqual(await server.exchange(["three\n"]), []);
    assert.deepEqual(await server.end(), { status: 3, lines: [], stderr: "" });
  });

  const expected = new Map([
    [1, "thread_1"],
    [2, "thread_2"],
  ]);
  const answer = (id, thread, more = {}) => {
    const result = { content: [{ type: "text", text: `{"id":"${thread}"}` }], ...more };
    return JSON.stringify({ jsonrpc: "2.0", id, result });
  };
  const well = [answer(2, "thread_2"), answer(1, "thread_1")];

  test("accepts answers in any order", () => {
    assert.deepEqual(problems(well, expected), []);
  });

  const bad = {
    "a lost answer": [well.slice(1), /^id 2 is not answered$/],
    "an answer that comes twice": [[...well, well[0]], /^id 2 is answered again$/],
    "an answer to nobody": [[...well, answer(3, "thread_3")], /^nobody asked for/],
    "an answer to another call": [[well[0], answer(1, "thread_2")], /^id 1 should return thread_1/],
    "an error": [[well[0], answer(1, "thread_1", { isError: true })], /^id 1 should return/],
    "a protocol error": [[well[0], '{"jsonrpc":"2.0","id":1,"error":{}}'], /^id 1 should return/],
    "a warning": [[...well, "OpenJDK 64-Bit Server VM warning"], /^stdout has 'OpenJDK/],
    "an empty line": [[...well, ""], /^stdout has ''$/],
    "half a line": [[...well, '{"jsonrpc":'], /^stdout has '{"jsonrpc":'$/],
  };
  for (const [what, [lines, problem]] of Object.entries(bad)) {
    test(`notices ${what}`, () => {
      const found = problems(lines, expected);
      assert.equal(found.length, 1);
      assert.match(found[0], problem);
    });
  }
});
