package io.assistantmcp.engine.model.provider;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.engine.model.CancelToken;
import io.assistantmcp.engine.model.Capabilities.Unsupported;
import io.assistantmcp.engine.model.ChatDialect;
import io.assistantmcp.engine.model.Model;
import io.assistantmcp.engine.model.ModelAnswer;
import io.assistantmcp.engine.model.ModelConfig;
import io.assistantmcp.engine.model.ModelConfig.Api;
import io.assistantmcp.engine.model.ModelConfig.HostedTools;
import io.assistantmcp.engine.model.ModelKey;
import io.assistantmcp.engine.model.ModelNames;
import io.assistantmcp.engine.model.ModelRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** A real HTTP server in a provider's place, and models pointed at it. */
final class FakeProvider implements AutoCloseable {

  static final ModelKey KEY = ModelKey.of("sk-canary-0123456789");

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();

  FakeProvider() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String place() {
    return server.getHostName() + ":" + server.getPort();
  }

  /** An answer that says the least that can be said. */
  static String least(Api api) {
    return api == Api.CHAT
        ? "{\"choices\":[{\"message\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]}"
        : "{\"status\":\"completed\",\"output\":[]}";
  }

  /** A configuration that leads here, with the settings that tests differ in. */
  ModelConfig config(Api api, HostedTools hosted, Unsupported unsupported, ChatDialect dialect) {
    return new ModelConfig(
        api,
        server.url("/v1"),
        null,
        Map.of(),
        ModelNames.SAME,
        Duration.ofSeconds(10),
        2,
        hosted,
        unsupported,
        dialect);
  }

  ModelConfig config(Api api) {
    return config(api, HostedTools.ON, Unsupported.REJECT, ChatDialect.OPENAI);
  }

  /** The same configuration with what tests of the connection differ in. */
  static ModelConfig change(
      ModelConfig config, @Nullable ModelKey key, Map<String, String> headers, Duration timeout) {
    return new ModelConfig(
        config.api(),
        config.baseUrl(),
        key,
        headers,
        config.names(),
        timeout,
        config.maxRetries(),
        config.hostedTools(),
        config.unsupported(),
        config.chat());
  }

  void answers(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  void answers(int status, String body) {
    answers(new MockResponse.Builder().code(status).body(body));
  }

  /** What a model makes of an answer. */
  ModelAnswer call(Api api, ModelRequest request) {
    return call(Models.open(config(api)), request);
  }

  static ModelAnswer call(Model model, ModelRequest request) {
    return model.call(request, KEY, CancelToken.lasting(PATIENCE));
  }

  /** The body that a request leaves with. */
  JsonObject sent(Api api, ModelRequest request) {
    return sent(config(api), request);
  }

  JsonObject sent(ModelConfig config, ModelRequest request) {
    answers(200, least(config.api()));
    ModelAnswer answer = call(Models.open(config), request);
    RecordedRequest arrived = request();
    if (arrived == null) {
      throw new AssertionError("Nothing arrived: " + answer);
    }
    return JsonParser.parseString(arrived.getBody().utf8()).getAsJsonObject();
  }

  /** The next request that arrived, or null if none did. */
  RecordedRequest request() {
    try {
      return server.takeRequest(0, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  RecordedRequest awaitRequest() throws InterruptedException {
    return server.takeRequest(10, TimeUnit.SECONDS);
  }

  int requests() {
    int count = 0;
    while (request() != null) {
      count++;
    }
    return count;
  }

  @Override
  public void close() {
    server.close();
  }
}
