// What a client does with the server in the container: real calls, answered by the echo.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { mcpClients } from "../mcp-clients.mjs";

const TOOLS = 23;
const [typescript] = mcpClients;

/** Connects, does something with a function that calls tools, and hangs up. */
export async function connected(endpoint, work) {
  const client = await typescript.connect(endpoint);
  try {
    const { tools } = await client.listTools();
    assert.equal(tools.length, TOOLS);
    return await work(async (tool, args) => {
      const { isError, content } = await client.callTool(tool, args);
      assert.ok(!isError, content[0].text);
      return JSON.parse(content[0].text);
    });
  } finally {
    await client.close();
  }
}

/** Lets an assistant answer in a thread, and gives the thread's id. */
export async function converse(call) {
  const { id: assistant_id } = await call("create_assistant", { model: "gpt-4o" });
  const { id: thread_id } = await call("create_thread", {});
  await call("create_message", { thread_id, role: "user", content: "Are you there?" });
  let run = await call("create_run", { thread_id, assistant_id });
  while (["queued", "in_progress"].includes(run.status)) {
    await sleep(50);
    run = await call("get_run", { thread_id, run_id: run.id });
  }
  assert.equal(run.status, "completed", JSON.stringify(run.last_error));
  const { data } = await call("list_messages", { thread_id });
  assert.match(data[0].content[0].text.value, /No model is connected.*Are you there\?/s);
  return thread_id;
}
