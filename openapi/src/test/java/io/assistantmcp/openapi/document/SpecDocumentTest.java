package io.assistantmcp.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDocumentTest {

  private static final String YAML =
      """
      a:
        b/c:
          - x
          - {d: 1}
      e: &anchor {f: 2}
      g: *anchor
      """;

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "/a, 1",
    "/a/b~1c, 2",
    "/a/b~1c/0, 3",
    "/a/b~1c/1/d, 4",
    "/a/b~1c/7, 2",
    "/e/f, 5",
    "/a/none/deeper, 1",
    "/g, 6"
  })
  void knowsTheLineOfANodeOrOfTheNearestOneAbove(String pointer, int line) throws SpecException {
    assertThat(SpecDocument.parse("a.yaml", YAML).line(JsonPointer.parse(pointer))).isEqualTo(line);
  }

  @Test
  void resolvesAnchors() throws SpecException {
    SpecDocument document = SpecDocument.parse("a.yaml", YAML);
    assertThat(document.at(JsonPointer.parse("/g/f")))
        .contains(document.at(JsonPointer.parse("/e/f")).orElseThrow());
  }

  @Test
  void readsMoreThanTheLibrarysThreeMillionCodePoints() throws SpecException {
    String line = "- " + "x".repeat(62) + "\n";
    SpecDocument document = SpecDocument.parse("a.yaml", "a:\n" + line.repeat(50_000));
    assertThat(document.at(JsonPointer.of("a", "49999"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: &a [*a]             | has an anchor that contains itself",
        "? [a]: 1               | has a key that is no scalar",
        "<<: {a: 1}             | has a merge key (<<)",
        "a: .inf                | has a number that JSON does not know: .inf",
        "[]                     | is not an object",
        "a: 'b                  | is no valid YAML or JSON",
      })
  void tellsWhatItCannotRead(String yaml, String problem) {
    assertThatThrownBy(() -> SpecDocument.parse("a.yaml", yaml))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("a.yaml:1: #: " + problem);
  }

  @Test
  void readsOnlyUtf8() {
    assertThatThrownBy(() -> SpecDocument.parse("a.yaml", new byte[] {'a', ':', ' ', (byte) 0xE9}))
        .hasMessageContaining("is not UTF-8 text");
  }
}
