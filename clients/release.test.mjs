// What a release is: the same twice, complete, described as others want it, and at work wherever it is
// unpacked, driven by clients that people use.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { after, before, describe, test } from "node:test";
import { getMcpConfigForManifest, unpackExtension, validateManifest } from "@anthropic-ai/mcpb";
import * as cyclonedx from "@cyclonedx/cyclonedx-library";
import ajv from "ajv";
import formats from "ajv-formats";
import { mcpClients } from "./mcp-clients.mjs";
import { READ_ONLY } from "./read-only.mjs";
import { packageInto, REPOSITORY, ROOT, unpack } from "./release.mjs";

const LIMIT_MS = 1_800_000;
const LAUNCHER = join("bin", "openai-assistant-mcp");
const JARS = /\.jar$/;
const defaultJdk = process.env.JAVA_HOME ?? dirname(dirname(fs.realpathSync(run("which", "java"))));
const jdks = [defaultJdk, run(join(ROOT, "script", "jdk25"))].map((home) => fs.realpathSync(home));

describe("a release", { timeout: LIMIT_MS }, () => {
  let folder;
  let release;
  let again;
  let home;

  before(() => {
    folder = fs.mkdtempSync(join(tmpdir(), "release "));
    release = packageInto(join(folder, "once"));
    const elsewhere = { TZ: "Asia/Tokyo", LC_ALL: "C", SOURCE_DATE_EPOCH: "1" };
    again = packageInto(join(folder, "twice"), { umask: "077", env: elsewhere });
    home = unpack(release.tar, join(folder, "a clean place"));
  });

  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  test("has the same bytes twice, whoever makes it", () => {
    const [once, twice] = [release, again].map(({ tar }) => content(dirname(tar)));
    assert.deepEqual(once, twice);
  });

  test("has the sums of its archives", () => {
    const sums = fs.readFileSync(release.sums, "utf8").trim().split("\n");
    const files = [release.tar, release.zip, release.bundle, release.sbom];
    assert.deepEqual(sums.sort(), files.map((file) => `${sha256(file)}  ${basename(file)}`).sort());
  });

  test("is the same as .tar.gz and as .zip", () => {
    const other = unpack(release.zip, join(folder, "of zip"));
    assert.equal(basename(other), `openai-assistant-mcp-${release.version}`);
    assert.equal(basename(other), basename(home));
    assert.deepEqual(content(other), content(home));
    assert.ok(fs.statSync(join(other, LAUNCHER)).mode & 0o111, "the launcher can be started");
  });

  test("has whatever its pages lead to", () => {
    const pages = [...content(home).keys()].filter((name) => name.endsWith(".md"));
    const dead = pages.flatMap((page) =>
      links(fs.readFileSync(join(home, page), "utf8"))
        .filter((link) => !fs.existsSync(join(home, dirname(page), link)))
        .map((link) => `${page}: ${link}`),
    );
    assert.deepEqual(dead, []);
    assert.ok(pages.includes("README.md") && fs.existsSync(join(home, "LICENSE")));
  });

  test("names the licence of each library, and has the texts that they carry", () => {
    const notices = fs.readFileSync(join(home, "THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of foreignJars(home)) {
      assert.match(notices, new RegExp(`^${name.replaceAll(".", "\\.")}: [A-Z]`, "m"));
    }
    for (const title of ["Apache License", "Permission is hereby granted", "copyright notice"]) {
      assert.ok(notices.includes(title), title);
    }
  });

  test("says as CycloneDX what is in it, jar by jar", async () => {
    const text = fs.readFileSync(release.sbom, "utf8");
    const { components, specVersion } = JSON.parse(text);
    const { Validation, Spec } = cyclonedx.default ?? cyclonedx;
    const version = Object.values(Spec.Version).find((one) => one === specVersion);
    assert.equal(await new Validation.JsonStrictValidator(version).validate(text), null);

    const hashes = new Map(
      components.map(({ name, version, hashes }) => [
        `${name}-${version}.jar`,
        hashes?.find(({ alg }) => alg === "SHA-256").content,
      ]),
    );
    const jars = fs.readdirSync(join(home, "lib")).sort();
    assert.deepEqual([...hashes.keys()].sort(), jars);
    for (const name of foreignJars(home)) {
      assert.equal(hashes.get(name), sha256(join(home, "lib", name)), name);
    }
  });

  test("has an entry that the MCP Registry's schema allows", () => {
    const entry = JSON.parse(fs.readFileSync(release.entry, "utf8"));
    const validator = formats.default(new ajv.Ajv({ strict: false, allErrors: true }));
    assert.ok(validator.validate(registrySchema(entry.$schema), entry), validator.errorsText());

    const owner = REPOSITORY.split("/")[0];
    assert.equal(entry.name, `io.github.${owner}/openai-assistant-mcp`);
    assert.equal(entry.version, release.version);
    const [image, bundle] = entry.packages;
    const name = `${owner.toLowerCase()}/openai-assistant-mcp`;
    assert.equal(image.identifier, `ghcr.io/${name}:${release.version}`);
    assert.equal(bundle.fileSha256, sha256(release.bundle));
    const releases = `https://github.com/${REPOSITORY}/releases/download/v${release.version}`;
    assert.equal(bundle.identifier, `${releases}/${basename(release.bundle)}`);
  });

  test("is called by its entry as by the image's label", () => {
    const dockerfile = fs.readFileSync(join(ROOT, "Dockerfile"), "utf8");
    const [, label] = /io\.modelcontextprotocol\.server\.name="([^"]*)"/.exec(dockerfile);
    const { name } = JSON.parse(fs.readFileSync(release.entry, "utf8"));
    assert.equal(label.replace("${OWNER}", REPOSITORY.split("/")[0]), name);
  });

  test("names only settings that there are", () => {
    const settings = fs.readFileSync(join(home, "docs", "settings.md"), "utf8");
    const entry = JSON.parse(fs.readFileSync(release.entry, "utf8"));
    const manifest = JSON.parse(fs.readFileSync(join(ROOT, "release", "manifest.json"), "utf8"));
    const named = [
      ...entry.packages.flatMap((one) => one.environmentVariables.map(({ name }) => name)),
      ...Object.keys(manifest.server.mcp_config.env),
    ];
    assert.deepEqual(
      named.filter((name) => !settings.includes(`| \`${name}\` |`)),
      [],
    );
  });

  for (const jdk of new Set(jdks)) {
    describe(`unpacked, on ${basename(jdk)}`, () => {
      const launcher = () => join(home, LAUNCHER);
      const env = () => ({ JAVA_HOME: jdk, ASSISTANT_MCP_ARCHIVE: "off" });

      for (const name of ["TypeScript SDK 1.x", "TypeScript SDK 2.x", "Python SDK 1.x"]) {
        test(`is driven by ${name}`, () =>
          driven(name, { command: launcher(), env: { ...env(), ...assistants(name) } }));
      }

      test("is driven through links, from another directory and a path with spaces", async () => {
        const links = fs.mkdtempSync(join(folder, "links "));
        fs.symlinkSync(relative(links, launcher()), join(links, "one"));
        fs.symlinkSync("one", join(links, "two"));
        const endpoint = { command: "./two", cwd: links, env: { ...env(), ...assistants("links") } };
        await driven("TypeScript SDK 2.x", endpoint);
      });

      test("lists its tools where nothing can be written, and says what a call lacks", async () => {
        const [command, ...args] = [...READ_ONLY, launcher()];
        const database = join(folder, "closed", "assistants.db");
        const settings = { ...env(), MODEL_API: "echo", ASSISTANTS_DATABASE: database };
        const client = await connect("TypeScript SDK 2.x", { command, args, env: settings });
        try {
          assert.equal((await client.listTools()).tools.length, 23);
          const { isError, content } = await client.callTool("create_thread", {});
          assert.ok(isError);
          assert.ok(content[0].text.includes(database), content[0].text);
        } finally {
          await client.close();
        }
      });
    });
  }

  test("is not made of nonsense, which takes one line to say", () => {
    const nonsense = {
      "--repository is nobody, not OWNER/NAME": ["--repository", "nobody"],
      "--jdk is plan9-x64=/jdk, not PLATFORM=HOME": ["--jdk", "plan9-x64=/jdk"],
      [`--jdk linux-arm64: there is no folder jmods in ${folder}`]: ["--jdk", `linux-arm64=${folder}`],
    };
    for (const [complaint, args] of Object.entries(nonsense)) {
      const made = spawnSync(join(ROOT, "script", "package"), args, { encoding: "utf8" });
      assert.equal(made.status, 2);
      assert.ok(made.stderr.startsWith(`script/package: ${complaint}`), made.stderr);
      assert.match(made.stderr, /^[^\n]*\n$/);
    }
  });

  test("says in one line that JAVA_HOME is wrong, and what is needed", () => {
    const env = { ...process.env, JAVA_HOME: join(folder, "no java") };
    const started = spawnSync(join(home, LAUNCHER), ["tools"], { encoding: "utf8", env });
    assert.equal(started.status, 2);
    assert.equal(started.stdout, "");
    assert.match(started.stderr, /^[^\n]*JAVA_HOME is [^\n]*unset it to use the newest java found\n$/);
  });

  test("without its jar says so, and builds nothing", () => {
    const broken = join(folder, "broken");
    fs.cpSync(home, broken, { recursive: true });
    fs.rmSync(join(broken, "openai-assistant-mcp.jar"));
    const started = spawnSync(join(broken, LAUNCHER), ["tools"], { encoding: "utf8" });
    assert.equal(started.status, 2);
    assert.match(started.stderr, /^[^\n]*there is no openai-assistant-mcp\.jar in [^\n]*\n$/);
  });

  describe("as a bundle", () => {
    let bundle;
    let manifest;

    before(async () => {
      bundle = join(folder, "a bundle");
      const unpacked = { mcpbPath: release.bundle, outputDir: bundle, silent: true };
      assert.ok(await unpackExtension(unpacked));
      manifest = JSON.parse(fs.readFileSync(join(bundle, "manifest.json"), "utf8"));
    });

    test("has a manifest that MCPB takes, for the platform in its name", () => {
      assert.ok(validateManifest(join(bundle, "manifest.json")));
      assert.equal(manifest.version, release.version);
      const [, platform] = /-(linux|darwin)-(x64|arm64)\.mcpb$/.exec(release.bundle);
      assert.deepEqual(manifest.compatibility.platforms, [platform]);
      assert.equal(manifest.tools.length, 23);
      const asked = Object.entries(manifest.user_config);
      for (const [name, { default: value, sensitive }] of asked) {
        assert.equal(typeof value, "string", `${name} would reach the server as its placeholder`);
        assert.equal(Boolean(sensitive), name.endsWith("key"), name);
      }
    });

    test("has the files of the release, and a Java that is complete with its licences", () => {
      const ours = content(home);
      const all = content(bundle);
      for (const [name, sum] of ours) assert.equal(all.get(name), sum, name);
      const more = [...all.keys()].filter((name) => !ours.has(name) && name !== "manifest.json");
      assert.ok(more.every((name) => name.startsWith("runtime/")));
      assert.ok(more.some((name) => name.startsWith("runtime/legal/java.base/")));
    });

    test("is driven with a Java of its own, as a client configures it", async () => {
      const config = await getMcpConfigForManifest({
        manifest,
        extensionPath: bundle,
        systemDirs: {},
        userConfig: { model_api: "echo", assistants_database: join(folder, "of bundle.db") },
        pathSeparator: "/",
      });
      assert.ok(Object.values(config.env).every((value) => !value.includes("${")));
      const env = { ...config.env, JAVA_HOME: join(folder, "no java"), ASSISTANT_MCP_ARCHIVE: "off" };
      await driven("TypeScript SDK 2.x", { ...config, env });
    });
  });

  function assistants(name) {
    const database = join(fs.mkdtempSync(join(folder, "data ")), `${name}.db`);
    return { MODEL_API: "echo", ASSISTANTS_DATABASE: database };
  }
});

/** All tools are listed, and a message that was created is found again. */
async function driven(name, endpoint) {
  const client = await connect(name, endpoint);
  try {
    assert.equal((await client.listTools()).tools.length, 23);
    const call = async (tool, args) => {
      const { content, isError } = await client.callTool(tool, args);
      assert.ok(!isError, content[0].text);
      return JSON.parse(content[0].text);
    };
    const { id } = await call("create_thread", {});
    const message = { thread_id: id, role: "user", content: "Is anybody there?" };
    const created = await call("create_message", message);
    const { data } = await call("list_messages", { thread_id: id });
    assert.deepEqual(
      data.map((one) => one.id),
      [created.id],
    );
  } finally {
    await client.close();
  }
}

function connect(name, endpoint) {
  const client = mcpClients.find((one) => one.name === name);
  return client.connect({ type: "stdio", args: [], ...endpoint });
}

/** The registry publishes its schemas as files of its Go module, whose sum says that they are its. */
function registrySchema(url) {
  const workflow = fs.readFileSync(join(ROOT, ".github", "workflows", "release.yml"), "utf8");
  const [, module, version] = /install (\S+)\/cmd\/publisher@(\S+)/.exec(workflow);
  const { Dir } = JSON.parse(run("go", "mod", "download", "-json", `${module}@${version}`));
  const [, date] = /\/schemas\/([\d-]+)\/server\.schema\.json$/.exec(url);
  const schemas = join(Dir, "internal", "validators", "schemas");
  const schema = JSON.parse(fs.readFileSync(join(schemas, `${date}.json`), "utf8"));
  assert.equal(schema.$id, url);
  return schema;
}

/** The files below a folder, by their paths, as sums of what is in them. */
function content(folder) {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.path, file.name));
  return new Map(paths.sort().map((path) => [relative(folder, path), sha256(path)]));
}

function foreignJars(home) {
  const ours = /^(engine|generated-client|openapi|tool-api)-/;
  return fs.readdirSync(join(home, "lib")).filter((name) => JARS.test(name) && !ours.test(name));
}

/** Where the links of a page lead, but for those to other sites and within it. */
function links(page) {
  const all = [...page.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link.replace(/#.*/, ""));
  return all.filter((link) => link && !/^[a-z]+:/.test(link));
}

function sha256(file) {
  return createHash("sha256").update(fs.readFileSync(file)).digest("hex");
}

function run(command, ...args) {
  return execFileSync(command, args, { encoding: "utf8" }).trim();
}
