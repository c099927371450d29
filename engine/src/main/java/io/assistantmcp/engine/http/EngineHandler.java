package io.assistantmcp.engine.http;

import com.google.gson.JsonObject;
import io.assistantmcp.engine.AssistantsEngine;
import io.assistantmcp.engine.api.ApiException;
import io.assistantmcp.engine.api.Call;
import io.assistantmcp.engine.api.Caller;
import io.assistantmcp.engine.api.Json;
import io.assistantmcp.engine.api.ObjectKind;
import io.assistantmcp.engine.api.Requests;
import io.assistantmcp.engine.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests as OpenAI's servers did, without being one. */
public final class EngineHandler {

  private static final Logger LOG = LoggerFactory.getLogger(EngineHandler.class);

  private static final String BASE = "/v1";
  private static final String BEARER = "Bearer ";
  private static final String BETA = "assistants=v2";

  private final AssistantsEngine engine;
  private final boolean requireBetaHeader;
  private final Duration pollAfter;
  private final Requests requests;

  /**
   * @param requests tells what is asked for
   * @param requireBetaHeader whether to refuse requests that do not name the API's version
   * @param pollAfter how long clients are told to wait before they ask for a run again
   */
  public EngineHandler(
      AssistantsEngine engine, Requests requests, boolean requireBetaHeader, Duration pollAfter) {
    this.engine = engine;
    this.requests = requests;
    this.requireBetaHeader = requireBetaHeader;
    this.pollAfter = pollAfter;
  }

  /** Answers a request, with an error if need be; never throws. */
  public EngineResponse handle(EngineRequest request) {
    long start = System.nanoTime();
    String id = "req_" + UUID.randomUUID().toString().replace("-", "");
    try {
      return response(id, start, 200, engine.answer(call(request)));
    } catch (ApiException e) {
      return response(id, start, e.status(), e.envelope());
    } catch (StoreException e) {
      LOG.error("{}: {}", id, e.getMessage());
      return response(id, start, 500, ApiException.server(500, told(e)).envelope());
    } catch (RuntimeException e) {
      LOG.error("{}: {} {} failed", id, request.method(), request.url().encodedPath(), e);
      String message = "The engine failed; its log says why under '%s'.".formatted(id);
      return response(id, start, 500, ApiException.server(500, message).envelope());
    }
  }

  private static String told(StoreException e) {
    return String.valueOf(e.getMessage());
  }

  private Call call(EngineRequest request) {
    Caller caller = engine.caller(key(request.headers().get("authorization")));
    String beta = request.headers().getOrDefault("openai-beta", "");
    if (requireBetaHeader && !beta.contains(BETA)) {
      throw ApiException.badRequest(
          "You must provide the 'OpenAI-Beta' header to access the Assistants API. Please try again by"
              + " setting the header 'OpenAI-Beta: assistants=v2'.",
          null,
          "invalid_beta");
    }
    String path = "/" + String.join("/", request.url().pathSegments());
    if (!path.startsWith(BASE + "/")) {
      throw ApiException.notFound("Invalid URL (%s %s)".formatted(request.method(), path));
    }
    return requests.check(
        caller,
        request.method(),
        path.substring(BASE.length()),
        query(request),
        new String(request.body(), StandardCharsets.UTF_8));
  }

  private static @Nullable String key(@Nullable String authorization) {
    return authorization != null && authorization.startsWith(BEARER)
        ? authorization.substring(BEARER.length()).strip()
        : null;
  }

  private static Map<String, List<String>> query(EngineRequest request) {
    Map<String, List<String>> query = new HashMap<>();
    for (String name : request.url().queryParameterNames()) {
      List<@Nullable String> values = request.url().queryParameterValues(name);
      query.put(name, values.stream().map(value -> value == null ? "" : value).toList());
    }
    return query;
  }

  private EngineResponse response(String id, long start, int status, JsonObject body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("x-request-id", id);
    headers.put("openai-version", "2020-10-01");
    headers.put(
        "openai-processing-ms",
        Long.toString(Duration.ofNanos(System.nanoTime() - start).toMillis()));
    if (ObjectKind.RUN.object().equals(Json.string(body, "object"))) {
      headers.put("openai-poll-after-ms", Long.toString(pollAfter.toMillis()));
    }
    return new EngineResponse(status, headers, Json.write(body).getBytes(StandardCharsets.UTF_8));
  }
}
