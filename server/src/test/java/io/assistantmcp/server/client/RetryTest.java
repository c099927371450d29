package io.assistantmcp.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests arrive a second time, and which never do. */
class RetryTest {

  private static final String GET = "get_thread";
  private static final String DELETE = "delete_thread";
  private static final String POST = "modify_thread";
  private static final String THREAD = "{\"thread_id\":\"t\"}";

  private final Upstream upstream = new Upstream();

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {GET, DELETE, POST})
  void whatWasTurnedAwayUnreadIsSentAgain(String tool) {
    upstream.answers(busy(429));
    upstream.answers(200, "{}");

    assertThat(call(tool).isError()).isFalse();
    assertThat(requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"408", "500", "502", "503", "504"})
  void faultsOfUpstreamAreOvercomeWhereARepetitionIsHarmless(int status) {
    for (String tool : new String[] {GET, DELETE}) {
      upstream.answers(busy(status));
      upstream.answers(200, "{}");

      assertThat(call(tool).isError()).as(tool).isFalse();
      assertThat(requests()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"408", "500", "502", "503", "504"})
  void aPostIsNeverRepeatedBlindly(int status) {
    upstream.answers(busy(status));

    CallToolResult result = call(POST);

    assertThat(Upstream.text(result)).startsWith("HTTP " + status);
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void aConnectionThatBreaksIsTriedAgainForAGet() {
    upstream.answers(broken());
    upstream.answers(200, "{}");

    assertThat(call(GET).isError()).isFalse();
    assertThat(requests()).isEqualTo(2);
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgainForAPost() {
    upstream.answers(broken());

    assertThat(call(POST).isError()).isTrue();
    assertThat(requests()).isEqualTo(1);
  }

  @Test
  void atMostTheConfiguredNumberOfTimes() {
    for (int i = 0; i < 5; i++) {
      upstream.answers(busy(503));
    }

    assertThat(Upstream.text(call(GET))).startsWith("HTTP 503").contains("\nattempts: 3\n");
    assertThat(requests()).isEqualTo(3);
  }

  @Test
  void theErrorTellsOfTheAttempts() {
    upstream.answers(broken());
    upstream.answers(broken());

    assertThat(Upstream.text(upstream.callWithRetries(1, GET, THREAD)))
        .contains("broke before the answer was complete")
        .endsWith("Attempts: 2.");
  }

  @Test
  void aDeletionThatIsGoneAtTheSecondAttemptIsExplained() {
    upstream.answers(busy(500));
    upstream.answers(404, "{}");

    assertThat(Upstream.text(call(DELETE)))
        .contains("an earlier attempt of this call deleted it", "attempts: 2");
  }

  @Test
  void aWaitThatTheTimeoutWouldCutShortIsNotBegun() {
    upstream.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", "5"));

    assertThat(Upstream.text(upstream.call(Map.of("OPENAI_TIMEOUT", "3"), POST, THREAD)))
        .startsWith("HTTP 429")
        .doesNotContain("attempts");
  }

  @Test
  void aLongWaitIsLeftToTheCaller() {
    upstream.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", "3600"));

    assertThat(Upstream.text(call(GET))).contains("retry after: 3600 seconds");
    assertThat(requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 422})
  void whatIsRefusedForGoodIsNotRepeated(int status) {
    upstream.answers(status, "{}");

    assertThat(call(GET).isError()).isTrue();
    assertThat(requests()).isEqualTo(1);
  }

  private CallToolResult call(String tool) {
    return upstream.callWithRetries(2, tool, THREAD);
  }

  private static MockResponse.Builder busy(int status) {
    return new MockResponse.Builder().code(status).addHeader("Retry-After", "0");
  }

  private static MockResponse.Builder broken() {
    return new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket());
  }

  private int requests() {
    int count = 0;
    while (upstream.request() != null) {
      count++;
    }
    return count;
  }
}
