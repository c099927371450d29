package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with arguments is all said at once, by place, in the terms of what was meant. */
@Tag("slice")
class InvalidArgumentsTest {

  private final Upstream upstream = new Upstream();

  @AfterEach
  void nothingLeaves() {
    assertThat(upstream.request()).isNull();
    upstream.close();
  }

  @Test
  void everyProblemIsNamedInOneAnswer() {
    assertThat(
            problems(
                "create_run",
                """
                {"assistant_id": 5, "order": "asc", "temperature": 3, "include": ["x"],
                 "metadata": {"a/b": 1}}"""))
        .containsExactlyInAnyOrder(
            "/thread_id: is required",
            "/assistant_id: must be a string",
            "/temperature: must be at most 2",
            "/include/0: must be one of \"step_details.tool_calls[*].file_search.results[*].content\"",
            "/metadata/a~1b: must be a string",
            "/order: is unknown here; allowed are " + allowed("create_run"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":"function"}                        | /tools/0/function: is required
          {"type":"function","function":{}}          | /tools/0/function/name: is required
          {"type":"nope"}                            | /tools/0/type: must be one of "code_interpreter", "file_search", "function"
          {}                                         | /tools/0/type: must be one of "code_interpreter", "file_search", "function"
          3                                          | /tools/0: must be an object
          {"type":"file_search","file_search":{"max_num_results":51}} | /tools/0/file_search/max_num_results: must be at most 50
          """)
  void ofSeveralFormsTheOneThatWasMeantIsSpokenOf(String tool, String problem) {
    assertThat(problems("create_assistant", "{\"model\":\"m\",\"tools\":[" + tool + "]}"))
        .containsExactly(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "response_format":7                        | /response_format: must be "auto" or an object
          "response_format":{"type":"json_schema"}   | /response_format/json_schema: is required
          "model":7                                  | /model: must be a string
          "name":7                                   | /name: must be a string or null
          "temperature":1e500                         | /temperature: is a number beyond anything the API can hold
          """)
  void alternativesAreListedShortly(String argument, String problem) {
    String model = argument.contains("model") ? "" : "\"model\":\"m\",";

    assertThat(problems("create_assistant", "{" + model + argument + "}")).contains(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"vector_store_ids\":[\"vs_1\"],\"vector_stores\":[]}"})
  void ofAlternativesExactlyOneIsAskedFor(String search) {
    assertThat(problems("create_thread", "{\"tool_resources\":{\"file_search\":" + search + "}}"))
        .containsExactly(
            "/tool_resources/file_search: must have exactly one of vector_store_ids, vector_stores");
  }

  @ParameterizedTest
  @CsvSource({"0, must be at least 1", "101, must be at most 100", "20.5, must be an integer"})
  void limitsAreTold(String limit, String problem) {
    assertThat(problems("list_runs", "{\"thread_id\":\"t\",\"limit\":" + limit + "}"))
        .containsExactly("/limit: " + problem);
  }

  @Test
  void formsThatExcludeEachOtherAreNotSentTogether() {
    assertThat(
            problems(
                "create_thread",
                "{\"tool_resources\":{\"file_search\":{\"vector_store_ids\":[],\"vector_stores\":[]}}}"))
        .isNotEmpty()
        .allMatch(problem -> problem.startsWith("/tool_resources"));
  }

  @Test
  void valuesAreNotRepeated() {
    String text =
        Upstream.text(
            upstream.call(
                "get_thread", "{\"thread_id\":\"private words\",\"x\":\"more of them\"}"));

    assertThat(text).doesNotContain("private", "more");
  }

  private List<String> problems(String tool, String arguments) {
    return Upstream.text(upstream.call(tool, arguments))
        .lines()
        .skip(1)
        .map(line -> line.substring(2))
        .toList();
  }

  private static String allowed(String tool) {
    return String.join(", ", Upstream.properties(tool));
  }
}
