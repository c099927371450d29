// An MCP server on stdio that is spoken to in raw lines: nothing is parsed while time is measured.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { performance } from "node:perf_hooks";

const NEWLINE = 10;
const ANSWER_LIMIT_MS = 120_000;
const END_LIMIT_MS = 30_000;
const STDERR_KEPT = 2_000;
const PARAMS = {
  protocolVersion: "2025-11-25",
  capabilities: {},
  clientInfo: { name: "load", version: "0" },
};

/** A message as a line. */
export const line = (message) => `${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`;

export class StdioServer {
  #child;
  #closed;
  #unread = [];
  #stderr = "";

  /** Starts it with nothing of this process's environment that could change what is measured. */
  constructor({ command, args = [], env = {} }) {
    const { PATH, HOME } = process.env;
    this.started = performance.now();
    this.#child = spawn(command, args, { cwd: tmpdir(), env: { PATH, HOME, ...env } });
    this.#closed = once(this.#child, "close");
    this.#child.stdin.on("error", () => {}); // It is gone, which end() tells.
    this.#child.stdout.on("data", (chunk) => this.#unread.push(chunk));
    this.#child.stderr.setEncoding("utf8").on("data", (text) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
  }

  get pid() {
    return this.#child.pid;
  }

  get gone() {
    return this.#child.stdout.closed;
  }

  send(text) {
    this.#child.stdin.write(text);
  }

  /** Greets it, with id 0. */
  async initialize() {
    await this.ask({ id: 0, method: "initialize", params: PARAMS });
    this.#child.stdin.write(line({ method: "notifications/initialized" }));
  }

  /** The result of one request, whatever else the server says before. */
  async ask(request) {
    let lines = await this.exchange([line(request)]);
    for (;;) {
      const answer = lines.map((text) => JSON.parse(text)).find(({ id }) => id === request.id);
      if (answer?.result) return answer.result;
      if (answer || this.#child.stdout.closed) {
        throw new Error(`${request.method} failed: ${JSON.stringify(answer)} ${this.#stderr}`);
      }
      lines = await this.exchange([]);
    }
  }

  /**
   * Sends lines with at most so many unanswered, and returns as many lines of its stdout or more;
   * or those that there are when it is gone or takes too long. Without a line to send, returns what
   * comes next.
   */
  async exchange(requests, outstanding = requests.length, limitMs = ANSWER_LIMIT_MS) {
    let sent = 0;
    let answered = 0;
    const send = (count) => {
      const next = requests.slice(sent, sent + count);
      sent += next.length;
      if (next.length > 0) this.#child.stdin.write(next.join(""));
    };
    await new Promise((resolve) => {
      const onData = (chunk) => {
        const count = newlines(chunk);
        answered += count;
        if (answered >= requests.length) finish();
        else send(count);
      };
      const finish = () => {
        clearTimeout(limit);
        this.#child.stdout.off("data", onData).off("close", finish);
        resolve();
      };
      const limit = setTimeout(finish, limitMs);
      this.#child.stdout.on("data", onData).on("close", finish);
      if (this.#child.stdout.closed) finish();
      else send(outstanding);
    });
    return this.#takeLines();
  }

  /** Ends stdin and waits until it is gone. */
  async end() {
    this.#child.stdin.end();
    const limit = setTimeout(() => this.kill(), END_LIMIT_MS);
    const [code, signal] = await this.#closed;
    clearTimeout(limit);
    return { status: signal ?? code, lines: this.#takeLines(), stderr: this.#stderr };
  }

  kill() {
    this.#child.kill("SIGKILL");
  }

  /** Whole lines; at the end also one that was not finished. */
  #takeLines() {
    const unread = Buffer.concat(this.#unread);
    const end = this.#child.stdout.closed ? unread.length : unread.lastIndexOf(NEWLINE) + 1;
    this.#unread = [unread.subarray(end)];
    const lines = unread.toString("utf8", 0, end).split("\n");
    if (lines.at(-1) === "") lines.pop();
    return lines;
  }
}

function newlines(chunk) {
  let count = 0;
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count++;
  return count;
}
