// Seconds until the calls of many clients at once are answered, whose upstream takes a second each.
import { load, withClients } from "../../load/http-load.mjs";

const CALLS = 500;

export const waiting = {
  figure: `${CALLS} calls at once, upstream takes 1 s`,
  unit: "s",
  digits: 2,
  goal: { 25: { atMost: 1.3 }, 17: { atMost: 3 } },
  measure: ({ open }) =>
    withClients(open, CALLS, async (clients) => {
      const { seconds } = await load(clients, CALLS, { slow: true });
      return seconds;
    }),
};
