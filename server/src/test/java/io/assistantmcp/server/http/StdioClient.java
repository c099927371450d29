package io.assistantmcp.server.http;

import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.json.GsonMcpMapper;
import io.assistantmcp.server.metrics.CallObserver;
import io.assistantmcp.server.session.CallExecutor;
import io.assistantmcp.server.stdio.StdioSettings;
import io.assistantmcp.server.stdio.StdioTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** A client on stdio, over pipes in this JVM. */
final class StdioClient implements Client {

  private final PipedOutputStream toServer = new PipedOutputStream();
  private final Answers answers = new Answers();
  private final StdioTransport transport;

  StdioClient(String upstream, String... settings) throws IOException {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("TRANSPORT", "stdio"));
    ServerConfig config = TestServer.config(upstream, all.toArray(String[]::new));
    transport =
        new StdioTransport(
            new PipedInputStream(toServer, 1 << 20),
            new Lines(),
            new GsonMcpMapper(),
            StdioSettings.defaults(),
            CallExecutor.create(),
            () -> {});
    TestServer.servers(config, CallObserver.NONE, new EngineOnDemand(config)).start(transport);
  }

  @Override
  public CompletableFuture<JsonNode> ask(String request) throws IOException {
    tell(request);
    return answers.of(request);
  }

  @Override
  public void tell(String notification) throws IOException {
    toServer.write((notification + "\n").getBytes(StandardCharsets.UTF_8));
    toServer.flush();
  }

  @Override
  public void endServer() {
    transport.close();
  }

  @Override
  public void close() throws IOException {
    toServer.close();
  }

  private final class Lines extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public void write(int b) {
      if (b == '\n') {
        answers.add(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(b);
      }
    }
  }
}
