// A release, made as script/package makes it, and unpacked.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const REPOSITORY = "Example/assistants";

/** Makes one in a folder, under a umask and with more in the environment; gives its files by their kind. */
export function packageInto(folder, { umask = "022", env = {} } = {}) {
  const command = `umask ${umask} && exec "$0" --repository ${REPOSITORY} "$1"`;
  const args = ["-c", command, join(ROOT, "script", "package"), folder];
  const made = spawnSync("sh", args, { encoding: "utf8", env: { ...process.env, ...env } });
  if (made.status !== 0) throw new Error(`script/package: ${made.stderr}`);
  const names = readdirSync(folder);
  const one = (ending) => join(folder, names.find((name) => name.endsWith(ending)) ?? ending);
  return {
    tar: one(".tar.gz"),
    zip: one(".zip"),
    bundle: one(".mcpb"),
    sbom: one(".cdx.json"),
    entry: one("server.json"),
    sums: one("SHA256SUMS"),
    version: /openai-assistant-mcp-(.*)\.tar\.gz$/.exec(one(".tar.gz"))[1],
  };
}

/** Unpacks an archive with the tool that people have for it; gives the one folder that is in it. */
export function unpack(archive, folder) {
  mkdirSync(folder, { recursive: true });
  if (archive.endsWith(".tar.gz")) execFileSync("tar", ["-xzf", archive, "-C", folder]);
  else execFileSync("python3", ["-c", UNZIP, archive, folder]);
  const [only, ...others] = readdirSync(folder);
  if (others.length > 0) throw new Error(`${archive} has ${others} beside ${only}`);
  return join(folder, only);
}

// Not every machine has unzip, and Python's own way leaves out modes.
const UNZIP = `
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    for entry in archive.infolist():
        os.chmod(archive.extract(entry, sys.argv[2]), entry.external_attr >> 16)
`;
