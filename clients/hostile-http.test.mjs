// A short soak over HTTP, and that one would notice what it is there to find.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { kept, open } from "./load/raw-http.mjs";
import { answered, whenFull } from "./soak/attacks.mjs";

const SOAK = fileURLToPath(new URL("../script/soak", import.meta.url));
const LIMIT_MS = 300_000;

describe("a soak over HTTP", () => {
  test("of one wave of attacks finds nothing", { timeout: LIMIT_MS }, () => {
    const soak = spawnSync(SOAK, ["http", "1"], { encoding: "utf8", timeout: LIMIT_MS });
    assert.equal(soak.status, 0, soak.stdout + soak.stderr);
    assert.equal(soak.stdout.match(/^.* calls answered, .*: no problems$/gm).length, 2);
  });

  test("of no wave says that this is no number of them", () => {
    const soak = spawnSync(SOAK, ["http", "0"], { encoding: "utf8" });
    assert.equal(soak.status, 2);
    assert.match(soak.stderr, /'0' is not a number of waves/);
  });
});

describe("an attack", () => {
  let server;
  let answer;

  before(async () => {
    server = createServer((socket) => {
      socket.on("error", () => {}).resume();
      if (answer) socket.end(answer);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => server.close());

  const port = () => server.address().port;
  const all = [...answered({ stateful: true }), ...whenFull];

  test("notices that it is served", async () => {
    answer = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    for (const attack of all) assert.match(await attack(port()), /is answered with 200/);
  });

  test("notices that it is not answered", async () => {
    answer = "\r\n";
    for (const attack of all) assert.match(await attack(port()), /is answered with NaN/);
  });

  test("notices a stack trace", async () => {
    answer = "HTTP/1.1 415 No\r\nConnection: close\r\n\r\njava.io.IOException";
    assert.match(await all[0](port()), /is answered with what is ours/);
  });

  test("notices that it keeps a connection", async () => {
    answer = undefined;
    assert.ok((await kept(open(port()), "a", 200)) >= 199);
  });
});
