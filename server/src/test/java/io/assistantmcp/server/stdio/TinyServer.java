package io.assistantmcp.server.stdio;

import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.session.CallExecutor;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A server to drive the transport with: tools that answer, sleep, wait for ever and fail. */
final class TinyServer {

  final CountDownLatch asleep = new CountDownLatch(1);
  final CountDownLatch hanging = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);
  final CountDownLatch interrupted = new CountDownLatch(1);

  /** The whole wiring, as a program. */
  public static void main(String[] arguments) {
    GsonMcpMapper mapper = new GsonMcpMapper();
    StdioTransport transport =
        new StdioTransport(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            mapper,
            StdioSettings.defaults(),
            CallExecutor.create(),
            () -> Runtime.getRuntime().halt(0));
    System.setOut(System.err);
    Runtime.getRuntime().addShutdownHook(new Thread(transport::close));
    ParentWatch.start(transport::close);
    new TinyServer().serve(transport, mapper);
  }

  void serve(StdioTransport transport, GsonMcpMapper mapper) {
    McpServer.async(transport)
        .serverInfo("tiny", "1")
        .capabilities(ServerCapabilities.builder().tools(false).build())
        .jsonMapper(mapper)
        .jsonSchemaValidator(
            (schema, value) -> JsonSchemaValidator.ValidationResponse.asValid(null))
        .tools(
            tool("echo", call -> Mono.fromCallable(() -> String.valueOf(call.arguments()))),
            tool("slow", call -> Mono.fromCallable(() -> sleep(call))),
            tool("hang", call -> hang()),
            tool("fatal", call -> Mono.fromCallable(this::missingClass)),
            tool("text", call -> Mono.just("x".repeat(number(call, "size")))),
            unwritable())
        .build();
  }

  private Mono<String> hang() {
    return Mono.<String>never()
        .doOnSubscribe(subscription -> hanging.countDown())
        .doOnCancel(cancelled::countDown);
  }

  private String sleep(CallToolRequest call) {
    asleep.countDown();
    try {
      TimeUnit.MILLISECONDS.sleep(number(call, "ms"));
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
    return "slept";
  }

  private static int number(CallToolRequest call, String argument) {
    return Integer.parseInt(String.valueOf(call.arguments().get(argument)));
  }

  private String missingClass() {
    throw new NoClassDefFoundError("gone");
  }

  private static AsyncToolSpecification tool(
      String name, Function<CallToolRequest, Mono<String>> handler) {
    return AsyncToolSpecification.builder()
        .tool(Tool.builder(name, Map.of("type", "object")).build())
        .callHandler(
            (exchange, call) ->
                handler
                    .apply(call)
                    .map(text -> CallToolResult.builder().addTextContent(text).build()))
        .build();
  }

  private static AsyncToolSpecification unwritable() {
    Map<String, Object> content = new HashMap<>(Map.of("thread", new Thread()));
    return AsyncToolSpecification.builder()
        .tool(Tool.builder("unwritable", Map.of("type", "object")).build())
        .callHandler(
            (exchange, call) -> Mono.just(new CallToolResult(List.of(), false, content, Map.of())))
        .build();
  }
}
