// Rows of the table that script/bench prints.
import { median } from "./statistics.mjs";

export const HEADER = "| figure | of | median (min-max) | ratio | goal |\n|---|---|---|---|---|";

/**
 * Prints a figure's rows, one per server: `samples` is a map of these to numbers. Ratios are to the
 * last one that is a `reference`. `goal` maps releases of Java to a number, {atMost} or {atLeast}.
 */
export function printRows({ figure, unit, digits = 0, samples, goal = {} }) {
  const reference = [...samples.keys()].findLast((server) => server.reference);
  const base = reference && median(samples.get(reference));
  const show = (value) => value.toFixed(digits);
  for (const [server, values] of samples) {
    const middle = median(values);
    const spread = values.length > 1 ? ` (${show(Math.min(...values))}-${show(Math.max(...values))})` : "";
    const ratio = base ? (middle / base).toFixed(2) : "";
    const value = `${show(middle)}${spread} ${unit}`;
    const aim = goalOf(goal[server.release], middle, unit);
    console.log(`| ${figure} | ${server.name} | ${value} | ${ratio} | ${aim} |`);
  }
}

function goalOf(goal, value, unit) {
  if (!goal) return "";
  const { atMost, atLeast } = goal;
  const met = atMost === undefined ? value >= atLeast : value <= atMost;
  const text = atMost === undefined ? `>= ${atLeast} ${unit}` : `<= ${atMost} ${unit}`;
  return met ? text : `${text}, **missed**`;
}
