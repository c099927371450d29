package io.assistantmcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ToolArgumentsTest {

  @Test
  void givesAnIdForThePath() {
    assertThat(arguments("thread_id", "thread_abc-1").path("thread_id")).isEqualTo("thread_abc-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a b", "%2e%2e", "a?b", "a\nb", "é", "a#b", "a\\b"})
  void refusesAnythingElseForThePath(String id) {
    assertThatThrownBy(() -> arguments("thread_id", id).path("thread_id"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessage("/thread_id: must be an id of 1 to 128 letters, digits, '_' or '-'");
  }

  @Test
  void takesAWholeNumberForThePath() {
    assertThat(arguments("berth", 7).path("berth")).isEqualTo("7");
    assertThat(arguments("berth", 7.0).path("berth")).isEqualTo("7");
  }

  @Test
  void refusesAPathValueThatIsTooLongAbsentNullOrNoId() {
    for (Object id : Arrays.asList("a".repeat(129), null, 7.5, true, List.of("a"))) {
      assertThatThrownBy(() -> arguments("id", id).path("id"))
          .isInstanceOf(InvalidArgumentException.class);
    }
    assertThatThrownBy(() -> new ToolArguments(Map.of()).path("id"))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void leavesOutWhatTheQueryHasNotOrIsNull() {
    ToolArguments arguments = arguments("order", null);

    assertThat(arguments.string("order")).isNull();
    assertThat(arguments.integer("limit")).isNull();
    assertThat(arguments.number("price")).isNull();
    assertThat(arguments.bool("sold")).isNull();
    assertThat(arguments.strings("include")).isNull();
  }

  @Test
  void readsWholeNumbersInAllTheirForms() {
    for (Number number : List.of(20, 20L, 20.0, new BigDecimal("2e1"), new BigDecimal("20.00"))) {
      assertThat(arguments("limit", number).integer("limit")).isEqualTo(20L);
    }
    assertThat(arguments("limit", 2147483648L).integer("limit")).isEqualTo(2147483648L);
  }

  @Test
  void refusesAWholeNumberThatIsNone() {
    for (Number number : List.of(0.5, new BigDecimal("1e99"), new BigDecimal("1e999999999"))) {
      assertThatThrownBy(() -> arguments("limit", number).integer("limit"))
          .hasMessage("/limit: must be a whole number");
    }
  }

  @Test
  void refusesOtherTypesAndNamesTheArgumentByPointer() {
    assertThatThrownBy(() -> arguments("a/b~c", 1).string("a/b~c"))
        .hasMessage("/a~1b~0c: must be a string");
    assertThatThrownBy(() -> arguments("sold", "yes").bool("sold"))
        .hasMessage("/sold: must be true or false");
    assertThatThrownBy(() -> arguments("include", List.of("a", 1)).strings("include"))
        .hasMessage("/include: must be an array of strings");
  }

  @Test
  void putsTheRestIntoTheBodyInOrderWithNullsAndDigits() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("thread_id", "t");
    values.put("z", null);
    values.put("temperature", new BigDecimal("0.10"));
    values.put("max", 2147483648L);
    values.put("text", "<é>'\u2028\uD83D\uDE00");
    values.put("include", List.of("x"));
    values.put("nested", nested());

    assertThat(text(new ToolArguments(values).body("thread_id", "include")))
        .isEqualTo(
            "{\"z\":null,\"temperature\":0.10,\"max\":2147483648,"
                + "\"text\":\"<é>'\\u2028\uD83D\uDE00\",\"nested\":{\"const\":null}}");
    assertThat(values).as("the arguments themselves").hasSize(7);
  }

  @Test
  void sendsTheEmptyObjectWhenNothingIsLeftForTheBody() {
    assertThat(text(arguments("thread_id", "t").body("thread_id"))).isEqualTo("{}");
  }

  private static Map<String, @Nullable Object> nested() {
    Map<String, @Nullable Object> nested = new LinkedHashMap<>();
    nested.put("const", null);
    return nested;
  }

  private static ToolArguments arguments(String name, @Nullable Object value) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(name, value);
    return new ToolArguments(values);
  }

  private static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
