package io.assistantmcp.upstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules that people read are the rules that hold. */
@Tag("golden")
class KindTest {

  private static final Path PAGE = Path.of("../docs/upstream-changes.md");
  private static final String BEGIN = "<!-- rules:begin -->\n";
  private static final String END = "<!-- rules:end -->\n";

  @Test
  void standsInThePage() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String wanted = page.substring(0, begin) + table() + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder(
            "\n| in a schema | as a report says it | breaks who sends | breaks who reads |\n"
                + "|---|---|---|---|\n");
    for (Kind kind : Kind.values()) {
      table
          .append("| ")
          .append(kind.effect().name().toLowerCase(Locale.ROOT))
          .append(" | ")
          .append(kind.words())
          .append(kind.breaksSenders() ? " | yes" : " | no")
          .append(kind.breaksReaders() ? " | yes |\n" : " | no |\n");
    }
    return table.append('\n').toString();
  }
}
