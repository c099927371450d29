package io.assistantmcp.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.Annotations;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Icon;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpSchema.ListRootsResult;
import io.modelcontextprotocol.spec.McpSchema.ListToolsResult;
import io.modelcontextprotocol.spec.McpSchema.PaginatedRequest;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.SetLevelRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The mapper against the SDK's own: the same records from JSON, the same tree as JSON. */
class JacksonParityTest {

  private final JsonMapper trees = JsonMapper.builder().build();
  private final McpJsonMapper theirs = new JacksonMcpJsonMapper(trees);
  private final McpJsonMapper ours = new GsonMcpMapper();

  @ParameterizedTest
  @MethodSource
  void writesTheSameTree(Object message) throws IOException {
    assertThat(trees.readTree(ours.writeValueAsBytes(message)))
        .isEqualTo(trees.readTree(theirs.writeValueAsBytes(message)));
  }

  static Stream<Arguments> writesTheSameTree() {
    return Stream.of(
            JSONRPCResponse.result(7, Map.of("content", List.of())),
            JSONRPCResponse.result("seven", initializeResult()),
            JSONRPCResponse.result(7L << 40, ListToolsResult.builder(List.of(tool())).build()),
            JSONRPCResponse.error(1, new JSONRPCError(-32603, "no", Map.of("a", 1))),
            JSONRPCResponse.error(1, new JSONRPCError(-32603, "no")),
            new JSONRPCNotification("notifications/tools/list_changed"),
            new JSONRPCNotification("notifications/message", Map.of("level", "info")),
            new JSONRPCRequest("roots/list", "0-1", new PaginatedRequest("next")),
            new JSONRPCRequest("ping", 5),
            new ListToolsResult(List.of(tool()), "cursor", Map.of("k", "v")),
            new InitializeResult(
                "2025-11-25", ServerCapabilities.builder().build(), server(), null, null),
            CallToolResult.builder().addTextContent("text").isError(true).build(),
            callToolResult())
        .map(message -> Arguments.of(Named.of(message.getClass().getSimpleName(), message)));
  }

  @ParameterizedTest
  @MethodSource
  void readsTheSameRecord(Class<?> type, String json) throws IOException {
    assertThat(ours.readValue(json, type)).isEqualTo(theirs.readValue(json, type));
  }

  static Stream<Arguments> readsTheSameRecord() {
    return Stream.of(
        Arguments.of(
            JSONRPCRequest.class,
            """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"a","arguments":{"b":[1,null,{"c":true}],
            "d":"\\u00e9\\ud83d\\ude00"},"_meta":{"progressToken":7}},"extra":1}"""),
        Arguments.of(
            JSONRPCRequest.class, "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"ping\"}"),
        Arguments.of(
            JSONRPCNotification.class,
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\",\"params\":{\"a\":null}}"),
        Arguments.of(
            JSONRPCResponse.class, "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":{\"roots\":[]}}"),
        Arguments.of(
            JSONRPCResponse.class,
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"error\":{\"code\":-1,\"message\":\"m\",\"data\":[1]}}"),
        Arguments.of(
            CallToolRequest.class, "{\"name\":\"a\",\"arguments\":{\"b\":1},\"_meta\":{\"c\":2}}"),
        Arguments.of(PaginatedRequest.class, "{\"cursor\":\"a\",\"_meta\":{\"c\":2}}"),
        Arguments.of(PaginatedRequest.class, "{}"),
        Arguments.of(SetLevelRequest.class, "{\"level\":\"warning\"}"),
        Arguments.of(
            ListRootsResult.class,
            """
            {"roots":[{"uri":"file:///a","name":"a","_meta":{"b":1}},{"uri":"file:///c"}],"nextCursor":"d","_meta":{"e":2}}"""),
        Arguments.of(ListRootsResult.class, "{}"),
        Arguments.of(InitializeRequest.class, "{}"),
        Arguments.of(
            InitializeRequest.class,
            """
            {"protocolVersion":"2025-11-25","capabilities":{"experimental":{"x":{"y":1}},"roots":{"listChanged":true,"z":1},
            "sampling":{"tools":{}},"elicitation":{"form":{},"url":{}},"extensions":{"io.x/y":{"a":1}},"tasks":{"list":{}}},
            "clientInfo":{"name":"c","title":"C","version":"1","description":"d","websiteUrl":"https://x",
            "icons":[{"src":"s","mimeType":"image/png","sizes":["48x48"],"theme":"dark"}]},"_meta":{"a":1}}"""));
  }

  private static Implementation server() {
    return Implementation.builder("server", "1.0").title("Server").build();
  }

  private static InitializeResult initializeResult() {
    ServerCapabilities capabilities =
        new ServerCapabilities(
            new ServerCapabilities.CompletionCapabilities(),
            Map.of("a", Map.of("b", 1)),
            new ServerCapabilities.LoggingCapabilities(),
            new ServerCapabilities.PromptCapabilities(true),
            new ServerCapabilities.ResourceCapabilities(false, null),
            new ServerCapabilities.ToolCapabilities(true),
            Map.of("io.x/y", Map.of("c", 2)));
    Implementation full =
        new Implementation("n", "t", "v", "d", List.of(icon()), "https://example.com");
    return new InitializeResult("2025-11-25", capabilities, full, "How to", Map.of("m", 1));
  }

  private static Icon icon() {
    return new Icon("data:,", "image/png", List.of("48x48"), "light");
  }

  private static Tool tool() {
    Map<String, Object> schema = new HashMap<>(Map.of("type", "object"));
    schema.put("properties", Map.of("a", Map.of("enum", List.of("<x>", 1, 1.5, true))));
    schema.put("default", null);
    return new Tool(
        "name",
        "Title",
        "What it does",
        schema,
        Map.of("type", "object"),
        new ToolAnnotations("Title", true, false, true, null, false),
        Map.of("k", "v"),
        List.of(icon()));
  }

  private static CallToolResult callToolResult() {
    Annotations annotations = new Annotations(List.of(Role.USER, Role.ASSISTANT), 0.5, "2026");
    return new CallToolResult(
        List.of(new TextContent(annotations, "a\n\"b\"\t\u0007\u00e9\ud83d\ude00", Map.of("c", 1))),
        false,
        Map.of("n", 12345678901L, "x", 0.1),
        Map.of("d", List.of()));
  }
}
