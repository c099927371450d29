package io.assistantmcp.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.assistantmcp.server.metrics.PrometheusMetrics;
import org.eclipse.jetty.http.HttpStatus;

/** Tells figures. */
record Metrics(PrometheusMetrics metrics) implements Endpoint {

  @Override
  public void serve(Exchange exchange) throws Refused {
    if (!exchange.method().equals("GET")) {
      throw Refused.method("GET");
    }
    exchange.answer(
        HttpStatus.OK_200, PrometheusMetrics.CONTENT_TYPE, metrics.text().getBytes(UTF_8));
  }
}
