// Calls of the tool that returns a thread. Each asks for a thread of its own, so that an answer
// that went to another call is noticed.
import { line } from "./stdio-server.mjs";

export class ThreadCalls {
  #tool;
  #lastId = 0;

  constructor(tool = "get_thread") {
    this.#tool = tool;
  }

  /** The next calls as lines, and which thread each id expects; slow ones take the upstream 1 s. */
  next(count, { slow = false } = {}) {
    const expected = new Map();
    const requests = Array.from({ length: count }, () => {
      const id = ++this.#lastId;
      const thread = `${slow ? "slow" : "thread"}_${id}`;
      expected.set(id, thread);
      const params = { name: this.#tool, arguments: { thread_id: thread } };
      return line({ id, method: "tools/call", params });
    });
    return { requests, expected };
  }
}
