// How long a call keeps the processors busy in a server that has answered many before.
import { load, withClients } from "../../load/http-load.mjs";
import { cpuSeconds } from "../../load/process.mjs";

const CLIENTS = 16;
const CALLS = 3_000;
const GOAL = { atMost: 200 };

export const processorTime = {
  figure: `${CLIENTS} clients, processor time of the server per call`,
  unit: "µs",
  goal: { 25: GOAL, 17: GOAL },
  measure: ({ open, pid }) =>
    withClients(open, CLIENTS, async (clients) => {
      const before = cpuSeconds(pid);
      await load(clients, CALLS);
      return ((cpuSeconds(pid) - before) / CALLS) * 1e6;
    }),
};
