package io.assistantmcp.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.assistantmcp.server.json.GsonMcpMapper;
import io.modelcontextprotocol.spec.McpServerSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SessionsTest {

  private final Sessions sessions = new Sessions(new GsonMcpMapper(), 2);

  @BeforeEach
  void build() {
    sessions.factory(
        transport ->
            new McpServerSession(
                "id",
                Duration.ofSeconds(1),
                transport,
                request -> Mono.empty(),
                Map.of(),
                Map.of()));
  }

  @Test
  void thereAreNoMoreThanAllowed() throws Refused {
    Session first = sessions.open(json -> {});
    sessions.open(json -> {});

    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> sessions.open(json -> {}))
        .matches(refused -> refused.status() == 503);
    sessions.close(first);
    sessions.open(json -> {});
    assertThat(sessions.count()).isEqualTo(2);
  }

  @Test
  void thoseThatNobodyUsesAreClosed() throws Exception {
    Session session = sessions.open(json -> {});

    sessions.closeIdle(Duration.ofMinutes(30));
    assertThat(sessions.get(session.id(), "the id")).isSameAs(session);

    Thread.sleep(2);
    sessions.closeIdle(Duration.ofMillis(1));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> sessions.get(session.id(), "the id"))
        .matches(refused -> refused.status() == 404);
  }
}
