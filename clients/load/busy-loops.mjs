// Keeps every core busy, so that what is tested has to fight for time.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

// Ends itself when whoever started it is gone.
const LOOP = "const parent = process.ppid; while (process.ppid === parent);";

/** Starts one per core; stop() ends exactly these. */
export function startBusyLoops(count = availableParallelism()) {
  const loops = Array.from({ length: count }, () =>
    spawn(process.execPath, ["-e", LOOP], { stdio: "ignore" }),
  );
  return { count, stop: () => loops.forEach((loop) => loop.kill("SIGKILL")) };
}
