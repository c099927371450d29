// What a JVM says of itself.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

/** How many MB its objects take, without those that nobody needs any more. */
export async function liveMb(javaHome, pid) {
  const jcmd = (command) =>
    promisify(execFile)(join(javaHome, "bin", "jcmd"), [String(pid), command]);
  await jcmd("GC.run");
  const { stdout } = await jcmd("GC.heap_info");
  const kib = /^ *tenured.*used (\d+)K/im.exec(stdout)?.[1];
  if (!kib) throw new Error(`there is no tenured generation in ${stdout}`);
  return (Number(kib) * 1024) / 1e6;
}
