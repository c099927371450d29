// What the image takes: its size, a client's wait on stdio beside a container that does nothing and beside
// the launcher, and the end of a server. Run by script/docker-test, which builds the image.
//
//   node docker.mjs <scratch folder>
import { DOCKER, IMAGE, docker, inspect, logs, until } from "../docker/docker.mjs";
import { launchers, train } from "../load/launchers.mjs";
import { inRounds } from "../load/rounds.mjs";
import { StdioServer } from "../load/stdio-server.mjs";
import { printRows } from "../load/table.mjs";

const { DOCKER_HOST, DOCKER_CONFIG } = process.env;
const RUN = ["run", "-i", "--rm"];
const ours = { name: "this image", release: 25, ...command("-e", "TRANSPORT=stdio", IMAGE) };
const nothing = { name: "cat in a Debian image", ...command("debian:bookworm-slim", "cat") };
const [launcher] = launchers(process.argv[2]);

const size = (await inspect(IMAGE, "Size")) / 1e6;
printRows({
  figure: "size of the image",
  unit: "MB",
  samples: new Map([[ours, [size]]]),
  goal: { 25: { atMost: 150 } },
});

await train(launcher);
const started = await inRounds([ours, nothing, launcher], start);
printRows({ figure: "spawn to initialize answered on stdio", unit: "ms", samples: started });
const docks = started.get(nothing);
printRows({
  figure: "the same without what Docker takes",
  unit: "ms",
  samples: new Map([[ours, started.get(ours).map((ms, round) => ms - docks[round])]]),
  goal: { 25: { atMost: 300 } },
});

printRows({
  figure: "docker stop, over HTTP",
  unit: "ms",
  samples: await inRounds([ours], stopHttp),
  goal: { 25: { atMost: 1000 } },
});

async function start(one) {
  const server = new StdioServer(one);
  if (one === nothing) await server.exchange(["{}\n"]);
  else await server.initialize();
  const ms = performance.now() - server.started;
  await server.end();
  return ms;
}

async function stopHttp() {
  const container = await docker("run", "-d", "-e", "MCP_CREDENTIALS_PASSTHROUGH=true", IMAGE);
  await until(async () => (await logs(container)).includes("listening on"));
  const asked = performance.now();
  await docker("stop", container);
  const ms = performance.now() - asked;
  await docker("rm", "-v", container);
  return ms;
}

function command(...args) {
  return { command: DOCKER, args: [...RUN, ...args], env: { DOCKER_HOST, DOCKER_CONFIG } };
}
