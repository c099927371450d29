package io.assistantmcp.server.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  private static final int LIMIT = 10;

  @Test
  void linesEndAtLineFeedsAndAtTheEnd() {
    assertThat(lines("a\n\nb\r\nc")).containsExactly(text("a"), text(""), text("b\r"), text("c"));
  }

  @Test
  void theLimitIsInBytes() {
    assertThat(
            lines(
                "0123456789\n01234567890\n\u00e9\u00e9\u00e9\u00e9\u00e9\n0\u00e9\u00e9\u00e9\u00e9\u00e9"))
        .containsExactly(
            text("0123456789"),
            new Line.TooLong(LIMIT),
            text("\u00e9\u00e9\u00e9\u00e9\u00e9"),
            new Line.TooLong(LIMIT));
  }

  @Test
  void charactersMayBeCutAtTheEdgeOfTheBuffer() {
    String line = "a" + "\u4e2d".repeat(100_000);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

    assertThat(new LineReader(new ByteArrayInputStream(bytes), bytes.length).next())
        .isEqualTo(text(line));
  }

  @Test
  void anInputThatFailsHasEnded() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    assertThat(new LineReader(broken, LIMIT).next()).isEqualTo(new Line.End());
  }

  private static List<Line> lines(String input) {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), LIMIT);
    List<Line> lines = new ArrayList<>();
    for (Line line = reader.next(); !(line instanceof Line.End); line = reader.next()) {
      lines.add(line);
    }
    return lines;
  }

  private static Line text(String text) {
    return new Line.Text(text);
  }
}
