package io.assistantmcp.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Figures for Prometheus. There are as many series as tools, outcomes and statuses, whatever
 * clients send; and nothing is loaded for them unless somebody asked for them.
 */
public final class PrometheusMetrics implements CallObserver {

  /** The media type of {@link #text()}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] BUCKETS =
      Stream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 120_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Counter repetitions =
      Counter.builder("upstream.retries")
          .description("Requests to the API that were repeated")
          .register(registry);

  public PrometheusMetrics() {
    gauge("tool.calls.in.flight", "Tool calls under way", inFlight::get);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
  }

  /** Measures something else whenever the figures are asked for. */
  public void gauge(String name, String description, IntSupplier value) {
    Gauge.builder(name, value::getAsInt)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  @Override
  public void begun() {
    inFlight.incrementAndGet();
  }

  @Override
  public void ended(String tool, String outcome, Duration took) {
    inFlight.decrementAndGet();
    Timer.builder("tool.calls")
        .description("Tool calls by tool and outcome")
        .tags("tool", tool, "outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(took);
  }

  @Override
  public void answered(int status) {
    responses(status >= 100 && status < 600 ? Integer.toString(status) : "other");
  }

  @Override
  public void unanswered() {
    responses("none");
  }

  @Override
  public void repeated() {
    repetitions.increment();
  }

  /** All figures, in the text form that Prometheus reads. */
  public String text() {
    return registry.scrape(CONTENT_TYPE);
  }

  private void responses(String status) {
    Counter.builder("upstream.responses")
        .description("Requests to the API by the status of their answer")
        .tag("status", status)
        .register(registry)
        .increment();
  }
}
