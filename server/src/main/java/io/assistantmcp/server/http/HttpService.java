package io.assistantmcp.server.http;

import io.assistantmcp.server.config.HttpConfig;
import io.assistantmcp.server.config.HttpLimits;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.registry.ServerFactory;
import io.assistantmcp.server.session.CallExecutor;
import io.assistantmcp.server.session.Encoder;
import io.assistantmcp.server.session.MessageParser;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the tools over HTTP, with the endpoints that the transport has. */
public final class HttpService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final String MCP = "/mcp";

  /** Less than the half minute after which container platforms kill. */
  private static final Duration DRAIN = Duration.ofSeconds(25);

  private static final int MOST_SESSIONS = 10_000;

  /** Besides those with a call or stream: idle ones, and those that ask for health. */
  private static final int OTHER_CONNECTIONS = 1_000;

  private final HttpConfig config;
  private final McpJsonMapper mapper;
  private final ServerFactory servers;
  private final Encoder encoder;
  private final Gate gate;
  private final Pulse pulse = new Pulse();
  private final Inbox inbox;
  private final Map<String, Endpoint> guarded = new LinkedHashMap<>();
  private final List<Runnable> endings = new ArrayList<>();
  private final Listener listener;

  /**
   * @param config which transport, and how
   * @param mapper reads and writes messages
   * @param servers puts the tools on endpoints
   */
  public HttpService(ServerConfig config, McpJsonMapper mapper, ServerFactory servers) {
    this.config = config.http();
    this.mapper = mapper;
    this.servers = servers;
    this.encoder = new Encoder(mapper);
    HttpLimits limits = this.config.limits();
    this.gate = new Gate(limits.calls());
    this.inbox =
        new Inbox(new MessageParser(mapper), encoder, limits.bodyBytes(), CallExecutor.create());
    if (config.transport().isStreamable()) {
      guarded.put(MCP, this.config.stateful() ? stateful() : stateless());
    }
    if (config.transport().isSse()) {
      addSse();
    }
    this.listener = new Listener(this.config.address(), connections(limits), front(), errors());
  }

  private Endpoint stateless() {
    StatelessEndpoint endpoint = new StatelessEndpoint(inbox, encoder, gate, pulse);
    servers.start(endpoint);
    return endpoint;
  }

  private Endpoint stateful() {
    Sessions sessions = new Sessions(mapper, MOST_SESSIONS);
    StatefulEndpoint endpoint = new StatefulEndpoint(inbox, sessions, gate, pulse);
    servers.start(endpoint);
    endings.add(endpoint::close);
    return endpoint;
  }

  private void addSse() {
    Sessions sessions = new Sessions(mapper, config.limits().streams());
    SseEndpoint endpoint = new SseEndpoint(inbox, sessions, gate, pulse);
    servers.start(endpoint);
    endings.add(endpoint::close);
    guarded.put(SseEndpoint.PATH, endpoint);
    guarded.put(SseEndpoint.MESSAGES_PATH, endpoint::post);
  }

  private Front front() {
    Hosts hosts = new Hosts(config);
    List<Check> checks = new ArrayList<>();
    if (config.access().token() != null) {
      checks.add(new TokenCheck(config.access().token()));
    }
    checks.add(new VersionCheck());
    checks.add(request -> gate.check());
    Map<String, Endpoint> open = Map.of("/healthz", Health.up(gate), "/readyz", Health.ready(gate));
    return new Front(
        open, guarded, new HostCheck(hosts), new Origins(hosts, config), checks, encoder);
  }

  private ErrorBodies errors() {
    return new ErrorBodies(encoder);
  }

  private static int connections(HttpLimits limits) {
    return limits.calls() + limits.streams() + OTHER_CONNECTIONS;
  }

  /**
   * Begins to listen.
   *
   * @throws IOException if the address cannot be listened on
   */
  public void start() throws IOException {
    listener.start();
    pulse.start();
  }

  /** The port that is listened on. */
  public int port() {
    return listener.port();
  }

  /** The URLs for clients, as people read them. */
  public String urls() {
    String host = config.address().host();
    String root = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    return guarded.keySet().stream()
        .filter(path -> !path.equals(SseEndpoint.MESSAGES_PATH))
        .map(path -> root + path)
        .reduce((first, second) -> first + " and " + second)
        .orElse(root);
  }

  /** Takes no more calls, waits for those under way, ends all streams and stops to listen. */
  @Override
  public void close() {
    gate.close();
    int lost = gate.await(DRAIN);
    if (lost > 0) {
      LOG.warn("Closed before {} calls were answered", lost);
    }
    endings.forEach(Runnable::run);
    listener.stop();
  }
}
