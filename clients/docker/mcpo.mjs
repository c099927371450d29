// A stand-in for MCPO's image, where no registry is: the MCPO that the clients' tests use, and Python
// with all below it, shown to a container under the paths that they have here.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { docker } from "./docker.mjs";

const VENV = fileURLToPath(new URL("../.venv-mcpo", import.meta.url));
const PYTHON = join(VENV, "bin", "python");
const PREFIX = execFileSync(PYTHON, ["-c", "import sys; print(sys.base_prefix)"], {
  encoding: "utf8",
}).trim();

/** What a container of the stand-in has to see of this machine. */
export const MOUNTS = [...new Set(["/usr", PREFIX, VENV])].map((path) => `${path}:${path}:ro`);

/** Makes the stand-in under the name of the image. */
export async function standIn(image) {
  const folder = mkdtempSync(join(tmpdir(), "mcpo-"));
  try {
    const entry = JSON.stringify([PYTHON, join(VENV, "bin", "mcpo")]);
    writeFileSync(join(folder, "Dockerfile"), `FROM debian:bookworm-slim\nENTRYPOINT ${entry}\n`);
    await docker("build", "--quiet", "--tag", image, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Calls a tool at its endpoint. */
export async function post(tool, args) {
  const answer = await fetch(`http://127.0.0.1:8000/${tool}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  if (!answer.ok) throw new Error(`${tool}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
