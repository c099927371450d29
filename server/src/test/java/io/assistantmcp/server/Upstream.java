package io.assistantmcp.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.server.call.ToolCallHandler;
import io.assistantmcp.server.client.ApiOnDemand;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ConfigException;
import io.assistantmcp.server.config.ConfigReader;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A real HTTP server in OpenAI's place, and the tools pointed at it. */
public final class Upstream implements AutoCloseable {

  /** The key all calls are made with. */
  public static final String KEY = "sk-canary-0123456789";

  private static final List<String> HEADERS =
      List.of("Authorization", "OpenAI-Organization", "OpenAI-Project");

  private static final McpJsonMapper MAPPER = new GsonMcpMapper();

  private final MockWebServer server = new MockWebServer();

  public Upstream() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return server.url("/v1").toString();
  }

  public String place() {
    return server.getHostName() + ":" + server.getPort();
  }

  public void answers(MockResponse.Builder response) {
    server.enqueue(response.build());
  }

  public void answers(int status, String body) {
    answers(new MockResponse.Builder().code(status).body(body));
  }

  /** Answers every request, from here on, with what it was authorised with. */
  public void answersWithWhatItGot() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            JsonObject got = new JsonObject();
            got.addProperty("target", request.getTarget());
            HEADERS.forEach(header -> got.addProperty(header, request.getHeaders().get(header)));
            return new MockResponse.Builder().body(got.toString()).build();
          }
        });
  }

  /** The next request that arrived, or null if none did. */
  public RecordedRequest request() {
    try {
      return server.takeRequest(0, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next request, waited for. */
  public RecordedRequest awaitRequest() throws InterruptedException {
    return server.takeRequest(10, TimeUnit.SECONDS);
  }

  /** Calls a tool as the protocol would, arguments read from their JSON text. */
  public CallToolResult call(String tool, String arguments) {
    return callWithRetries(0, tool, arguments);
  }

  /** Calls a tool with a number of repetitions allowed. */
  public CallToolResult callWithRetries(int retries, String tool, String arguments) {
    return call(Map.of("OPENAI_MAX_RETRIES", Integer.toString(retries)), tool, arguments);
  }

  /** Calls a tool with settings besides those that lead here. */
  public CallToolResult call(Map<String, String> settings, String tool, String arguments) {
    return call(here(settings), tool, arguments);
  }

  /** The configuration that leads here, and more settings. */
  public ServerConfig here(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.putAll(Map.of("OPENAI_API_KEY", KEY, "OPENAI_BASE_URL", url()));
    return config(all);
  }

  public static CallToolResult call(ServerConfig config, String name, String arguments) {
    try {
      return new ToolCallHandler(config)
          .call(tool(config, name), MAPPER.readValue(arguments, new TypeRef<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A generated tool by its name. */
  public static McpTool tool(ServerConfig config, String name) {
    return ToolCatalog.tools(
            new ApiOnDemand(config, Build.current(), CallObserver.NONE, new EngineOnDemand(config)))
        .stream()
        .filter(tool -> tool.definition().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The names of a tool's arguments, in the order of its schema. */
  public static List<String> properties(String tool) {
    String schema = tool(config(Map.of()), tool).definition().schema().enforced();
    return List.copyOf(
        JsonParser.parseString(schema).getAsJsonObject().getAsJsonObject("properties").keySet());
  }

  public static ServerConfig config(Map<String, String> environment) {
    try {
      return new ConfigReader(Map.of(), environment, Path.of("no such directory")).read();
    } catch (ConfigException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The text of the only block of a result. */
  public static String text(CallToolResult result) {
    if (result.content().size() == 1 && result.content().get(0) instanceof TextContent text) {
      return text.text();
    }
    throw new AssertionError("not one text block: " + result.content());
  }

  /** A value as the protocol writes it. */
  public static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
