// What of a checkout is sent to Docker: nothing that may be secret, nor what was built outside.
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { docker, files } from "./docker.mjs";

const IGNORED = fileURLToPath(new URL("../../.dockerignore", import.meta.url));
const SENT = ["pom.xml", ".mvn/jvm.config", "bin/archive.sh", "server/src/main/java/A.java"];
const KEPT = [".env", "server/.env", ".git/config", "server/target/a.jar", "engine/src/test/A.java"];
const LIMIT = { timeout: 300_000 };

test("neither secrets nor what was built outside is sent to Docker", LIMIT, async () => {
  const folder = mkdtempSync(join(tmpdir(), "context-"));
  try {
    for (const path of [...SENT, ...KEPT]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), "x");
    }
    copyFileSync(IGNORED, join(folder, ".dockerignore"));
    writeFileSync(join(folder, "Dockerfile"), 'FROM scratch\nCOPY . /context\nCMD ["none"]\n');
    await docker("build", "--quiet", "--tag", "context", folder);

    const sent = (await files("context")).map(({ path }) => path);
    for (const path of SENT) assert.ok(sent.includes(`context/${path}`), path);
    for (const path of KEPT) assert.ok(!sent.includes(`context/${path}`), path);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
