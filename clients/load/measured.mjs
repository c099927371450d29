// How long a command takes, and the memory of the largest of its processes.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const LOOK_MS = 50;

/** Runs a command to its end; it has to be one of the exit codes. */
export async function measured(command, args, codes = [0]) {
  const begin = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.on("data", (data) => (errors += data));
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, largest(child.pid))), LOOK_MS);
  const code = await new Promise((done) => child.on("close", done));
  clearInterval(timer);
  if (!codes.includes(code)) throw new Error(`${command} ended with ${code}: ${errors}`);
  return { seconds: (performance.now() - begin) / 1000, peakMb: peak };
}

/** The most memory that a process or one of its children has had, in MB. */
function largest(root) {
  const parents = new Map();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    const status = statusOf(name);
    parents.set(Number(name), Number(/^PPid:\s*(\d+)$/m.exec(status)?.[1] ?? 0));
  }
  const ours = [...parents.keys()].filter((pid) => descends(pid, root, parents));
  return Math.max(0, ...ours.map(highWaterMb));
}

function descends(pid, root, parents) {
  for (let each = pid; each > 1; each = parents.get(each) ?? 0) {
    if (each === root) return true;
  }
  return false;
}

function highWaterMb(pid) {
  const kib = Number(/^VmHWM:\s*(\d+) kB$/m.exec(statusOf(pid))?.[1] ?? 0);
  return (kib * 1024) / 1e6;
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return ""; // It is gone.
  }
}
