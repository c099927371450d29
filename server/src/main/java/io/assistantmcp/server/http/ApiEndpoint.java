package io.assistantmcp.server.http;

import io.assistantmcp.engine.http.EngineRequest;
import io.assistantmcp.engine.http.EngineResponse;
import io.assistantmcp.server.config.ApiKey;
import io.assistantmcp.server.embedded.EngineOnDemand;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import okhttp3.HttpUrl;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The API of the embedded engine itself, for SDKs of OpenAI that are given this as base URL. */
final class ApiEndpoint implements Endpoint {

  /** What all paths of it start with. */
  static final String ROOT = "/v1";

  // Only path and query count.
  private static final String ORIGIN = "http://engine.internal";

  private final EngineOnDemand engine;
  private final ApiKeys keys;
  private final Admission admission;
  private final Body.Limits limits;
  private final Executor executor;

  /**
   * @param keys tells with whose key a request is answered
   * @param limits of what is read
   * @param executor runs what requests ask for
   */
  ApiEndpoint(
      EngineOnDemand engine,
      ApiKeys keys,
      Admission admission,
      Body.Limits limits,
      Executor executor) {
    this.engine = engine;
    this.keys = keys;
    this.admission = admission;
    this.limits = limits;
    this.executor = executor;
  }

  @Override
  public void serve(Exchange exchange) throws Refused {
    HttpUrl url = HttpUrl.parse(ORIGIN + exchange.request().getHttpURI().getPathQuery());
    if (url == null) {
      throw new Refused(HttpStatus.BAD_REQUEST_400, "The path cannot be read");
    }
    ApiKey key = keys.of(exchange.request());
    Gate.Place place = admission.enter(key);
    Request.addCompletionListener(exchange.request(), failure -> place.leave());
    new Body(
            exchange,
            limits,
            body -> executor.execute(() -> answer(exchange, request(exchange, url, key, body))))
        .read();
  }

  private void answer(Exchange exchange, EngineRequest request) {
    EngineResponse answer = engine.answer(request);
    answer.headers().forEach(exchange.response().getHeaders()::put);
    exchange.answer(answer.status(), Exchange.JSON, answer.body());
  }

  private static EngineRequest request(
      Exchange exchange, HttpUrl url, @Nullable ApiKey key, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : exchange.request().getHeaders()) {
      headers.put(field.getName().toLowerCase(Locale.ROOT), String.valueOf(field.getValue()));
    }
    String authorization = HttpHeader.AUTHORIZATION.lowerCaseName();
    headers.remove(authorization);
    if (key != null) {
      headers.put(authorization, ApiKeys.SCHEME + key.value());
    }
    return new EngineRequest(exchange.method(), url, headers, body);
  }
}
