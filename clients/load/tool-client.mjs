// Calls the tools of a server on stdio, any number at the same time.
import { line } from "./stdio-server.mjs";

export class ToolClient {
  #server;
  #waiting = new Map();
  #lastId = 0;

  /** Takes a server that was greeted, all of whose answers are this client's from now on. */
  constructor(server) {
    this.#server = server;
    this.#read();
  }

  get pid() {
    return this.#server.pid;
  }

  /** The object that a tool returns. Rejects when the call fails, or when the server goes first. */
  call(name, args) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { name, resolve, reject });
      if (this.#server.gone) this.#giveUp();
      else this.#server.send(line({ id, method: "tools/call", params: { name, arguments: args } }));
    });
  }

  kill() {
    this.#server.kill();
  }

  end() {
    return this.#server.end();
  }

  async #read() {
    while (!this.#server.gone) {
      for (const text of await this.#server.exchange([])) this.#take(text);
    }
    this.#giveUp();
  }

  #take(text) {
    const message = parsed(text);
    const call = this.#waiting.get(message?.id);
    if (!call) return; // A notification, or the half of a line that a killed server wrote.
    this.#waiting.delete(message.id);
    const words = message.result?.content[0].text ?? JSON.stringify(message.error);
    if (message.result && !message.result.isError) call.resolve(JSON.parse(words));
    else call.reject(new CallFailed(`${call.name}: ${words}`));
  }

  #giveUp() {
    for (const { name, reject } of this.#waiting.values()) {
      reject(new ServerGone(`${name}: the server is gone`));
    }
    this.#waiting.clear();
  }
}

/** The server answered that it did not do it. */
export class CallFailed extends Error {}

/** Whether it was done, nobody knows. */
export class ServerGone extends Error {}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
