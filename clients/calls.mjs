// One realistic call per tool. Together they use every argument kind: the three assistant tools,
// a JSON schema as response format, content as text and as parts, tool resources, every query
// parameter, and null wherever the API gives null a meaning.
//
// `request` is the operation the call must reach. `doubts` are fields where the document allows
// null in OpenAPI 3.0's way although it is a 3.1 document: the mock accepts null there, and warns.

const PAGE = { limit: 20, order: "desc", after: "obj_1", before: "obj_9" };
const INCLUDE = ["step_details.tool_calls[*].file_search.results[*].content"];
const METADATA = { team: "docs", ticket: "A-17" };

const CODE_INTERPRETER = { type: "code_interpreter" };
const FILE_SEARCH = {
  type: "file_search",
  file_search: {
    max_num_results: 8,
    ranking_options: { ranker: "auto", score_threshold: 0.5 },
  },
};
const WEATHER_PARAMETERS = {
  type: "object",
  properties: { city: { type: "string" }, days: { type: ["integer", "null"], default: null } },
  required: ["city"],
  additionalProperties: false,
};
const FUNCTION = {
  type: "function",
  function: {
    name: "get_weather",
    description: "Looks up the weather",
    parameters: WEATHER_PARAMETERS,
    strict: null,
  },
};
const JSON_SCHEMA = {
  type: "json_schema",
  json_schema: { name: "forecast", schema: WEATHER_PARAMETERS, strict: true },
};
const PARTS = [
  { type: "text", text: "Is it raining in \u00c5rhus? \u{1F327}" },
  { type: "image_url", image_url: { url: "https://example.com/sky.png", detail: "low" } },
  { type: "image_file", image_file: { file_id: "file_sky" } },
];

export const calls = [
  {
    tool: "create_assistant",
    request: "POST /assistants",
    arguments: {
      model: "gpt-4o",
      name: "Weather desk",
      description: null,
      instructions: "Answer in one sentence.",
      reasoning_effort: null,
      tools: [CODE_INTERPRETER, FILE_SEARCH, FUNCTION],
      tool_resources: {
        code_interpreter: { file_ids: ["file_1"] },
        file_search: {
          vector_stores: [
            {
              file_ids: ["file_2"],
              chunking_strategy: {
                type: "static",
                static: { max_chunk_size_tokens: 800, chunk_overlap_tokens: 400 },
              },
              metadata: METADATA,
            },
          ],
        },
      },
      metadata: METADATA,
      temperature: 0.1,
      top_p: null,
      response_format: JSON_SCHEMA,
    },
  },
  { tool: "list_assistants", request: "GET /assistants", arguments: PAGE },
  {
    tool: "get_assistant",
    request: "GET /assistants/{assistant_id}",
    arguments: { assistant_id: "asst_1" },
  },
  {
    tool: "modify_assistant",
    request: "POST /assistants/{assistant_id}",
    arguments: {
      assistant_id: "asst_1",
      model: "gpt-4.1",
      name: null,
      description: "Knows the weather",
      instructions: null,
      reasoning_effort: "low",
      tools: [],
      tool_resources: null,
      metadata: null,
      temperature: null,
      top_p: 1,
      response_format: "auto",
    },
  },
  {
    tool: "delete_assistant",
    request: "DELETE /assistants/{assistant_id}",
    arguments: { assistant_id: "asst_1" },
  },
  {
    tool: "create_thread",
    request: "POST /threads",
    arguments: {
      messages: [
        { role: "user", content: "Hello" },
        {
          role: "assistant",
          content: PARTS,
          attachments: [{ file_id: "file_1", tools: [CODE_INTERPRETER, { type: "file_search" }] }],
          metadata: null,
        },
      ],
      tool_resources: { file_search: { vector_store_ids: ["vs_1"] } },
      metadata: METADATA,
    },
  },
  { tool: "get_thread", request: "GET /threads/{thread_id}", arguments: { thread_id: "thread_1" } },
  {
    tool: "modify_thread",
    request: "POST /threads/{thread_id}",
    arguments: { thread_id: "thread_1", tool_resources: null, metadata: METADATA },
  },
  {
    tool: "delete_thread",
    request: "DELETE /threads/{thread_id}",
    arguments: { thread_id: "thread_1" },
  },
  {
    tool: "create_message",
    request: "POST /threads/{thread_id}/messages",
    arguments: {
      thread_id: "thread_1",
      role: "user",
      content: PARTS,
      attachments: null,
      metadata: METADATA,
    },
  },
  {
    tool: "list_messages",
    request: "GET /threads/{thread_id}/messages",
    arguments: { thread_id: "thread_1", ...PAGE, run_id: "run_1" },
  },
  {
    tool: "get_message",
    request: "GET /threads/{thread_id}/messages/{message_id}",
    arguments: { thread_id: "thread_1", message_id: "msg_1" },
  },
  {
    tool: "modify_message",
    request: "POST /threads/{thread_id}/messages/{message_id}",
    arguments: { thread_id: "thread_1", message_id: "msg_1", metadata: null },
  },
  {
    tool: "delete_message",
    request: "DELETE /threads/{thread_id}/messages/{message_id}",
    arguments: { thread_id: "thread_1", message_id: "msg_1" },
  },
  {
    tool: "create_run",
    request: "POST /threads/{thread_id}/runs",
    arguments: {
      thread_id: "thread_1",
      include: INCLUDE,
      assistant_id: "asst_1",
      model: null,
      reasoning_effort: null,
      instructions: null,
      additional_instructions: "Name the source.",
      additional_messages: [{ role: "user", content: "And tomorrow?" }],
      tools: [CODE_INTERPRETER, FILE_SEARCH, FUNCTION],
      metadata: null,
      temperature: null,
      top_p: 0.9,
      max_prompt_tokens: null,
      max_completion_tokens: 2147483648,
      truncation_strategy: { type: "last_messages", last_messages: 10 },
      tool_choice: { type: "function", function: { name: "get_weather" } },
      parallel_tool_calls: false,
      response_format: null,
    },
    doubts: ["body.model", "body.response_format"],
  },
  {
    tool: "create_thread_and_run",
    request: "POST /threads/runs",
    arguments: {
      assistant_id: "asst_1",
      thread: {
        messages: [{ role: "user", content: PARTS }],
        tool_resources: { code_interpreter: { file_ids: ["file_1"] } },
        metadata: null,
      },
      model: "gpt-4o",
      instructions: "Be brief.",
      tools: null,
      tool_resources: { file_search: { vector_store_ids: ["vs_1"] } },
      metadata: METADATA,
      temperature: 1.5,
      top_p: null,
      max_prompt_tokens: 4096,
      max_completion_tokens: null,
      truncation_strategy: null,
      tool_choice: null,
      parallel_tool_calls: true,
      response_format: { type: "json_object" },
    },
    doubts: ["body.truncation_strategy", "body.tool_choice"],
  },
  {
    tool: "list_runs",
    request: "GET /threads/{thread_id}/runs",
    arguments: { thread_id: "thread_1", ...PAGE },
  },
  {
    tool: "get_run",
    request: "GET /threads/{thread_id}/runs/{run_id}",
    arguments: { thread_id: "thread_1", run_id: "run_1" },
  },
  {
    tool: "modify_run",
    request: "POST /threads/{thread_id}/runs/{run_id}",
    arguments: { thread_id: "thread_1", run_id: "run_1", metadata: METADATA },
  },
  {
    tool: "submit_tool_outputs",
    request: "POST /threads/{thread_id}/runs/{run_id}/submit_tool_outputs",
    arguments: {
      thread_id: "thread_1",
      run_id: "run_1",
      tool_outputs: [{ tool_call_id: "call_1", output: '{"rain": true}' }],
    },
  },
  {
    tool: "cancel_run",
    request: "POST /threads/{thread_id}/runs/{run_id}/cancel",
    arguments: { thread_id: "thread_1", run_id: "run_1" },
  },
  {
    tool: "list_run_steps",
    request: "GET /threads/{thread_id}/runs/{run_id}/steps",
    arguments: { thread_id: "thread_1", run_id: "run_1", ...PAGE, include: INCLUDE },
  },
  {
    tool: "get_run_step",
    request: "GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}",
    arguments: { thread_id: "thread_1", run_id: "run_1", step_id: "step_1", include: INCLUDE },
  },
];
