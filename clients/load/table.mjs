// Rows of the table that script/bench prints.
import { median } from "./statistics.mjs";

/**
 * Prints a figure's rows, one per server: `samples` is a map of these to numbers. Ratios are to the
 * server that is the `reference`. `goal` maps releases of Java to {atMost} or {atLeast} a number.
 */
export function printRows({ figure, unit, digits = 0, samples, goal = {} }) {
  const reference = [...samples.keys()].find((server) => server.reference);
  const base = reference && median(samples.get(reference));
  const show = (value) => value.toFixed(digits);
  for (const [server, values] of samples) {
    const middle = median(values);
    const [least, most] = [Math.min(...values), Math.max(...values)].map(show);
    const value = values.length > 1 ? `${show(middle)} (${least}-${most})` : show(middle);
    const ratio = base ? (middle / base).toFixed(2) : "";
    const aim = goalOf(goal[server.release], middle, unit);
    console.log(`| ${figure} | ${server.name} | ${value} ${unit} | ${ratio} | ${aim} |`);
  }
}

function goalOf(goal, value, unit) {
  if (!goal) return "";
  const { atMost, atLeast } = goal;
  const met = atMost === undefined ? value >= atLeast : value <= atMost;
  const text = atMost === undefined ? `>= ${atLeast} ${unit}` : `<= ${atMost} ${unit}`;
  return met ? text : `${text}, **missed**`;
}
