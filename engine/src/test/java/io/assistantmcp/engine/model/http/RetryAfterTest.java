package io.assistantmcp.engine.model.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long providers ask to be left alone. */
class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After | 7 | 7000",
        "Retry-After | 0 | 0",
        "Retry-After | Thu, 01 Jan 2026 00:00:30 GMT | 30000",
        "Retry-After | Wed, 31 Dec 2025 00:00:00 GMT | 0",
        "retry-after-ms | 250 | 250",
      })
  void isReadInEveryForm(String header, String value, long millis) {
    assertThat(RetryAfter.of(Headers.of(header, value), NOW)).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void millisecondsGoBeforeSeconds() {
    assertThat(RetryAfter.of(Headers.of("Retry-After", "1", "retry-after-ms", "250"), NOW))
        .isEqualTo(Duration.ofMillis(250));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999"})
  void whatCannotBeReadIsNotAskedFor(String value) {
    assertThat(RetryAfter.of(Headers.of("Retry-After", value), NOW)).isNull();
  }
}
