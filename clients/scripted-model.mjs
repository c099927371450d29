// A model that is not ours: @copilotkit/aimock speaks the Responses API and Chat Completions. It is
// told to behave as our echo does, so that the same conversations work with both.
import { LLMock } from "@copilotkit/aimock";

const ASKED = /call ([a-z_]+) (\{.*\})$/;

/** Starts it on a free loopback port; the caller must stop() it. */
export async function startScriptedModel() {
  const model = new LLMock({ port: 0, strict: true });
  model.on({ hasToolResult: true }, (request) => ({
    content: `Function output: ${lastOf(request, "tool")}`,
  }));
  model.on({ userMessage: ASKED, hasToolResult: false }, (request) => {
    const [, name, args] = ASKED.exec(lastOf(request, "user"));
    return { toolCalls: [{ name, arguments: args }] };
  });
  model.on({ userMessage: /./s }, (request) => ({ content: lastOf(request, "user") }));
  await model.start();
  return {
    url: `${model.url}/v1`,
    stop: () => model.stop(),
  };
}

/** It shows a request of either API as one of Chat Completions. */
function lastOf({ messages }, role) {
  const { content } = messages.findLast((message) => message.role === role);
  return typeof content === "string" ? content : content.map(({ text }) => text).join("");
}
