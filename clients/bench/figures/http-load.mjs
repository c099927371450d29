// Calls per second, and the time of a call, when so many clients call at the same time; and what
// that of one client is more than without a server between, in the same round.
import { load, withClients } from "../../load/http-load.mjs";
import { printRows } from "../../load/table.mjs";

const CALLS = new Map([
  [1, 300],
  [32, 2_000],
  [256, 3_000],
]);
const ADDED = { atMost: 0.45 };

/** By the number of clients. */
export async function measureLoad({ open }) {
  const results = new Map();
  for (const [count, calls] of CALLS) {
    const result = await withClients(open, count, (clients) => load(clients, calls));
    results.set(count, result);
  }
  return results;
}

export function printAddedTime(samples) {
  const [[, withoutServer], ...through] = samples;
  const added = new Map(
    through.map(([server, rounds]) => [
      server,
      rounds.map((round, i) => round.get(1).p50 - withoutServer[i].get(1).p50),
    ]),
  );
  const figure = "one client, time added to a call, p50";
  printRows({ figure, unit: "ms", digits: 2, samples: added, goal: { 25: ADDED, 17: ADDED } });
}

export function printLoad(samples) {
  for (const count of CALLS.keys()) {
    const clients = count === 1 ? "one client" : `${count} clients`;
    const print = (name, unit, digits, valueOf) => {
      const values = [...samples].map(([server, rounds]) => [
        server,
        rounds.map((round) => valueOf(round.get(count))),
      ]);
      printRows({ figure: `${clients}, ${name}`, unit, digits, samples: new Map(values) });
    };
    print("calls", "calls/s", 0, ({ rate }) => rate);
    print("p50", "ms", 2, ({ p50 }) => p50);
    print("p99", "ms", 2, ({ p99 }) => p99);
  }
}
