package io.assistantmcp.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class YamlWriterTest {

  @Test
  void writesBlocksOfTwoSpaces() throws SpecException {
    JsonObject tree =
        SpecDocument.parse("a.json", "{\"a\": [[1, {\"b\": []}], {\"c\": {}, \"d\": null}]}")
            .tree();
    assertThat(YamlWriter.write("Says why.", tree))
        .isEqualTo(
            """
            # Says why.
            a:
              - - 1
                - b: []
              - c: {}
                d: null
            """);
  }

  @Test
  void writesAnEmptyDocument() {
    assertThat(YamlWriter.write("Empty.", new JsonObject())).isEqualTo("# Empty.\n{}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.10", "0.0", "1e3", "1E-7", "12345678901234567890123"})
  void keepsTheDigitsOfNumbers(String number) throws SpecException {
    JsonObject tree = SpecDocument.parse("a.yaml", "a: " + number).tree();
    assertThat(YamlWriter.write("", tree)).endsWith("a: " + number + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "y",
        "N",
        "yes",
        "No",
        "ON",
        "off",
        "true",
        "False",
        "null",
        "NULL",
        "~",
        "",
        "<<",
        "=",
        "1",
        "-1",
        "+1",
        "1.5",
        ".5",
        "1e3",
        "0x1F",
        "0o17",
        "017",
        "0b1",
        "1_000",
        "1:30",
        ".inf",
        "-.INF",
        ".nan",
        "2024-01-01",
        "2024-01-01T00:00:00Z",
        "-",
        "- a",
        "?",
        "? a",
        ":",
        "a:",
        "a: b",
        "a #b",
        "#a",
        " a",
        "a ",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "'a'",
        "\"a\"",
        "%a",
        "@a",
        "`a",
        "{}",
        "[a]",
        "a, b",
        "---",
        "...",
        "a\nb",
        "\n",
        "\t",
        "\r",
        "\0",
        "\u0085",
        "\u2028",
        "\uFEFF",
        "\u00e9",
        "\u007F",
        "\uD83D\uDE00",
        "C:\\a",
        "it's",
        "include[]",
        "/threads/{thread_id}",
        "$ref",
        "3.1.0"
      })
  void isReadAsTheSameStringByBothVersionsOfYaml(String text) throws SpecException {
    JsonObject tree = new JsonObject();
    tree.addProperty(text, text);
    String yaml = YamlWriter.write("A string.", tree);
    assertThat(SpecDocument.parse("a.yaml", yaml).tree()).isEqualTo(tree);
    assertThat(new Yaml().<Object>load(yaml)).isEqualTo(Map.of(text, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"word", "two words", "/a/{b}", "$ref", "a_1", "3.1.0", "a, b; c (d)."})
  void leavesHarmlessStringsPlain(String text) {
    JsonObject tree = new JsonObject();
    tree.addProperty("a", text);
    assertThat(YamlWriter.write("", tree)).endsWith("a: " + text + "\n");
  }

  @Test
  void foldsNoLine() {
    JsonObject tree = new JsonObject();
    tree.addProperty("a", "word ".repeat(200) + "end");
    tree.add("b", new JsonArray());
    tree.add("c", JsonNull.INSTANCE);
    assertThat(YamlWriter.write("", tree).lines()).hasSize(4);
  }
}
