// A model that takes as long for every answer, in a process of its own.
import { fileURLToPath } from "node:url";
import { startLocal } from "./upstream.mjs";

const SERVER = fileURLToPath(new URL("model-server.mjs", import.meta.url));

/** Starts it on a free loopback port; the caller must stop() it. */
export async function startModel(milliseconds) {
  const model = await startLocal(SERVER, String(milliseconds));
  const env = { MODEL_API: "responses", MODEL_BASE_URL: model.url, MODEL_API_KEY: "sk-not-a-key" };
  const answers = async () => Number(await (await fetch(model.url)).text());
  return { ...model, env, answers, ask: () => ask(model.url) };
}

/** How many milliseconds an answer takes somebody who asks it directly. */
async function ask(url) {
  const begin = performance.now();
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/responses`, { method: "POST", headers, body: "{}" });
  await response.json();
  return performance.now() - begin;
}
