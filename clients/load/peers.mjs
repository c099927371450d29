// What others built, to compare with. Each is pinned, and set up in a scratch folder when it is
// first asked for.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The servers' own example, on Node.js. */
export function everything() {
  const home = path("node_modules/@modelcontextprotocol/server-everything");
  if (!existsSync(home)) throw new Error("run npm ci in clients/ first");
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return {
    name: `server-everything ${version}`,
    command: process.execPath,
    args: [join(home, "dist", "index.js"), "stdio"],
  };
}

/**
 * What npm's openapi-mcp-generator makes of our slice. It wants another zod than server-everything,
 * and both load the same SDK, so that its packages are kept apart.
 */
export function generated(scratch) {
  const home = join(scratch, "generated");
  const build = join(home, "server", "build", "index.js");
  const bin = (name) => join(home, "node_modules", ".bin", name);
  if (!existsSync(build)) {
    cpSync(path("bench/peers/generated"), home, { recursive: true });
    run(home, "npm", "ci", "--no-progress");
    const [input, output] = [path("../openapi/assistants.yaml"), join(home, "server")];
    // It asks for a URL; which one is called, the environment says later.
    const url = ["--base-url", "http://127.0.0.1:1"];
    run(home, bin("openapi-mcp-generator"), "--input", input, "--output", output, ...url);
    run(output, bin("tsc"));
  }
  const { devDependencies } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  return {
    name: `by openapi-mcp-generator ${devDependencies["openapi-mcp-generator"]}`,
    command: process.execPath,
    args: [build],
    env: { BEARER_TOKEN_APIKEYAUTH: "sk-not-a-key" },
  };
}

/** A server of one tool with the Python package. */
export function oneTool(scratch) {
  const home = join(scratch, "python");
  const python = join(home, "bin", "python");
  const requirements = path("python/bench-requirements.txt");
  if (!existsSync(python)) {
    run(scratch, "python3", "-m", "venv", home);
    run(scratch, python, "-m", "pip", "install", "--quiet", "--requirement", requirements);
  }
  const version = /^mcp==(.*)$/m.exec(readFileSync(requirements, "utf8"))[1];
  return {
    name: `one tool with Python's mcp ${version}`,
    command: python,
    args: [path("bench/peers/one_tool.py")],
  };
}

function run(cwd, command, ...args) {
  execFileSync(command, args, { cwd, stdio: "pipe" });
}
