// What calls cost over stdio, beside a server that somebody else's generator made of our slice.
//
//   node calls.mjs <scratch folder>
import { launchers, train } from "../load/launchers.mjs";
import { generated } from "../load/peers.mjs";
import { inRounds } from "../load/rounds.mjs";
import { StdioServer } from "../load/stdio-server.mjs";
import { printRows } from "../load/table.mjs";
import { ThreadCalls } from "../load/thread-calls.mjs";
import { startUpstream } from "../load/upstream.mjs";
import { addedTime, directTime } from "./figures/added-time.mjs";
import { firstCalls, throughput } from "./figures/throughput.mjs";
import { waiting } from "./figures/waiting.mjs";

const scratch = process.argv[2];
const ours = launchers(scratch);
for (const launcher of ours) await train(launcher);
const peer = { ...generated(scratch), tool: "getThread", reference: true };

const upstream = await startUpstream();
const servers = [...ours, peer].map((described) => {
  const env = { ...described.env, OPENAI_BASE_URL: upstream.url, API_BASE_URL: upstream.url };
  const start = () => new StdioServer({ ...described, env });
  return { ...described, start, server: start(), calls: new ThreadCalls(described.tool) };
});
try {
  for (const { server } of servers) await server.initialize();
  for (const figure of [throughput, firstCalls, waiting, addedTime]) {
    const samples = await inRounds(servers, (server) => figure.measure(server, upstream));
    printRows({ ...figure, samples });
  }
  const nobody = { name: "nothing between" };
  printRows({
    ...directTime,
    samples: await inRounds([nobody], () => directTime.measure(upstream)),
  });
} finally {
  for (const { server } of servers) await server.end();
  await upstream.stop();
}
