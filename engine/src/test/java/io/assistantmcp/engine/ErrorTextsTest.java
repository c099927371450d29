package io.assistantmcp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.engine.LocalApi.Answer;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients read of requests that cannot be served: they match the words. */
class ErrorTextsTest {

  private static final String UNKNOWN = "0".repeat(24);

  private static LocalApi api;
  private static Conversation talk;
  private static String run;

  @BeforeAll
  static void open(@TempDir Path folder) throws Exception {
    api = new TestEngine(folder).open();
    talk = Conversation.on(api);
    run = talk.start("").id();
    talk.settled(run);
  }

  @AfterAll
  static void close() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /assistants/asst_?                     | assistant | asst
          POST   | /assistants/asst_?                     | assistant | asst
          DELETE | /assistants/asst_?                     | assistant | asst
          GET    | /threads/thread_?                      | thread    | thread
          POST   | /threads/thread_?/messages             | thread    | thread
          GET    | /threads/thread_?/runs                 | thread    | thread
          GET    | /threads/THREAD/messages/msg_?         | message   | msg
          POST   | /threads/THREAD/messages/msg_?         | message   | msg
          DELETE | /threads/THREAD/messages/msg_?         | message   | msg
          GET    | /threads/THREAD/runs/run_?             | run       | run
          POST   | /threads/THREAD/runs/run_?             | run       | run
          POST   | /threads/THREAD/runs/run_?/cancel      | run       | run
          GET    | /threads/THREAD/runs/run_?/steps       | run       | run
          GET    | /threads/THREAD/runs/RUN/steps/step_?  | run step  | step
          """)
  void namesWhatIsNotThere(String method, String path, String noun, String prefix) {
    String body = path.endsWith("messages") ? "{\"role\":\"user\",\"content\":\"Hi\"}" : "{}";
    assertThat(send(method, path.replace("?", UNKNOWN), body).error())
        .isEqualTo(
            "404 No %s found with id '%s_%s'. [null, null]".formatted(noun, prefix, UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          GET    | /threads/THREAD/runs/new            | {} | Invalid 'run_id': 'new'. Expected an ID that begins with 'run'. [run_id, invalid_value]
          GET    | /threads/THREAD/runs/RUN/steps/run_ | {} | Invalid 'step_id': 'run_'. Expected an ID that begins with 'step'. [step_id, invalid_value]
          POST   | /threads/undefined/runs             | {"assistant_id":"asst_a"} | Invalid 'thread_id': 'undefined'. Expected an ID that begins with 'thread'. [thread_id, invalid_value]
          POST   | /threads/undefined/messages         | {"role":"user","content":"x"} | Invalid 'thread_id': 'undefined'. Expected an ID that begins with 'thread'. [thread_id, invalid_value]
          DELETE | /threads/undefined                  | {} | Invalid 'thread_id': 'undefined'. Expected an ID that begins with 'thread'. [thread_id, invalid_value]
          POST   | /threads/THREAD/runs                | {"assistant_id":"me"} | Invalid 'assistant_id': 'me'. Expected an ID that begins with 'asst'. [assistant_id, invalid_value]
          POST   | /threads/runs                       | {"assistant_id":""} | Invalid 'assistant_id': ''. Expected an ID that begins with 'asst'. [assistant_id, invalid_value]

          POST   | /assistants/ASSISTANT | {"model":null} | Invalid type for 'model': expected a string, but got null instead. [model, invalid_type]
          POST   | /assistants/ASSISTANT | {"tools":null} | Invalid type for 'tools': expected an array, but got null instead. [tools, invalid_type]
          POST   | /assistants/ASSISTANT | {"file_ids":[]} | Unknown parameter: 'file_ids'. [file_ids, unknown_parameter]
          POST   | /assistants | {"model":"m","top_p":-0.1} | Invalid 'top_p': decimal below minimum value. Expected a value >= 0, but got -0.1 instead. [top_p, decimal_below_min_value]
          POST   | /assistants | {"model":"m","top_p":2} | Invalid 'top_p': integer above maximum value. Expected a value <= 1, but got 2 instead. [top_p, integer_above_max_value]
          POST   | /assistants | {"model":"m","tools":[{"type":"file_search","file_search":{"max_num_results":51}}]} | Invalid 'tools[0].file_search.max_num_results': integer above maximum value. Expected a value <= 50, but got 51 instead. [tools[0].file_search.max_num_results, integer_above_max_value]

          POST   | /threads | {"messages":[{"role":"user"}]} | Missing required parameter: 'messages[0].content'. [messages[0].content, missing_required_parameter]
          POST   | /threads | {"messages":[{"role":"tool","content":"x"}]} | Invalid value: 'tool'. Supported values are: 'assistant' and 'user'. [messages[0].role, invalid_value]
          POST   | /threads | {"metadata":{"k":1}} | Invalid type for 'metadata.k': expected a string, but got an integer instead. [metadata.k, invalid_type]
          POST   | /threads/THREAD | {"messages":[]} | Unknown parameter: 'messages'. [messages, unknown_parameter]
          POST   | /threads/THREAD/messages/MESSAGE | {"content":"x"} | Unknown parameter: 'content'. [content, unknown_parameter]
          POST   | /threads/THREAD/messages | {"role":"user","content":[{"type":"image_url"}]} | Missing required parameter: 'content[0].image_url'. [content[0].image_url, missing_required_parameter]
          POST   | /threads/THREAD/messages | {"role":"user","content":[{"type":"image_file","image_file":{"file_id":"f","detail":"huge"}}]} | Invalid value: 'huge'. Supported values are: 'auto', 'high', and 'low'. [content[0].image_file.detail, invalid_value]
          POST   | /threads/THREAD/messages | {"role":"user","content":"x","attachments":[{"file_id":"f","tools":[{"type":"file_search"}]}]} | Attachments for 'file_search' are not supported. Put the file into a vector store at the model's provider, and name that in the thread's 'tool_resources'. [attachments, unsupported_parameter]
          POST   | /threads/THREAD/messages | {"role":"user","content":"x","attachments":[{"file_id":"f","tools":[{"type":"browser"}]}]} | Invalid value: 'browser'. Supported values are: 'code_interpreter' and 'file_search'. [attachments[0].tools[0].type, invalid_value]

          POST   | /threads/THREAD/runs | {} | Missing required parameter: 'assistant_id'. [assistant_id, missing_required_parameter]
          POST   | /threads/runs | {} | Missing required parameter: 'assistant_id'. [assistant_id, missing_required_parameter]
          POST   | /threads/THREAD/runs | {"assistant_id":"ASSISTANT","max_completion_tokens":255} | Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= 256, but got 255 instead. [max_completion_tokens, integer_below_min_value]
          POST   | /threads/THREAD/runs | {"assistant_id":"ASSISTANT","truncation_strategy":{"type":"last_messages","last_messages":0}} | Invalid 'truncation_strategy.last_messages': integer below minimum value. Expected a value >= 1, but got 0 instead. [truncation_strategy.last_messages, integer_below_min_value]
          POST   | /threads/THREAD/runs | {"assistant_id":"ASSISTANT","truncation_strategy":{"type":"first"}} | Invalid value: 'first'. Supported values are: 'auto' and 'last_messages'. [truncation_strategy.type, invalid_value]
          POST   | /threads/THREAD/runs | {"assistant_id":"ASSISTANT","tool_choice":"any"} | Invalid value: 'any'. Supported values are: 'auto', 'none', and 'required'. [tool_choice, invalid_value]
          POST   | /threads/THREAD/runs | {"assistant_id":"ASSISTANT","parallel_tool_calls":"no"} | Invalid type for 'parallel_tool_calls': expected a boolean, but got a string instead. [parallel_tool_calls, invalid_type]
          POST   | /threads/THREAD/runs | {"assistant_id":"ASSISTANT","additional_messages":[{"role":"user","content":[]}]} | Invalid 'additional_messages[0].content': empty array. Expected an array with minimum length 1, but got an empty array instead. [additional_messages[0].content, empty_array]
          POST   | /threads/runs | {"assistant_id":"ASSISTANT","additional_instructions":"x"} | Unknown parameter: 'additional_instructions'. [additional_instructions, unknown_parameter]
          POST   | /threads/runs | {"assistant_id":"ASSISTANT","additional_messages":[]} | Unknown parameter: 'additional_messages'. [additional_messages, unknown_parameter]
          POST   | /threads/THREAD/runs/RUN | {"status":"queued"} | Unknown parameter: 'status'. [status, unknown_parameter]
          POST   | /threads/THREAD/runs/RUN/submit_tool_outputs | {} | Missing required parameter: 'tool_outputs'. [tool_outputs, missing_required_parameter]
          POST   | /threads/THREAD/runs/RUN/submit_tool_outputs | {"tool_outputs":{}} | Invalid type for 'tool_outputs': expected an array, but got an object instead. [tool_outputs, invalid_type]
          """)
  void wordsWhatIsWrong(String method, String path, String body, String error) {
    assertThat(send(method, path, body).error()).isEqualTo("400 " + error);
  }

  @ParameterizedTest
  @CsvSource({
    "/assistants, name, 256",
    "/assistants, description, 512",
    "/assistants, instructions, 256000",
    "/assistants/ASSISTANT, name, 256",
    "/threads/THREAD/messages, content, 256000",
  })
  void limitsTexts(String path, String field, int limit) {
    String required = path.endsWith("messages") ? "\"role\":\"user\"" : "\"model\":\"m\"";
    String body = "{%s,\"%s\":\"%s\"}";
    assertThat(send("POST", path, body.formatted(required, field, "x".repeat(limit))).status())
        .isEqualTo(200);
    assertThat(send("POST", path, body.formatted(required, field, "x".repeat(limit + 1))).error())
        .isEqualTo(
            ("400 Invalid '%s': string too long. Expected a string with maximum length %d, but got a"
                    + " string with length %d instead. [%s, string_above_max_length]")
                .formatted(field, limit, limit + 1, field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /assistants          | {"model":"m","tools":[#]} | {"type":"code_interpreter"} | 128 | tools
          /threads/THREAD/runs | {"assistant_id":"ASSISTANT","stream":true,"tools":[#]} | {"type":"code_interpreter"} | 20 | tools
          /assistants          | {"model":"m","tool_resources":{"code_interpreter":{"file_ids":[#]}}} | "file" | 20 | tool_resources.code_interpreter.file_ids
          /threads             | {"tool_resources":{"file_search":{"vector_store_ids":[#]}}} | "vs" | 1 | tool_resources.file_search.vector_store_ids
          """)
  void limitsLists(String path, String body, String item, int limit, String param) {
    String error = send("POST", path, body.replace("#", times(item, limit + 1))).error();
    assertThat(error)
        .isEqualTo(
            ("400 Invalid '%s': array too long. Expected an array with maximum length %d, but got an"
                    + " array with length %d instead. [%s, array_above_max_length]")
                .formatted(param, limit, limit + 1, param));
    Answer just = send("POST", path, body.replace("#", times(item, limit)));
    // A run would be refused for want of the tools, if it were not before.
    assertThat(just.status() == 200 || just.error().contains("Streaming is not supported"))
        .as(just.body().toString())
        .isTrue();
  }

  private static String times(String item, int count) {
    return IntStream.range(0, count).mapToObj(i -> item).collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource({
    "/assistants/ASSISTANT",
    "/threads",
    "/threads/THREAD",
    "/threads/THREAD/messages/MESSAGE",
    "/threads/THREAD/runs/RUN"
  })
  void limitsMetadataWhereverItIs(String path) {
    String body = "{\"metadata\":{%s}}";
    String pairs =
        IntStream.rangeClosed(1, 16)
            .mapToObj(i -> pair("k" + i, 512))
            .collect(Collectors.joining(","));
    assertThat(send("POST", path, body.formatted(pairs)).status()).isEqualTo(200);
    assertThat(send("POST", path, body.formatted(pair("k".repeat(64), 0))).status()).isEqualTo(200);

    assertThat(send("POST", path, body.formatted(pairs + "," + pair("more", 1))).error())
        .isEqualTo(
            "400 Invalid 'metadata': too many properties. Expected an object with at most 16"
                + " properties, but got an object with 17 properties instead. [metadata,"
                + " object_above_max_properties]");
    assertThat(send("POST", path, body.formatted(pair("k".repeat(65), 1))).error())
        .isEqualTo(
            "400 Invalid 'metadata': property name too long. Expected a property name with maximum"
                + " length 64, but got a longer one instead. [metadata,"
                + " property_name_above_max_length]");
    assertThat(send("POST", path, body.formatted(pair("k", 513))).error())
        .isEqualTo(
            "400 Invalid 'metadata.k': string too long. Expected a string with maximum length 512,"
                + " but got a string with length 513 instead. [metadata.k, string_above_max_length]");
    assertThat(send("POST", path, body.formatted("\"k\":true")).error())
        .isEqualTo(
            "400 Invalid type for 'metadata.k': expected a string, but got a boolean instead."
                + " [metadata.k, invalid_type]");
  }

  private static String pair(String key, int length) {
    return "\"%s\":\"%s\"".formatted(key, "v".repeat(length));
  }

  @ParameterizedTest
  @CsvSource({"/assistants", "/threads", "/threads/runs"})
  void doesNotMakeVectorStores(String path) {
    String given =
        "\"tool_resources\":{\"file_search\":{\"vector_stores\":[{\"file_ids\":[\"f\"]}]}}";
    String nested = "\"assistant_id\":\"%s\",\"thread\":{%s}".formatted(talk.assistant(), given);
    String body = path.endsWith("runs") ? nested : "\"model\":\"m\"," + given;
    assertThat(send("POST", path, "{" + (path.equals("/threads") ? given : body) + "}").error())
        .isEqualTo(
            "400 'tool_resources.file_search.vector_stores' is not supported. Create the vector"
                + " store at the model's provider, and name it in"
                + " 'tool_resources.file_search.vector_store_ids'."
                + " [tool_resources.file_search.vector_stores, unsupported_parameter]");
  }

  @Test
  void writesNothingOfWhatItRefuses() {
    String threads = "/threads/" + talk.thread() + "/messages?limit=100";
    int messages = api.get(threads).ids().size();
    assertThat(
            talk.start(",\"additional_messages\":[{\"role\":\"user\",\"content\":\"a\"},{}]")
                .status())
        .isEqualTo(400);
    assertThat(
            talk.start(
                    ",\"additional_messages\":[{\"role\":\"user\",\"content\":\"a\"},"
                        + "{\"role\":\"user\",\"content\":\"b\",\"attachments\":"
                        + "[{\"file_id\":\"f\",\"tools\":[{\"type\":\"file_search\"}]}]}]")
                .status())
        .isEqualTo(400);
    assertThat(api.get(threads).ids()).hasSize(messages);
  }

  private static Answer send(String method, String path, String body) {
    String message = api.get(talk.path() + "/messages?order=asc&limit=1").ids().get(0);
    String filled = filled(path).replace("MESSAGE", message);
    return switch (method) {
      case "GET" -> api.get(filled);
      case "DELETE" -> api.delete(filled);
      default -> api.post(filled, filled(body));
    };
  }

  private static String filled(String text) {
    return text.replace("ASSISTANT", talk.assistant())
        .replace("THREAD", talk.thread())
        .replace("RUN", run);
  }
}
