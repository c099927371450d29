// How long a client waits from spawning a server to its answer to tools/list, and how much of the
// memory the server has by then.
//
//   node start.mjs <scratch folder>
import { launchers, train, usesArchive } from "../load/launchers.mjs";
import { everything, generated, oneTool } from "../load/peers.mjs";
import { residentMb } from "../load/process.mjs";
import { inRounds } from "../load/rounds.mjs";
import { StdioServer } from "../load/stdio-server.mjs";
import { printRows } from "../load/table.mjs";

const MS = { 25: { atMost: 110 }, 17: { atMost: 150 } };
const MB = { 25: { atMost: 60 }, 17: { atMost: 60 } };

const scratch = process.argv[2];
const ours = launchers(scratch);
for (const launcher of ours) await train(launcher);
const reference = { ...everything(), reference: true };
const servers = [...ours, reference, generated(scratch), oneTool(scratch)];

const samples = await inRounds(servers, start);
const only = (name) =>
  new Map([...samples].map(([key, all]) => [key, all.map((one) => one[name])]));
const figure = "spawn to tools/list answered";
printRows({ figure, unit: "ms", samples: only("ms"), goal: MS });
printRows({ figure: "resident memory then", unit: "MB", samples: only("mb"), goal: MB });

async function start(described) {
  const server = new StdioServer(described);
  try {
    await server.initialize();
    const { tools } = await server.ask({ id: 1, method: "tools/list", params: {} });
    const ms = performance.now() - server.started;
    const mb = residentMb(server.pid);
    if (tools.length === 0) throw new Error(`${described.name} lists no tool`);
    if (described.archives && !usesArchive(server, described)) {
      throw new Error(`${described.name} does not use its archive`);
    }
    return { ms, mb };
  } finally {
    await server.end();
  }
}
