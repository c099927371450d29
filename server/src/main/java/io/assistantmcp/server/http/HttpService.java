package io.assistantmcp.server.http;

import io.assistantmcp.server.config.AuthToken;
import io.assistantmcp.server.config.EmbeddedConfig;
import io.assistantmcp.server.config.HttpConfig;
import io.assistantmcp.server.config.HttpLimits;
import io.assistantmcp.server.config.ServerConfig;
import io.assistantmcp.server.embedded.EngineOnDemand;
import io.assistantmcp.server.metrics.PrometheusMetrics;
import io.assistantmcp.server.registry.ServerFactory;
import io.assistantmcp.server.session.CallExecutor;
import io.assistantmcp.server.session.Encoder;
import io.assistantmcp.server.session.MessageParser;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the tools over HTTP, with the endpoints that the transport has. */
public final class HttpService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  /** How long a request may take to go on, or a client to read on. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Less than the half minute after which container platforms kill. */
  private static final Duration DRAIN = Duration.ofSeconds(25);

  /** Besides those with a call or stream: idle ones, and those that ask for health. */
  private static final int OTHER_CONNECTIONS = 1_000;

  /** For messages that are not calls, and must not wait for them: cancellations above all. */
  private static final int OTHER_THREADS = 32;

  private final HttpConfig config;
  private final Gate gate;
  private final Pulse pulse = new Pulse();
  private final Endpoints endpoints;
  private final @Nullable ApiEndpoint api;
  private final Listener listener;

  /**
   * @param config which transport, and how
   * @param mapper reads and writes messages
   * @param servers puts the tools on endpoints
   * @param engine answers what the API itself is asked for, if that is served
   * @param metrics what is told at {@code /metrics}, if anything is
   */
  public HttpService(
      ServerConfig config,
      McpJsonMapper mapper,
      ServerFactory servers,
      EngineOnDemand engine,
      Optional<PrometheusMetrics> metrics) {
    this(config, mapper, servers, engine, metrics, PATIENCE);
  }

  HttpService(
      ServerConfig config,
      McpJsonMapper mapper,
      ServerFactory servers,
      EngineOnDemand engine,
      Optional<PrometheusMetrics> metrics,
      Duration patience) {
    this.config = config.http();
    HttpLimits limits = this.config.limits();
    Encoder encoder = new Encoder(mapper);
    this.gate = new Gate(limits.calls());
    Body.Limits bodies = new Body.Limits(limits.bodyBytes(), patience, Memory.halfOfTheHeap());
    Executor executor = CallExecutor.create(limits.calls() + OTHER_THREADS);
    Inbox inbox = new Inbox(new MessageParser(mapper), encoder, bodies, executor);
    Quota quota = new Quota(config.credentials(), limits.callsPerMinute());
    Admission admission = new Admission(quota, gate);
    this.endpoints = new Endpoints(mapper, servers, inbox, admission, pulse);
    endpoints.add(config);
    EmbeddedConfig embedded = config.embedded();
    this.api =
        embedded != null && embedded.http()
            ? new ApiEndpoint(
                engine,
                new ApiKeys(config.credentials(), this.config.access().token() != null),
                admission,
                bodies,
                executor)
            : null;
    this.listener =
        new Listener(
            this.config.address(),
            limits.calls() + limits.streams() + OTHER_CONNECTIONS,
            patience,
            pulse,
            front(encoder, metrics),
            new ErrorBodies(encoder));
  }

  private Front front(Encoder encoder, Optional<PrometheusMetrics> metrics) {
    Hosts hosts = new Hosts(config);
    AuthToken token = config.access().token();
    return new Front(
        open(metrics),
        endpoints.byPath(),
        api,
        new HostCheck(hosts),
        new Origins(hosts, config),
        token == null
            ? List.of(new VersionCheck())
            : List.of(new TokenCheck(token), new VersionCheck()),
        encoder);
  }

  private Map<String, Endpoint> open(Optional<PrometheusMetrics> metrics) {
    Map<String, Endpoint> open = new HashMap<>();
    open.put("/healthz", Health.up(gate));
    open.put("/readyz", Health.ready(gate));
    metrics.ifPresent(
        figures -> {
          figures.gauge("http.requests.in.flight", "Requests being worked on", gate::inside);
          figures.gauge("mcp.sessions", "Sessions, on SSE streams", endpoints::countSessions);
          open.put("/metrics", new Metrics(figures));
        });
    return open;
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
    String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    Stream<String> paths =
        api == null
            ? endpoints.entrances().stream()
            : Stream.concat(endpoints.entrances().stream(), Stream.of(ApiEndpoint.ROOT));
    return paths
        .map(path -> "http://" + name + ":" + port() + path)
        .collect(Collectors.joining(" and "));
  }

  /** Takes no more calls, waits for those under way, ends all streams and stops to listen. */
  @Override
  public void close() {
    gate.close();
    int lost = gate.await(DRAIN);
    if (lost > 0) {
      LOG.warn("Closed before {} calls were answered", lost);
    }
    endpoints.close();
    listener.stop();
  }
}
