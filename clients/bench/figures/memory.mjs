// What memory a server has that nobody has called, and whether that grows with the calls.
import { openMcp } from "../../load/http-clients.mjs";
import { load, withClients } from "../../load/http-load.mjs";
import { residentMb } from "../../load/process.mjs";
import { printRows } from "../../load/table.mjs";

const CLIENTS = 32;
const CALLS = [20_000, 100_000];
const GROWTH = { atMost: 8 };

export async function printMemory(launchers) {
  const samples = new Map();
  for (const launcher of launchers) samples.set(launcher, await memoryOf(launcher));
  const [first, last] = CALLS.map((calls) => `${calls.toLocaleString("en")} calls`);
  const print = (figure, valueOf, goal) => {
    const values = [...samples].map(([launcher, memory]) => [launcher, [valueOf(memory)]]);
    printRows({ figure, unit: "MB", samples: new Map(values), goal });
  };
  print("resident memory before any call", ([idle]) => idle);
  print(`resident memory after ${first}`, ([, early]) => early);
  print(`resident memory after ${last}`, ([, , late]) => late);
  const goal = { 25: GROWTH, 17: GROWTH };
  print(`growth from ${first} to ${last}`, ([, early, late]) => late - early, goal);
}

/** At the start and after each number of calls. */
async function memoryOf({ start }) {
  const server = start();
  try {
    await server.initialize();
    const memory = [residentMb(server.pid)];
    let done = 0;
    for (const calls of CALLS) {
      const more = calls - done;
      await withClients(() => openMcp(server.port), CLIENTS, (clients) => load(clients, more));
      memory.push(residentMb(server.pid));
      done = calls;
    }
    return memory;
  } finally {
    await server.end();
  }
}
