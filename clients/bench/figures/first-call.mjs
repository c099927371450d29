// How long the first call takes, which opens the database, of a process that has listed its tools.
import { ToolClient } from "../../load/tool-client.mjs";

const GOAL = { atMost: 150 };

export const firstCall = {
  figure: "first call after tools/list answered",
  unit: "ms",
  goal: { 25: GOAL, 17: GOAL },
  async measure({ name, start, usesArchive }) {
    const server = start();
    try {
      await server.initialize();
      await server.ask({ id: 1, method: "tools/list", params: {} });
      const client = new ToolClient(server);
      if (!usesArchive(server)) throw new Error(`${name} does not use its archive`);
      const begin = performance.now();
      await client.call("list_assistants", { limit: 1 });
      return performance.now() - begin;
    } finally {
      await server.end();
    }
  },
};
