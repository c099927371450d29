// Answers every request with the thread it names: at once, or after a second if it is called slow.
// Prints its port, and goes when stdin ends, which it also does when whoever started this dies.
import { createServer } from "node:http";

const SLOW_MS = 1_000;
const BACKLOG = 1_024;
const KEEP_ALIVE_MS = 600_000;
const PARTS = { created_at: 1, tool_resources: {}, metadata: { team: "docs" } };

const server = createServer(
  { noDelay: true, keepAliveTimeout: KEEP_ALIVE_MS },
  (request, response) => {
    const id = request.url.slice(request.url.lastIndexOf("/") + 1);
    const body = Buffer.from(JSON.stringify({ id, object: "thread", ...PARTS }));
    const headers = { "content-type": "application/json", "content-length": body.length };
    const answer = () => response.writeHead(200, headers).end(body);
    if (id.startsWith("slow")) setTimeout(answer, SLOW_MS);
    else answer();
  },
);
server.listen(0, "127.0.0.1", BACKLOG, () => console.log(server.address().port));
process.stdin.resume().on("end", () => process.exit());
