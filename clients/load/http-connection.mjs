// One connection that is kept, for one request at a time.
import { Agent, request } from "node:http";

const LIMIT_MS = 120_000;

export class HttpConnection {
  #agent = new Agent({ keepAlive: true, maxSockets: 1, timeout: LIMIT_MS });
  #port;

  constructor(port) {
    this.#port = port;
  }

  /** The answer to a request, as soon as it begins. */
  begin(method, path, headers = {}, body = undefined) {
    const options = { host: "127.0.0.1", port: this.#port, agent: this.#agent, method, path };
    return new Promise((resolve, reject) => {
      const sent = request({ ...options, headers }, resolve);
      sent.on("error", reject);
      sent.on("timeout", () => sent.destroy(new Error(`${path} is not answered`)));
      sent.end(body);
    });
  }

  /** The answer to a request, with its text. */
  async send(method, path, headers, body) {
    const response = await this.begin(method, path, headers, body);
    let text = "";
    for await (const piece of response.setEncoding("utf8")) text += piece;
    return { status: response.statusCode, headers: response.headers, text };
  }

  /** The answer to a posted JSON-RPC message. */
  async post(path, message, headers = {}) {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    const all = { ...JSON_HEADERS, "content-length": body.length, ...headers };
    const answer = await this.send("POST", path, all, body);
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(`${path} says ${answer.status}: ${answer.text}`);
    }
    return answer;
  }

  close() {
    this.#agent.destroy();
  }
}

const JSON_HEADERS = {
  accept: "application/json, text/event-stream",
  "content-type": "application/json",
};
