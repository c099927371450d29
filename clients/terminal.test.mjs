// Somebody starts the server by hand: what they see, and that Ctrl-D ends it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const LAUNCHER = fileURLToPath(new URL("../bin/openai-assistant-mcp", import.meta.url));
const CTRL_D = "\x04";

describe("a server started by hand", { timeout: 120_000 }, () => {
  let folder;
  let messages;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "terminal-"));
    messages = join(folder, "stderr");
    writeFileSync(messages, "");
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  test("says what it waits for, and ends when the input does", async () => {
    // script(1) gives its command a terminal; only stderr goes elsewhere.
    const terminal = spawn("script", ["-qec", `'${LAUNCHER}' 2>'${messages}'`, "/dev/null"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = once(terminal, "exit");
    let screen = "";
    terminal.stdout.on("data", (text) => (screen += text));

    while (!readFileSync(messages, "utf8").includes("--help")) {
      assert.equal(terminal.exitCode, null, "it ended before it said anything");
      await pause(50);
    }
    terminal.stdin.write(CTRL_D);

    const [status] = await ended;
    assert.equal(status, 0);
    assert.match(readFileSync(messages, "utf8"), /waits for a client's messages on stdin/);
    assert.match(readFileSync(messages, "utf8"), /print-config <client>/);
    assert.equal(screen.replaceAll(/\^D|[\b\r\n]/g, ""), "", "stdout is the protocol's alone");
  });
});
