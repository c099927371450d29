// The size of tools/list, and what following OpenAI's document takes, in time and memory, each once.
//
//   node spec.mjs <scratch folder> <OpenAI's document, YAML or JSON, may be gzipped>
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { measured } from "../load/measured.mjs";
import { printRows } from "../load/table.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const MEGABYTES = [0.3, 3, 30];

const [scratch, document] = process.argv.slice(2);
if (!document) {
  console.error("script/bench spec: which document? Name OpenAI's, a file");
  process.exit(2);
}
const content = readFileSync(document);
const upstream = (document.endsWith(".gz") ? gunzipSync(content) : content).toString("utf8");

const project = join(scratch, "project"); // A copy, since updates change files.
execFileSync("git", ["clone", "-q", ROOT, project]);

await printSize();
await printRuns();
await printGrowth();

async function printSize() {
  const size = execFileSync(
    "mvn",
    ["-B", "-ntp", "package", "-Dtest=ToolListSizeTest", "-Dsurefire.failIfNoSpecifiedTests=false"],
    { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 },
  );
  const found = /^tools\/list: (\d+) tokens (.*), at most (\d+)$/m.exec(size);
  if (!found) throw new Error("the build does not print the size of tools/list");
  row("tools/list", `tokens ${found[2]}`, Number(found[1]), { atMost: Number(found[3]) });
}

async function printRuns() {
  await run("update-spec", withValue("cold"), "--check"); // Compiles it.
  const filter = await run("cut-slice", file("whole.yaml", upstream), "--output", join(scratch, "s"));
  row("filter: OpenAI's document to the slice", "s", filter.seconds, { atMost: 2 });
  const report = await run("update-spec", withValue("other"), "--check");
  row("filter and report", "s", report.seconds);
  row("filter and report, peak memory", "MB", report.peakMb, { atMost: 512 });
  await run("update-spec", withValue("cold")); // Builds all of it once.
  const whole = await run("update-spec", withValue("warm"));
  row("whole run to a tested server, warm", "s", whole.seconds, { atMost: 60 });
  row("whole run, largest process", "MB", whole.peakMb);
}

/** Documents with more and more that is not ours, which has to be read nevertheless. */
async function printGrowth() {
  const slice = readFileSync(join(ROOT, "openapi/assistants.yaml"), "utf8");
  const seconds = [];
  for (const size of MEGABYTES) {
    const grown = file(`grown-${size}.yaml`, grow(slice, size * 1e6));
    seconds.push((await run("cut-slice", grown, "--output", join(scratch, "s"))).seconds);
    row(`filter: a document of ${size} MB`, "s", seconds.at(-1));
  }
  row("growth of that time from 3 to 30 MB", "times", seconds[2] / seconds[1], { atMost: 12 });
}

function grow(slice, bytes) {
  const paths = [];
  for (let i = 0, length = slice.length; length < bytes; i++) {
    paths.push(`  /synthetic/${i}:
    get:
      operationId: synthetic${i}
      description: An operation that makes the document longer.
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: ${i + 1}}}
      responses:
        '200':
          description: OK
          content:
            application/json:
              schema: {type: object, properties: {id: {type: string}, n: {type: integer}}}
`);
    length += paths.at(-1).length;
  }
  return slice.replace(/^paths:\n/m, `paths:\n${paths.join("")}`);
}

/** The document with another value in an enum of ours, so that there is something to do. */
function withValue(name) {
  const from = upstream.indexOf("\n    ReasoningEffort:");
  const changed = upstream.slice(from).replace(/\n( +- )high\n/, `\n$1high\n$1${name}\n`);
  if (from < 0 || changed === upstream.slice(from)) throw new Error("no enum to change in it");
  return file(`${name}.yaml`, upstream.slice(0, from) + changed);
}

function file(name, text) {
  writeFileSync(join(scratch, name), text);
  return join(scratch, name);
}

function run(script, ...args) {
  return measured(join(project, "script", script), args, [0, 3, 4]);
}

function row(figure, unit, value, goal) {
  const digits = unit === "s" || unit === "times" ? 1 : 0;
  const samples = new Map([[{ name: "this project", release: "any" }, [value]]]);
  printRows({ figure, unit, digits, samples, goal: { any: goal } });
}
