package io.assistantmcp.engine.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

  private static final Requests REQUESTS = Requests.load();
  private static final Caller CALLER = new Caller("tenant", null);

  @Test
  void knowsTheOperationsOfTheSlice() {
    assertThat(REQUESTS.operations()).hasSize(23).contains("submitToolOuputsToRun", "getRunStep");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /assistants, listAssistants",
    "POST, /threads/runs, createThreadAndRun",
    "GET, /threads/runs, getThread",
    "POST, /threads/thread_a/runs/run_b/cancel, cancelRun",
  })
  void findsTheOperation(String method, String path, String operation) {
    String body = operation.equals("createThreadAndRun") ? "{\"assistant_id\":\"asst_a\"}" : "";
    assertThat(REQUESTS.check(CALLER, method, path, Map.of(), body).operation())
        .isEqualTo(operation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /files       | 404 Invalid URL (GET /files) [null, null]
          PUT  | /assistants  | 405 Not allowed to PUT on /assistants. [null, method_not_supported]
          """)
  void refusesWhatIsNoOperation(String method, String path, String error) {
    assertThat(error(method, path, Map.of(), "")).isEqualTo(error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=0    | Invalid 'limit': integer below minimum value. Expected a value >= 1, but got 0 instead. [limit, integer_below_min_value]
          limit=101  | Invalid 'limit': integer above maximum value. Expected a value <= 100, but got 101 instead. [limit, integer_above_max_value]
          limit=many | Invalid type for 'limit': expected an integer, but got a string instead. [limit, invalid_type]
          order=up   | Invalid value: 'up'. Supported values are: 'asc' and 'desc'. [order, invalid_value]
          """)
  void checksTheQuery(String query, String error) {
    String[] pair = query.split("=");
    assertThat(error("GET", "/assistants", Map.of(pair[0], List.of(pair[1])), ""))
        .isEqualTo("400 " + error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | Missing required parameter: 'model'. [model, missing_required_parameter]
          {"model":"m","file_ids":[]} | Unknown parameter: 'file_ids'. [file_ids, unknown_parameter]
          {"model":5} | Invalid type for 'model': expected a string, but got an integer instead. [model, invalid_type]
          {"model":"m","temperature":2.1} | Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 2.1 instead. [temperature, decimal_above_max_value]
          {"model":"m","temperature":"hot"} | Invalid type for 'temperature': expected a decimal, but got a string instead. [temperature, invalid_type]
          {"model":"m","tools":[{"type":"retrieval"}]} | Invalid value: 'retrieval'. Supported values are: 'code_interpreter', 'file_search', and 'function'. [tools[0].type, invalid_value]
          {"model":"m","tools":[{}]} | Missing required parameter: 'tools[0].type'. [tools[0].type, missing_required_parameter]
          {"model":"m","tools":[{"type":"function"}]} | Missing required parameter: 'tools[0].function'. [tools[0].function, missing_required_parameter]
          {"model":"m","tools":["function"]} | Invalid type for 'tools[0]': expected an object, but got a string instead. [tools[0], invalid_type]
          {"model":"m","tool_resources":5} | Invalid type for 'tool_resources': expected an object, but got an integer instead. [tool_resources, invalid_type]
          {"model":"m","tool_resources":{"file_search":{"vector_store_ids":["a","b"]}}} | Invalid 'tool_resources.file_search.vector_store_ids': array too long. Expected an array with maximum length 1, but got an array with length 2 instead. [tool_resources.file_search.vector_store_ids, array_above_max_length]
          {"model":"m","tool_resources":{"file_search":{"vector_store_ids":[],"vector_stores":[]}}} | Invalid 'tool_resources.file_search': expected exactly one of 'vector_store_ids' and 'vector_stores'. [tool_resources.file_search, invalid_value]
          {"model":"m","response_format":"xml"} | Invalid value: 'xml'. Supported values are: 'auto'. [response_format, invalid_value]
          {"model":"m","response_format":{"type":"xml"}} | Invalid value: 'xml'. Supported values are: 'json_object', 'json_schema', and 'text'. [response_format.type, invalid_value]
          {"model":"m","response_format":{"type":"json_schema"}} | Missing required parameter: 'response_format.json_schema'. [response_format.json_schema, missing_required_parameter]
          {"model":"m","reasoning_effort":"huge"} | Invalid value: 'huge'. Supported values are: 'high', 'low', 'max', 'medium', 'minimal', 'none', and 'xhigh'. [reasoning_effort, invalid_value]
          {"model":"m","metadata":[]} | Invalid type for 'metadata': expected an object, but got an array instead. [metadata, invalid_type]
          {"model":"m","metadata":{"type":5}} | Invalid type for 'metadata.type': expected a string, but got an integer instead. [metadata.type, invalid_type]
          [] | Invalid type for the body: expected an object, but got an array instead. [null, invalid_type]
          {"model":} | We could not parse the JSON body of your request. Send a JSON object. [null, null]
          {"model":"m","temperature":1e1000000000} | The body holds a number with more than 400 digits. [null, null]
          """)
  void wordsWhatIsWrongWithAnAssistant(String body, String error) {
    assertThat(error("POST", "/assistants", Map.of(), body)).isEqualTo("400 " + error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"content":"hi"} | Missing required parameter: 'role'. [role, missing_required_parameter]
          {"role":"system","content":"hi"} | Invalid value: 'system'. Supported values are: 'assistant' and 'user'. [role, invalid_value]
          {"role":"user","content":5} | Invalid type for 'content': expected one of a string or an array, but got an integer instead. [content, invalid_type]
          {"role":"user","content":null} | Invalid type for 'content': expected one of a string or an array, but got null instead. [content, invalid_type]
          {"role":"user","content":[]} | Invalid 'content': empty array. Expected an array with minimum length 1, but got an empty array instead. [content, empty_array]
          {"role":"user","content":[{"type":"audio"}]} | Invalid value: 'audio'. Supported values are: 'image_file', 'image_url', and 'text'. [content[0].type, invalid_value]
          {"role":"user","content":[{"type":"text"}]} | Missing required parameter: 'content[0].text'. [content[0].text, missing_required_parameter]
          {"role":"user","content":[{"type":"text","text":{}}]} | Invalid type for 'content[0].text': expected a string, but got an object instead. [content[0].text, invalid_type]
          """)
  void wordsWhatIsWrongWithAMessage(String body, String error) {
    assertThat(error("POST", "/threads/thread_a/messages", Map.of(), body))
        .isEqualTo("400 " + error);
  }

  @Test
  void tellsTheSizesThatAreTooLarge() {
    assertThat(assistant("name", "x".repeat(257)))
        .isEqualTo(
            "400 Invalid 'name': string too long. Expected a string with maximum length 256, but got a"
                + " string with length 257 instead. [name, string_above_max_length]");
    assertThat(assistant("instructions", "x".repeat(256_001)))
        .contains("got a string with length 256001");
    assertThat(
            error(
                "POST",
                "/threads/thread_a/messages",
                Map.of(),
                "{\"role\":\"user\",\"content\":\"%s\"}".formatted("x".repeat(256_001))))
        .isEqualTo(
            "400 Invalid 'content': string too long. Expected a string with maximum length 256000, but"
                + " got a string with length 256001 instead. [content, string_above_max_length]");
    String tools =
        IntStream.range(0, 129)
            .mapToObj(i -> "{\"type\":\"file_search\"}")
            .collect(Collectors.joining(","));
    assertThat(
            error(
                "POST",
                "/assistants",
                Map.of(),
                "{\"model\":\"m\",\"tools\":[%s]}".formatted(tools)))
        .isEqualTo(
            "400 Invalid 'tools': array too long. Expected an array with maximum length 128, but got an"
                + " array with length 129 instead. [tools, array_above_max_length]");
  }

  @Test
  void countsCharactersAsPeopleDo() {
    String smiles = "\uD83D\uDE00".repeat(256);
    assertThat(
            REQUESTS
                .check(CALLER, "POST", "/assistants", Map.of(), body("name", smiles))
                .text("name"))
        .isEqualTo(smiles);
  }

  @Test
  void limitsMetadata() {
    String pairs =
        IntStream.range(0, 17)
            .mapToObj(i -> "\"k%d\":\"v\"".formatted(i))
            .collect(Collectors.joining(","));
    assertThat(metadata(pairs))
        .isEqualTo(
            "400 Invalid 'metadata': too many properties. Expected an object with at most 16 properties,"
                + " but got an object with 17 properties instead. [metadata, object_above_max_properties]");
    assertThat(metadata("\"%s\":\"v\"".formatted("k".repeat(65))))
        .isEqualTo(
            "400 Invalid 'metadata': property name too long. Expected a property name with maximum length"
                + " 64, but got a longer one instead. [metadata, property_name_above_max_length]");
    assertThat(metadata("\"k\":\"%s\"".formatted("v".repeat(513))))
        .isEqualTo(
            "400 Invalid 'metadata.k': string too long. Expected a string with maximum length 512, but got"
                + " a string with length 513 instead. [metadata.k, string_above_max_length]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"assistant_id\":\"asst_a\",\"instructions\":null,\"tools\":null,\"truncation_strategy\":null}",
        "{\"assistant_id\":\"asst_a\",\"tool_choice\":null,\"response_format\":null,\"stream\":null}",
        "{\"assistant_id\":\"asst_a\",\"tool_choice\":{\"type\":\"file_search\"},\"model\":\"any\"}",
        "{\"assistant_id\":\"asst_a\",\"metadata\":null,\"truncation_strategy\":{\"type\":\"auto\"}}",
      })
  void takesNullWhereTheDocumentDoes(String body) {
    assertThat(
            REQUESTS.check(CALLER, "POST", "/threads/thread_a/runs", Map.of(), body).body().size())
        .isPositive();
  }

  @Test
  void limitsARun() {
    String run = "{\"assistant_id\":\"asst_a\",\"max_prompt_tokens\":255}";
    assertThat(error("POST", "/threads/thread_a/runs", Map.of(), run))
        .isEqualTo(
            "400 Invalid 'max_prompt_tokens': integer below minimum value. Expected a value >= 256, but got"
                + " 255 instead. [max_prompt_tokens, integer_below_min_value]");
  }

  private static String assistant(String field, String value) {
    return error("POST", "/assistants", Map.of(), body(field, value));
  }

  private static String body(String field, String value) {
    return "{\"model\":\"m\",\"%s\":\"%s\"}".formatted(field, value);
  }

  private static String metadata(String pairs) {
    return error(
        "POST", "/assistants", Map.of(), "{\"model\":\"m\",\"metadata\":{%s}}".formatted(pairs));
  }

  private static String error(
      String method, String path, Map<String, List<String>> query, String body) {
    ApiException e =
        catchThrowableOfType(
            ApiException.class, () -> REQUESTS.check(CALLER, method, path, query, body));
    assertThat(e).as(body).isNotNull();
    var error = e.envelope().getAsJsonObject("error");
    assertThat(error.get("type").getAsString()).isEqualTo("invalid_request_error");
    return "%d %s %s"
        .formatted(
            e.status(),
            e.text(),
            Arrays.asList(Json.string(error, "param"), Json.string(error, "code")));
  }
}
