package io.assistantmcp.server.call;

import java.util.stream.Stream;

/** What every tool sends: arguments on the left, request on the right. */
final class Exchanges {

  private static final String INCLUDE = "step_details.tool_calls[*].file_search.results[*].content";
  private static final String INCLUDE_QUERY =
      "include%5B%5D=step_details.tool_calls%5B*%5D.file_search.results%5B*%5D.content";

  private Exchanges() {}

  static Stream<Exchange> all() {
    return Stream.of(
            assistants(), threads(), messages(), runs(), runSteps(), OptionalExchanges.all())
        .flatMap(s -> s);
  }

  private static Stream<Exchange> assistants() {
    return Stream.of(
        body(
            "create_assistant",
            "all three kinds of tool",
            """
            {"model":"gpt-4.1","tools":[{"type":"code_interpreter"},\
            {"type":"file_search","file_search":{"max_num_results":5,"ranking_options":{"ranker":"auto","score_threshold":0.10}}},\
            {"type":"function","function":{"name":"f","strict":true,"parameters":{"type":"object","properties":{"a":{"const":null,"default":1000}}}}}]}""",
            "POST /v1/assistants"),
        body(
            "create_assistant",
            "response_format json_schema with a free-form schema",
            """
            {"model":"m","response_format":{"type":"json_schema","json_schema":{"name":"n","strict":null,\
            "schema":{"type":"object","$defs":{"x":{"enum":[null,1,"é \\u2028 <&>"]}},"additionalProperties":false}}}}""",
            "POST /v1/assistants"),
        body(
            "create_assistant",
            "explicit nulls, empty values and every number form",
            """
            {"model":"m","name":null,"description":"","instructions":null,"metadata":{},"tools":[],"temperature":0.10,"top_p":1.0,"response_format":"auto"}""",
            "POST /v1/assistants"),
        Exchange.of(
            "get_assistant", "by id", "{\"assistant_id\":\"asst_1\"}", "GET /v1/assistants/asst_1"),
        Exchange.of("list_assistants", "without arguments", "{}", "GET /v1/assistants"),
        Exchange.of(
            "list_assistants",
            "every query parameter",
            "{\"limit\":100,\"order\":\"asc\",\"after\":\"a&b=c d/é+\",\"before\":\"\"}",
            "GET /v1/assistants?limit=100&order=asc&after=a%26b%3Dc%20d%2F%C3%A9%2B&before="),
        Exchange.of(
            "list_assistants",
            "a whole number with a point",
            "{\"limit\":20.0}",
            "GET /v1/assistants?limit=20"),
        new Exchange(
            "modify_assistant",
            "null clears a field",
            "{\"assistant_id\":\"asst_1\",\"name\":null,\"tool_resources\":{\"code_interpreter\":{\"file_ids\":[]}}}",
            "POST /v1/assistants/asst_1",
            "{\"name\":null,\"tool_resources\":{\"code_interpreter\":{\"file_ids\":[]}}}"),
        Exchange.of(
            "delete_assistant",
            "by id",
            "{\"assistant_id\":\"asst_1\"}",
            "DELETE /v1/assistants/asst_1"));
  }

  private static Stream<Exchange> threads() {
    return Stream.of(
        body("create_thread", "without arguments", "{}", "POST /v1/threads"),
        body(
            "create_thread",
            "with messages and a new vector store",
            """
            {"messages":[{"role":"user","content":"hi","attachments":null},\
            {"role":"assistant","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"https://x.test/i.png","detail":"low"}}]}],\
            "tool_resources":{"file_search":{"vector_stores":[{"file_ids":["file_1"],"chunking_strategy":{"type":"static","static":{"max_chunk_size_tokens":800,"chunk_overlap_tokens":400}}}]}},\
            "metadata":{"a":"b"}}""",
            "POST /v1/threads"),
        Exchange.of(
            "get_thread", "by id", "{\"thread_id\":\"thread_1\"}", "GET /v1/threads/thread_1"),
        new Exchange(
            "modify_thread",
            "metadata",
            "{\"metadata\":{\"k\":\"v\"},\"thread_id\":\"thread_1\"}",
            "POST /v1/threads/thread_1",
            "{\"metadata\":{\"k\":\"v\"}}"),
        new Exchange(
            "modify_thread",
            "nothing to modify is still JSON",
            "{\"thread_id\":\"thread_1\"}",
            "POST /v1/threads/thread_1",
            "{}"),
        Exchange.of(
            "delete_thread",
            "by id",
            "{\"thread_id\":\"thread_1\"}",
            "DELETE /v1/threads/thread_1"));
  }

  private static Stream<Exchange> messages() {
    return Stream.of(
        new Exchange(
            "create_message",
            "plain content",
            "{\"thread_id\":\"thread_1\",\"role\":\"user\",\"content\":\"Grüße 👋 </script>\"}",
            "POST /v1/threads/thread_1/messages",
            "{\"role\":\"user\",\"content\":\"Grüße 👋 </script>\"}"),
        new Exchange(
            "create_message",
            "content in parts",
            """
            {"thread_id":"thread_1","role":"user","content":[{"type":"text","text":"t"},{"type":"image_file","image_file":{"file_id":"file_1","detail":"high"}}],"metadata":null}""",
            "POST /v1/threads/thread_1/messages",
            """
            {"role":"user","content":[{"type":"text","text":"t"},{"type":"image_file","image_file":{"file_id":"file_1","detail":"high"}}],"metadata":null}"""),
        Exchange.of(
            "get_message",
            "by ids",
            "{\"thread_id\":\"thread_1\",\"message_id\":\"msg_1\"}",
            "GET /v1/threads/thread_1/messages/msg_1"),
        Exchange.of(
            "list_messages",
            "every query parameter",
            "{\"thread_id\":\"thread_1\",\"run_id\":\"run_1\",\"before\":\"b\",\"after\":\"a\",\"order\":\"desc\",\"limit\":1}",
            "GET /v1/threads/thread_1/messages?limit=1&order=desc&after=a&before=b&run_id=run_1"),
        new Exchange(
            "modify_message",
            "metadata",
            "{\"thread_id\":\"thread_1\",\"message_id\":\"msg_1\",\"metadata\":{\"a\":\"1\"}}",
            "POST /v1/threads/thread_1/messages/msg_1",
            "{\"metadata\":{\"a\":\"1\"}}"),
        Exchange.of(
            "delete_message",
            "by ids",
            "{\"thread_id\":\"thread_1\",\"message_id\":\"msg_1\"}",
            "DELETE /v1/threads/thread_1/messages/msg_1"));
  }

  private static Stream<Exchange> runs() {
    return Stream.of(
        new Exchange(
            "create_run",
            "big and precise numbers, include in the query",
            """
            {"thread_id":"thread_1","assistant_id":"asst_1","max_completion_tokens":2147483648,"max_prompt_tokens":12345678901234567890,"temperature":0.10,"include":["%s"],"truncation_strategy":{"type":"last_messages","last_messages":2}}"""
                .formatted(INCLUDE),
            "POST /v1/threads/thread_1/runs?" + INCLUDE_QUERY,
            """
            {"assistant_id":"asst_1","max_completion_tokens":2147483648,"max_prompt_tokens":12345678901234567890,"temperature":0.10,"truncation_strategy":{"type":"last_messages","last_messages":2}}"""),
        new Exchange(
            "create_run",
            "explicit nulls wherever null is allowed",
            """
            {"thread_id":"thread_1","assistant_id":"asst_1","model":null,"instructions":null,"tools":null,"metadata":null,"max_prompt_tokens":null,"truncation_strategy":null,"tool_choice":null,"response_format":null,"reasoning_effort":null}""",
            "POST /v1/threads/thread_1/runs",
            """
            {"assistant_id":"asst_1","model":null,"instructions":null,"tools":null,"metadata":null,"max_prompt_tokens":null,"truncation_strategy":null,"tool_choice":null,"response_format":null,"reasoning_effort":null}"""),
        body(
            "create_thread_and_run",
            "a thread with a message, a chosen function",
            """
            {"assistant_id":"asst_1","thread":{"messages":[{"role":"user","content":"hi"}]},"tool_choice":{"type":"function","function":{"name":"f"}},"parallel_tool_calls":false}""",
            "POST /v1/threads/runs"),
        Exchange.of(
            "get_run",
            "by ids",
            "{\"thread_id\":\"thread_1\",\"run_id\":\"run_1\"}",
            "GET /v1/threads/thread_1/runs/run_1"),
        Exchange.of(
            "list_runs",
            "every query parameter",
            "{\"thread_id\":\"thread_1\",\"limit\":2,\"order\":\"asc\",\"after\":\"run_1\",\"before\":\"run_9\"}",
            "GET /v1/threads/thread_1/runs?limit=2&order=asc&after=run_1&before=run_9"),
        new Exchange(
            "modify_run",
            "metadata",
            "{\"thread_id\":\"thread_1\",\"run_id\":\"run_1\",\"metadata\":{\"a\":\"1\"}}",
            "POST /v1/threads/thread_1/runs/run_1",
            "{\"metadata\":{\"a\":\"1\"}}"),
        new Exchange(
            "submit_tool_outputs",
            "two outputs",
            """
            {"thread_id":"thread_1","run_id":"run_1","tool_outputs":[{"tool_call_id":"call_1","output":"{\\"a\\":1}"},{"tool_call_id":"call_2","output":""}]}""",
            "POST /v1/threads/thread_1/runs/run_1/submit_tool_outputs",
            """
            {"tool_outputs":[{"tool_call_id":"call_1","output":"{\\"a\\":1}"},{"tool_call_id":"call_2","output":""}]}"""),
        Exchange.of(
            "cancel_run",
            "by ids",
            "{\"thread_id\":\"thread_1\",\"run_id\":\"run_1\"}",
            "POST /v1/threads/thread_1/runs/run_1/cancel"));
  }

  private static Stream<Exchange> runSteps() {
    return Stream.of(
        Exchange.of(
            "list_run_steps",
            "every query parameter",
            "{\"thread_id\":\"thread_1\",\"run_id\":\"run_1\",\"limit\":3,\"order\":\"asc\",\"after\":\"a\",\"before\":\"b\",\"include\":[\"%s\"]}"
                .formatted(INCLUDE),
            "GET /v1/threads/thread_1/runs/run_1/steps?limit=3&order=asc&after=a&before=b&"
                + INCLUDE_QUERY),
        Exchange.of(
            "get_run_step",
            "include",
            "{\"thread_id\":\"thread_1\",\"run_id\":\"run_1\",\"step_id\":\"step_1\",\"include\":[\"%s\"]}"
                .formatted(INCLUDE),
            "GET /v1/threads/thread_1/runs/run_1/steps/step_1?" + INCLUDE_QUERY),
        Exchange.of(
            "get_run_step",
            "an empty include",
            "{\"thread_id\":\"thread_1\",\"run_id\":\"run_1\",\"step_id\":\"step_1\",\"include\":[]}",
            "GET /v1/threads/thread_1/runs/run_1/steps/step_1"));
  }

  /** A call whose arguments all travel in the body, unchanged. */
  private static Exchange body(String tool, String special, String arguments, String request) {
    return new Exchange(tool, special, arguments, request, arguments);
  }
}
