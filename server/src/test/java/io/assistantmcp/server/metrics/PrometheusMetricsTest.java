package io.assistantmcp.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.client.ApiOnDemand;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrometheusMetricsTest {

  private final Upstream upstream = new Upstream();
  private final PrometheusMetrics metrics = new PrometheusMetrics();
  private final ServerConfig config = upstream.here(Map.of("OPENAI_MAX_RETRIES", "1"));
  private final ToolCallHandler handler = new ToolCallHandler(config, metrics);

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void callsAreCountedByToolAndOutcomeAndMeasured() {
    upstream.answers(200, "{}");
    upstream.answers(404, "{}");
    call("get_thread", Map.of("thread_id", "t"));
    call("get_thread", Map.of("thread_id", "t"));
    call("get_thread", Map.of());

    assertThat(metrics.text().lines())
        .contains(
            "tool_calls_seconds_count{outcome=\"done\",tool=\"get_thread\"} 1",
            "tool_calls_seconds_count{outcome=\"refused\",tool=\"get_thread\"} 1",
            "tool_calls_seconds_count{outcome=\"invalid\",tool=\"get_thread\"} 1",
            "tool_calls_seconds_bucket{outcome=\"invalid\",tool=\"get_thread\",le=\"+Inf\"} 1",
            "tool_calls_in_flight 0.0");
  }

  @Test
  void aCallThatSomebodyCancelsIsOneOfItsOwnKind() {
    upstream.answers(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS));
    upstream.answers(new MockResponse.Builder().headersDelay(20, TimeUnit.SECONDS));
    McpTool tool = tool("create_thread", config);
    handler.call(tool, Map.of(), config.credentials().own(), Call::cancel, result -> {});
    ServerConfig hasty = upstream.here(Map.of("OPENAI_TIMEOUT", "1"));
    handler.call(tool("create_thread", hasty), Map.of());

    assertThat(metrics.text().lines())
        .contains(
            "tool_calls_seconds_count{outcome=\"cancelled\",tool=\"create_thread\"} 1",
            "tool_calls_seconds_count{outcome=\"failed\",tool=\"create_thread\"} 1");
  }

  @Test
  void callsOfToolsThatAreNotServedAreCountedToo() {
    handler.refuse(tool("create_thread", config).definition(), "not served");

    assertThat(metrics.text().lines())
        .contains(
            "tool_calls_seconds_count{outcome=\"withheld\",tool=\"create_thread\"} 1",
            "tool_calls_in_flight 0.0");
  }

  @Test
  void requestsAreCountedByStatusAndTheirRepetitions() {
    upstream.answers(new MockResponse.Builder().code(429).addHeader("Retry-After", "0"));
    upstream.answers(200, "{}");
    upstream.answers(
        new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE));
    call("create_thread", Map.of());
    call("create_thread", Map.of());

    assertThat(metrics.text().lines())
        .contains(
            "upstream_responses_total{status=\"429\"} 1.0",
            "upstream_responses_total{status=\"200\"} 1.0",
            "upstream_responses_total{status=\"none\"} 1.0",
            "upstream_retries_total 1.0");
  }

  @Test
  void whatUpstreamMakesUpIsNoSeriesOfItsOwn() {
    for (int status : new int[] {0, 99, 600, 999}) {
      metrics.answered(status);
    }

    assertThat(metrics.text().lines()).contains("upstream_responses_total{status=\"other\"} 4.0");
  }

  @Test
  void otherFiguresCanBeAdded() {
    metrics.gauge("streams.open", "Open event streams", () -> 7);

    assertThat(metrics.text().lines()).contains("streams_open 7.0");
  }

  @Test
  void nothingOfWhatWasSentOrAnsweredIsInThem() {
    upstream.answers(500, "{\"error\":{\"message\":\"canary " + Upstream.KEY + "\"}}");
    call("create_thread", Map.of("metadata", Map.of("canary", "canary")));

    assertThat(metrics.text()).contains("tool_calls").doesNotContain("canary", Upstream.KEY);
  }

  private void call(String name, Map<String, Object> arguments) {
    handler.call(tool(name, config), arguments);
  }

  private McpTool tool(String name, ServerConfig config) {
    return ToolCatalog.tools(
            new ApiOnDemand(config, Build.current(), metrics, new EngineOnDemand(config)))
        .stream()
        .filter(candidate -> candidate.definition().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
