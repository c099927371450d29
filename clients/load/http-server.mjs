// An MCP server on HTTP, on a port of loopback that is free.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { performance } from "node:perf_hooks";

const LISTENING = /listening on http:\/\/127\.0\.0\.1:(\d+)\//;
const END_LIMIT_MS = 60_000;
const STDERR_KEPT = 2_000;

export class HttpServer {
  #child;
  #closed;
  #listening;
  #stderr = "";

  /** Starts it with nothing of this process's environment that could change what is measured. */
  constructor({ command, env = {} }) {
    const { PATH, HOME } = process.env;
    const settings = { TRANSPORT: "http", PORT: "0", LOG_LEVEL: "warn" };
    this.started = performance.now();
    this.#child = spawn(command, {
      cwd: tmpdir(),
      env: { PATH, HOME, ...settings, ...env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#closed = once(this.#child, "close");
    this.#listening = new Promise((resolve, reject) => {
      this.#child.stderr.setEncoding("utf8").on("data", (text) => {
        this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
        const port = LISTENING.exec(this.#stderr)?.[1];
        if (port) resolve(Number(port));
      });
      this.#child.on("close", () => reject(new Error(`it does not listen: ${this.#stderr}`)));
    });
  }

  get pid() {
    return this.#child.pid;
  }

  /** What it wrote last. */
  get stderr() {
    return this.#stderr;
  }

  /** Waits until it is up, and sets its port. */
  async initialize() {
    this.port = await this.#listening;
    const url = `http://127.0.0.1:${this.port}/healthz`;
    const [response] = await once(get(url, { agent: false }), "response");
    response.resume();
    if (response.statusCode !== 200) throw new Error(`${url} says ${response.statusCode}`);
  }

  /** Asks it to end and waits until it is gone. */
  async end() {
    this.#child.kill("SIGTERM");
    const limit = setTimeout(() => this.kill(), END_LIMIT_MS);
    const [code, signal] = await this.#closed;
    clearTimeout(limit);
    return { status: signal ?? code, stderr: this.#stderr };
  }

  kill() {
    this.#child.kill("SIGKILL");
  }
}
