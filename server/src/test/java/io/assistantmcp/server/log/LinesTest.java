package io.assistantmcp.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.config.LogConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

class LinesTest {

  private static final List<KeyValuePair> FACTS =
      List.of(
          new KeyValuePair("tool", "get_run"),
          new KeyValuePair("ms", 12L),
          new KeyValuePair("status", null));

  private final Logger logger = LoggerFactory.getLogger(LinesTest.class);

  @TempDir private Path directory;

  @AfterEach
  void reset() {
    Loggers.apply(new LogConfig("warn", LogConfig.Format.TEXT, null));
  }

  @Test
  void textIsForPeople() {
    assertThat(new TextLines(true).apply(entry("words", null)))
        .isEqualTo("2026-11-25T00:00:00Z INFO tool=get_run ms=12 status=- words");
    assertThat(new TextLines(false).apply(entry("", null)))
        .isEqualTo("INFO tool=get_run ms=12 status=-");
    assertThat(new TextLines(false).apply(entry("words", new IllegalStateException("why"))))
        .startsWith(
            "INFO tool=get_run ms=12 status=- words\njava.lang.IllegalStateException: why\n");
  }

  @Test
  void jsonIsForMachines() {
    assertThat(new JsonLines().apply(entry("two\nlines \"é\"", null)))
        .isEqualTo(
            "{\"time\":\"2026-11-25T00:00:00Z\",\"level\":\"info\",\"logger\":\"CallLog\","
                + "\"message\":\"two\\nlines \\\"é\\\"\","
                + "\"tool\":\"get_run\",\"ms\":12,\"status\":null}");
    assertThat(new JsonLines().apply(entry("", new IllegalStateException("why"))))
        .contains("\"trace\":\"java.lang.IllegalStateException: why\\n")
        .doesNotContain("\n", "message");
  }

  @Test
  void aFileIsAppendedToAndTheLevelHolds() throws Exception {
    Path file = directory.resolve("server.log");
    Files.writeString(file, "before\n");
    Loggers.apply(new LogConfig("info", LogConfig.Format.TEXT, file));

    logger.debug("no");
    logger.info("{} and {}", 1, "two");
    logger.atWarn().addKeyValue("a", 1).log("three");
    Loggers.apply(new LogConfig("off", LogConfig.Format.TEXT, file));
    logger.error("no");

    assertThat(Files.readAllLines(file))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("before"),
            line -> assertThat(line).matches("\\S+Z INFO 1 and two"),
            line -> assertThat(line).matches("\\S+Z WARN a=1 three"));
  }

  @Test
  void librariesAreSilent() {
    Loggers.apply(new LogConfig("trace", LogConfig.Format.TEXT, directory.resolve("log")));

    assertThat(LoggerFactory.getLogger("reactor.core").isErrorEnabled()).isFalse();
    assertThat(logger.isTraceEnabled()).isTrue();
  }

  private static LogEntry entry(String message, @Nullable Throwable failure) {
    return new LogEntry(
        Instant.parse("2026-11-25T00:00:00Z"), Level.INFO, "CallLog", FACTS, message, failure);
  }
}
