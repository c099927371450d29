// What calls cost over HTTP, at /mcp and on /sse, beside calls of the same loader to the upstream.
//
//   node http.mjs <scratch folder>
import { openDirect, openMcp, openSse } from "../load/http-clients.mjs";
import { HttpServer } from "../load/http-server.mjs";
import { launchers, train, usesArchive } from "../load/launchers.mjs";
import { inRounds } from "../load/rounds.mjs";
import { printRows } from "../load/table.mjs";
import { startUpstream } from "../load/upstream.mjs";
import { measureLoad, printAddedTime, printLoad } from "./figures/http-load.mjs";
import { waiting } from "./figures/http-waiting.mjs";
import { healthy } from "./figures/healthy.mjs";
import { printMemory } from "./figures/memory.mjs";
import { processorTime } from "./figures/processor-time.mjs";

// A stream that a client left counts until a sign of life fails, up to half a minute later.
const MAX_STREAMS = "20000";

const scratch = process.argv[2];
const upstream = await startUpstream();
const ours = launchers(scratch).map((launcher) => {
  const env = { ...launcher.env, OPENAI_BASE_URL: upstream.url, MAX_STREAMS };
  const start = () => new HttpServer({ ...launcher, env });
  return { ...launcher, start, usesArchive: (server) => usesArchive(server, launcher) };
});
try {
  for (const launcher of ours) await train(launcher, HttpServer);
  const print = async (figure, servers) =>
    printRows({ ...figure, samples: await inRounds(servers, figure.measure) });
  await print(healthy, ours);

  for (const launcher of ours) launcher.server = launcher.start();
  for (const { server } of ours) await server.initialize();
  const doors = ours.flatMap(({ name, release, server }) => [
    { name: `${name}, /mcp`, release, pid: server.pid, open: () => openMcp(server.port) },
    { name: `${name}, /sse`, release, pid: server.pid, open: () => openSse(server.port) },
  ]);
  const atMcp = doors.filter(({ name }) => name.endsWith("/mcp"));
  const direct = { name: "nothing between", open: () => openDirect(upstream.port) };
  const samples = await inRounds([{ ...direct, reference: true }, ...doors], measureLoad);
  printAddedTime(samples);
  printLoad(samples);
  await print(processorTime, doors);
  await print(waiting, atMcp);
  for (const { server } of ours) await server.end();
  await printMemory(ours);
} finally {
  for (const { server } of ours) server?.kill();
  await upstream.stop();
}
