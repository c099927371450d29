// The APIs of models as a mock that is not ours: @stdy/cli serves OpenAI's document, and checks the
// requests that are sent to models.
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { startMockApi } from "./mock-api.mjs";

const SLICE = fileURLToPath(new URL("./models/models.yaml", import.meta.url));
// In the document a message is several of the things of which it must be exactly one, so read
// literally it allows none. What it means is "at least one".
const EXACTLY_ONE = /^( *(?:- )?)oneOf:/gm;
const KEY = { authorization: "Bearer sk-not-a-key" };

/** Starts the mock of a document, gzipped or not; the caller must stop() it. */
export async function startModelMock(document = SLICE) {
  const folder = mkdtempSync(join(tmpdir(), "model-mock-"));
  const copy = join(folder, "document.yaml");
  const bytes = readFileSync(document);
  const text = (document.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  writeFileSync(copy, text.replace(EXACTLY_ONE, "$1anyOf:"));
  const mock = await startMockApi(copy);
  return {
    url: mock.url,
    async stop() {
      await mock.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Stands before a model, and shows the mock every request that the model gets. Stopping it stops the
 * model as well.
 */
export async function startCheckedModel(model) {
  const mock = await startModelMock();
  const { origin, pathname: base } = new URL(model.url);
  const objections = [];
  let checked = 0;
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { method, url } = request;
    const sent = { method, headers: { "content-type": "application/json", ...KEY }, body };
    const verdict = await fetch(mock.url + url.slice(base.length), sent);
    const words = await verdict.text();
    const clean = verdict.headers.get("x-steady-error-count") === "0";
    if (verdict.status !== 200 || !clean) objections.push(`${url}: ${body}\n${words}`);
    checked++;
    const answer = await fetch(origin + url, sent);
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(await answer.text());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    /** How many requests the mock was shown. */
    checked: () => checked,
    /** What the document has against some of them. */
    objections,
    async stop() {
      server.closeAllConnections();
      server.close();
      await mock.stop();
      await model.stop();
    },
  };
}
