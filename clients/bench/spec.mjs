// The size of tools/list, and the seconds from OpenAI's document to the tools, each taken once.
//
//   node spec.mjs <scratch folder> <OpenAI's document, YAML or JSON, may be gzipped>
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { printRows } from "../load/table.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const [scratch, document] = process.argv.slice(2);
if (!document) {
  console.error("script/bench spec: which document? Name OpenAI's, a file");
  process.exit(2);
}

const build = maven("clean", "package", "-DskipTests");
const size = maven("package", "-Dtest=ToolListSizeTest", "-Dsurefire.failIfNoSpecifiedTests=false");
const [, tokens, encoding, limit] = find(size, /^tools\/list: (\d+) tokens (.*), at most (\d+)$/m);
row("tools/list of all 23 tools", `tokens ${encoding}`, tokens, { atMost: limit });
row("filter: OpenAI's document to the slice", "s", filterSeconds());
row("client: generate and compile", "s", moduleSeconds("generated-client"));
row("tools: generate, compile with the server", "s", moduleSeconds("server"));

function row(figure, unit, value, goal) {
  const digits = unit === "s" ? 1 : 0;
  const samples = new Map([[{ name: "this project", release: "any" }, [Number(value)]]]);
  printRows({ figure, unit, digits, samples, goal: { any: goal } });
}

function filterSeconds() {
  run("script/cut-slice", "--check"); // Builds it.
  const source = join(scratch, "upstream");
  const content = readFileSync(document);
  writeFileSync(source, document.endsWith(".gz") ? gunzipSync(content) : content);
  const begin = performance.now();
  run("script/cut-slice", source, "--output", join(scratch, "slice"));
  return (performance.now() - begin) / 1000;
}

function moduleSeconds(module) {
  return find(build, new RegExp(`^\\[INFO\\] ${module} \\.+ SUCCESS \\[ *([\\d.]+) s`, "m"))[1];
}

function find(text, pattern) {
  const found = pattern.exec(text);
  if (!found) throw new Error(`the build does not print ${pattern}`);
  return found;
}

function maven(...args) {
  return run("mvn", "-B", "-ntp", ...args);
}

function run(command, ...args) {
  return execFileSync(command, args, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
}
