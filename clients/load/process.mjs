// What Linux says of a process.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const TICKS_PER_SECOND = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
const USER_TICKS = 11; // Fields behind the name, which may hold anything but comes in brackets.
const SYSTEM_TICKS = 12;

export function residentMb(pid) {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const [, kib] = /^VmRSS:\s*(\d+) kB$/m.exec(status);
  return (kib * 1024) / 1e6;
}

export function cpuSeconds(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[USER_TICKS]) + Number(fields[SYSTEM_TICKS])) / TICKS_PER_SECOND;
}

export function openFiles(pid) {
  return readdirSync(`/proc/${pid}/fd`).length;
}
