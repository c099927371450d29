package io.assistantmcp.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are copied from text to text, and texts that hold none. */
class JsonTextTest {

  @Test
  void isWrittenOnOneLineWithAllItsDigitsAndItsNulls() throws IOException {
    String text =
        """
        { "a" : [0.10, -1e400, 12345678901234567890, true, null, {}],
          "b\\u00e9\\n" : "\\"\\\\ é\\uD83D\\uDE00 </x>", "c" : null }""";

    assertThat(written(text))
        .isEqualTo(
            "[{\"a\":[0.10,-1e400,12345678901234567890,true,null,{}],"
                + "\"bé\\n\":\"\\\"\\\\ é\uD83D\uDE00 </x>\",\"c\":null}]");
  }

  @Test
  void isWrittenAsItIsUnlessSomebodyCouldTakeItForSeveralLines() throws IOException {
    assertThat(written("{ \"a\" : \"\\u00e9/\" }")).isEqualTo("[{ \"a\" : \"\\u00e9/\" }]");
    for (String text : List.of("{\"a\":\r1}", "\n{\"a\":1}", "\uFEFF{\"a\":1}", "{\"a\":1}\n")) {
      assertThat(written(text)).isEqualTo("[{\"a\":1}]");
    }
    assertThat(written("{\"a\":\"\u2028\u2029\"}")).isEqualTo("[{\"a\":\"\\u2028\\u2029\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "1", "null", "{", "{\"a\":1}}", "{\"a\":01}", "{a:1}", "{\"a\":\"\n\"}"})
  void holdsNothingElse(String text) {
    assertThat(JsonText.object(text)).isEmpty();
  }

  @Test
  void isNoDeeperThanAClientCanBeExpectedToRead() {
    assertThat(JsonText.object("{\"a\":".repeat(200) + "1" + "}".repeat(200))).isPresent();
    assertThat(JsonText.object("{\"a\":".repeat(300) + "1" + "}".repeat(300))).isEmpty();
  }

  private static String written(String text) throws IOException {
    return new GsonMcpMapper().writeValueAsString(List.of(JsonText.object(text).orElseThrow()));
  }
}
