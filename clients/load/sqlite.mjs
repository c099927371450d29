// SQLite without the engine: Python's, in a process of its own.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const script = (name) => fileURLToPath(new URL(`../python/${name}.py`, import.meta.url));

/** Something that commits rows to a file of its own; the caller must stop() it. */
export function startCommits(file) {
  const stdio = ["pipe", "pipe", "inherit"];
  const child = spawn("python3", [script("commits"), file], { stdio });
  const lines = createInterface({ input: child.stdout });
  return {
    /** The seconds that so many commits take. */
    async commit(count) {
      const answered = once(lines, "line");
      child.stdin.write(`${count}\n`);
      const [seconds] = await answered;
      return Number(seconds);
    },
    stop: () => child.stdin.end(),
  };
}

/** Repeats the only message of a thread; returns a function from a number to the copy's id. */
export function repeatMessage(database, thread, count) {
  execFileSync("python3", [script("messages"), database, thread, String(count)]);
  return (n) => `msg_${thread.slice("thread_".length)}${String(n).padStart(9, "0")}`;
}

/** What SQLite says of a file that others may have open; "ok" if all is well. */
export function integrity(database) {
  const code =
    "import sqlite3, sys\n" +
    "rows = sqlite3.connect(sys.argv[1], timeout=60).execute('pragma integrity_check')\n" +
    "print('\\n'.join(row[0] for row in rows))";
  return execFileSync("python3", ["-c", code, database], { encoding: "utf8" }).trim();
}
