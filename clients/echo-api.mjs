// An API that holds every request until a number of them are there, then answers the last one first,
// each with the id that its path ends with. Who gets the id it asked for did not get another's answer.
import { once } from "node:events";
import { createServer } from "node:http";
import { basename } from "node:path";

/** Starts it on a free loopback port; the caller must stop() it. */
export async function startEchoApi(atOnce) {
  const held = [];
  const server = createServer((request, response) => {
    held.push({ id: basename(request.url), response });
    if (held.length < atOnce) return;
    for (const { id, response } of held.splice(0).reverse()) {
      response.setHeader("content-type", "application/json").end(JSON.stringify({ id }));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
