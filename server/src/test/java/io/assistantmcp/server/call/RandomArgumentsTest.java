package io.assistantmcp.server.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.assistantmcp.server.Upstream;
import io.assistantmcp.server.client.ApiOnDemand;
import io.assistantmcp.server.config.Build;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.tools.ToolCatalog;
import io.assistantmcp.tool.McpTool;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a schema allows leaves as it is: each value once, in path, query or body. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slice")
class RandomArgumentsTest {

  private static final int CASES = 60;

  /** The only argument of a POST that is not in its body. */
  private static final String QUERY_OF_A_POST = "include";

  private final Upstream upstream = new Upstream();
  private final ServerConfig config = upstream.here(Map.of());
  private final ToolCallHandler handler = new ToolCallHandler(config);

  @AfterAll
  void close() {
    upstream.close();
  }

  List<McpTool> tools() {
    return ToolCatalog.tools(
        new ApiOnDemand(config, Build.current(), CallObserver.NONE, new EngineOnDemand(config)));
  }

  @ParameterizedTest
  @MethodSource("tools")
  void leaveAsTheyAre(McpTool tool) throws IOException {
    for (int seed = 0; seed < CASES; seed++) {
      JsonObject arguments = new RandomArguments(seed).of(tool.definition().schema().enforced());
      upstream.answers(200, ""); // one packet; with a body it would be two, and 40 ms

      CallToolResult result =
          handler.call(
              tool, new GsonMcpMapper().readValue(arguments.toString(), new TypeRef<>() {}));

      assertThat(Upstream.text(result)).as("%s, seed %d", arguments, seed).startsWith("Done");
      assertSent(tool, arguments, upstream.request());
    }
  }

  private static void assertSent(McpTool tool, JsonObject arguments, RecordedRequest request) {
    JsonObject rest = arguments.deepCopy();
    String path = "/v1" + tool.definition().operation().path();
    for (String name : arguments.keySet()) {
      if (path.contains("{" + name + "}")) {
        path = path.replace("{" + name + "}", rest.remove(name).getAsString());
      }
    }
    HttpUrl url = request.getUrl();
    assertThat(url.encodedPath()).isEqualTo(path);
    boolean post = request.getMethod().equals("POST");
    JsonObject query = post ? new JsonObject() : rest;
    if (post && rest.has(QUERY_OF_A_POST)) {
      query.add(QUERY_OF_A_POST, rest.remove(QUERY_OF_A_POST));
    }
    assertThat(query(url).toString()).isEqualTo(withoutEmptyArrays(query).toString());
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    if (body.isEmpty()) {
      assertThat(post ? rest.keySet() : Set.of()).isEmpty(); // cancel_run has no body
    } else {
      assertThat(JsonParser.parseString(body).toString()).isEqualTo(rest.toString());
    }
  }

  /** The query as the arguments it was made from, their values all as text. */
  private static JsonObject query(HttpUrl url) {
    JsonObject query = new JsonObject();
    for (int i = 0; i < url.querySize(); i++) {
      String name = url.queryParameterName(i);
      String value = Objects.requireNonNull(url.queryParameterValue(i));
      if (name.endsWith("[]")) {
        String array = name.substring(0, name.length() - 2);
        if (!query.has(array)) {
          query.add(array, new JsonArray());
        }
        query.getAsJsonArray(array).add(value);
      } else {
        assertThat(query.has(name)).isFalse();
        query.addProperty(name, value);
      }
    }
    return query;
  }

  private static JsonObject withoutEmptyArrays(JsonObject arguments) {
    JsonObject query = new JsonObject();
    arguments
        .asMap()
        .forEach(
            (name, value) -> {
              if (value instanceof JsonArray array) {
                if (!array.isEmpty()) {
                  query.add(name, value);
                }
              } else {
                query.addProperty(name, value.getAsString());
              }
            });
    return query;
  }
}
