// A model that answers every POST /responses with a word, after as many milliseconds as it is told;
// everything else with the number of these answers.
// Prints its port, and goes when stdin ends, which it also does when whoever started this dies.
//
//   node model-server.mjs <milliseconds>
import { createServer } from "node:http";

const BACKLOG = 1_024;
const KEEP_ALIVE_MS = 600_000;
const milliseconds = Number(process.argv[2]);

const message = {
  type: "message",
  id: "msg_1",
  role: "assistant",
  status: "completed",
  content: [{ type: "output_text", text: "Yes.", annotations: [] }],
};
const answer = Buffer.from(
  JSON.stringify({
    id: "resp_1",
    object: "response",
    created_at: 1,
    status: "completed",
    model: "fixed",
    output: [message],
    usage: { input_tokens: 10, output_tokens: 2, total_tokens: 12 },
  }),
);
const headers = { "content-type": "application/json", "content-length": answer.length };

let answers = 0;
const server = createServer(
  { noDelay: true, keepAliveTimeout: KEEP_ALIVE_MS },
  (request, response) => {
    request.resume().on("end", () => {
      if (request.method === "POST" && request.url.endsWith("/responses")) {
        answers++;
        setTimeout(() => response.writeHead(200, headers).end(answer), milliseconds);
      } else {
        response.end(String(answers));
      }
    });
  },
);
server.listen(0, "127.0.0.1", BACKLOG, () => console.log(server.address().port));
process.stdin.resume().on("end", () => process.exit());
